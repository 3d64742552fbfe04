//! The page of a cluster: all known facts with their sources.

mod contact;
mod facts;

use crate::components::{
    ClusterLink, ExternalLink, Map, MapPoint, MembershipItem, MembershipList, NameHeading,
    SaveButton, SourceList, UnverifiedMark, city_point,
};
use crate::i18n::{NetworkTexts, Strings};
use crate::names::{other_lang, place};
use crate::site::{Site, use_site};
use catalogue::browse::{MAX_COMPARED, Similar};
use catalogue::model::{Cluster, Fact, Lang, Role, Status};
use catalogue::query::{Address, Facet, Page, Query};
use contact::contact;
use facts::Facts;
use leptos::prelude::*;

/// The maximum number of similar clusters.
const SIMILAR: usize = 5;

/// The width of a seat's map, in the units of [`catalogue::map`]: about the size of Italy, to show
/// where in Europe the city is.
const SEAT_MAP: i32 = 16_000;

/// The page of a cluster.
#[component]
pub fn ClusterPage(
    /// The language of the page.
    lang: Lang,
    /// The cluster, by its number in the catalogue.
    number: usize,
) -> impl IntoView {
    let site = use_site();
    let t = Strings::of(lang);
    let catalogue = &site.collection.catalogue;
    let cluster = &catalogue.clusters[number];
    let (description, description_lang) = cluster.description.get(lang);
    let level = t.level_name(cluster.level);
    let place = place(catalogue, cluster, lang);
    let kicker = if cluster.status == Status::Active {
        format!("{level} · {place}")
    } else {
        format!("{level} · {place} · {}", t.status(cluster))
    };
    let note = cluster.note.as_ref().map(|note| note.text(lang));
    let similar = u32::try_from(number).map(|number| site.collection.similar(number, SIMILAR));
    let similar = similar.unwrap_or_default();
    view! {
        <article class="page cluster">
            <header class="page-header">
                <BackLink lang />
                {move || neighbours(site, lang, number)}
                <p class="kicker">{kicker}</p>
                <NameHeading lang name=&cluster.name area=cluster.areas.first() />
                <p class="lead" lang=other_lang(description_lang, lang)>
                    {description}
                </p>
                <Actions lang cluster />
            </header>
            <div class="page-columns">
                <div>
                    {note.map(|note| view! { <p class="notice">{note}</p> }.into_any())}
                    <h2>{t.facts}</h2>
                    <Facts lang cluster />
                    <SeatMap lang cluster />
                    <h2>{t.organisations}</h2>
                    <Organisations lang number />
                    <h2>{t.sources}</h2>
                    <SourceList lang sources=&cluster.sources />
                </div>
                <div>
                    <TitledList
                        title=t.regional_clusters
                        items=regional_clusters(site, lang, cluster)
                    />
                    <TitledList title=t.similar items=similar_clusters(site, lang, &similar) />
                    {compare_similar(site, lang, number, &similar)}
                </div>
            </div>
        </article>
    }
}

/// The part that a visitor came for: website and mailbox, or whom to write to instead, and how to pass the
/// page on.
#[component]
fn Actions(
    /// The language of the page.
    lang: Lang,
    /// The cluster.
    cluster: &'static Cluster,
) -> impl IntoView {
    let t = Strings::of(lang);
    let links = [
        (t.website, &cluster.website, Fact::Website),
        (t.email, &cluster.email, Fact::Email),
    ];
    let links = links.into_iter().filter_map(|(name, url, fact)| {
        let url = url.as_ref()?;
        let mark = cluster.unverified(fact);
        let link = view! {
            <li>
                <ExternalLink href=url.as_str() text=name />
                " "
                {mark.map(|_| view! { <UnverifiedMark lang /> }.into_any())}
            </li>
        };
        Some(link.into_any())
    });
    let site = use_site();
    let id = cluster.id.as_str();
    let compare = Address::compare(lang, Facet::Cluster, [id]);
    let network = Address::around(lang, Facet::Cluster, id);
    view! {
        {contact(lang, cluster)}
        <ul class="actions">
            {links.collect_view()} <li>
                <a href="#share-heading">{t.share_page}</a>
            </li> <li>
                <a href=site.href(&compare)>{t.compare_with}</a>
            </li> <li>
                <a href=site.href(&network)>{NetworkTexts::of(lang).show_network}</a>
            </li> <li>
                <SaveButton lang cluster />
            </li>
        </ul>
    }
}

