//! Static HTML of the pages, rendered at build time with the same components as in the browser, so
//! that both stay identical.

mod all_clusters;
mod data_page;
mod frame;
mod html;

pub use data_page::{DataPage, PublishedFile, data_page};
pub use frame::{Frame, Notice, Publisher, frame, notice};

use crate::app::App;
use crate::names;
use crate::site::{Outlines, Site, Visit};
use all_clusters::AllClusters;
use catalogue::browse::Collection;
use catalogue::query::{Address, BasePath};
use html::{count_nodes, hydratable_html, plain_html, with_site};
use leptos::prelude::*;

/// A rendered page.
pub struct StaticPage {
    /// The title, as plain text.
    pub title: String,
    /// The description, in at most 160 characters of plain text.
    pub description: String,
    /// The HTML of the app's container.
    pub body: String,
    /// The attributes of the container that hydration needs, each with a leading space: the path of
    /// the page (empty for the page without an address), the numbers of elements, texts and
    /// comments, and the length of the data file.
    pub attributes: String,
    /// Plain links to the results that the app shows on demand, as HTML; may be empty.
    pub all_clusters: String,
}

/// Renders the page at an address. `origin` is the origin of the site (`https://example.org`),
/// `outlines` the files that maps are drawn from, `version` the hash of the data.
pub fn render(
    collection: &'static Collection,
    base: &'static BasePath,
    origin: &'static str,
    outlines: &'static Outlines,
    version: &'static str,
    address: &Address,
) -> StaticPage {
    let visit = Visit::to(address.clone());
    with_site(
        || Site::new(collection, base, origin, outlines, version, visit),
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
