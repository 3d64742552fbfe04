//! All clusters of a listing as plain links, where the app does not run.

use crate::components::ClusterLink;
use crate::i18n::Strings;
use crate::names::{ALL_CLUSTERS, place};
use crate::site::{Site, use_site};
use catalogue::model::{Cluster, Lang};
use catalogue::query::{Address, PAGE_LENGTH, Page};
use leptos::prelude::*;

/// The clusters of a listing that does not fit on its first page: those of an area, or all clusters
/// grouped by main area. Empty for other pages.
#[component]
pub(super) fn AllClusters(
    /// The address of the page.
    address: Address,
) -> impl IntoView {
    let lang = address.lang;
    let clusters = &use_site().collection.catalogue.clusters;
    let (length, lists) = match address.page {
        Page::Catalogue => (clusters.len(), by_area(use_site(), lang)),
        Page::Area(id) => {
            let clusters = clusters.iter();
            let clusters = clusters.filter(|cluster| cluster.areas.contains(&id));
            let clusters = clusters.collect::<Vec<_>>();
            let length = clusters.len();
            let list = view! { <ClusterList lang clusters /> };
            (length, vec![list.into_any()])
        }
        _ => (0, Vec::new()),
    };
    (length > PAGE_LENGTH as usize).then(|| {
        view! {
            <section
                class="all-clusters page"
                id=ALL_CLUSTERS
                aria-labelledby="all-clusters-heading"
            >
                <h2 id="all-clusters-heading">{Strings::of(lang).to_catalogue}</h2>
                {lists}
            </section>
        }
    })
}

/// All clusters, grouped by main area.
fn by_area(site: Site, lang: Lang) -> Vec<AnyView> {
    let catalogue = &site.collection.catalogue;
    let lists = catalogue.areas.iter().filter_map(|area| {
        let clusters = catalogue.clusters.iter();
        let clusters = clusters.filter(|cluster| cluster.areas.first() == Some(&area.id));
        let clusters = clusters.collect::<Vec<_>>();
        let href = site.link(lang, Page::Area(area.id.clone()));
        let list = (!clusters.is_empty()).then(|| {
            view! {
                <h3>
                    <a href=href>{area.label.text(lang)}</a>
                </h3>
                <ClusterList lang clusters />
            }
        });
        list.map(IntoAny::into_any)
    });
    lists.collect()
}

/// Links to clusters with their locations.
#[component]
fn ClusterList(
    /// The language of the page.
    lang: Lang,
    /// The clusters.
    clusters: Vec<&'static Cluster>,
) -> impl IntoView {
    let catalogue = &use_site().collection.catalogue;
    let items = clusters.into_iter().map(|cluster| {
        view! {
            <li>
                <ClusterLink lang cluster />
                " "
                <span class="hint">{place(catalogue, cluster, lang)}</span>
            </li>
        }
    });
    view! { <ul class="plain-list">{items.collect_view()}</ul> }
}
