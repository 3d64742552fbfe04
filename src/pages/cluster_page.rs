//! One cluster: every fact known of it, each with its source.

mod facts;

use super::{cluster_link, name_heading, other_lang, place, seat_point};
use crate::app::Site;
use crate::components::{MembershipItem, map, membership_list, source_list, unverified};
use crate::markup::{El, Markup, el, el_class, link};
use crate::strings::Strings;
use catalogue::browse::Similar;
use catalogue::model::{Cluster, Fact, Lang, Role};
use catalogue::query::{Address, Facet, Page};

/// How many similar clusters are offered.
const SIMILAR: usize = 5;

/// How wide the map of a seat is: all of Italy, to where it stands in Europe.
const SEAT_MAP: i32 = 1600;

/// One cluster, by its number.
pub fn cluster_page(site: Site, lang: Lang, number: usize) -> Markup {
    let texts = Strings::of(lang);
    let cluster = &site.collection.catalogue.clusters[number];
    let (description, description_lang) = cluster.description.get(lang);
    let place = place(&site.collection.catalogue, cluster, lang);
    let note = cluster
        .note
        .as_ref()
        .map(|note| el_class("p", "notice").text(note.text(lang)));
    let [name, other_name] = name_heading(&cluster.name, cluster.areas.first(), lang);
    let header = el_class("header", "page-header")
        .child(back_link(site, texts))
        .live(move || neighbours(site, lang, number))
        .child(
            el_class("p", "kicker").text(format!("{} · {place}", texts.level_name(cluster.level))),
        )
        .child(name)
        .child(other_name)
        .child(
            el_class("p", "lead")
                .attr_if("lang", other_lang(description_lang, lang))
                .text(description),
        );
    let knowledge = el("div")
        .child(note)
        .child(el("h2").text(texts.facts))
        .child(facts::facts(site, lang, cluster))
        .child(seat_map(site, lang, cluster))
        .child(el("h2").text(texts.organisations))
        .children(organisations(site, lang, number))
        .child(el("h2").text(texts.sources))
        .child(source_list(texts, lang, cluster));
    let related = el("div")
        .children(titled_list(
            texts.regional_clusters,
            regional_clusters(site, lang, cluster),
        ))
        .children(titled_list(
            texts.similar,
            similar_clusters(site, lang, number),
        ));
    let columns = el_class("div", "page-columns")
        .child(knowledge)
        .child(related);
    el_class("article", "page cluster")
        .child(header)
        .child(columns)
        .done()
}

/// A heading and a list under it; nothing where the list is empty.
fn titled_list(title: &'static str, items: Vec<El>) -> Vec<El> {
    if items.is_empty() {
        return Vec::new();
    }
    vec![
        el("h2").text(title),
        el_class("ul", "plain-list").children(items),
    ]
}

fn back_link(site: Site, texts: &'static Strings) -> El {
    el("p").live(move || {
        let (href, known) = site.results_href();
        let label = if known {
            texts.back_to_results
        } else {
            texts.to_catalogue
        };
        link(href, label)
            .attr("class", "back-link")
            .attr_if("data-back", known.then_some(""))
            .done()
    })
}

/// The clusters before and after this one in the results that the visitor came from.
fn neighbours(site: Site, lang: Lang, number: usize) -> Option<El> {
    let texts = Strings::of(lang);
    let results = site.results()?;
    let results = site.collection.all(&results.listing(), lang);
    let place = results.iter().position(|&other| other as usize == number)?;
    let neighbour = |place: Option<usize>, relation: &'static str, label: &'static str| {
        let other = *results.get(place?)?;
        let cluster = &site.collection.catalogue.clusters[other as usize];
        let link = cluster_link(site, lang, cluster).attr("rel", relation);
        Some(el("p").text(label).text(": ").child(link))
    };
    let here = format!("{} / {}", place + 1, results.len());
    let nav = el_class("nav", "neighbours hint")
        .attr("aria-label", texts.in_results)
        .child(neighbour(place.checked_sub(1), "prev", texts.previous))
        .child(el("p").text(here))
        .child(neighbour(Some(place + 1), "next", texts.next));
    Some(nav)
}

