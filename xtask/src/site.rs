//! The site: built by Trunk, which calls the site builder through its hooks.

use std::{
    path::{self, Path},
    process::{Command, Stdio},
};

use anyhow::{Context, Result, ensure};
use project::{
    base::Base,
    folders::{CATALOGUE, workspace},
    process::{run, tool},
    programs::search_path,
    release::{LOCAL_ORIGIN, PUBLICATION, SMALL_PROGRAM},
};

/// Builds the release site for `base` from `data` into `folder`, for the local machine.
///
/// # Errors
/// When Trunk or one of the hooks fails; they print the reason.
pub fn build(folder: &Path, base: &Base, data: &Path) -> Result<()> {
    println!(
        "This build is for this machine: addresses that must be whole begin with {LOCAL_ORIGIN}{base}. \
         To publish it, use `cargo xtask build --publish`."
    );
    run(release(folder, base)?.env(CATALOGUE, path::absolute(data)?))
}

/// Builds the release site for publication below `base`, with the settings in `file`.
///
/// # Errors
/// When Trunk or one of the hooks fails; they print the reason.
pub fn publish(folder: &Path, base: &Base, file: &Path) -> Result<()> {
    run(release(folder, base)?.env(PUBLICATION, path::absolute(file)?))
}

/// The base path in the settings of a publication.
///
/// # Errors
/// When the settings are not complete; the site builder prints what is missing.
pub fn published_base(file: &Path) -> Result<Base> {
    let mut settings = tool("site-builder");
    let output = settings
        .arg("settings")
        .arg(file)
        .stderr(Stdio::inherit())
        .output()
        .context("cannot start the site builder")?;
    ensure!(output.status.success(), "nothing was built");
    String::from_utf8(output.stdout)?.trim().parse()
}

/// Prints the sizes of the site in `folder`.
///
/// # Errors
/// When a kind of file is over its budget.
pub fn check_sizes(folder: &Path) -> Result<()> {
    run(tool("site-builder").arg("sizes").arg(folder))
}

fn release(folder: &Path, base: &Base) -> Result<Command> {
    let mut command = trunk()?;
    command
        .envs(SMALL_PROGRAM)
        .args([
            "build",
            "--release",
            "--locked",
            "--public-url",
            base.as_str(),
            "--dist",
        ])
        .arg(folder);
    Ok(command)
}

/// A command that serves the development build with live reload, until it is stopped.
///
/// # Errors
/// When the environment has no home directory.
pub fn development_server(port: u16, base: &Base) -> Result<Command> {
    let mut command = trunk()?;
    command.args([
        "serve",
        "--locked",
        "--address",
        "127.0.0.1",
        "--port",
        &port.to_string(),
        "--public-url",
        base.as_str(),
    ]);
    Ok(command)
}

fn trunk() -> Result<Command> {
    let mut command = Command::new("trunk");
    command
        .current_dir(workspace())
        .env("PATH", search_path()?)
        .env("TRUNK_SKIP_VERSION_CHECK", "true")
        .env_remove(PUBLICATION);
    Ok(command)
}
