//! The project's folders and files.

use std::{
    env,
    path::{self, Path, PathBuf},
};

/// The root of the checkout.
pub fn workspace() -> &'static Path {
    let package = Path::new(env!("CARGO_MANIFEST_DIR"));
    package.ancestors().nth(2).unwrap_or(package)
}

/// The default output folder of the site.
pub fn site() -> PathBuf {
    workspace().join("dist")
}

/// Cargo's target folder.
pub fn target() -> PathBuf {
    // A relative path is relative to the current folder, as for cargo.
    env::var_os("CARGO_TARGET_DIR")
        .and_then(|folder| path::absolute(folder).ok())
        .unwrap_or_else(|| workspace().join("target"))
}

/// The environment variable that names a data file to use instead of the published one.
pub const CATALOGUE: &str = "CATALOGUE";

/// The data file of the catalogue: the published one, unless [`CATALOGUE`] names another.
pub fn data_file() -> PathBuf {
    env::var_os(CATALOGUE).map_or_else(|| published("catalogue.json"), PathBuf::from)
}

/// The JSON Schema of data files.
pub fn schema_file() -> PathBuf {
    published("catalogue.schema.json")
}

fn published(name: &str) -> PathBuf {
    workspace().join("public").join("data").join(name)
}

/// The frozen catalogue for tests of pages and of the site.
pub fn fixture_file() -> PathBuf {
    workspace()
        .join("tests")
        .join("fixture")
        .join("catalogue.json")
}

/// The frozen catalogue that the golden sets of the search were written for.
pub fn golden_file() -> PathBuf {
    workspace()
        .join("tests")
        .join("golden")
        .join("catalogue.json")
}

/// The list of all ids ever published.
pub fn published_ids_file() -> PathBuf {
    workspace().join("tests").join("published_ids.txt")
}

/// The default settings file of a publication.
pub fn settings_file() -> PathBuf {
    workspace().join("deploy").join("publication.toml")
}
