//! Text with highlighted matches.

use catalogue::search::{SearchText, highlight};
use leptos::prelude::*;
use std::borrow::Cow;

/// The search to highlight; a part of the page provides it to its texts as context.
#[derive(Debug, Clone, Copy)]
pub struct MarkedSearch(pub Memo<SearchText>);

/// A text with the matches of the [`MarkedSearch`] in context highlighted, if there is one.
#[component]
pub fn Marked(
    /// The text.
    #[prop(into)]
    text: Cow<'static, str>,
) -> impl IntoView {
    match use_context::<MarkedSearch>() {
        Some(MarkedSearch(search)) => {
            view! { {move || search.with(|search| marked(&text, search))} }.into_any()
        }
        None => text.into_any(),
    }
}

fn marked(text: &str, search: &SearchText) -> AnyView {
    let matches = highlight(text, search);
    if matches.is_empty() {
        return text.to_owned().into_any();
    }
    let mut pieces = Vec::new();
    let mut end = 0;
    for found in matches {
        if found.start > end {
            pieces.push(text[end..found.start].to_owned().into_any());
        }
        let word = text[found.clone()].to_owned();
        pieces.push(view! { <mark>{word}</mark> }.into_any());
        end = found.end;
    }
    if end < text.len() {
        pieces.push(text[end..].to_owned().into_any());
    }
    pieces.into_any()
}
