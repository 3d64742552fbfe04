//! One cluster: every fact known of it, each with its source.

use super::{areas, name_heading, other_lang, place};
use crate::app::Site;
use crate::components::{
    Mark, MembershipItem, fact, membership_list, permalink, source_list, unverified,
};
use crate::markup::{El, anchor, el, el_class, external_link, fragment, link, text};
use crate::strings::{Strings, number};
use catalogue::browse::Similar;
use catalogue::model::{Cluster, Fact, Lang, Members, Role, SafeUrl, Text};
use catalogue::query::{Address, Facet, Page};
use leptos::prelude::*;

/// How many similar clusters are offered.
const SIMILAR: usize = 5;

/// One cluster, by its number.
pub fn cluster_page(site: Site, lang: Lang, number: usize) -> AnyView {
    let texts = Strings::of(lang);
    let cluster = &site.collection.catalogue.clusters[number];
    let (description, description_lang) = cluster.description.get(lang);
    let place = place(&site.collection.catalogue, cluster, lang);
    let note = cluster
        .note
        .as_ref()
        .map(|note| el_class("p", "notice").text(note.text(lang)));
    let [name, other_name] = name_heading(&cluster.name, lang);
    el_class("article", "page cluster")
        .child(back_link(site, texts))
        .child(
            el_class("p", "kicker").text(format!("{} · {place}", texts.level_name(cluster.level))),
        )
        .child_if(name)
        .child_if(other_name)
        .child(
            el_class("p", "lead")
                .attr_if("lang", other_lang(description_lang, lang))
                .text(description),
        )
        .child_if(note)
        .child(el("h2").text(texts.facts))
        .child(facts(site, lang, cluster))
        .child(el("h2").text(texts.organisations))
        .children(organisations(site, lang, number))
        .children(titled_list(
            texts.regional_clusters,
            regional_clusters(site, lang, cluster),
        ))
        .children(titled_list(
            texts.similar,
            similar_clusters(site, lang, number),
        ))
        .child(el("h2").text(texts.sources))
        .child(source_list(texts, lang, cluster))
        .child(permalink(
            texts,
            &site.link(lang, Page::Cluster(cluster.id.clone())),
        ))
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

/// The facts, each with its sources: one row for each that is known.
fn facts(site: Site, lang: Lang, cluster: &'static Cluster) -> El {
    let texts = Strings::of(lang);
    let catalogue = &site.collection.catalogue;
    let mut list = el_class("dl", "facts");
    let mut row = |name: &'static str, facts: &[Fact], value: Option<AnyView>| {
        if let Some(value) = value {
            let list_so_far = std::mem::replace(&mut list, el("dl"));
            list = list_so_far.child(fact(texts, lang, name, value, Mark::of(cluster, facts)));
        }
    };
    let (own_fact, other_fact) = match lang {
        Lang::En => (Fact::NameEn, Fact::NameIt),
        Lang::It => (Fact::NameIt, Fact::NameEn),
    };
    let own_name = cluster.name.text(lang);
    let other_name = cluster
        .name
        .only(lang.other())
        .filter(|other| *other != own_name);
    let other_name = other_name.map(|other| {
        el("span")
            .attr("lang", lang.other().tag())
            .text(other)
            .done()
    });
    row(texts.name, &[Fact::Name, own_fact], Some(text(own_name)));
    row(texts.also_known_as, &[other_fact], other_name);
    row(
        texts.acronym,
        &[Fact::Acronym],
        cluster
            .acronym
            .as_ref()
            .map(|acronym| text(acronym.as_str())),
    );

    let area_links = areas(site, lang, &cluster.areas).into_iter();
    let area_links = area_links.map(|(label, href)| link(href, label).attr("class", "tag").done());
    row(
        texts.areas,
        &[Fact::Areas],
        Some(spaced(area_links.collect())),
    );
    row(
        texts.level,
        &[],
        Some(text(texts.level_name(cluster.level))),
    );
    let keywords = cluster.keywords.only(lang);
    let words = keywords
        .iter()
        .map(Text::as_str)
        .collect::<Vec<_>>()
        .join(", ");
    row(
        texts.keywords,
        &[Fact::Keywords],
        (!words.is_empty()).then(|| text(words)),
    );

    let filter = |facet: Facet, id: &str, label: &str| {
        let mut address = Address::catalogue(lang);
        address.query.choose(facet, id);
        link(site.href(&address), label).done()
    };
    let city = cluster
        .city
        .as_ref()
        .and_then(|id| catalogue.cities.get(id.as_str()));
    let regions = cluster
        .regions
        .iter()
        .filter_map(|id| catalogue.regions.get(id.as_str()));
    let regions =
        regions.map(|region| filter(Facet::Region, region.id.as_str(), region.label.text(lang)));
    let regions = regions.collect::<Vec<_>>();
    let country = catalogue.countries.get(cluster.country.as_str());
    row(
        texts.seat,
        &[Fact::City],
        city.map(|city| text(city.label.text(lang))),
    );
    row(
        texts.regions,
        &[Fact::Region],
        (!regions.is_empty()).then(|| spaced(regions)),
    );
    let country = country.map(|country| {
        filter(
            Facet::Country,
            country.id.as_str(),
            country.label.text(lang),
        )
    });
    row(texts.country, &[], country);

    row(
        texts.founded,
        &[Fact::Founded],
        cluster.founded.map(|year| text(year.to_string())),
    );
    row(
        texts.recognised,
        &[Fact::Recognised],
        cluster.recognised.map(|year| text(year.to_string())),
    );
    row(
        texts.legal_form,
        &[Fact::LegalForm],
        cluster
            .legal_form
            .as_ref()
            .map(|form| text(form.text(lang))),
    );
    let members = cluster
        .members
        .as_ref()
        .map(|members| text(members_text(texts, lang, members)));
    row(texts.members, &[Fact::Members], members);

    let national = cluster
        .national_cluster
        .as_ref()
        .and_then(|id| catalogue.clusters.get(id.as_str()));
    row(
        texts.national_cluster,
        &[Fact::NationalCluster],
        national.map(|national| cluster_link(site, lang, national).done()),
    );
    let external = |url: &SafeUrl| external_link(url.as_str(), url.label()).done();
    row(
        texts.website,
        &[Fact::Website],
        cluster.website.as_ref().map(external),
    );
    row(
        texts.email,
        &[Fact::Email],
        cluster.email.as_ref().map(external),
    );
    row(
        texts.evidence,
        &[],
        Some(text(texts.evidence_levels[cluster.evidence as usize])),
    );
    list
}

