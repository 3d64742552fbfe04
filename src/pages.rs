//! The pages: they read the site's state, put components together, and navigate.

mod about_page;
mod cluster_page;
mod head;
mod listing_page;
mod network_page;
mod not_found_page;
mod organisation_page;

pub use about_page::about_page;
pub use cluster_page::cluster_page;
#[cfg(feature = "ssr")]
pub use head::description;
pub use head::title;
pub use listing_page::{Answer, answer, listing_page};
pub use network_page::network_page;
pub use not_found_page::not_found_page;
pub use organisation_page::organisation_page;

use crate::app::Site;
use crate::components::{AreaLink, MapPoint};
use crate::markup::{El, anchor, el_class};
use crate::strings::Strings;
use catalogue::browse::Collection;
use catalogue::map::Point;
use catalogue::model::{AreaId, Bilingual, Catalogue, City, Cluster, Lang};
use catalogue::query::{Facet, Page};

/// The language of a text, where it is not that of the page.
pub fn other_lang(of: Lang, page: Lang) -> Option<&'static str> {
    (of != page).then_some(of.tag())
}

/// City, regions and country of a cluster, as far as known, each named once.
pub fn place(catalogue: &Catalogue, cluster: &Cluster, lang: Lang) -> String {
    let city = cluster
        .city
        .as_ref()
        .and_then(|id| catalogue.cities.get(id.as_str()));
    let mut parts: Vec<&str> = city.into_iter().map(|city| city.label.text(lang)).collect();
    let regions = cluster
        .regions
        .iter()
        .filter_map(|id| catalogue.regions.get(id.as_str()));
    let country = catalogue.countries.get(cluster.country.as_str());
    let country = country.map(|country| country.label.text(lang));
    for part in regions.map(|region| region.label.text(lang)).chain(country) {
        if !parts.contains(&part) {
            parts.push(part);
        }
    }
    parts.join(", ")
}

/// What a facet's value is called.
fn label(
    collection: &'static Collection,
    lang: Lang,
    facet: Facet,
    id: &str,
) -> Option<&'static str> {
    match facet {
        Facet::Level => Strings::of(lang).level_of_id(id),
        _ => collection.label(facet, id, lang),
    }
}

/// The ids of a facet's values, by their numbers, each with what it is called.
fn labelled(
    collection: &'static Collection,
    lang: Lang,
    facet: Facet,
) -> Vec<(&'static str, &'static str)> {
    let values = collection.values(facet);
    let ids = (0_u32..).take(values.len()).map(|value| values.id(value));
    ids.map(|id| (id, label(collection, lang, facet, id).unwrap_or(id)))
        .collect()
}

/// The names of some areas, and where their pages are.
fn areas(site: Site, lang: Lang, ids: &[AreaId]) -> Vec<AreaLink> {
    let known = ids
        .iter()
        .filter_map(|id| site.collection.catalogue.areas.get(id.as_str()));
    known
        .map(|area| AreaLink {
            id: area.id.as_str(),
            label: area.label.text(lang),
            href: site.link(lang, Page::Area(area.id.clone())),
        })
        .collect()
}

/// A link to a cluster's page.
fn cluster_link(site: Site, lang: Lang, cluster: &'static Cluster) -> El {
    let (name, name_lang) = cluster.name.get(lang);
    anchor(site.link(lang, Page::Cluster(cluster.id.clone())))
        .attr_if("lang", other_lang(name_lang, lang))
        .text(name)
}

/// A link to an organisation's page, by its number.
fn organisation_link(site: Site, lang: Lang, number: u32) -> El {
    let organisation = &site.collection.catalogue.organisations[number as usize];
    let (name, name_lang) = organisation.name.get(lang);
    anchor(site.link(lang, Page::Organisation(organisation.id.clone())))
        .attr_if("lang", other_lang(name_lang, lang))
        .text(name)
}

/// A city as a point of a map, where its centre is known.
fn seat_point(city: &City, count: u32, name: String, href: String) -> Option<MapPoint> {
    Some(MapPoint {
        at: Point::of(city.centre?),
        count,
        name,
        href,
    })
}

/// The heading of a page that is called by a name, with the name in the other language beneath it,
/// and the picture of a subject area before it.
fn name_heading(
    name: &'static Bilingual,
    area: Option<&'static AreaId>,
    lang: Lang,
) -> [Option<El>; 2] {
    let (own, own_lang) = name.get(lang);
    let heading = el_class("h1", "page-title").attr("tabindex", "-1");
    let heading = heading
        .attr_if("lang", other_lang(own_lang, lang))
        .attr_if("data-area", area.map(AreaId::as_str))
        .text(own);
    let other = name.only(lang.other()).filter(|other| *other != own);
    let other = other.map(|other| {
        el_class("p", "other-name")
            .attr("lang", lang.other().tag())
            .text(other)
    });
    [Some(heading), other]
}
