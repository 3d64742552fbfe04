//! Diagnostics: errors and warnings at a position of the document.

use super::report::Severity;

/// An error or a warning at a JSON Pointer; [`super::record::locate`] makes a
/// [`super::report::Problem`] of it.
pub(super) struct Diagnostic {
    pub(super) severity: Severity,
    pub(super) pointer: String,
    /// The byte offset, if it is not the start of the value at `pointer`.
    pub(super) offset: Option<usize>,
    pub(super) what: String,
    pub(super) fix: String,
}

impl Diagnostic {
    /// Creates an error, which prevents publication.
    pub(super) fn error(pointer: &str, what: impl Into<String>, fix: impl Into<String>) -> Self {
        let pointer = pointer.to_owned();
        Self {
            severity: Severity::Error,
            pointer,
            offset: None,
            what: what.into(),
            fix: fix.into(),
        }
    }

    /// Creates a warning.
    pub(super) fn warning(pointer: &str, what: impl Into<String>, fix: impl Into<String>) -> Self {
        Self {
            severity: Severity::Warning,
            ..Self::error(pointer, what, fix)
        }
    }

    /// Sets another byte offset.
    pub(super) fn at(self, offset: usize) -> Self {
        Self {
            offset: Some(offset),
            ..self
        }
    }
}

/// The maximum length of quotations from the file, in characters.
const LONGEST: usize = 60;

/// Quotes a piece of the file for a message: truncated, in quotation marks, and without terminal
/// control sequences.
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

/// A character, or its escape if it is invisible; accented letters are unchanged.
fn visible(letter: char) -> impl Iterator<Item = char> {
    let escaped = match letter {
        '"' | '\'' | '\\' => None,
        _ => Some(letter.escape_debug()),
    };
    let itself = escaped.is_none().then_some(letter);
    itself.into_iter().chain(escaped.into_iter().flatten())
}
