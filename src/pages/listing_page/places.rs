//! The listing on a map, and the same in a table.

use super::Answer;
use crate::app::Site;
use crate::browser;
use crate::components::{data_table, map};
use crate::markup::{El, Markup, el, el_class, fragment, link};
use crate::pages::{cluster_link, seat_point};
use crate::strings::Strings;
use catalogue::model::Lang;
use catalogue::query::{Facet, View};

/// The narrowest map: five degrees of latitude high.
const LEAST: i32 = 667;

/// The cities of a listing on a map, then in a table, then the clusters that are in none.
pub(super) fn places(site: Site, lang: Lang, answer: &Answer) -> Markup {
    let texts = Strings::of(lang);
    let Answer {
        address,
        query,
        listing,
    } = answer;
    let catalogue = &site.collection.catalogue;
    let places = site.collection.places(&listing.clusters);
    // A city leads to its list; one that is chosen alone leads there as well.
    let href = |id: &str| {
        let mut query = query.with_view(View::default());
        query.choose(Facet::City, id);
        site.href(&address.asking(query))
    };
    let mut points = Vec::new();
    let mut rows = Vec::new();
    for (city, count) in places.cities {
        let city = &catalogue.cities[city as usize];
        let (name, href) = (city.label.text(lang), href(city.id.as_str()));
        let clusters = texts.results.of(count as usize);
        points.extend(seat_point(
            city,
            count,
            format!("{name}: {clusters}"),
            href.clone(),
        ));
        let country = catalogue.countries.get(city.country.as_str());
        let country = country.map_or("", |country| country.label.text(lang));
        let row = el("tr")
            .child(el("th").attr("scope", "row").child(link(href, name)))
            .child(el("td").text(country))
            .child(el_class("td", "table-number").text(count.to_string()));
        rows.push(row);
    }
    let headings = [texts.city, texts.country, texts.clusters];
    let table = data_table("result-table map-table", headings, rows);
    let unplaced = places.unplaced.iter().map(|&number| {
        let cluster = &catalogue.clusters[number as usize];
        el("li").child(cluster_link(site, lang, cluster))
    });
    let unplaced: Vec<El> = unplaced.collect();
    let unplaced = (!unplaced.is_empty()).then(|| {
        fragment([
            el("h3").text(texts.unplaced),
            el_class("ul", "plain-list").children(unplaced),
        ])
    });
    // The link is gone once it was followed.
    let focus = |_| browser::after_render(|| browser::focus_and_show("#results-heading"));
    el_class("div", "places")
        .on("click", focus)
        .child(map(site.map, texts.map, points, LEAST))
        .child(el_class("p", "hint").text(texts.map_note))
        .child(table)
        .child(unplaced)
        .done()
}
