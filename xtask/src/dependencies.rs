//! Checks dependencies: licences, sources and known vulnerabilities.

use std::process::Command;

use anyhow::Result;
use project::{
    folders::workspace,
    process::{cargo, output_of, run},
    programs::search_path,
};

/// Checks all dependencies against `deploy/deny.toml`.
///
/// Needs the sources of all crates, including those for other platforms, so they are downloaded
/// first. If the database of vulnerabilities cannot be reached, this is reported, but is not an
/// error.
///
/// # Errors
/// When a dependency cannot be downloaded, breaks a rule, or has a known vulnerability.
pub fn check() -> Result<()> {
    run(cargo().current_dir(workspace()).args(["fetch", "--locked"]))?;
    run(cargo_deny()?.args(["--offline", "check", "bans", "licenses", "sources"]))?;
    if output_of(cargo_deny()?.args(["fetch", "db"])).is_some() {
        return run(cargo_deny()?.args(["--offline", "check", "advisories"]));
    }
    println!(
        "NOT CHECKED: the database of known vulnerabilities (https://github.com/rustsec/advisory-db) \
         cannot be reached."
    );
    Ok(())
}

fn cargo_deny() -> Result<Command> {
    let mut command = Command::new("cargo-deny");
    command
        .current_dir(workspace())
        .env("PATH", search_path()?)
        .args(["--workspace", "--locked", "--config", "deploy/deny.toml"]);
    Ok(command)
}
