//! The pictures that stand for pages where their links are shared.

use catalogue::query::{Address, Page};

/// Width of every picture, in pixels.
pub(super) const WIDTH: &str = "1200";
/// Height of every picture, in pixels.
pub(super) const HEIGHT: &str = "630";

/// Where the picture for an address stands, below the base.
pub(super) fn path(address: &Address) -> String {
    let lang = address.lang.tag();
    match &address.page {
        Page::Cluster(id) => format!("cards/{lang}/clusters/{id}.png"),
        Page::Area(id) => format!("cards/{lang}/areas/{id}.png"),
        Page::Catalogue | Page::Organisation(_) | Page::About | Page::NotFound(_) => {
            format!("cards/{lang}/site.png")
        }
    }
}

/// What the picture shows, in words: a name, and the site's name.
pub(super) fn alternative(name: &str, site: &str) -> String {
    if name == site {
        site.to_owned()
    } else {
        format!("{name} – {site}")
    }
}
