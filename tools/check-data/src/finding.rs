//! Something that is wrong at a place of the document.

use super::report::Severity;

/// Something wrong, with its place as a JSON Pointer; [`super::record::locate`] makes a
/// [`super::report::Problem`] of it.
pub(super) struct Finding {
    pub(super) severity: Severity,
    pub(super) pointer: String,
    /// The place in bytes, where that is not the beginning of the value at `pointer`.
    pub(super) offset: Option<usize>,
    pub(super) what: String,
    pub(super) mend: String,
}

impl Finding {
    /// Something that must not be published.
    pub(super) fn error(pointer: &str, what: impl Into<String>, mend: impl Into<String>) -> Self {
        let pointer = pointer.to_owned();
        Self {
            severity: Severity::Error,
            pointer,
            offset: None,
            what: what.into(),
            mend: mend.into(),
        }
    }

    /// Something to look at.
    pub(super) fn warning(pointer: &str, what: impl Into<String>, mend: impl Into<String>) -> Self {
        Self {
            severity: Severity::Warning,
            ..Self::error(pointer, what, mend)
        }
    }

    /// The same at another place, in bytes.
    pub(super) fn at(self, offset: usize) -> Self {
        Self {
            offset: Some(offset),
            ..self
        }
    }
}

/// Longest piece of the file in a message, in characters.
const LONGEST: usize = 60;

/// A piece of the file as it may stand in a message: in quotation marks, shortened, and with
/// nothing in it that a terminal would obey.
pub(super) fn shown(text: &str) -> String {
    format!("\"{}\"", harmless(text))
}

/// As [`shown`], without quotation marks.
pub(super) fn harmless(text: &str) -> String {
    let mut short: String = text.chars().take(LONGEST).flat_map(visible).collect();
    if text.chars().nth(LONGEST).is_some() {
        short.push('…');
    }
    short
}

/// A character itself, or its escape where it would not be seen; an accented letter stays itself.
fn visible(letter: char) -> impl Iterator<Item = char> {
    let escaped = match letter {
        '"' | '\'' | '\\' => None,
        _ => Some(letter.escape_debug()),
    };
    let itself = escaped.is_none().then_some(letter);
    itself.into_iter().chain(escaped.into_iter().flatten())
}
