//! Pieces of the file in messages.

/// Longest piece of the file in a message, in characters.
const LONGEST: usize = 60;

/// A piece of the file as it may stand in a message: in quotation marks, shortened, and with
/// nothing in it that a terminal would obey.
pub(crate) fn quote(text: &str) -> String {
    format!("\"{}\"", harmless(text))
}

/// As [`quote`], without quotation marks.
pub(crate) fn harmless(text: &str) -> String {
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
