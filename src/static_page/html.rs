//! Rendering of views to HTML, and the number of nodes in a page, by which the wasm recognises whether
//! the document was modified.

use crate::site::Site;
use leptos::prelude::*;

/// Creates a site, provides it as context, and renders something with it.
pub(super) fn with_site<T>(new: impl FnOnce() -> Site, render: impl FnOnce(Site) -> T) -> T {
    let owner = Owner::new();
    let rendered = owner.with(|| {
        let site = new();
        provide_context(site);
        render(site)
    });
    owner.cleanup();
    rendered
}

/// The marker that Leptos writes between nodes for hydration. Browsers parse it as an empty comment.
const MARKER: &str = "<!>";

/// Renders a view for hydration. Validators reject the markers as Leptos writes them; a non-empty
/// comment is the same to browsers.
pub(super) fn hydratable_html(view: impl IntoView) -> String {
    replace_markers(&view.to_html(), "<!---->")
}

/// Renders a view that is never hydrated, without markers.
pub(super) fn plain_html(view: impl IntoView) -> String {
    replace_markers(&view.to_html(), "")
}

/// Replaces the markers in HTML, but not in attribute values.
fn replace_markers(html: &str, replacement: &str) -> String {
    let mut replaced = String::with_capacity(html.len());
    let mut rest = html;
    while let Some(text_len) = rest.find('<') {
        let (text, tag) = rest.split_at(text_len);
        replaced.push_str(text);
        if let Some(after) = tag.strip_prefix(MARKER) {
            replaced.push_str(replacement);
            rest = after;
        } else {
            let (tag, after) = tag.split_at(tag_len(tag));
            replaced.push_str(tag);
            rest = after;
        }
    }
    replaced.push_str(rest);
    replaced
}

/// The length in bytes of the tag at the start of `html`. A `>` in a quoted value does not end it.
fn tag_len(html: &str) -> usize {
    let mut quote = None;
    for (index, byte) in html.bytes().enumerate() {
        match (quote, byte) {
            (None, b'>') => return index + 1,
            (None, b'"' | b'\'') => quote = Some(byte),
            (Some(open), _) if byte == open => quote = None,
            _ => {}
        }
    }
    html.len()
}

/// The numbers of elements, texts and comments in HTML that Leptos has rendered: every element has
/// an end tag or is void, and attributes are quoted.
pub(super) fn count_nodes(html: &str) -> [usize; 3] {
    let [mut elements, mut texts, mut comments] = [0; 3];
    let mut rest = html;
    while !rest.is_empty() {
        let length = match rest.find('<') {
            Some(0) if rest.starts_with("<!--") => {
                comments += 1;
                rest.find("-->").map_or(rest.len(), |end| end + "-->".len())
            }
            Some(0) => {
                elements += usize::from(!rest.starts_with("</"));
                tag_len(rest)
            }
            length => {
                texts += 1;
                length.unwrap_or(rest.len())
            }
        };
        rest = &rest[length..];
    }
    [elements, texts, comments]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markers_are_replaced_between_tags_only() {
        for (html, expected) in [
            ("", ""),
            ("no tags", "no tags"),
            ("<!>", "|"),
            ("a<!>b<!><!>", "a|b||"),
            ("<p>a<!>b</p><!>", "<p>a|b</p>|"),
            ("<p title=\"<!>\">è<!></p>", "<p title=\"<!>\">è|</p>"),
            ("<p title='\"<!>'><!></p>", "<p title='\"<!>'>|</p>"),
            ("<p title=\"l'<!>ora\"><!>", "<p title=\"l'<!>ora\">|"),
            ("<input checked><!>", "<input checked>|"),
            ("it's 1 &lt; 2<!>", "it's 1 &lt; 2|"),
            ("<!---->a<!>", "<!---->a|"),
            ("<!DOCTYPE html><!>", "<!DOCTYPE html>|"),
            ("<p title=\"<!>", "<p title=\"<!>"),
            ("a < b<!", "a < b<!"),
        ] {
            assert_eq!(replace_markers(html, "|"), expected, "{html}");
        }
    }

    #[test]
    fn nodes_are_counted_as_by_a_parser() {
        for (html, expected) in [
            ("", [0, 0, 0]),
            ("text", [0, 1, 0]),
            ("<p>one</p> <img alt=\"a > b\"/>", [2, 2, 0]),
            ("<p title=\"<!---->\">one<!---->two</p><!---->", [1, 2, 2]),
        ] {
            assert_eq!(count_nodes(html), expected, "{html}");
        }
    }
}