/// Pieces of markup with spaces between them.
fn spaced(pieces: Vec<AnyView>) -> AnyView {
    let spaced = pieces.into_iter().flat_map(|piece| [piece, text(" ")]);
    fragment(spaced.collect())
}

fn cluster_link(site: Site, lang: Lang, cluster: &'static Cluster) -> El {
    let (name, name_lang) = cluster.name.get(lang);
    anchor(site.link(lang, Page::Cluster(cluster.id.clone())))
        .attr_if("lang", other_lang(name_lang, lang))
        .text(name)
}

fn members_text(texts: &'static Strings, lang: Lang, members: &Members) -> String {
    let seen = members
        .as_of
        .as_ref()
        .map_or_else(|| texts.undated.to_owned(), |seen| texts.seen_date(seen));
    let count = members.count.map(|count| number(count as usize));
    let composition = members
        .composition
        .as_ref()
        .map(|text| text.text(lang).to_owned());
    let known = [count, composition]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>();
    format!("{} ({seen})", known.join(": "))
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
                    membership,
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
            .child_if(mark)
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
    let areas = similar.areas.iter().map(|&area| {
        site.collection.catalogue.areas[area as usize]
            .label
            .text(lang)
    });
    let areas = areas.collect::<Vec<_>>().join(", ");
    let areas = (!areas.is_empty()).then(|| format!("{} {areas}", texts.shared_areas));
    let organisations =
        (similar.organisations > 0).then(|| texts.shared_organisations.of(similar.organisations));
    let region = similar.same_region.then(|| texts.same_region.to_owned());
    [areas, organisations, region]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(" · ")
}
