//! Texts in the field of the other language.

use catalogue::model::Lang;
use serde_json::Value;
use whatlang::Detector;

use crate::diagnostic::Diagnostic;
use crate::document::push_token;
use crate::message::Message;
use crate::record::text_at;

/// The minimum number of words of a single text. Shorter ones are too often names of bodies in the
/// other language: in the published catalogue all false alarms were shorter.
const WORDS_OF_A_TEXT: usize = 10;

/// The minimum number of words of two texts that both seem to be in the language of the other.
const WORDS_OF_A_PAIR: usize = 3;

/// Names may be foreign, or made up.
const NAMES: [&str; 2] = ["name", "title"];

/// Visits every text that has a language, except names.
pub(super) fn check(root: &Value, found: &mut Vec<Diagnostic>) {
    let detector = Detector::with_allowlist(vec![whatlang::Lang::Eng, whatlang::Lang::Ita]);
    visit(root, &mut String::new(), &detector, found);
}

fn visit(value: &Value, pointer: &mut String, detector: &Detector, found: &mut Vec<Diagnostic>) {
    let length = pointer.len();
    match value {
        Value::Object(fields) => {
            let are_swapped = are_swapped(value, detector);
            for lang in Lang::ALL {
                let is_wrong = text_at(value, lang.tag())
                    .is_some_and(|text| is_surely_in(lang.other(), text, detector));
                if is_wrong || are_swapped {
                    let place = format!("{pointer}/{}", lang.tag());
                    found.push(Diagnostic::new(&place, Message::WrongLanguage { lang }));
                }
            }
            for (name, value) in fields {
                if NAMES.contains(&name.as_str()) {
                    continue;
                }
                push_token(pointer, name);
                visit(value, pointer, detector, found);
                pointer.truncate(length);
            }
        }
        Value::Array(items) => {
            for (position, value) in items.iter().enumerate() {
                push_token(pointer, &position.to_string());
                visit(value, pointer, detector, found);
                pointer.truncate(length);
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

/// Whether each of two texts is in the language of the other.
fn are_swapped(texts: &Value, detector: &Detector) -> bool {
    Lang::ALL.into_iter().all(|lang| {
        text_at(texts, lang.tag()).is_some_and(|text| {
            text.split_whitespace().count() >= WORDS_OF_A_PAIR
                && detector.detect_lang(text) == Some(detected(lang.other()))
        })
    })
}

/// Whether a text is certainly in a language.
fn is_surely_in(lang: Lang, text: &str, detector: &Detector) -> bool {
    text.split_whitespace().count() >= WORDS_OF_A_TEXT
        && detector
            .detect(text)
            .is_some_and(|found| found.lang() == detected(lang) && found.is_reliable())
}

/// The detector's name of a language.
const fn detected(lang: Lang) -> whatlang::Lang {
    match lang {
        Lang::En => whatlang::Lang::Eng,
        Lang::It => whatlang::Lang::Ita,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The languages under which a text is found to be in the other.
    fn wrong(english: &str, italian: &str) -> Vec<String> {
        let mut found = Vec::new();
        check(
            &serde_json::json!({"text": {"en": english, "it": italian}}),
            &mut found,
        );
        found.into_iter().map(|it| it.pointer).collect()
    }

    #[test]
    fn texts_in_the_wrong_language_are_found() {
        let (english, italian) = (
            "It brings together companies and universities that work on clean energy.",
            "Riunisce imprese e università che lavorano insieme sull'energia pulita in Lombardia.",
        );
        assert!(wrong(english, italian).is_empty());
        assert_eq!(wrong(italian, italian), ["/text/en"]);
        assert_eq!(wrong(english, english), ["/text/it"]);
        assert_eq!(wrong(italian, english), ["/text/en", "/text/it"]);
        assert_eq!(
            wrong(
                "associazione senza scopo di lucro",
                "non-profit association of companies"
            ),
            ["/text/en", "/text/it"]
        );
    }

    #[test]
    fn short_texts_and_foreign_names_are_left_alone() {
        assert!(
            wrong(
                "managing body: Città Studi SpA, Biella",
                "gestore: Città Studi SpA, Biella"
            )
            .is_empty()
        );
        assert!(wrong("Turin", "Torino").is_empty());
    }
}
