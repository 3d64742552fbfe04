//! Packages from npm that only a benchmark needs.

use std::{fs, path::Path, process::Command};

use anyhow::Result;
use project::process::run as run_command;

/// Installs what the lock file in a folder names; `what` it is in words.
pub(crate) fn install(source: &Path, what: &str) -> Result<()> {
    // Written by npm when it has installed all that the lock file names.
    let installed = source.join("node_modules/.package-lock.json");
    let age = |file: &Path| fs::metadata(file).and_then(|data| data.modified()).ok();
    if age(&installed) >= age(&source.join("package-lock.json")) {
        return Ok(());
    }
    println!("installing {what}");
    run_command(
        Command::new("npm")
            .args(["ci", "--no-audit", "--no-fund"])
            .current_dir(source),
    )
}
