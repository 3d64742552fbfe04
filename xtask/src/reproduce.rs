//! Checks that builds are reproducible.

use std::{collections::BTreeSet, fs, io, path::Path};

use anyhow::{Result, bail};
use project::{
    base::Base,
    files::files_below,
    folders::{self, workspace},
    process,
};

use crate::site::build;

/// Builds the site twice, into two folders, and lists the files that differ. The wasm is recompiled
/// for the second build.
///
/// # Errors
/// When a build fails, or two files differ.
pub fn check() -> Result<()> {
    let base = Base::default();
    let [one, other] = ["reproduce-1", "reproduce-2"].map(|name| folders::target().join(name));
    build(&one, &base, &folders::data_file())?;
    clean_wasm()?;
    build(&other, &base, &folders::data_file())?;
    let differing = differing(&one, &other)?;
    if !differing.is_empty() {
        bail!("two builds differ in: {}", differing.join(", "));
    }
    println!(
        "two builds agree in each of {} files",
        files_below(&one)?.len()
    );
    Ok(())
}

/// Removes the wasm build artefacts of our own crates. Dependencies are pinned by `Cargo.lock`.
fn clean_wasm() -> Result<()> {
    process::run(process::cargo().current_dir(workspace()).args([
        "clean",
        "--release",
        "--target",
        "wasm32-unknown-unknown",
        "-p",
        "technology-clusters",
        "-p",
        "catalogue",
    ]))
}

/// The paths that only one of two sites has, or whose content differs.
fn differing(one: &Path, other: &Path) -> Result<Vec<String>> {
    let paths: BTreeSet<_> = [files_below(one)?, files_below(other)?]
        .concat()
        .into_iter()
        .collect();
    let mut differing = Vec::new();
    for path in paths {
        if content(&one.join(&path))? != content(&other.join(&path))? {
            differing.push(path);
        }
    }
    Ok(differing)
}

/// The content of a file, or `None` if it does not exist.
fn content(file: &Path) -> io::Result<Option<Vec<u8>>> {
    match fs::read(file) {
        Ok(content) => Ok(Some(content)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

#[cfg(test)]
mod tests {
    use project::files::write;

    use super::*;

    #[test]
    fn differing_files_are_listed() -> Result<()> {
        let folder = tempfile::tempdir()?;
        for (path, content) in [
            ("one/same.html", "a"),
            ("one/changed.html", "a"),
            ("one/en/gone.html", "a"),
            ("other/same.html", "a"),
            ("other/changed.html", "b"),
            ("other/it/new.html", "a"),
        ] {
            write(folder.path(), path, content)?;
        }
        let [one, other] = ["one", "other"].map(|name| folder.path().join(name));
        assert_eq!(
            differing(&one, &other)?,
            ["changed.html", "en/gone.html", "it/new.html"]
        );
        assert!(differing(&one, &one)?.is_empty());
        Ok(())
    }
}
