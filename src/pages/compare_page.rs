//! The compare page: up to five records of one kind side by side. Without any records it explains
//! itself, and offers ways to begin.

mod cells;
mod choose;
mod start;
mod table;

use crate::i18n::{CompareTexts, Strings};
use crate::names::facet_label;
use crate::site::{Site, use_site};
use catalogue::browse::{Comparison, MAX_COMPARED};
use catalogue::model::Lang;
use catalogue::query::{Address, Page};
use choose::{Choose, STATUS};
use leptos::prelude::*;
use start::Start;
use table::table;

/// The comparison of the records that the current query chooses.
#[component]
pub fn ComparePage(
    /// The language of the page.
    lang: Lang,
) -> impl IntoView {
    let site = use_site();
    let t = Strings::of(lang);
    let c = CompareTexts::of(lang);
    let comparison = Memo::new(move |_| site.collection.comparison(&site.address().query));
    // Outside the part that is rendered anew, so that screen readers announce it.
    let status = move || {
        let columns = comparison.with(|comparison| Some(comparison.as_ref()?.columns.len()))?;
        (columns > 0).then(|| c.side_by_side.of(columns))
    };
    view! {
        <article class="page compare">
            <header class="page-header">
                <h1 tabindex="-1">{t.compare_heading}</h1>
                <p class="lead">{t.compare_lead}</p>
            </header>
            <p role="status" id=STATUS tabindex="-1">
                {status}
            </p>
            {move || {
                comparison.with(|comparison| match comparison {
                    None => view! { <Start lang /> }.into_any(),
                    Some(comparison) => compared(site, lang, comparison),
                })
            }}
        </article>
    }
}

fn compared(site: Site, lang: Lang, comparison: &Comparison) -> AnyView {
    let c = CompareTexts::of(lang);
    let facet = comparison.facet;
    let has_room = comparison.columns.len() < MAX_COMPARED;
    let add = has_room.then(|| view! { <Choose lang facet button=c.add /> }.into_any());
    view! {
        {notices(site, lang, comparison)}
        {add}
        {(!comparison.columns.is_empty()).then(|| table(site, lang, comparison))}
        <p>
            <a href=site.link(lang, Page::Compare)>{c.anew}</a>
        </p>
    }
    .into_any()
}

/// Which parts of the address are not shown, and why.
fn notices(site: Site, lang: Lang, comparison: &Comparison) -> Vec<AnyView> {
    let t = Strings::of(lang);
    let c = CompareTexts::of(lang);
    let facet = comparison.facet;
    let mut notices = Vec::new();
    if !comparison.unknown.is_empty() {
        let query = &site.address_untracked().query;
        let mut without = Address::of(lang, Page::Compare);
        for id in query.chosen(facet) {
            if !comparison.unknown.contains(id) {
                without.query.choose(facet, id);
            }
        }
        let unknown = comparison.unknown.join(", ");
        notices.push(
            view! {
                <p class="notice">
                    {format!("{} {unknown}. {} ", c.unknown, c.unknown_why)}
                    <a href=site.href(&without)>{c.without}</a>
                </p>
            }
            .into_any(),
        );
    }
    let mut texts = Vec::new();
    if !comparison.left_out.is_empty() {
        let values = site.collection.values(facet);
        let names = comparison.left_out.iter().map(|&value| {
            let id = values.id(value);
            facet_label(site.collection, lang, facet, id).unwrap_or(id)
        });
        let names = names.collect::<Vec<_>>().join(", ");
        texts.push([c.too_many, " ", &names, "."].concat());
    }
    if comparison.is_mixed {
        texts.push([c.mixed, " ", t.facet(facet), "."].concat());
    }
    for text in texts {
        notices.push(view! { <p class="notice">{text}</p> }.into_any());
    }
    notices
}
