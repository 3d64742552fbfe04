//! The things that tests, benchmarks and screenshots run on: built sites, and the programs that
//! drive a browser there.

use std::{
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Result, ensure};
use project::{
    folders::{self, workspace},
    process::{cargo, run as run_command},
    programs::search_path,
};

use crate::setup;

/// The folder of the site of the fixture, built for [`ROOT_BASE`].
pub const SITE_ROOT: &str = "SITE_ROOT";
/// The folder of the site of the fixture, built for [`SUB_BASE`].
pub const SITE_SUB: &str = "SITE_SUB";
/// The folder of the site of the published catalogue, built for [`ROOT_BASE`].
pub const SITE_PUBLISHED: &str = "SITE_PUBLISHED";
/// The browser engine that the tests run in: `chromium`, `firefox` or `webkit`.
pub const ENGINE: &str = "ENGINE";
/// The base of the first site under test.
pub const ROOT_BASE: &str = "/";
/// The base of the second site under test: deep enough to expose a missing part.
pub const SUB_BASE: &str = "/a/b/";

/// A command for a program that drives a browser; add its arguments.
pub fn program(name: &str) -> Command {
    let mut command = cargo();
    command
        .current_dir(workspace())
        .args(["run", "--locked", "--quiet", "-p", "tests"])
        .args(["--bin", name, "--"]);
    command
}

/// A command for such a program, with the built site; add its arguments.
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

/// Takes the screenshots and writes the contact sheet to a folder; by default in the target folder.
///
/// # Errors
/// When the built site or Chromium is missing, or a page does not reach the expected state.
pub fn take_screenshots(folder: Option<&Path>) -> Result<()> {
    setup::for_browser()?;
    let folder = match folder {
        Some(folder) => std::path::absolute(folder)?,
        None => folders::target().join("screenshots"),
    };
    run_command(program_at_site("screenshots")?.arg(&folder))?;
    println!("the screenshots are in {}", folder.display());
    Ok(())
}
