//! The compare page without any records: what can be compared, and how to begin.

use super::choose::Choose;
use crate::i18n::{CompareTexts, Strings};
use crate::names::facet_label;
use crate::site::{Site, use_site};
use catalogue::model::Lang;
use catalogue::query::{Address, Facet, Page};
use leptos::prelude::*;
use std::cmp::Reverse;

/// The kinds of records that can be compared, each with a way to begin and an example.
#[component]
pub(super) fn Start(
    /// The language of the page.
    lang: Lang,
) -> impl IntoView {
    let site = use_site();
    let t = Strings::of(lang);
    let c = CompareTexts::of(lang);
    let kinds = Facet::COMPARED.map(|facet| {
        // Clusters and organisations are too many for a drop-down list in every file of this page.
        let begin = match facet {
            Facet::Cluster => link(site, lang, Page::Catalogue, c.from_catalogue),
            Facet::Organisation => link(site, lang, Page::Organisations, c.from_index),
            _ => view! { <Choose lang facet button=c.begin /> }.into_any(),
        };
        view! {
            <section>
                <h2>{t.facet(facet)}</h2>
                {begin}
                {example(site, lang, facet)}
            </section>
        }
        .into_any()
    });
    view! { <div class="compare-start">{kinds.into_iter().collect_view()}</div> }
}

fn link(site: Site, lang: Lang, page: Page, text: &'static str) -> AnyView {
    view! {
        <p>
            <a href=site.link(lang, page)>{text}</a>
        </p>
    }
    .into_any()
}

/// A link to a comparison of the two values with the most clusters; for clusters, two of the
/// organisation with the most.
fn example(site: Site, lang: Lang, facet: Facet) -> Option<AnyView> {
    let c = CompareTexts::of(lang);
    let values = site.collection.values(facet);
    let [one, other] = if facet == Facet::Cluster {
        let organisations = site.collection.values(Facet::Organisation);
        let [organisation, _] = largest(site, Facet::Organisation)?;
        let &[one, other, ..] = organisations.clusters(organisation) else {
            return None;
        };
        [one, other]
    } else {
        largest(site, facet)?
    };
    let ids = [one, other].map(|value| values.id(value));
    let names = ids.map(|id| facet_label(site.collection, lang, facet, id).unwrap_or(id));
    let href = site.href(&Address::compare(lang, facet, ids));
    Some(
        view! {
            <p>
                {c.for_example} " " <a href=href>{names.join(", ")}</a>
            </p>
        }
        .into_any(),
    )
}

/// The two values of a facet with the most clusters.
fn largest(site: Site, facet: Facet) -> Option<[u32; 2]> {
    let values = site.collection.values(facet);
    let most = |but: Option<u32>| {
        let all = (0_u32..).take(values.len());
        let others = all.filter(|&value| Some(value) != but);
        others.min_by_key(|&value| Reverse(values.clusters(value).len()))
    };
    let first = most(None)?;
    Some([first, most(Some(first))?])
}
