//! What the build has written.

use std::{fs, path::Path};

use anyhow::{Context, Result, ensure};
use tests::Place;

/// A site that lost its pages would pass every test of them; there are more than a thousand.
const LEAST_PAGES: usize = 1000;

/// The paths of all files of a site, in order, from its folder on and with `/` between their parts.
pub(crate) fn files(folder: &Path) -> Result<Vec<String>> {
    let mut files = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(&next).with_context(|| format!("reading {}", next.display()))? {
            let path = entry?.path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let below = path.strip_prefix(folder)?;
                files.push(below.to_str().context("a name in UTF-8")?.to_owned());
            }
        }
    }
    files.sort();
    Ok(files)
}

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
