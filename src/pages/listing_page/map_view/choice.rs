//! The parts beside the map: its legend, and the clusters of the chosen area or mark.

use super::state::{Choice, MapState};
use crate::components::{ClusterLink, UnverifiedMark};
use crate::i18n::Strings;
use crate::site::{Site, use_site};
use catalogue::model::{Cluster, Fact};
use catalogue::query::View;
use leptos::prelude::*;

/// The maximum number of clusters in the list; more are shown as results.
const LISTED: usize = 50;

/// The legend: what the shades or marks on the map mean.
#[component]
pub(super) fn Legend(
    /// The state of the map.
    map: MapState,
) -> impl IntoView {
    let t = Strings::of(map.lang);
    view! {
        <div class="map-legend">
            {move || {
                if map.shaded.get() {
                    shades(map).into_any()
                } else {
                    let unlocated = map.content.with_value(|content| content.unlocated);
                    let unlocated = (unlocated > 0)
                        .then(|| view! { <p class="hint">{t.map_unlocated.of(unlocated)}</p> }.into_any());
                    view! {
                        <p class="hint">{t.map_marks}</p>
                        {unlocated}
                    }
                    .into_any()
                }
            }}
        </div>
    }
}

fn shades(map: MapState) -> impl IntoView {
    let t = Strings::of(map.lang);
    let classes = map.content.with_value(|content| content.shades.classes());
    let mut classes: Vec<(usize, u32, u32)> = (1..)
        .zip(classes)
        .map(|(shade, (first, last))| (shade, first, last))
        .collect();
    classes.insert(0, (0, 0, 0));
    let classes = classes.into_iter().map(|(shade, first, last)| {
        let numbers = if first == last {
            first.to_string()
        } else {
            format!("{first}–{last}")
        };
        view! {
            <li>
                <span class="map-shade" data-shade=shade.to_string()></span>
                {numbers}
            </li>
        }
        .into_any()
    });
    view! {
        <h3>{t.map_shades}</h3>
        <ul class="map-shades">{classes.collect_view()}</ul>
        <p class="hint">{t.map_shades_note}</p>
    }
}

/// The clusters of the chosen area or mark, each with a link to its page.
#[component]
pub(super) fn Chosen(
    /// The state of the map.
    map: MapState,
) -> impl IntoView {
    let t = Strings::of(map.lang);
    let site = use_site();
    view! {
        <section class="map-chosen" aria-label=t.map_chosen>
            {move || match map.choice(&map.chosen.0.get()) {
                Some(choice) => chosen(site, map, &choice).into_any(),
                None => view! { <p class="hint">{t.map_choose}</p> }.into_any(),
            }}
        </section>
    }
}

fn chosen(site: Site, map: MapState, choice: &Choice) -> impl IntoView + use<> {
    let t = Strings::of(map.lang);
    let collection = map.collection;
    let clusters = choice.clusters.iter().take(LISTED).map(|&number| {
        let cluster = &collection.catalogue.clusters[number as usize];
        view! {
            <li>
                <ClusterLink lang=map.lang cluster />
                {seat(map, cluster)}
            </li>
        }
        .into_any()
    });
    let href = map.content.with_value(|content| {
        let (address, query) = &content.listing;
        let mut query = query.with_view(View::default());
        for &value in &choice.values {
            query.choose(choice.facet, collection.values(choice.facet).id(value));
        }
        site.href(&address.with_query(query))
    });
    let count = t.results.of(choice.clusters.len());
    view! {
        <h3 id="map-choice" tabindex="-1">
            {format!("{}: {count}", choice.name)}
        </h3>
        <ul class="plain-list">{clusters.collect_view()}</ul>
        <p>
            <a href=href>{t.map_as_results}</a>
        </p>
        <button type="button" class="link-button" on:click=move |_| map.close()>
            {t.map_close}
        </button>
    }
}

/// The city of a cluster, and whether it is unverified.
fn seat(map: MapState, cluster: &'static Cluster) -> Option<AnyView> {
    let cities = &map.collection.catalogue.cities;
    let city = cities.get(cluster.city.as_ref()?.as_str())?;
    let unverified = cluster.unverified(Fact::City).is_some();
    Some(
        view! {
            <span class="hint">
                {city.label.text(map.lang)}
                {unverified.then(|| view! { " " <UnverifiedMark lang=map.lang reason=None /> }.into_any())}
            </span>
        }
        .into_any(),
    )
}
