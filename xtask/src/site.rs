//! The site: built by Trunk, finished by its two hooks.

mod compress;
pub mod files;
pub mod fingerprint;
pub mod hooks;
mod minify;
pub(crate) mod program;
mod published_ids;
pub mod reproduce;
pub mod sizes;
mod styles;

use std::{
    env,
    path::{self, Path, PathBuf},
    process::Command,
};

use anyhow::Result;

use crate::{base::Base, process::run, settings::Settings, setup};

/// Makes the program smaller on the wire, in release builds of the site alone: the standard library is
/// built with it, for size and without the texts of panics, and functions are inlined only where that
/// makes them smaller, and are not described for debugging. The flags are unstable and the compiler is
/// pinned, so they mean the same until somebody pins another one. They replace the flags of
/// `.cargo/config.toml`, which are therefore repeated.
pub(crate) const SMALL_PROGRAM: [(&str, &str); 4] = [
    ("RUSTC_BOOTSTRAP", "1"),
    ("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort"),
    ("CARGO_UNSTABLE_BUILD_STD_FEATURES", "optimize_for_size"),
    (
        "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS",
        "-Zunstable-options -Cpanic=immediate-abort -Zlocation-detail=none -Zfmt-debug=none \
         -Cllvm-args=-inline-threshold=0 --cfg erase_components",
    ),
];

/// Names the data file that is built, checked and tested in place of the published one.
pub const CATALOGUE: &str = "CATALOGUE";

/// The folder of the checkout.
pub fn workspace() -> &'static Path {
    let package = Path::new(env!("CARGO_MANIFEST_DIR"));
    package.parent().unwrap_or(package)
}

/// Where the site goes unless something else is said.
pub fn default_folder() -> PathBuf {
    workspace().join("dist")
}

/// The folder that cargo builds into.
pub(crate) fn target_folder() -> PathBuf {
    // A relative one is meant from where cargo was called, which is where we are.
    env::var_os("CARGO_TARGET_DIR")
        .and_then(|folder| path::absolute(folder).ok())
        .unwrap_or_else(|| workspace().join("target"))
}

/// The one file that the catalogue is made of: the published one, unless [`CATALOGUE`] names another.
pub fn data_file() -> PathBuf {
    env::var_os(CATALOGUE).map_or_else(|| published("catalogue.json"), PathBuf::from)
}

/// The schema of data files.
pub fn schema_file() -> PathBuf {
    published("catalogue.schema.json")
}

fn published(name: &str) -> PathBuf {
    workspace().join("public").join("data").join(name)
}

/// The catalogue that tests of pages and of the site run on. No editor changes it.
pub fn fixture_file() -> PathBuf {
    workspace()
        .join("tests")
        .join("fixture")
        .join("catalogue.json")
}

/// What the publisher fills in, unless another file is named.
pub fn settings_file() -> PathBuf {
    workspace().join("deploy").join("publication.toml")
}

/// Builds the release site for `base` from `data` into `folder`, to be looked at on this machine.
///
/// # Errors
/// When Trunk or one of the hooks fails; they have said why.
pub fn build(folder: &Path, base: &Base, data: &Path) -> Result<()> {
    println!(
        "This build is for this machine: addresses that must be whole begin with {}. \
         To publish it, use `cargo xtask build --publish`.",
        Settings::local(base).url("")
    );
    run(release(folder, base)?.env(CATALOGUE, path::absolute(data)?))
}

/// Builds the release site for publication, as the settings in `file` say.
///
/// # Errors
/// When the settings lack something, or Trunk or one of the hooks fails; they have said why. Or when the
/// list of published ids cannot be written.
pub fn publish(folder: &Path, file: &Path) -> Result<()> {
    let settings = Settings::read(file)?;
    run(release(folder, settings.base())?.env(hooks::PUBLICATION, path::absolute(file)?))?;
    published_ids::record()
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

/// Serves the development build with Trunk's live reload, until it is stopped.
///
/// # Errors
/// When Trunk fails; it has said why.
pub fn serve_development(port: u16, base: &Base) -> Result<()> {
    run(trunk()?.args([
        "serve",
        "--locked",
        "--address",
        "127.0.0.1",
        "--port",
        &port.to_string(),
        "--public-url",
        base.as_str(),
    ]))
}

fn trunk() -> Result<Command> {
    let mut command = Command::new("trunk");
    command
        .current_dir(workspace())
        .env("PATH", setup::search_path()?)
        .env("TRUNK_SKIP_VERSION_CHECK", "true")
        .env_remove(hooks::PUBLICATION);
    Ok(command)
}
