//! Texts: in both languages, without markup, complete, and of a suitable length.

use std::collections::HashMap;

use catalogue::browse::FIGURES;
use catalogue::model::Lang;
use serde_json::Value;

use super::records::each;
use crate::diagnostic::Diagnostic;
use crate::document::{Document, push_token};
use crate::message::Message;
use crate::record::text_at;

/// The texts that must be given in both languages, since every page shows them.
const BILINGUAL: [(&str, &str); 7] = [
    ("areas", "label"),
    ("countries", "label"),
    ("regions", "label"),
    ("cities", "label"),
    ("clusters", "name"),
    ("clusters", "description"),
    ("organisations", "name"),
];

/// The minimum and maximum length of a description, in characters: one to three sentences, as many
/// as previews of shared links show.
const DESCRIPTION_LENGTH: std::ops::RangeInclusive<usize> = 40..=500;

pub(super) fn check(document: &Document, root: &Value, found: &mut Vec<Diagnostic>) {
    for (list, field) in BILINGUAL {
        for (pointer, record) in each(root, list) {
            both_languages(&format!("{pointer}/{field}"), record.get(field), found);
        }
    }
    for (pointer, cluster) in each(root, "clusters") {
        description_length(&pointer, cluster, found);
    }
    for (position, section) in root["about"].as_array().into_iter().flatten().enumerate() {
        known_figures(&format!("/about/{position}/paragraphs"), section, found);
    }
    synonyms_of_one_area(document, root, found);
    plain_and_finished(root, &mut String::new(), found);
}

/// A figure that does not exist would appear on the page as written.
fn known_figures(pointer: &str, section: &Value, found: &mut Vec<Diagnostic>) {
    let paragraphs = section["paragraphs"].as_array().into_iter().flatten();
    for (position, paragraph) in paragraphs.enumerate() {
        for lang in Lang::ALL {
            let text = text_at(paragraph, lang.tag()).unwrap_or_default();
            let names = text.split('{').skip(1);
            for name in names.filter_map(|rest| Some(rest.split_once('}')?.0)) {
                let bare = name.split_once(':').map_or(name, |(bare, _)| bare);
                if !FIGURES.contains(&bare) {
                    let name = name.to_owned();
                    let place = format!("{pointer}/{position}/{}", lang.tag());
                    found.push(Diagnostic::new(&place, Message::UnknownFigure { name }));
                }
            }
        }
    }
}

fn both_languages(pointer: &str, text: Option<&Value>, found: &mut Vec<Diagnostic>) {
    let Some(text) = text else { return };
    let given = |lang: Lang| text_at(text, lang.tag()).is_some();
    for lang in Lang::ALL {
        // If neither is given, the form is already wrong.
        if !given(lang) && given(lang.other()) {
            found.push(Diagnostic::new(pointer, Message::MissingLanguage { lang }));
        }
    }
}

fn description_length(pointer: &str, cluster: &Value, found: &mut Vec<Diagnostic>) {
    for lang in Lang::ALL {
        let description = cluster
            .get("description")
            .and_then(|texts| text_at(texts, lang.tag()));
        let Some(length) = description.map(|text| text.chars().count()) else {
            continue;
        };
        if !DESCRIPTION_LENGTH.contains(&length) {
            found.push(Diagnostic::new(
                &format!("{pointer}/description/{}", lang.tag()),
                Message::DescriptionLength {
                    length,
                    least: *DESCRIPTION_LENGTH.start(),
                    most: *DESCRIPTION_LENGTH.end(),
                },
            ));
        }
    }
}

fn synonyms_of_one_area(document: &Document, root: &Value, found: &mut Vec<Diagnostic>) {
    let mut owners: HashMap<String, (String, &str)> = HashMap::new();
    for (pointer, area) in each(root, "areas") {
        let Some(id) = text_at(area, "id") else {
            continue;
        };
        for lang in Lang::ALL {
            let words = area
                .get("synonyms")
                .and_then(|synonyms| synonyms.get(lang.tag())?.as_array());
            for (position, word) in words.into_iter().flatten().enumerate() {
                let Some(word) = word.as_str() else { continue };
                let place = format!("{pointer}/synonyms/{}/{position}", lang.tag());
                let (first, owner) = owners
                    .entry(word.to_lowercase())
                    .or_insert_with(|| (place.clone(), id));
                if *owner != id {
                    found.push(Diagnostic::new(
                        &place,
                        Message::SharedSynonym {
                            word: word.to_owned(),
                            area: (*owner).to_owned(),
                            line: document.line_of(first),
                        },
                    ));
                }
            }
        }
    }
}

