//! What the listing is headed by: the search, or a subject area and who is in it.

use crate::app::Site;
use crate::markup::{El, Markup, el, el_class, fragment, link};
use crate::pages::organisation_link;
use crate::strings::Strings;
use catalogue::browse::Listing;
use catalogue::model::{Lang, Level};
use catalogue::query::{Address, Facet, Page};
use catalogue::ranked;

/// How many organisations an area's page names.
const ORGANISATIONS: usize = 5;

/// The heading of the catalogue or of an area.
pub(super) fn heading(site: Site, lang: Lang, page: &Page) -> Markup {
    let texts = Strings::of(lang);
    let title = |title: &'static str, area: Option<&'static str>| {
        let heading = el("h1").attr("tabindex", "-1").attr_if("data-area", area);
        heading.text(title)
    };
    let lead = |lead: String| el_class("p", "lead").text(lead);
    let area = match page {
        Page::Area(id) => site.collection.catalogue.areas.get(id.as_str()),
        _ => None,
    };
    let Some(area) = area else {
        return fragment([
            title(texts.search_heading, None),
            lead(texts.search_lead.to_owned()),
        ]);
    };
    let address = Address::of(lang, page.clone());
    let listing = site.collection.listing(&address.listing(), lang);
    fragment([
        Some(el_class("p", "kicker").text(texts.area_kicker)),
        Some(title(area.label.text(lang), Some(area.id.as_str()))),
        Some(lead(texts.area_lead.of(listing.total))),
        Some(levels(site, &address, &listing)),
        organisations(site, lang, &listing),
    ])
}

/// The levels of an area's clusters, each with how many there are and the way to them.
fn levels(site: Site, address: &Address, listing: &Listing) -> El {
    let counts = &listing.facets[Facet::Level as usize];
    let levels = Level::ALL.into_iter().zip(counts);
    let items = levels.filter(|(_, of)| of.count > 0).map(|(level, of)| {
        let query = address.listing().toggled(Facet::Level, level.id());
        let name = Strings::of(address.lang).level_name(level);
        el("li")
            .child(link(site.href(&address.asking(query)), name))
            .text(format!(" {}", of.count))
    });
    el_class("ul", "card-facts").children(items)
}

/// The organisations that belong to most of an area's clusters.
fn organisations(site: Site, lang: Lang, listing: &Listing) -> Option<El> {
    let counts = &listing.facets[Facet::Organisation as usize];
    let count = |number: u32| counts[number as usize].count;
    let most = ranked::by_rank(counts.len(), &|number| u32::MAX - count(number));
    // Who belongs to one of them alone does not stand for the area.
    let most = most.into_iter().take_while(|&number| count(number) > 1);
    let items = most.take(ORGANISATIONS).map(|number| {
        el("li")
            .child(organisation_link(site, lang, number))
            .text(format!(" {}", count(number)))
    });
    let items: Vec<El> = items.collect();
    let heading = el("p").text(Strings::of(lang).area_organisations);
    (!items.is_empty()).then(|| {
        el_class("div", "area-organisations")
            .child(heading)
            .child(el_class("ul", "card-facts").children(items))
    })
}
