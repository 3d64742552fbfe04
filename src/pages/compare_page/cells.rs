//! The cells of a comparison.

use crate::components::{
    AreaLink, ClusterLink, ExternalLink, FilterLink, OrganisationLink, UnverifiedMark,
};
use crate::i18n::{CompareTexts, Strings, format_number};
use crate::names::{city_label, facet_label};
use crate::site::Site;
use catalogue::browse::{Cell, Property, Topic};
use catalogue::model::{Cluster, Fact, Lang, Organisation, SafeUrl};
use catalogue::query::{Address, Facet, Query};
use leptos::prelude::*;

/// Longer lists are collapsed.
const MAX_ITEMS: usize = 6;

/// A cell: of a record (the facet and its value), in a row (the topic and the property).
pub(super) fn cell(
    site: Site,
    lang: Lang,
    (facet, column): (Facet, u32),
    (topic, property): (Topic, Property),
    cell: &Cell,
) -> AnyView {
    let t = Strings::of(lang);
    match cell {
        Cell::Unknown => view! { <span class="hint">{t.not_known}</span> }.into_any(),
        Cell::Stated(_) if facet == Facet::Cluster => {
            let cluster = &site.collection.catalogue.clusters[column as usize];
            let mark = fact_of(property).and_then(|fact| cluster.unverified(fact));
            marked(lang, cluster_fact(t, cluster, property), mark.is_some())
        }
        Cell::Stated(_) => {
            let organisation = &site.collection.catalogue.organisations[column as usize];
            let mut marks = organisation.unverified.iter();
            let is_marked = marks.any(|mark| Some(mark.fact) == fact_of(property));
            let value = organisation_fact(site, lang, organisation, property);
            marked(lang, value, is_marked)
        }
        Cell::Values(of, values) => {
            let list = value_list(site, lang, *of, values);
            let is_marked = facet == Facet::Cluster
                && fact_of(property).is_some_and(|fact| {
                    let cluster = &site.collection.catalogue.clusters[column as usize];
                    cluster.unverified(fact).is_some()
                });
            marked(lang, list, is_marked)
        }
        Cell::Memberships(memberships) => {
            member_list(site, lang, property == Property::Coordinators, memberships)
        }
        Cell::Count(count, query) => number(site, lang, format_number(*count), query.as_ref()),
        Cell::Coverage(known, all, query) => {
            let known = number(site, lang, format_number(*known), query.as_ref());
            view! { {known} {t.part_of} {t.results.of(*all)} }.into_any()
        }
        Cell::Extreme(value, clusters) => extreme(site, lang, topic, *value, clusters),
    }
}

/// A link to a value: its own page, or the clusters that have it.
pub(super) fn value_link(site: Site, lang: Lang, facet: Facet, value: u32) -> AnyView {
    let catalogue = &site.collection.catalogue;
    match facet {
        Facet::Cluster => {
            let cluster = &catalogue.clusters[value as usize];
            view! { <ClusterLink lang cluster /> }.into_any()
        }
        Facet::Organisation => view! { <OrganisationLink lang number=value /> }.into_any(),
        Facet::Area => {
            let id = &catalogue.areas[value as usize].id;
            view! { <AreaLink lang id /> }.into_any()
        }
        _ => {
            let id = site.collection.values(facet).id(value);
            let label = facet_label(site.collection, lang, facet, id).unwrap_or(id);
            view! { <FilterLink lang facet id label /> }.into_any()
        }
    }
}

/// The fact that a row shows, to find out whether it is unverified.
const fn fact_of(property: Property) -> Option<Fact> {
    match property {
        Property::Facet(Facet::Area) => Some(Fact::Areas),
        Property::Facet(Facet::City) | Property::Seat => Some(Fact::City),
        Property::Facet(Facet::Region) => Some(Fact::Region),
        Property::Facet(Facet::Cluster) => Some(Fact::NationalCluster),
        Property::Status => Some(Fact::Status),
        Property::Founded => Some(Fact::Founded),
        Property::Members => Some(Fact::Members),
        Property::Website => Some(Fact::Website),
        _ => None,
    }
}

/// A value, with a mark if it is unverified.
fn marked(lang: Lang, value: AnyView, is_unverified: bool) -> AnyView {
    if !is_unverified {
        return value;
    }
    view! {
        {value}
        " "
        <UnverifiedMark lang />
    }
    .into_any()
}

fn cluster_fact(t: &'static Strings, cluster: &'static Cluster, property: Property) -> AnyView {
    match property {
        Property::Founded => cluster.founded.map(|year| year.to_string()).into_any(),
        Property::Members => {
            let members = cluster.members.as_ref();
            dated(members.and_then(|members| t.member_cell(members)))
        }
        Property::Website => website(cluster.website.as_ref()),
        _ => t.status(cluster).into_any(),
    }
}