/// Visits every text except addresses, in which `**` and the like are not markup.
fn plain_and_finished(value: &Value, pointer: &mut String, found: &mut Vec<Diagnostic>) {
    let length = pointer.len();
    match value {
        Value::Object(fields) => {
            for (name, value) in fields {
                push_token(pointer, name);
                plain_and_finished(value, pointer, found);
                pointer.truncate(length);
            }
        }
        Value::Array(items) => {
            for (position, value) in items.iter().enumerate() {
                push_token(pointer, &position.to_string());
                plain_and_finished(value, pointer, found);
                pointer.truncate(length);
            }
        }
        Value::String(text) => {
            if let Some(markup) = markup(text).filter(|_| !is_address(text)) {
                found.push(Diagnostic::new(
                    pointer,
                    Message::Markup {
                        markup: markup.to_owned(),
                    },
                ));
            }
            if is_unfinished(text) {
                found.push(Diagnostic::new(pointer, Message::Unfinished));
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

fn is_address(text: &str) -> bool {
    ["https://", "http://", "mailto:"]
        .iter()
        .any(|scheme| text.starts_with(scheme))
}

/// The first part of a text that is HTML or Markdown.
fn markup(text: &str) -> Option<&str> {
    text.char_indices().find_map(|(at, letter)| {
        let rest = &text[at..];
        let length = match letter {
            '<' => tag_length(rest),
            '&' => entity_length(rest),
            '*' => rest.starts_with("**").then_some(2),
            '[' => link_length(rest),
            _ => None,
        };
        length.map(|length| &rest[..length])
    })
}

/// `<b>`, `</p`, `<!--`; not `5 < 6`.
fn tag_length(text: &str) -> Option<usize> {
    let begins = text[1..]
        .starts_with(|next: char| next.is_ascii_alphabetic() || next == '/' || next == '!');
    begins.then(|| text.find('>').map_or(text.len(), |end| end + 1))
}

/// `&amp;`, `&#39;`; not `R&D; more`, because there is no entity `D`.
fn entity_length(text: &str) -> Option<usize> {
    const SHORTEST: usize = "&lt;".len();
    let end = text[1..].find(|letter: char| !letter.is_ascii_alphanumeric() && letter != '#')? + 1;
    (text[end..].starts_with(';') && end + 1 >= SHORTEST).then_some(end + 1)
}

/// `[text](address)`.
fn link_length(text: &str) -> Option<usize> {
    let middle = text.find("](")?;
    text[middle..].find(')').map(|end| middle + end + 1)
}

fn is_unfinished(text: &str) -> bool {
    text.split(|letter: char| !letter.is_alphanumeric())
        .any(|word| word == "TODO")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_is_found_and_plain_text_is_left_alone() {
        for (text, expected) in [
            ("It is <b>big</b>", Some("<b>")),
            ("a </p", Some("</p")),
            ("<!-- x -->", Some("<!-- x -->")),
            ("R&amp;D", Some("&amp;")),
            ("dell&#39;energia", Some("&#39;")),
            ("a **bold** word", Some("**")),
            (
                "see [the page](https://a.it) now",
                Some("[the page](https://a.it)"),
            ),
            ("5 < 6 & 7 > 3", None),
            ("R&D; and more", None),
            ("a * b [c] (d)", None),
            ("è [così", None),
        ] {
            assert_eq!(markup(text), expected, "{text:?}");
        }
    }

    #[test]
    fn todo_is_a_word() {
        assert!(is_unfinished("TODO: members"));
        assert!(is_unfinished("(TODO)"));
        assert!(!is_unfinished("Todo sobre mi cluster"));
        assert!(!is_unfinished("METODO"));
    }
}
