//! Rules for the source code and the documents that neither the compiler nor a lint can enforce.

use std::{collections::BTreeSet, fs, process::Command};

use anyhow::{Context, Result, ensure};
use project::{
    files::{extension, files_below},
    folders::workspace,
    process::output_of,
};

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
    ensure!(files.len() > 20, "only {} files were checked", files.len());
    for file in files.iter().filter(|file| is_code(file)) {
        let text = fs::read_to_string(source.join(file))?;
        let sink = SINKS.iter().find(|sink| text.contains(**sink));
        ensure!(sink.is_none(), "src/{file}: {sink:?}");
    }
    Ok(())
}

fn is_code(file: &str) -> bool {
    ["rs", "js", "html"].contains(&extension(file))
}

/// The folders whose code must not depend on the published catalogue, because editors change it:
/// tests run on the fixture or on a frozen copy. Tests of what holds for every catalogue use
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
        for file in files.iter().filter(|file| extension(file) == "rs") {
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

/// Names in the documents that are examples, or belong to others.
const NOT_OURS: [&str; 9] = [
    "foo.rs",
    "mod.rs",
    "full_name_outranks_scattered_words",
    "server_name",
    "server_fn",
    "leptos_router",
    "leptos_meta",
    "leptos_i18n",
    "serde_path_to_error",
];

/// Files and names of the code that the documents mention in backticks.
#[test]
fn documents_name_what_exists() -> Result<()> {
    let folder = workspace();
    let files = tracked_files()?;
    let mut words = BTreeSet::new();
    for file in files.iter().filter(|file| is_source(file)) {
        let text = fs::read_to_string(folder.join(file))?;
        words.extend(text.split(|c| !is_of_a_word(c)).map(str::to_owned));
    }
    let mut missing = Vec::new();
    let mut named = 0;
    for document in files
        .iter()
        .filter(|file| extension(file) == "md" && *file != "CHANGELOG.md")
    {
        let text = fs::read_to_string(folder.join(document))?;
        // The text between the first and the second backtick, the third and the fourth, and so on.
        for name in text
            .lines()
            .flat_map(|line| line.split('`').skip(1).step_by(2))
        {
            let exists = if is_file_name(name) {
                let end = format!("/{name}");
                files
                    .iter()
                    .any(|file| file == name || file.ends_with(&end))
            } else if is_code_name(name) {
                let mut parts = name.trim_end_matches("()").split("::");
                parts.all(|part| words.contains(part))
            } else {
                continue;
            };
            named += 1;
            if !exists && !NOT_OURS.contains(&name) {
                missing.push(format!("{document}: {name}"));
            }
        }
    }
    ensure!(named > 100, "only {named} names were checked");
    ensure!(missing.is_empty(), "{}", missing.join("\n"));
    Ok(())
}

/// The files under version control.
fn tracked_files() -> Result<Vec<String>> {
    let mut git = Command::new("git");
    let list = output_of(git.current_dir(workspace()).arg("ls-files"));
    let list = list.context("git lists no files")?;
    Ok(list.lines().map(str::to_owned).collect())
}

fn is_of_a_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

fn is_source(file: &str) -> bool {
    let endings = ["rs", "js", "mjs", "css", "toml", "yml", "html", "py"];
    endings.contains(&extension(file))
}

/// Whether a text is the name or path of a file under version control, without placeholders. Pages are built.
fn is_file_name(text: &str) -> bool {
    let is_of_a_path = |c: char| is_of_a_word(c) || "./-".contains(c);
    let endings = ["rs", "js", "mjs", "css", "toml", "yml", "py", "md", "svg"];
    endings.contains(&extension(text)) && text.chars().all(is_of_a_path)
}

/// Whether a text is a path like `Type::name`, or a name with an underscore.
fn is_code_name(text: &str) -> bool {
    let name = text.trim_end_matches("()");
    let is_path = name.contains("::") || name.contains('_');
    is_path
        && name
            .split("::")
            .all(|part| !part.is_empty() && part.chars().all(is_of_a_word))
}
