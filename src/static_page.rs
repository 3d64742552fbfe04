//! The pages as HTML, for the files written at build time: the same components as in the browser,
//! so that the two cannot drift apart.

mod all_clusters;
mod frame;
mod nodes;
mod notice;

pub use frame::{Frame, Publisher, frame};
pub use notice::{Notice, notice};

use crate::app::App;
use crate::names;
use crate::site::{Site, Visit};
use all_clusters::AllClusters;
use catalogue::browse::Collection;
use catalogue::query::{Address, BasePath};
use leptos::prelude::*;
use nodes::count_nodes;

/// A page as text.
pub struct StaticPage {
    /// What the tab is called; plain text.
    pub title: String,
    /// What the page is about, in at most 160 characters; plain text.
    pub description: String,
    /// The content of the element that the app hydrates; HTML.
    pub body: String,
    /// What the program must know to hydrate it, as attributes of that element with a space before
    /// each: the path that the page was written for, empty for the page of no address; the numbers
    /// of elements, texts and comments; and the length of the data file.
    pub attributes: String,
    /// What the app would show on demand, as plain links; HTML, empty where that is nothing.
    pub all_clusters: String,
}

/// Renders the page at an address, for a host (as `https://example.org`); `map` is the URL of the
/// outlines of the map.
pub fn render(
    collection: &'static Collection,
    base: &'static BasePath,
    origin: &'static str,
    map: &'static str,
    address: &Address,
) -> StaticPage {
    let visit = Visit::to(address.clone());
    with_site(
        || Site::new(collection, base, origin, map, visit),
        |site| {
            let body = hydratable_html(view! { <App site /> });
            let [elements, texts, comments] = count_nodes(&body);
            let path = address.path();
            let length = collection.catalogue.file_length;
            StaticPage {
                title: names::title(collection, address),
                description: names::description(collection, address),
                attributes: format!(
                    " data-address=\"{path}\" data-nodes=\"{elements} {texts} {comments}\" \
                     data-length=\"{length}\""
                ),
                body,
                all_clusters: plain_html(view! { <AllClusters address=address.clone() /> }),
            }
        },
    )
}

/// Makes a site, provides it as context, and writes something with it.
fn with_site<T>(new: impl FnOnce() -> Site, write: impl FnOnce(Site) -> T) -> T {
    let owner = Owner::new();
    let written = owner.with(|| {
        let site = new();
        provide_context(site);
        write(site)
    });
    owner.cleanup();
    written
}

/// What Leptos writes where the program must find a place between two nodes. Browsers read it as an
/// empty comment.
const MARKER: &str = "<!>";

/// A view as HTML that the program hydrates. Validators refuse the markers as Leptos writes them;
/// a comment that is spelled out is the same to the browser.
fn hydratable_html(view: impl IntoView) -> String {
    replace_markers(&view.to_html(), "<!---->")
}

/// A view as HTML that is never hydrated: it needs no markers.
fn plain_html(view: impl IntoView) -> String {
    replace_markers(&view.to_html(), "")
}

/// Replaces the markers in HTML, and nothing that looks like one in the value of an attribute.
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

/// The length of the tag at the start of some HTML, in bytes. A `>` in a quoted value does not end it.
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markers_are_replaced_between_tags_and_not_in_them() {
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
}
