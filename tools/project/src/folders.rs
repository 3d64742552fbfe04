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

/// Names the data file that is built, checked and tested in place of the published one.
pub const CATALOGUE: &str = "CATALOGUE";

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

/// The catalogue that the golden sets of the search were written for. No editor changes it.
pub fn golden_file() -> PathBuf {
    workspace()
        .join("tests")
        .join("golden")
        .join("catalogue.json")
}

/// The list of all ids that have been published.
pub fn published_ids_file() -> PathBuf {
    workspace().join("tests").join("published_ids.txt")
}

/// What the publisher fills in, unless another file is named.
pub fn settings_file() -> PathBuf {
    workspace().join("deploy").join("publication.toml")
}
