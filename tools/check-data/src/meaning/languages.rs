//! Texts under the tag of the other language.

use catalogue::model::Lang;
use serde_json::Value;
use whatlang::Detector;

use crate::diagnostic::Diagnostic;
use crate::document::push_token;
use crate::message::Message;
use crate::record::text_at;

/// Shorter texts are too often names of bodies in the other language: on the published catalogue
/// all false alarms were shorter.
const FEWEST_WORDS: usize = 10;

/// Names may well be foreign.
const NAMES: [&str; 2] = ["name", "title"];

/// Looks at every text in both languages but names.
pub(super) fn check(root: &Value, found: &mut Vec<Diagnostic>) {
    let detector = Detector::with_allowlist(vec![whatlang::Lang::Eng, whatlang::Lang::Ita]);
    visit(root, &mut String::new(), &detector, found);
}

fn visit(value: &Value, pointer: &mut String, detector: &Detector, found: &mut Vec<Diagnostic>) {
    let length = pointer.len();
    match value {
        Value::Object(fields) => {
            for lang in Lang::ALL {
                if text_at(value, lang.tag())
                    .is_some_and(|text| is_in(lang.other(), text, detector))
                {
                    let place = format!("{pointer}/{}", lang.tag());
                    found.push(Diagnostic::new(&place, Message::WrongLanguage { lang }));
                }
            }
            for (name, value) in fields {
                if !NAMES.contains(&name.as_str()) {
                    push_token(pointer, name);
                    visit(value, pointer, detector, found);
                    pointer.truncate(length);
                }
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

/// Whether a text is in a language, without doubt.
fn is_in(lang: Lang, text: &str, detector: &Detector) -> bool {
    let language = match lang {
        Lang::En => whatlang::Lang::Eng,
        Lang::It => whatlang::Lang::Ita,
    };
    text.split_whitespace().count() >= FEWEST_WORDS
        && detector
            .detect(text)
            .is_some_and(|detected| detected.lang() == language && detected.is_reliable())
}
