//! Apache with the generated `.htaccess`.

use std::{
    fs::{self, Permissions},
    os::unix::fs::PermissionsExt,
    path::Path,
    process::Command,
};

use anyhow::Result;
use tests::BuiltSite;
use xtask::setup::web_server;

use super::{answers, running::WebServerProcess};
use crate::built::files;

const MODULES: [&str; 6] = [
    "mpm_event",
    "authz_core",
    "dir",
    "headers",
    "mime",
    "rewrite",
];

#[tokio::test]
async fn apache_sends_every_file_as_it_should() -> Result<()> {
    for place in BuiltSite::ALL {
        let server = WebServerProcess::start(|port, folder| command(place, port, folder))?;
        answers::check(&server.origin(), place).await?;
    }
    Ok(())
}

fn command(place: BuiltSite, port: u16, folder: &Path) -> Result<Command> {
    let apache = web_server::apache()?;
    // Apache drops root privileges, and must still be able to read the site.
    fs::set_permissions(folder, Permissions::from_mode(0o755))?;
    let site = place.folder()?;
    let below_root = place.base().trim_matches('/');
    for file in files(&site)? {
        let copy = folder.join("www").join(below_root).join(&file);
        if let Some(parent) = copy.parent() {
            fs::create_dir_all(parent)?;
        }
        fs::copy(site.join(&file), copy)?;
    }
    fs::write(folder.join("mime.types"), "")?;
    fs::write(
        folder.join("apache.conf"),
        around(port, folder, &apache.modules),
    )?;
    let mut command = Command::new(apache.program);
    command
        .args(["-X", "-e", "error", "-f"])
        .arg(folder.join("apache.conf"));
    Ok(command)
}

/// The server's own configuration: one process, with its files in one folder.
fn around(port: u16, folder: &Path, modules: &Path) -> String {
    let folder = folder.display();
    let modules = MODULES.map(|name| {
        format!(
            "LoadModule {name}_module {}/mod_{name}.so\n",
            modules.display()
        )
    });
    let modules = modules.concat();
    format!(
        "{modules}\
         ServerRoot {folder}\n\
         DefaultRuntimeDir {folder}\n\
         PidFile {folder}/apache.pid\n\
         ErrorLog {folder}/errors\n\
         ServerName localhost\n\
         Listen 127.0.0.1:{port}\n\
         User nobody\n\
         Group nogroup\n\
         TypesConfig {folder}/mime.types\n\
         # Debian's default, which would send compressed copies as archives.\n\
         AddType application/x-gzip .gz .tgz\n\
         DocumentRoot {folder}/www\n\
         <Directory {folder}/www>\n\
         AllowOverride All\n\
         Options FollowSymLinks\n\
         Require all granted\n\
         </Directory>\n"
    )
}