/// The city of a cluster's seat on a small map; the point leads to all clusters there.
fn seat_map(site: Site, lang: Lang, cluster: &'static Cluster) -> Option<El> {
    let texts = Strings::of(lang);
    let city = site
        .collection
        .catalogue
        .cities
        .get(cluster.city.as_ref()?.as_str())?;
    let mut there = Address::catalogue(lang);
    there.query.choose(Facet::City, city.id.as_str());
    let count = site.collection.listing(&there.query, lang).total;
    let name = format!("{}: {}", city.label.text(lang), texts.results.of(count));
    let point = seat_point(city, 1, name, site.href(&there))?;
    let map = map(site.map, texts.map, vec![point], SEAT_MAP)?;
    let note = el_class("p", "hint").text(texts.map_note);
    Some(el_class("div", "seat-map").child(map).child(note))
}

fn organisations(site: Site, lang: Lang, cluster: usize) -> Vec<El> {
    let texts = Strings::of(lang);
    let catalogue = &site.collection.catalogue;
    let memberships = site.collection.relations.of_cluster(cluster);
    if memberships.is_empty() {
        return vec![el("p").text(texts.no_organisations)];
    }
    let mut pieces = vec![el_class("p", "hint").text(texts.organisations_incomplete)];
    for role in Role::ALL {
        let of_role = memberships
            .iter()
            .map(|&number| &catalogue.memberships[number as usize]);
        let items = of_role
            .filter(|membership| membership.role == role)
            .filter_map(|membership| {
                let organisation = catalogue
                    .organisations
                    .get(membership.organisation.as_str())?;
                let (name, name_lang) = organisation.name.get(lang);
                Some(MembershipItem {
                    name,
                    lang: other_lang(name_lang, lang),
                    href: site.link(lang, Page::Organisation(organisation.id.clone())),
                    about: texts.kind_name(organisation.kind).to_owned(),
                    memberships: vec![(None, membership)],
                })
            });
        let items = items.collect::<Vec<_>>();
        if !items.is_empty() {
            pieces.push(el("h3").text(texts.role_heading(role)));
            pieces.push(membership_list(texts, lang, items));
        }
    }
    pieces
}

/// The regional clusters that name this one as the national cluster of their field.
fn regional_clusters(site: Site, lang: Lang, cluster: &'static Cluster) -> Vec<El> {
    let all = site.collection.catalogue.clusters.iter();
    let regional = all.filter(|other| other.national_cluster.as_ref() == Some(&cluster.id));
    let items = regional.map(|other| {
        let mark = other.unverified(Fact::NationalCluster);
        let mark = mark.map(|_| unverified(Strings::of(lang), None));
        el("li")
            .child(cluster_link(site, lang, other))
            .text(" ")
            .child(mark)
    });
    items.collect()
}

fn similar_clusters(site: Site, lang: Lang, cluster: usize) -> Vec<El> {
    let similar = u32::try_from(cluster).map(|cluster| site.collection.similar(cluster, SIMILAR));
    let items = similar.unwrap_or_default().into_iter().map(|similar| {
        let other = &site.collection.catalogue.clusters[similar.cluster as usize];
        let reason = el_class("span", "hint")
            .text(" ")
            .text(likeness(site, lang, &similar));
        el("li")
            .child(cluster_link(site, lang, other))
            .child(reason)
    });
    items.collect()
}

/// Why two clusters are alike, in words.
fn likeness(site: Site, lang: Lang, similar: &Similar) -> String {
    let texts = Strings::of(lang);
    let mut areas = Vec::new();
    for &area in &similar.areas {
        let area = &site.collection.catalogue.areas[area as usize];
        areas.push(area.label.text(lang));
    }
    let mut reasons = Vec::new();
    if !areas.is_empty() {
        reasons.push([texts.shared_areas, " ", &areas.join(", ")].concat());
    }
    if similar.organisations > 0 {
        reasons.push(texts.shared_organisations.of(similar.organisations));
    }
    if similar.same_region {
        reasons.push(texts.same_region.to_owned());
    }
    reasons.join(" · ")
}