fn organisation_fact(
    site: Site,
    lang: Lang,
    organisation: &'static Organisation,
    property: Property,
) -> AnyView {
    let catalogue = &site.collection.catalogue;
    match property {
        Property::Seat => {
            let city = city_label(catalogue, organisation.city.as_ref(), lang);
            let country = catalogue.countries.get(organisation.country.as_str());
            let country = country.map(|country| country.label.text(lang));
            let parts: Vec<&str> = city.into_iter().chain(country).collect();
            parts.join(", ").into_any()
        }
        Property::Website => website(organisation.website.as_ref()),
        _ => Strings::of(lang).kind_name(organisation.kind).into_any(),
    }
}

/// A link to a website, if there is one.
fn website(url: Option<&'static SafeUrl>) -> AnyView {
    url.map(|url| view! { <ExternalLink href=url.as_str() text=url.label() /> }.into_any())
        .into_any()
}

/// A number with what it counts and its date.
fn dated(number: Option<[String; 2]>) -> AnyView {
    let number = number.map(|[count, remark]| {
        view! {
            {count}
            " "
            <span class="hint">{remark}</span>
        }
        .into_any()
    });
    number.into_any()
}

/// A number of clusters, which links to them.
fn number(site: Site, lang: Lang, number: String, query: Option<&Query>) -> AnyView {
    match query {
        Some(query) => {
            let address = Address::catalogue(lang).with_query(query.clone());
            view! { <a href=site.href(&address)>{number}</a> }.into_any()
        }
        None => number.into_any(),
    }
}

/// The least or greatest value of a group, and which clusters have it.
fn extreme(site: Site, lang: Lang, topic: Topic, value: u32, clusters: &[u32]) -> AnyView {
    let t = Strings::of(lang);
    let whose = if let &[cluster] = clusters {
        value_link(site, lang, Facet::Cluster, cluster)
    } else {
        let values = site.collection.values(Facet::Cluster);
        let ids = clusters.iter().map(|&cluster| values.id(cluster));
        let query = Query::choosing(Facet::Cluster, ids);
        number(site, lang, t.results.of(clusters.len()), Some(&query))
    };
    let first = clusters
        .first()
        .map(|&of| &site.collection.catalogue.clusters[of as usize]);
    let members = first.and_then(|cluster| t.member_cell(cluster.members.as_ref()?));
    let value = if topic == Topic::Members {
        dated(members)
    } else {
        value.to_string().into_any()
    };
    view! {
        {value}
        <span class="compare-whose">{whose}</span>
    }
    .into_any()
}

/// Values as a list; a long one is collapsed.
fn value_list(site: Site, lang: Lang, facet: Facet, values: &[u32]) -> AnyView {
    let t = Strings::of(lang);
    let c = CompareTexts::of(lang);
    let items = values
        .iter()
        .map(|&value| view! { <li>{value_link(site, lang, facet, value)}</li> }.into_any());
    let list = view! { <ul>{items.collect_view()}</ul> }.into_any();
    let count = match facet {
        Facet::Organisation => &t.organisations_shown,
        _ => &t.results,
    };
    match values.len() {
        0 => none(c.none),
        1..=MAX_ITEMS => list,
        length => view! {
            <details data-print="">
                <summary>{count.of(length)}</summary>
                {list}
            </details>
        }
        .into_any(),
    }
}

/// A dash, with words for screen readers.
fn none(words: &'static str) -> AnyView {
    view! {
        <span aria-hidden="true">{"–"}</span>
        <span class="visually-hidden">{words}</span>
    }
    .into_any()
}

/// The role and date of memberships; of coordinators, their names and the date.
fn member_list(site: Site, lang: Lang, are_coordinators: bool, memberships: &[u32]) -> AnyView {
    let t = Strings::of(lang);
    let c = CompareTexts::of(lang);
    let catalogue = &site.collection.catalogue;
    if memberships.is_empty() {
        return none(c.not_named);
    }
    let items = memberships.iter().map(|&number| {
        let membership = &catalogue.memberships[number as usize];
        if !are_coordinators {
            let role = t.role_at_date(membership.role, membership.as_of.as_ref());
            return view! { <li>{role}</li> }.into_any();
        }
        let seen = membership.as_of.as_ref();
        let seen = seen.map_or_else(|| t.undated.to_owned(), |seen| t.seen_date(seen));
        let id = membership.organisation.as_str();
        let organisations = site.collection.values(Facet::Organisation);
        let number = organisations.number(id);
        let link = number.map(|number| value_link(site, lang, Facet::Organisation, number));
        view! {
            <li>
                {link} " " <span class="hint">{seen}</span>
            </li>
        }
        .into_any()
    });
    view! { <ul>{items.collect_view()}</ul> }.into_any()
}
