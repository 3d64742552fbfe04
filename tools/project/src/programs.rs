//! Where set-up puts the programs that build and test the site.

use std::{env, ffi::OsString, path::PathBuf};

use anyhow::{Context, Result};

use crate::process::path_with;

/// The npm package `binaryen` of this version ships `wasm-opt` 132; Debian's 108 cannot read what
/// today's compiler writes.
pub const BINARYEN: &str = "132.0.0";
/// The version of the npm package `esbuild`.
pub const ESBUILD: &str = "0.28.2";

/// `PATH` with the installed programs first, for the programs that we start.
///
/// # Errors
/// When the environment names no home.
pub fn search_path() -> Result<OsString> {
    Ok(path_with([npm()?.as_path(), &cargo()?]))
}

/// Where our own copies of programs are: outside the checkout, so that a fresh clone finds them again.
///
/// # Errors
/// When the environment names no home.
pub fn cache() -> Result<PathBuf> {
    let caches = env::var_os("XDG_CACHE_HOME")
        .map(PathBuf::from)
        .or_else(|| Some(env::home_dir()?.join(".cache")))
        .context("neither XDG_CACHE_HOME nor HOME is set")?;
    Ok(caches.join("technology-clusters"))
}

/// The folder that npm installs into. It is named by the versions, so that two checkouts can differ.
///
/// # Errors
/// When the environment names no home.
pub fn npm_folder() -> Result<PathBuf> {
    Ok(cache()?.join(format!("binaryen-{BINARYEN}-esbuild-{ESBUILD}")))
}

/// The folder of the programs that npm has installed.
///
/// # Errors
/// When the environment names no home.
pub fn npm() -> Result<PathBuf> {
    Ok(npm_folder()?.join("node_modules").join(".bin"))
}

/// Where `cargo install` puts programs.
///
/// # Errors
/// When the environment names no home.
pub fn cargo() -> Result<PathBuf> {
    let home = env::var_os("CARGO_INSTALL_ROOT")
        .or_else(|| env::var_os("CARGO_HOME"))
        .map(PathBuf::from)
        .or_else(|| Some(env::home_dir()?.join(".cargo")))
        .context("neither CARGO_HOME nor HOME is set")?;
    Ok(home.join("bin"))
}
