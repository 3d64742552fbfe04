//! npm packages that only benchmarks need.

use std::{fs, path::Path, process::Command};

use anyhow::Result;
use project::process::run as run_command;

/// Installs the packages of the lock file in a folder; `what` describes them.
pub(crate) fn install(source: &Path, what: &str) -> Result<()> {
    // npm writes this file after a complete installation.
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
