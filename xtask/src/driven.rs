//! Commands for the programs that drive a browser: benchmarks and screenshots.

use std::{path::PathBuf, process::Command};

use anyhow::{Result, ensure};
use project::{
    folders::{self, workspace},
    process::cargo,
    programs::search_path,
};

use crate::under_test::SITE_ROOT;

/// A command for one of these programs; add its arguments.
pub fn program(name: &str) -> Command {
    let mut command = cargo();
    command
        .current_dir(workspace())
        .args(["run", "--locked", "--quiet", "-p", "tests"])
        .args(["--bin", name, "--"]);
    command
}

/// A command for one of these programs, with the built site; add its arguments.
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

/// The folder of the built site, as it is.
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