/// The link back to the results that the visitor came from, or to the catalogue.
#[component]
fn BackLink(
    /// The language of the page.
    lang: Lang,
) -> impl IntoView {
    let site = use_site();
    let t = Strings::of(lang);
    view! {
        <p>
            {move || {
                let (href, known) = site.results_href();
                let text = if known {
                    t.back_to_results
                } else {
                    t.to_catalogue
                };
                // If the results are in the history, the link goes back, which restores the
                // position.
                view! {
                    <a href=href class="back-link" data-back=known.then_some("")>
                        {text}
                    </a>
                }
                .into_any()
            }}
        </p>
    }
}

/// The previous and next cluster in the results that the visitor came from.
fn neighbours(site: Site, lang: Lang, number: usize) -> Option<AnyView> {
    let t = Strings::of(lang);
    let clusters = &site.collection.catalogue.clusters;
    let results = site
        .collection
        .matching_clusters(&site.results()?.listing_query(), lang);
    let position = results.iter().position(|&other| other as usize == number)?;
    let neighbour = |position: Option<usize>, rel: &'static str, label: &'static str| {
        let cluster = &clusters[*results.get(position?)? as usize];
        Some(
            view! {
                <p>
                    {label} ": "
                    <ClusterLink lang cluster rel />
                </p>
            }
            .into_any(),
        )
    };
    let nav = view! {
        <nav class="neighbours hint" aria-label=t.in_results>
            {neighbour(position.checked_sub(1), "prev", t.previous)}
            <p>{format!("{} / {}", position + 1, results.len())}</p>
            {neighbour(Some(position + 1), "next", t.next)}
        </nav>
    };
    Some(nav.into_any())
}

/// The city of a cluster's seat on a small map, if known. The point links to all clusters there.
#[component]
fn SeatMap(
    /// The language of the page.
    lang: Lang,
    /// The cluster.
    cluster: &'static Cluster,
) -> impl IntoView {
    let t = Strings::of(lang);
    seat(use_site(), lang, cluster).map(|seat| {
        view! {
            <div class="seat-map">
                <Map label=t.map points=vec![seat] min_size=SEAT_MAP />
                <p class="hint">{t.map_note} " " {t.map_source}</p>
            </div>
        }
        .into_any()
    })
}

/// The city of a cluster's seat as a point.
fn seat(site: Site, lang: Lang, cluster: &Cluster) -> Option<MapPoint> {
    let cities = &site.collection.catalogue.cities;
    let city = cities.get(cluster.city.as_ref()?.as_str())?;
    let query = Query::choosing(Facet::City, [city.id.as_str()]);
    let address = Address::catalogue(lang).with_query(query);
    let count = site.collection.listing(&address.query, lang).total;
    let count = Strings::of(lang).results.of(count);
    let name = format!("{}: {count}", city.label.text(lang));
    city_point(city, 1, name, site.href(&address))
}

/// The organisations of a cluster, by role.
#[component]
fn Organisations(
    /// The language of the page.
    lang: Lang,
    /// The cluster, by its number in the catalogue.
    number: usize,
) -> impl IntoView {
    let site = use_site();
    let t = Strings::of(lang);
    if site
        .collection
        .membership_index
        .of_cluster(number)
        .is_empty()
    {
        return view! { <p>{t.no_organisations}</p> }.into_any();
    }
    let lists = Role::ALL.into_iter().filter_map(|role| {
        let items = members(site, lang, number, role);
        (!items.is_empty()).then(|| {
            view! {
                <h3>{t.role_heading(role)}</h3>
                <MembershipList lang items />
            }
            .into_any()
        })
    });
    view! {
        <p class="hint">{t.organisations_incomplete}</p>
        {lists.collect_view()}
    }
    .into_any()
}

