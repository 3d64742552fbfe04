//! Text with the matches of a search marked in it.

use crate::markup::{el, fragment, text};
use catalogue::search::{SearchText, highlight};
use leptos::prelude::*;

/// A text with the letters marked that match a search.
pub fn marked(whole: &str, search: &SearchText) -> AnyView {
    let mut pieces = Vec::new();
    let mut end = 0;
    for span in highlight(whole, search) {
        if span.start > end {
            pieces.push(text(&whole[end..span.start]));
        }
        pieces.push(el("mark").text(&whole[span.clone()]).done());
        end = span.end;
    }
    if end < whole.len() {
        pieces.push(text(&whole[end..]));
    }
    fragment(pieces)
}
