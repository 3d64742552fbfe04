//! What others have written and we build upon: under which licences, from where, with which known
//! faults.

use std::process::Command;

use anyhow::Result;
use project::{
    folders::workspace,
    process::{cargo, output_of, run},
    programs::search_path,
};

/// Holds all dependencies to `deploy/deny.toml`.
///
/// Licences, sources and version requirements are read in the crates themselves, those for other
/// machines included, which no build has brought here. Known faults are told after a version has come
/// out: where their database cannot be reached, that is said and no failure.
///
/// # Errors
/// When a dependency cannot be had, breaks a rule, or has a known fault.
pub fn check() -> Result<()> {
    run(cargo().current_dir(workspace()).args(["fetch", "--locked"]))?;
    run(cargo_deny()?.args(["--offline", "check", "bans", "licenses", "sources"]))?;
    if output_of(cargo_deny()?.args(["fetch", "db"])).is_some() {
        return run(cargo_deny()?.args(["--offline", "check", "advisories"]));
    }
    println!(
        "NOT CHECKED: the database of known faults (https://github.com/rustsec/advisory-db) \
         cannot be reached from here."
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
