//! nginx with the generated configuration, of which `deploy/nginx.conf` is an example.

use std::{path::Path, process::Command};

use anyhow::{Context, Result};
use hosting::nginx::Nginx;
use project::base::Base;
use tests::BuiltSite;
use xtask::setup::web_server;

use super::{answers, running::WebServerProcess};

#[tokio::test]
async fn nginx_sends_every_file_as_it_should() -> Result<()> {
    for place in BuiltSite::ALL {
        let server = WebServerProcess::start(|port, folder| command(place, port, folder))?;
        answers::check(&server.origin(), place).await?;
    }
    Ok(())
}

fn command(place: BuiltSite, port: u16, folder: &Path) -> Result<Command> {
    let nginx = web_server::nginx()?;
    let base: Base = place.base().parse()?;
    let files = place.folder()?;
    let site = Nginx {
        listen: &format!("127.0.0.1:{port}"),
        folder: files.to_str().context("a path in UTF-8")?,
        base: &base,
    };
    nginx.running(&site, folder)
}
