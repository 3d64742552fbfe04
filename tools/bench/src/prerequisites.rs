//! The prerequisites of benchmarks besides the site: packages from npm, and generated catalogues.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::Result;
use project::{folders::workspace, process::run as run_command};

/// A fixed seed, so that the generated catalogues are always the same.
const SEED: u64 = 1;

/// Installs the npm packages that only benchmarks need, and returns the folder of the benchmarks.
pub(crate) fn npm_packages() -> Result<PathBuf> {
    let folder = workspace().join("tests/bench");
    // npm writes this file after a complete installation.
    let installed = folder.join("node_modules/.package-lock.json");
    let age = |file: &Path| fs::metadata(file).and_then(|data| data.modified()).ok();
    if age(&installed) < age(&folder.join("package-lock.json")) {
        println!("installing the npm packages of the benchmarks");
        let mut npm = Command::new("npm");
        // What the packages' install scripts fetch comes from the network, and is not needed here.
        npm.args(["ci", "--no-audit", "--no-fund"])
            .args(["--ignore-scripts", "--omit=optional"]);
        run_command(npm.current_dir(&folder))?;
    }
    Ok(folder)
}

/// Generates a catalogue and returns its file.
pub(crate) fn generated_catalogue(clusters: usize) -> Result<PathBuf> {
    generate::run(&generate::GeneratorOptions {
        clusters,
        seed: SEED,
        out: None,
    })
}
