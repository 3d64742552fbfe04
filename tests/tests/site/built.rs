//! The files of the built site, and the elements of its pages.

use std::{collections::BTreeMap, fs, path::Path, process::Command};

use anyhow::{Context, Result, ensure};
use html5gum::{DefaultEmitter, HtmlString, Token, Tokenizer};
pub(crate) use project::files::files_below as files;
use project::{folders::workspace, programs};
use serde_json::Value;
use tests::BuiltSite;

/// The lists of the data file whose records have pages.
pub(crate) const WITH_PAGES: [&str; 3] = ["clusters", "areas", "organisations"];

/// The paths of all pages. Fails unless each record has one in both languages, because tests on an
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

/// An element of a page.
#[derive(Debug)]
pub(crate) struct Element {
    /// Its name, in small letters.
    pub(crate) name: String,
    /// The text between its start tag and the next tag; for scripts and titles, all text.
    pub(crate) text: String,
    attributes: BTreeMap<String, String>,
}

impl Element {
    /// The value of an attribute.
    pub(crate) fn get(&self, attribute: &str) -> Option<&str> {
        self.attributes.get(attribute).map(String::as_str)
    }

    /// Whether the attribute contains `word`, alone or among others.
    pub(crate) fn has(&self, attribute: &str, word: &str) -> bool {
        self.get(attribute)
            .is_some_and(|value| value.split_ascii_whitespace().any(|each| each == word))
    }

    /// Its attributes, and their values.
    pub(crate) fn attributes(&self) -> impl Iterator<Item = (&str, &str)> {
        self.attributes
            .iter()
            .map(|(name, value)| (name.as_str(), value.as_str()))
    }
}

/// The elements of the page in `file`, in order.
pub(crate) fn read(file: &Path) -> Result<Vec<Element>> {
    let text = fs::read_to_string(file).with_context(|| format!("reading {}", file.display()))?;
    Ok(elements(&text))
}

/// The elements of a page, in order.
pub(crate) fn elements(page: &str) -> Vec<Element> {
    let mut elements: Vec<Element> = Vec::new();
    let mut is_open = false;
    for piece in pieces(page) {
        match piece {
            Piece::Start(name, attributes) => {
                is_open = true;
                elements.push(Element {
                    name,
                    text: String::new(),
                    attributes,
                });
            }
            Piece::End(_) => is_open = false,
            Piece::Text(text) if is_open => {
                if let Some(element) = elements.last_mut() {
                    element.text += &text;
                }
            }
            Piece::Text(_) | Piece::Other(_) => {}
        }
    }
    elements
}

/// A token of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Piece {
    /// The start of an element, with its name and its attributes.
    Start(String, BTreeMap<String, String>),
    /// The end of an element, with its name.
    End(String),
    /// All text up to the next tag, decoded.
    Text(String),
    /// A comment or a document type.
    Other(String),
}

/// The tokens of a page, in order.
pub(crate) fn pieces(page: &str) -> Vec<Piece> {
    let mut emitter = DefaultEmitter::default();
    // Otherwise the content of a script would be parsed as markup.
    emitter.naively_switch_states(true);
    let mut pieces: Vec<Piece> = Vec::new();
    for Ok(token) in Tokenizer::new_with_emitter(page, emitter) {
        match token {
            Token::StartTag(tag) => {
                let attributes = tag.attributes.iter();
                let attributes = attributes.map(|(name, value)| (text_of(name), text_of(value)));
                pieces.push(Piece::Start(text_of(&tag.name), attributes.collect()));
            }
            Token::EndTag(tag) => pieces.push(Piece::End(text_of(&tag.name))),
            Token::String(text) => match pieces.last_mut() {
                Some(Piece::Text(all)) => all.push_str(&text_of(&text)),
                _ => pieces.push(Piece::Text(text_of(&text))),
            },
            Token::Comment(comment) => pieces.push(Piece::Other(text_of(&comment))),
            Token::Doctype(doctype) => pieces.push(Piece::Other(text_of(&doctype.name))),
            Token::Error(_) => {}
        }
    }
    pieces
}

fn text_of(text: &HtmlString) -> String {
    String::from_utf8_lossy(text).into_owned()
}

#[test]
fn scripts_are_text_and_references_are_decoded() {
    let page = elements(
        r#"<title>A &amp; B</title><script type="x">"<p>"</script><a href="?a&amp;b" rel="x y">"#,
    );
    let names: Vec<_> = page.iter().map(|element| element.name.as_str()).collect();
    assert_eq!(names, ["title", "script", "a"]);
    assert_eq!(page[0].text, "A & B");
    assert_eq!(page[1].text, "\"<p>\"");
    assert_eq!(page[2].get("href"), Some("?a&b"));
    assert!(page[2].has("rel", "y") && !page[2].has("rel", "x y"));
}

/// Scripts that no test runs, such as those of the benchmarks, can at least be parsed.
#[test]
fn all_scripts_are_javascript() -> Result<()> {
    let mut esbuild = Command::new(programs::npm()?.join("esbuild"));
    let target = tempfile::tempdir()?;
    esbuild
        .current_dir(workspace())
        .args(["--log-level=warning"]);
    esbuild.arg(format!("--outdir={}", target.path().display()));
    let mut count = 0;
    for folder in ["src/js", "tests/bench/page", "tests/src", "tests/tests"] {
        for file in files(&workspace().join(folder))? {
            if has_extension(&file, "js") {
                esbuild.arg(format!("{folder}/{file}"));
                count += 1;
            }
        }
    }
    ensure!(count > 8, "{count} scripts");
    ensure!(esbuild.status()?.success(), "esbuild cannot read a script");
    Ok(())
}
