//! What stands around every page: skip link, header, main region, footer.

use super::Site;
use crate::components::{Shared, footer, header, share};
use crate::markup::{el, fragment, live, nothing};
use crate::pages;
use crate::strings::Strings;
use catalogue::model::Lang;
use catalogue::query::Page;
use leptos::prelude::*;

/// The whole of the site.
pub fn app(site: Site) -> AnyView {
    let screen = Memo::new(move |_| {
        let address = site.address();
        (address.lang, Screen::of(site, address.page))
    });
    let main = el("main")
        .attr("id", "content")
        .attr("tabindex", "-1")
        .live(move || {
            let (lang, screen) = screen.get();
            page(site, lang, screen)
        });
    let shared = Memo::new(move |_| {
        let address = site.address();
        Shared {
            lang: address.lang,
            title: pages::title(site.collection, &address),
            url: site.absolute(&address),
            qr_code: site.qr_code(&address),
            updated: site.collection.catalogue.updated.as_str(),
        }
    });
    fragment(vec![
        live(move || header(site, &site.address())),
        main.done(),
        live(move || match screen.get() {
            (_, Screen::Other(Page::NotFound(_))) => nothing(),
            (lang, _) => share(Strings::of(lang), shared).done(),
        }),
        live(move || footer(site, screen.get().0)),
    ])
}

/// What is built anew when it changes. The catalogue and the areas are one screen: choosing a
/// second area must not take the boxes away under the visitor's hands.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Screen {
    Listing,
    Other(Page),
}

impl Screen {
    fn of(site: Site, page: Page) -> Self {
        let areas = &site.collection.catalogue.areas;
        match page {
            Page::Catalogue => Self::Listing,
            Page::Area(id) if areas.get(id.as_str()).is_some() => Self::Listing,
            other => Self::Other(other),
        }
    }
}

fn page(site: Site, lang: Lang, screen: Screen) -> AnyView {
    let catalogue = &site.collection.catalogue;
    let Screen::Other(page) = screen else {
        return pages::listing_page(site, lang);
    };
    match page {
        Page::Cluster(id) => match catalogue.clusters.number(id.as_str()) {
            Some(number) => pages::cluster_page(site, lang, number),
            None => pages::not_found_page(site, lang, id.as_str()),
        },
        Page::Organisation(id) => match catalogue.organisations.number(id.as_str()) {
            Some(number) => pages::organisation_page(site, lang, number),
            None => pages::not_found_page(site, lang, id.as_str()),
        },
        Page::About => pages::about_page(site, lang),
        Page::NotFound(path) => pages::not_found_page(site, lang, &path),
        Page::Area(id) => pages::not_found_page(site, lang, id.as_str()),
        Page::Catalogue => pages::listing_page(site, lang),
    }
}
