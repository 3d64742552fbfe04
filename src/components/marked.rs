//! Text with the matches of a search marked in it.

use catalogue::search::{SearchText, highlight};
use leptos::prelude::*;

/// A text with the letters marked that match a search.
pub fn marked(text: &str, search: &SearchText) -> AnyView {
    let spans = highlight(text, search);
    if spans.is_empty() {
        return text.to_owned().into_any();
    }
    let mut pieces = Vec::with_capacity(2 * spans.len() + 1);
    let mut end = 0;
    for span in spans {
        pieces.push(text[end..span.start].to_owned().into_any());
        pieces.push(view! { <mark>{text[span.clone()].to_owned()}</mark> }.into_any());
        end = span.end;
    }
    pieces.push(text[end..].to_owned().into_any());
    pieces.into_any()
}
