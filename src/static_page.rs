//! The pages as HTML, for the files written at build time: the same components as in the browser,
//! so that the two cannot drift apart.

mod all_clusters;
mod frame;
mod html;
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
use html::{hydratable_html, plain_html, with_site};
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
