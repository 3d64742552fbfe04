//! All clusters of a listing as plain links, for whoever has no program to show more of them.

use crate::app::Site;
use crate::markup::{El, Markup, el, el_class, link};
use crate::pages::{other_lang, place};
use crate::strings::Strings;
use catalogue::model::{AreaId, Cluster, Lang};
use catalogue::query::{Address, PAGE_LENGTH, Page};

/// Where the link to more results leads when nothing runs that could show them.
pub(crate) const ANCHOR: &str = "#all-clusters";

/// The clusters of a listing that is longer than what is shown of it: those of an area, or all of
/// them, each under its main area.
pub(super) fn all_clusters(site: Site, address: &Address) -> Option<Markup> {
    let lang = address.lang;
    let catalogue = &site.collection.catalogue;
    let heading = el("h2")
        .attr("id", "all-clusters-heading")
        .text(Strings::of(lang).to_catalogue);
    let of_area = |id: &AreaId| {
        let clusters = catalogue.clusters.iter();
        let area = id.clone();
        clusters.filter(move |cluster| cluster.areas.contains(&area))
    };
    let (length, lists) = match &address.page {
        Page::Catalogue => {
            let areas = catalogue.areas.iter().flat_map(|area| {
                let page = site.link(lang, Page::Area(area.id.clone()));
                let main = of_area(&area.id);
                let mut main = main
                    .filter(|cluster| cluster.areas.first() == Some(&area.id))
                    .peekable();
                let heading = el("h3").child(link(page, area.label.text(lang)));
                let some = main.peek().is_some();
                some.then(|| [heading, list(site, lang, main)])
                    .into_iter()
                    .flatten()
            });
            (catalogue.clusters.len(), areas.collect::<Vec<_>>())
        }
        Page::Area(id) => (of_area(id).count(), vec![list(site, lang, of_area(id))]),
        _ => return None,
    };
    let section = el_class("section", "all-clusters page")
        .attr("id", &ANCHOR[1..])
        .attr("aria-labelledby", "all-clusters-heading")
        .child(heading)
        .children(lists);
    (length > PAGE_LENGTH as usize).then(|| section.done())
}

fn list(site: Site, lang: Lang, clusters: impl Iterator<Item = &'static Cluster>) -> El {
    let items = clusters.map(|cluster| {
        let (name, name_lang) = cluster.name.get(lang);
        let href = site.link(lang, Page::Cluster(cluster.id.clone()));
        let place = place(&site.collection.catalogue, cluster, lang);
        el("li")
            .child(link(href, name).attr_if("lang", other_lang(name_lang, lang)))
            .text(" ")
            .child(el_class("span", "hint").text(place))
    });
    el_class("ul", "plain-list").children(items)
}