/// The organisations of a cluster in one role.
fn members(site: Site, lang: Lang, cluster: usize, role: Role) -> Vec<MembershipItem> {
    let t = Strings::of(lang);
    let catalogue = &site.collection.catalogue;
    let memberships = site.collection.membership_index.of_cluster(cluster).iter();
    let memberships = memberships.map(|&number| &catalogue.memberships[number as usize]);
    let of_role = memberships.filter(|membership| membership.role == role);
    let items = of_role.filter_map(|membership| {
        let id = membership.organisation.as_str();
        let organisation = catalogue.organisations.get(id)?;
        let (name, name_lang) = organisation.name.get(lang);
        Some(MembershipItem {
            name,
            lang: other_lang(name_lang, lang),
            href: site.link(lang, Page::Organisation(organisation.id.clone())),
            about: t.kind_name(organisation.kind).to_owned(),
            memberships: vec![(None, membership)],
        })
    });
    items.collect()
}

/// A list with a heading; nothing if the list is empty.
#[component]
fn TitledList(
    /// The heading.
    title: &'static str,
    /// The items, each a `<li>`.
    items: Vec<AnyView>,
) -> impl IntoView {
    (!items.is_empty()).then(|| {
        view! {
            <h2>{title}</h2>
            <ul class="plain-list">{items}</ul>
        }
        .into_any()
    })
}

/// The regional clusters that name this one as their national cluster.
fn regional_clusters(site: Site, lang: Lang, cluster: &'static Cluster) -> Vec<AnyView> {
    let all = site.collection.catalogue.clusters.iter();
    let regional = all.filter(|other| other.national_clusters.contains(&cluster.id));
    let items = regional.map(|cluster| {
        let unverified = cluster.unverified(Fact::NationalCluster);
        view! {
            <li>
                <ClusterLink lang cluster />
                " "
                {unverified.map(|_| view! { <UnverifiedMark lang /> }.into_any())}
            </li>
        }
        .into_any()
    });
    items.collect()
}

/// The most similar clusters, with the reasons.
fn similar_clusters(site: Site, lang: Lang, similar: &[Similar]) -> Vec<AnyView> {
    let clusters = &site.collection.catalogue.clusters;
    let items = similar.iter().map(|similar| {
        let cluster = &clusters[similar.cluster as usize];
        view! {
            <li>
                <ClusterLink lang cluster />
                <span class="hint">" " {similarity(site, lang, similar)}</span>
            </li>
        }
        .into_any()
    });
    items.collect()
}

/// A link that sets a cluster and the most similar ones side by side; nothing if there are none.
fn compare_similar(site: Site, lang: Lang, number: usize, similar: &[Similar]) -> Option<AnyView> {
    let clusters = &site.collection.catalogue.clusters;
    let numbers = similar.iter().map(|similar| similar.cluster as usize);
    let numbers = std::iter::once(number).chain(numbers).take(MAX_COMPARED);
    let ids = numbers.map(|number| clusters[number].id.as_str());
    let address = Address::compare(lang, Facet::Cluster, ids);
    let link = view! {
        <p>
            <a href=site.href(&address)>{Strings::of(lang).compare_heading}</a>
        </p>
    };
    (!similar.is_empty()).then(|| link.into_any())
}

/// Describes why two clusters are similar.
fn similarity(site: Site, lang: Lang, similar: &Similar) -> String {
    let t = Strings::of(lang);
    let areas = similar.areas.iter().map(|&number| {
        let area = &site.collection.catalogue.areas[number as usize];
        area.label.text(lang)
    });
    let areas = areas.collect::<Vec<_>>().join(", ");
    let mut reasons = Vec::new();
    if !areas.is_empty() {
        reasons.push(format!("{} {areas}", t.shared_areas));
    }
    if similar.organisations > 0 {
        reasons.push(t.shared_organisations.of(similar.organisations));
    }
    if similar.same_region {
        reasons.push(t.same_region.to_owned());
    }
    reasons.join(" · ")
}
