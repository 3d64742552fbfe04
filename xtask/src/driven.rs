//! The programs that drive a browser, for benchmarks and pictures.

use std::{path::PathBuf, process::Command};

use anyhow::{Result, ensure};
use project::{
    folders::{self, workspace},
    process::cargo,
    programs::search_path,
};

use crate::under_test::SITE_ROOT;

/// One of the programs that drive a browser; its arguments are to be added.
pub fn program(name: &str) -> Command {
    let mut command = cargo();
    command
        .current_dir(workspace())
        .args(["run", "--locked", "--quiet", "-p", "tests"])
        .args(["--bin", name, "--"]);
    command
}

/// One of the programs that drive a browser through the built site; its arguments are to be added.
///
/// # Errors
/// When there is no built site.
pub fn program_at_site(name: &str) -> Result<Command> {
    let mut command = program(name);
    command
        .env("PATH", search_path()?)
        .env(SITE_ROOT, built_site()?);
    Ok(command)
}

/// The folder with the site, which is looked at as it is.
///
/// # Errors
/// When there is no built site.
pub fn built_site() -> Result<PathBuf> {
    let folder = folders::site();
    ensure!(
        folder.join("en/index.html").exists(),
        "there is no site in {}: `cargo xtask build` makes one",
        folder.display()
    );
    Ok(folder)
}
