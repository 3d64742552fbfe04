//! What the build has written.

use std::path::Path;

use anyhow::{Result, ensure};
pub(crate) use project::files::files_below as files;
use tests::Place;

/// A site that lost its pages would pass every test of them; there are more than a thousand.
const LEAST_PAGES: usize = 1000;

/// The paths of all pages.
pub(crate) fn pages(place: Place) -> Result<Vec<String>> {
    let mut files = files(&place.folder()?)?;
    files.retain(|path| has_extension(path, "html"));
    ensure!(
        files.len() > LEAST_PAGES,
        "there are only {} pages",
        files.len()
    );
    Ok(files)
}

/// The address of the file at `path`, given by what follows the base: that of its folder, if it is
/// a folder's page.
pub(crate) fn address(path: &str) -> &str {
    match path.strip_suffix("index.html") {
        Some(folder) if folder.is_empty() || folder.ends_with('/') => folder,
        _ => path,
    }
}

pub(crate) fn has_extension(path: &str, extension: &str) -> bool {
    Path::new(path)
        .extension()
        .is_some_and(|its_own| its_own == extension)
}
