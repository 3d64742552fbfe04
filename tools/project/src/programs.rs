//! Locations and versions of the programs that set-up installs.

use std::{env, ffi::OsString, path::PathBuf};

use anyhow::{Context, Result};

use crate::process::path_with;

/// The version of the npm package `binaryen`, which ships `wasm-opt` 132; Debian's 108 cannot read
/// the output of current compilers.
pub const BINARYEN: &str = "132.0.0";
/// The version of the npm package `esbuild`.
pub const ESBUILD: &str = "0.28.2";
/// The version of the npm package `fflate`, which packs and unpacks workbooks in the browser.
pub const FFLATE: &str = "0.8.3";

/// `PATH` with the installed programs first, for child processes.
///
/// # Errors
/// When the environment has no home directory.
pub fn search_path() -> Result<OsString> {
    Ok(path_with([npm()?.as_path(), &cargo()?]))
}

/// The folder of installed programs: outside the checkout, so that a fresh clone can reuse them.
///
/// # Errors
/// When the environment has no home directory.
pub fn cache() -> Result<PathBuf> {
    let caches = env::var_os("XDG_CACHE_HOME")
        .map(PathBuf::from)
        .or_else(|| Some(env::home_dir()?.join(".cache")))
        .context("neither XDG_CACHE_HOME nor HOME is set")?;
    Ok(caches.join("technology-clusters"))
}

/// The folder that npm installs into. Its name has the versions, so that two checkouts can differ.
///
/// # Errors
/// When the environment has no home directory.
pub fn npm_folder() -> Result<PathBuf> {
    let folder = format!("binaryen-{BINARYEN}-esbuild-{ESBUILD}-fflate-{FFLATE}");
    Ok(cache()?.join(folder))
}

/// The folder of the programs installed by npm.
///
/// # Errors
/// When the environment has no home directory.
pub fn npm() -> Result<PathBuf> {
    Ok(npm_folder()?.join("node_modules").join(".bin"))
}

/// The folder of the programs installed by cargo.
///
/// # Errors
/// When the environment has no home directory.
pub fn cargo() -> Result<PathBuf> {
    let home = env::var_os("CARGO_INSTALL_ROOT")
        .or_else(|| env::var_os("CARGO_HOME"))
        .map(PathBuf::from)
        .or_else(|| Some(env::home_dir()?.join(".cargo")))
        .context("neither CARGO_HOME nor HOME is set")?;
    Ok(home.join("bin"))
}
