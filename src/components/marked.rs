//! Text with the matches of a search marked in it.

use crate::markup::{Markup, el, fragment, text};
use catalogue::search::{SearchText, highlight};

/// A text with the letters marked that match a search.
pub fn marked(whole: &str, search: &SearchText) -> Markup {
    let mut pieces = Vec::new();
    let mut end = 0;
    for span in highlight(whole, search) {
        if span.start > end {
            pieces.push(text(whole[end..span.start].to_owned()));
        }
        pieces.push(el("mark").text(whole[span.clone()].to_owned()).done());
        end = span.end;
    }
    if end < whole.len() {
        pieces.push(text(whole[end..].to_owned()));
    }
    fragment(pieces)
}
