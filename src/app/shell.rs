//! What stands around every page: header, main region, ways to pass it on.

use super::{Site, Step};
use crate::components::{Shared, header, share, skipped};
use crate::markup::{Markup, el, fragment, live, live_when};
use crate::pages::{self, Answer};
use crate::strings::Strings;
use catalogue::model::Lang;
use catalogue::query::Page;
use leptos::prelude::*;

/// The whole of the site.
pub fn app(site: Site) -> Markup {
    let screen = Memo::new(move |_| {
        let address = site.address();
        (address.lang, Screen::of(site, address.page))
    });
    let answer = pages::answer(site);
    let main = move || {
        let (lang, screen) = screen.get();
        el("main")
            .key(screen.key(site, lang))
            .attr("id", "content")
            .attr("tabindex", "-1")
            .child(page(site, lang, screen, answer))
    };
    let shared = move || {
        let address = site.address();
        Shared {
            lang: address.lang,
            title: pages::title(site.collection, &address),
            url: site.absolute(&address),
            qr_code: site.qr_code(&address),
            updated: site.collection.catalogue.updated.as_str(),
        }
    };
    let due = move || site.has_come_to(Step::All).then(shared);
    let share = move || match screen.get() {
        (_, Screen::Other(Page::NotFound(_))) => None,
        (lang, screen) => Some(share(Strings::of(lang), shared, due).key(screen.key(site, lang))),
    };
    // At the end, where the program can take it over later than what the visitor sees first.
    let share = live_when(move || site.has_once_come_to(Step::All).then(share));
    fragment([
        live_when(move || {
            site.is_due(Step::All)
                .then(|| header(site, &site.address()))
        }),
        live(main),
        live(move || skipped(site, screen.get().0)),
        share,
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

    /// Tells it from the others: nothing of a page passes to the next.
    fn key(&self, site: Site, lang: Lang) -> String {
        let page = match self {
            Self::Listing => &Page::Catalogue,
            Self::Other(page) => page,
        };
        site.link(lang, page.clone())
    }
}

fn page(site: Site, lang: Lang, screen: Screen, answer: Memo<Answer>) -> Markup {
    let catalogue = &site.collection.catalogue;
    let Screen::Other(page) = screen else {
        return pages::listing_page(site, lang, answer);
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
        Page::Network => pages::network_page(site, lang),
        Page::About => pages::about_page(site, lang),
        Page::NotFound(path) => pages::not_found_page(site, lang, &path),
        Page::Area(id) => pages::not_found_page(site, lang, id.as_str()),
        Page::Catalogue => pages::listing_page(site, lang, answer),
    }
}
