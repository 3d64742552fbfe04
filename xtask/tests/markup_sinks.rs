//! The app never parses text as markup.

use std::{fs, path::Path};

use anyhow::{Result, ensure};
use project::{files::files_below, folders::workspace};

/// The functions and properties that would, in Leptos, web-sys and JavaScript.
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
