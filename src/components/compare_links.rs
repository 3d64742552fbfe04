//! Links from the results to comparisons.

use crate::i18n::Strings;
use crate::names::facet_label;
use crate::site::{ListingState, Site, use_site};
use catalogue::browse::MAX_COMPARED;
use catalogue::model::Lang;
use catalogue::query::{Address, Facet};
use leptos::prelude::*;

/// Links to a comparison of the results, and of the chosen values of each facet, where they are at least
/// two and fit side by side; nothing otherwise.
#[component]
pub fn CompareLinks(
    /// The language of the page.
    lang: Lang,
) -> impl IntoView {
    let site = use_site();
    view! {
        {move || {
            let links = site.deferred_listing.with(|state| links(site, lang, state));
            (!links.is_empty())
                .then(|| view! { <ul class="card-facts compare-links">{links}</ul> }.into_any())
        }}
    }
}

fn links(site: Site, lang: Lang, state: &ListingState) -> Vec<AnyView> {
    let t = Strings::of(lang);
    let mut links = Vec::new();
    for facet in Facet::COMPARED {
        let values = site.collection.values(facet);
        let (ids, text): (Vec<&str>, String) = if facet == Facet::Cluster {
            let clusters = state.listing.clusters.iter();
            let ids = clusters.map(|&number| values.id(number)).collect();
            (ids, t.compare_results.of(state.listing.total))
        } else {
            let chosen = state.query.chosen(facet).iter();
            let ids: Vec<&str> = chosen.map(String::as_str).collect();
            let label = |id: &&str| facet_label(site.collection, lang, facet, id);
            let names = ids.iter().filter_map(label).collect::<Vec<_>>();
            (ids, [t.compare, ": ", &names.join(", ")].concat())
        };
        if (2..=MAX_COMPARED).contains(&ids.len()) {
            let href = site.href(&Address::compare(lang, facet, ids));
            let link = view! {
                <li>
                    <a href=href>{text}</a>
                </li>
            };
            links.push(link.into_any());
        }
    }
    links
}
