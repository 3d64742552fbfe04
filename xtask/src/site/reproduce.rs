//! Whether two builds of one state of the code give the same bytes.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};

use anyhow::{Result, bail};
use sha2::{Digest, Sha256};

use super::{build, data_file, files::files_below, target_folder, workspace};
use crate::{base::Base, process};

/// The checksum of every file of a site.
type Checksums = BTreeMap<String, Vec<u8>>;

/// Builds the site twice, into two folders, and names what differs. The second time the program is
/// compiled anew.
///
/// # Errors
/// When a build fails, or two files differ.
pub fn check() -> Result<()> {
    let base = Base::default();
    let [one, other] = ["reproduce-1", "reproduce-2"].map(|name| target_folder().join(name));
    build(&one, &base, &data_file())?;
    forget_the_program()?;
    build(&other, &base, &data_file())?;
    let [one, other] = [checksums(&one)?, checksums(&other)?];
    let differing = differing(&one, &other);
    if !differing.is_empty() {
        bail!("two builds differ in: {}", differing.join(", "));
    }
    println!("two builds agree in each of {} files", one.len());
    Ok(())
}

/// Removes what was compiled for the browser from our own crates. What they depend on is the same
/// for both builds by `Cargo.lock`.
fn forget_the_program() -> Result<()> {
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

fn checksums(folder: &Path) -> Result<Checksums> {
    files_below(folder)?
        .into_iter()
        .map(|path| {
            let content = fs::read(folder.join(&path))?;
            Ok((path, Sha256::digest(content).to_vec()))
        })
        .collect()
}

/// The paths that only one of two sites has, or whose contents are not the same.
fn differing<'site>(one: &'site Checksums, other: &'site Checksums) -> Vec<&'site str> {
    let paths: BTreeSet<_> = one.keys().chain(other.keys()).collect();
    paths
        .into_iter()
        .filter(|path| one.get(*path) != other.get(*path))
        .map(String::as_str)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::site::files::write;

    #[test]
    fn what_differs_is_named() -> Result<()> {
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
        let one = checksums(&folder.path().join("one"))?;
        let other = checksums(&folder.path().join("other"))?;
        assert_eq!(
            differing(&one, &other),
            ["changed.html", "en/gone.html", "it/new.html"]
        );
        assert!(differing(&one, &one).is_empty());
        Ok(())
    }
}
