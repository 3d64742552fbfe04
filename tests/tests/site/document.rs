//! Parsing pages into elements.

use std::{collections::BTreeMap, fs, path::Path};

use anyhow::{Context, Result};
use html5gum::{DefaultEmitter, HtmlString, Token, Tokenizer};

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
