//! Serves a built site on this machine, for `cargo xtask serve`.

use std::{path::PathBuf, process::ExitCode};

use anyhow::Result;
use clap::Parser;
use project::{base::Base, folders, process::exit_code, release::LOCAL_PORT};
use site_server::{ServedSite, Server};

/// Serves a built site on 127.0.0.1 with the production headers, until it is stopped
#[derive(Parser)]
#[command(name = "site-server")]
struct Arguments {
    /// The folder of the site; `dist` by default
    #[arg(long)]
    folder: Option<PathBuf>,
    /// The base path of the site
    #[arg(long, default_value_t)]
    base: Base,
    /// The port; 0 picks a free one
    #[arg(long, default_value_t = LOCAL_PORT)]
    port: u16,
}

fn main() -> ExitCode {
    exit_code(serve(Arguments::parse()))
}

fn serve(arguments: Arguments) -> Result<()> {
    let folder = arguments.folder.unwrap_or_else(folders::site);
    let server = Server::start_at(ServedSite::new(folder, arguments.base), arguments.port)?;
    println!("\nserving {} (Ctrl-C stops)", server.url(""));
    server.wait();
    Ok(())
}
