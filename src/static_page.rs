//! The pages as text, for the files written at build time: the same components as in the browser,
//! so that the two cannot drift apart.

mod all_clusters;
mod frame;
mod notice;

pub(crate) use all_clusters::ANCHOR;
pub use frame::{Frame, Publisher, frame};
pub use notice::{Notice, notice};

use crate::app::{Site, Visit, app};
use crate::markup::Markup;
use crate::pages;
use catalogue::browse::Collection;
use catalogue::query::{Address, Base};
use leptos::prelude::*;

/// A page as text.
pub struct StaticPage {
    /// What the tab is called; plain text.
    pub title: String,
    /// What the page is about, in at most 160 characters; plain text.
    pub description: String,
    /// The content of the element that the app takes over; markup.
    pub body: String,
    /// What the app would show on demand, as plain links; markup, empty where that is nothing.
    pub all_clusters: String,
}

/// Renders the page at an address, for a host (as `https://example.org`); `map` is where the drawing of
/// the map lies.
pub fn render(
    collection: &'static Collection,
    base: &'static Base,
    origin: &'static str,
    map: &'static str,
    address: &Address,
) -> StaticPage {
    let owner = Owner::new();
    let (body, all_clusters) = owner.with(|| {
        let site = Site::new(
            collection,
            base,
            origin,
            Visit {
                address: address.clone(),
                results: None,
            },
        )
        .with_map(map);
        let all_clusters = all_clusters::all_clusters(site, address);
        (
            app(site).to_html(),
            all_clusters.map_or_else(String::new, Markup::to_html),
        )
    });
    owner.cleanup();
    StaticPage {
        title: pages::title(collection, address),
        description: pages::description(collection, address),
        body,
        all_clusters,
    }
}
