//! The files of the built site.

use std::{fs, path::Path};

use anyhow::{Context, Result, ensure};
pub(crate) use project::files::files_below as files;
use serde_json::Value;
use tests::BuiltSite;

/// The lists of the data file whose records have pages.
pub(crate) const WITH_PAGES: [&str; 3] = ["clusters", "areas", "organisations"];

/// The paths of all pages. Fails unless each record has one in both languages, because tests of an
/// empty list would pass.
pub(crate) fn pages(place: BuiltSite) -> Result<Vec<String>> {
    let folder = place.folder()?;
    let data = data(&folder)?;
    let records = WITH_PAGES.map(|list| data[list].as_array().map_or(0, Vec::len));
    let records: usize = records.iter().sum();
    let mut files = files(&folder)?;
    files.retain(|path| has_extension(path, "html"));
    ensure!(
        records > 0 && files.len() > 2 * records,
        "there are only {} pages of {records} records",
        files.len()
    );
    Ok(files)
}

/// The data file of the site in `folder`.
pub(crate) fn data(folder: &Path) -> Result<Value> {
    let is_data =
        |path: &String| path.starts_with("data/catalogue-") && has_extension(path, "json");
    let data = files(folder)?.into_iter().find(is_data);
    let data = folder.join(data.context("there is no data file")?);
    Ok(serde_json::from_str(&fs::read_to_string(data)?)?)
}

/// The address of the file at `path` below the base: that of its folder, if it is an index page.
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
