//! Rules for the source code that neither the compiler nor a lint can hold.

use std::{fs, path::Path};

use anyhow::{Result, ensure};
use project::{files::files_below, folders::workspace};

/// The functions and properties of Leptos, web-sys and JavaScript that parse text as markup.
const SINKS: [&str; 9] = [
    "inner_html(",
    "outer_html(",
    "insert_adjacent_html(",
    "create_contextual_fragment(",
    "document.write(",
    ".innerHTML =",
    ".outerHTML =",
    ".insertAdjacentHTML(",
    "eval(",
];

#[test]
fn no_text_becomes_markup() -> Result<()> {
    let source = workspace().join("src");
    let files = files_below(&source)?;
    ensure!(files.len() > 20, "only {} files are looked at", files.len());
    for file in files.iter().filter(|file| is_code(file)) {
        let text = fs::read_to_string(source.join(file))?;
        let sink = SINKS.iter().find(|sink| text.contains(**sink));
        ensure!(sink.is_none(), "src/{file}: {sink:?}");
    }
    Ok(())
}

fn is_code(file: &str) -> bool {
    let ending = Path::new(file)
        .extension()
        .and_then(|ending| ending.to_str());
    ending.is_some_and(|ending| ["rs", "js", "html"].contains(&ending))
}

/// The folders whose code must not depend on the published catalogue, because editors change it:
/// tests run on the fixture or on a frozen copy. What holds for every catalogue uses
/// `project::folders::data_file`, which can be pointed at another file.
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
