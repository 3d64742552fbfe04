//! Where things are.

use std::{
    env,
    path::{self, Path, PathBuf},
};

/// The folder of the checkout.
pub fn workspace() -> &'static Path {
    let package = Path::new(env!("CARGO_MANIFEST_DIR"));
    package.ancestors().nth(2).unwrap_or(package)
}

/// Where the site goes unless something else is said.
pub fn site() -> PathBuf {
    workspace().join("dist")
}

/// The folder that cargo builds into.
pub fn target() -> PathBuf {
    // A relative one is meant from where cargo was called, which is where we are.
    env::var_os("CARGO_TARGET_DIR")
        .and_then(|folder| path::absolute(folder).ok())
        .unwrap_or_else(|| workspace().join("target"))
}

/// The one file that the catalogue is made of.
pub fn data_file() -> PathBuf {
    workspace()
        .join("public")
        .join("data")
        .join("catalogue.json")
}

/// What the publisher fills in, unless another file is named.
pub fn settings_file() -> PathBuf {
    workspace().join("deploy").join("publication.toml")
}
