//! Finding the web servers whose configurations are tested.

use std::{fs, path::Path, path::PathBuf, process::Command};

use anyhow::{Context, Result};
use hosting::configurations::Nginx;

use super::debian::unpacked;

/// An installed web server.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WebServer {
    /// The program.
    pub program: PathBuf,
    /// The folder with its modules.
    pub modules: PathBuf,
}

impl WebServer {
    /// A command that runs nginx with a single site: one process, with its files in `folder`.
    ///
    /// # Errors
    /// When its configuration cannot be written.
    pub fn running(&self, site: &Nginx, folder: &Path) -> Result<Command> {
        fs::write(folder.join("site.conf"), site.configuration())?;
        fs::write(folder.join("nginx.conf"), around(&self.modules))?;
        let mut command = Command::new(&self.program);
        command.arg("-p").arg(folder);
        command.arg("-c").arg(folder.join("nginx.conf"));
        command.args(["-e", "stderr"]);
        Ok(command)
    }
}

/// The main configuration around that of the site.
fn around(modules: &Path) -> String {
    let folders = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
        .map(|name| format!("{name}_temp_path {name};\n"))
        .concat();
    format!(
        "load_module {}/ngx_http_brotli_static_module.so;\n\
         daemon off;\n\
         master_process off;\n\
         pid nginx.pid;\n\
         error_log errors;\n\
         events {{}}\n\
         http {{\n\
         {folders}\
         access_log off;\n\
         sendfile on;\n\
         include site.conf;\n\
         }}\n",
        modules.display()
    )
}

/// Finds nginx with its module for brotli files.
///
/// # Errors
/// When it is missing; the error says what to install.
pub fn nginx() -> Result<WebServer> {
    let module = "ngx_http_brotli_static_module.so";
    find("usr/sbin/nginx", "usr/lib/nginx/modules", module)?.context(
        "there is no nginx with its module brotli_static: `cargo xtask test site` gets it on \
         Debian, where they are in nginx and libnginx-mod-http-brotli-static",
    )
}

/// Finds Apache's HTTP server.
///
/// # Errors
/// When it is missing; the error says what to install.
pub fn apache() -> Result<WebServer> {
    find(
        "usr/sbin/apache2",
        "usr/lib/apache2/modules",
        "mod_rewrite.so",
    )?
    .context(
        "there is no Apache: `cargo xtask test site` gets it on Debian, where it is in apache2-bin",
    )
}

/// Looks in Debian's locations, on the system and among the unpacked packages.
fn find(program: &str, modules: &str, module: &str) -> Result<Option<WebServer>> {
    let roots = [PathBuf::from("/"), unpacked()?];
    Ok(roots
        .iter()
        .map(|root| WebServer {
            program: root.join(program),
            modules: root.join(modules),
        })
        .find(|server| server.program.is_file() && server.modules.join(module).is_file()))
}
