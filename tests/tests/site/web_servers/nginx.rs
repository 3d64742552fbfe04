//! nginx with the configuration that `deploy/nginx.conf` is an example of.

use std::{fs, path::Path, process::Command};

use anyhow::{Context, Result};
use tests::Place;
use xtask::{base::Base, headers::Nginx, setup::web_server};

use super::{answers, running::Running};

#[tokio::test]
async fn nginx_sends_every_file_as_it_should() -> Result<()> {
    for place in Place::ALL {
        let server = Running::start(|port, folder| command(place, port, folder))?;
        answers::check(&server.origin(), place).await?;
    }
    Ok(())
}

fn command(place: Place, port: u16, folder: &Path) -> Result<Command> {
    let nginx = web_server::nginx()?;
    let base: Base = place.base().parse()?;
    let files = place.folder()?;
    let site = Nginx {
        listen: &format!("127.0.0.1:{port}"),
        folder: files.to_str().context("a path in UTF-8")?,
        base: &base,
    };
    fs::write(folder.join("site.conf"), site.configuration())?;
    fs::write(folder.join("nginx.conf"), around(&nginx.modules))?;
    let mut command = Command::new(nginx.program);
    command
        .arg("-p")
        .arg(folder)
        .arg("-c")
        .arg(folder.join("nginx.conf"))
        .args(["-e", "stderr"]);
    Ok(command)
}

/// What a server has around the configuration of its sites: here, one process in one folder.
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
         include site.conf;\n\
         }}\n",
        modules.display()
    )
}
