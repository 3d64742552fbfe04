//! Editors change the published catalogue, so tests must not depend on its content: they run on the
//! fixture or on a frozen copy. Tests that hold for every catalogue use
//! `project::folders::data_file`, which can be pointed at another file.

use std::{fs, path::Path};

use anyhow::{Result, ensure};
use project::{files::files_below, folders::workspace};

const FOLDERS: [&str; 7] = [
    "src",
    "catalogue",
    "xtask",
    "tools",
    "tests/src",
    "tests/tests",
    "tests/fuzz/targets",
];

#[test]
fn no_code_names_the_published_file() -> Result<()> {
    // In two parts, so that this file does not match.
    let name = ["public/data/", "catalogue.json"].concat();
    for folder in FOLDERS {
        let folder = workspace().join(folder);
        let files = files_below(&folder)?;
        let is_code = |file: &&String| Path::new(file).extension().is_some_and(|end| end == "rs");
        for file in files.iter().filter(is_code) {
            let file = folder.join(file);
            let text = fs::read_to_string(&file)?;
            let code = text
                .lines()
                .filter(|line| !line.trim_start().starts_with("//"));
            let named = code.filter(|line| line.contains(&name)).count();
            ensure!(named == 0, "{} names {name}", file.display());
        }
    }
    Ok(())
}
