//! Making scripts small. Trunk's own minifier gives up on what wasm-bindgen writes.

use std::{path::Path, process::Command};

use anyhow::Result;

use crate::{process::run, setup};

/// Minifies the ES module at `path` below `folder` in place, keeping what it exports.
pub(super) fn module(folder: &Path, path: &str) -> Result<()> {
    let file = folder.join(path);
    run(Command::new(setup::npm_programs()?.join("esbuild"))
        .arg(&file)
        .args([
            "--minify",
            "--format=esm",
            "--target=es2022",
            "--legal-comments=none",
            "--log-level=warning",
            "--allow-overwrite",
        ])
        .arg(format!("--outfile={}", file.display())))
}
