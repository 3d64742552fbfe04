//! The pages: they read the site's state, put components together, and navigate.

mod about_page;
mod cluster_page;
mod head;
mod listing_page;
mod not_found_page;
mod organisation_page;

pub use about_page::about_page;
pub use cluster_page::cluster_page;
pub use head::{description, title};
pub use listing_page::listing_page;
pub use not_found_page::not_found_page;
pub use organisation_page::organisation_page;

use crate::app::Site;
use catalogue::model::{AreaId, Catalogue, City, Cluster, Lang, Region};
use catalogue::query::Page;

/// The language of a text, where it is not that of the page.
fn other_lang(of: Lang, page: Lang) -> Option<&'static str> {
    (of != page).then_some(of.tag())
}

/// City, regions and country of a cluster, as far as known, each named once.
fn place(catalogue: &Catalogue, cluster: &Cluster, lang: Lang) -> String {
    let city = cluster
        .city
        .as_ref()
        .and_then(|id| catalogue.cities.get(id.as_str()));
    let regions = cluster
        .regions
        .iter()
        .filter_map(|id| catalogue.regions.get(id.as_str()));
    let country = catalogue.countries.get(cluster.country.as_str());
    let mut parts: Vec<&str> = Vec::new();
    let city = city.map(|city: &City| city.label.text(lang));
    let regions = regions.map(|region: &Region| region.label.text(lang));
    for part in city
        .into_iter()
        .chain(regions)
        .chain(country.map(|country| country.label.text(lang)))
    {
        if !parts.contains(&part) {
            parts.push(part);
        }
    }
    parts.join(", ")
}

/// The names of a cluster's areas, and where their pages are.
fn areas(site: Site, lang: Lang, areas: &[AreaId]) -> Vec<(String, String)> {
    let known = areas
        .iter()
        .filter_map(|id| site.collection.catalogue.areas.get(id.as_str()));
    known
        .map(|area| {
            (
                area.label.text(lang).to_owned(),
                site.link(lang, Page::Area(area.id.clone())),
            )
        })
        .collect()
}
