//! The pages as text, for the files written at build time: the same components as in the browser,
//! so that the two cannot drift apart.

use crate::app::{Site, Visit, app};
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
}

/// Renders the page at an address.
pub fn render(
    collection: &'static Collection,
    base: &'static Base,
    address: &Address,
) -> StaticPage {
    let owner = Owner::new();
    let body = owner.with(|| {
        let site = Site::new(
            collection,
            base,
            Visit {
                address: address.clone(),
                results: None,
            },
        );
        app(site).to_html()
    });
    owner.cleanup();
    StaticPage {
        title: pages::title(collection, address),
        description: pages::description(collection, address),
        // Placeholders by which Leptos would find its way in hydration; the app builds the page anew.
        body: body.replace("<!>", ""),
    }
}
