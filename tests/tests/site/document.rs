//! Reading a page as a browser does, as far as it takes to know its elements.

use std::{collections::BTreeMap, fs, path::Path};

use anyhow::{Context, Result};
use html5gum::{DefaultEmitter, HtmlString, Token, Tokenizer};

/// An element of a page.
#[derive(Debug)]
pub(crate) struct Element {
    /// Its name, in small letters.
    pub(crate) name: String,
    /// The text between its start and the next tag: all of it for scripts and titles.
    pub(crate) text: String,
    attributes: BTreeMap<String, String>,
}

impl Element {
    /// The value of an attribute.
    pub(crate) fn get(&self, attribute: &str) -> Option<&str> {
        self.attributes.get(attribute).map(String::as_str)
    }

    /// Whether the attribute holds `word`, alone or among others.
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
    let mut emitter = DefaultEmitter::default();
    // Otherwise what stands in a script would be read as markup.
    emitter.naively_switch_states(true);
    let mut elements: Vec<Element> = Vec::new();
    let mut is_open = false;
    for Ok(token) in Tokenizer::new_with_emitter(page, emitter) {
        match token {
            Token::StartTag(tag) => {
                is_open = true;
                elements.push(Element {
                    name: text_of(&tag.name),
                    text: String::new(),
                    attributes: tag
                        .attributes
                        .iter()
                        .map(|(name, value)| (text_of(name), text_of(value)))
                        .collect(),
                });
            }
            Token::EndTag(_) => is_open = false,
            Token::String(text) if is_open => {
                if let Some(element) = elements.last_mut() {
                    element.text += &text_of(&text);
                }
            }
            _ => {}
        }
    }
    elements
}

fn text_of(text: &HtmlString) -> String {
    String::from_utf8_lossy(text).into_owned()
}

#[test]
fn scripts_are_text_and_references_are_letters() {
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
