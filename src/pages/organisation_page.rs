//! One organisation, and the clusters it belongs to.

use super::{name_heading, organisation_link, other_lang, place};
use crate::app::Site;
use crate::components::{MembershipItem, membership_list};
use crate::markup::{El, Markup, el, el_class, external_link, fragment, link};
use crate::strings::Strings;
use catalogue::model::Lang;
use catalogue::query::{Address, Page};

/// How many other organisations are named.
const COMPANIONS: usize = 8;

/// One organisation, by its number.
pub fn organisation_page(site: Site, lang: Lang, number: usize) -> Markup {
    let texts = Strings::of(lang);
    let catalogue = &site.collection.catalogue;
    let organisation = &catalogue.organisations[number];
    let city = organisation
        .city
        .as_ref()
        .and_then(|id| catalogue.cities.get(id.as_str()));
    let country = catalogue.countries.get(organisation.country.as_str());
    let mut seat = Vec::new();
    seat.extend(city.map(|city| city.label.text(lang)));
    seat.extend(country.map(|country| country.label.text(lang)));
    let seat = seat.join(", ");
    let website = organisation.website.as_ref();
    let website = website.map(|url| {
        el("span")
            .text(" · ")
            .child(external_link(url.as_str(), url.label()))
    });
    let clusters = site.collection.clusters_of(number);
    let belongs = texts.organisation_clusters.of(clusters.len());
    let items = clusters.into_iter().map(|cluster| {
        let cluster = &catalogue.clusters[cluster];
        let (name, name_lang) = cluster.name.get(lang);
        let memberships = site.collection.relations.of_organisation(number).iter();
        let memberships = memberships.map(|&number| &catalogue.memberships[number as usize]);
        let memberships = memberships.filter(|membership| membership.cluster == cluster.id);
        let memberships =
            memberships.map(|membership| (Some(texts.role(membership.role)), membership));
        MembershipItem {
            name,
            lang: other_lang(name_lang, lang),
            href: site.link(lang, Page::Cluster(cluster.id.clone())),
            about: place(catalogue, cluster, lang),
            memberships: memberships.collect(),
        }
    });
    let companions = companions(site, lang, number);
    let companions = (!companions.is_empty()).then(|| {
        fragment([
            el("h2").text(texts.companions),
            el_class("p", "hint").text(texts.companions_note),
            el_class("ul", "plain-list").children(companions),
        ])
    });
    let kind = format!(
        "{} · {}",
        texts.organisation_kicker,
        texts.kind_name(organisation.kind)
    );
    let [name, other_name] = name_heading(&organisation.name, None, lang);
    let back =
        link(site.href(&Address::catalogue(lang)), texts.to_catalogue).attr("class", "back-link");
    let header = el_class("header", "page-header")
        .child(el("p").child(back))
        .child(el_class("p", "kicker").text(kind))
        .child(name)
        .child(other_name)
        .child(el_class("p", "lead").text(seat).child(website));
    el_class("article", "page organisation")
        .child(header)
        .child(el("h2").text(belongs))
        .child(el_class("p", "hint").text(texts.membership_note))
        .child(membership_list(texts, lang, items.collect()))
        .child(companions)
        .done()
}

/// The organisations that one meets most often, with how many clusters both belong to.
fn companions(site: Site, lang: Lang, number: usize) -> Vec<El> {
    let texts = Strings::of(lang);
    let number = u32::try_from(number).unwrap_or(u32::MAX);
    let companions = site.collection.companions(number, COMPANIONS).into_iter();
    let items = companions.map(|(other, clusters)| {
        let count = texts.shared_clusters.of(clusters as usize);
        el("li")
            .child(organisation_link(site, lang, other))
            .child(el_class("span", "hint").text(" ").text(count))
    });
    items.collect()
}
