//! The compare page: up to five records of one kind side by side. Without any it explains itself, and
//! offers ways to begin.

mod cells;
mod start;
mod table;

use crate::dom;
use crate::i18n::Strings;
use crate::names::{facet_label, facet_labels};
use crate::site::{Site, use_site};
use catalogue::browse::{Comparison, MAX_COMPARED};
use catalogue::model::Lang;
use catalogue::query::{Address, Facet, Page};
use catalogue::search::fold;
use leptos::ev::SubmitEvent;
use leptos::html;
use leptos::prelude::*;
use start::Start;
use table::table;

/// Focused after a record is removed, together with its link.
const STATUS: &str = "compare-status";

/// The comparison of the records that the current query chooses.
#[component]
pub fn ComparePage(
    /// The language of the page.
    lang: Lang,
) -> impl IntoView {
    let site = use_site();
    let t = Strings::of(lang);
    let comparison = move || site.collection.comparison(&site.address().query);
    // Outside of what is rendered anew, so that screen readers announce it.
    let status = move || {
        let columns = comparison()?.columns.len();
        (columns > 0).then(|| t.side_by_side.of(columns))
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
            {move || match comparison() {
                None => view! { <Start lang /> }.into_any(),
                Some(comparison) => compared(site, lang, &comparison),
            }}
        </article>
    }
}

fn compared(site: Site, lang: Lang, comparison: &Comparison) -> AnyView {
    let t = Strings::of(lang);
    let facet = comparison.facet;
    let has_room = comparison.columns.len() < MAX_COMPARED;
    let add = has_room.then(|| view! { <Choose lang facet button=t.compare_add /> }.into_any());
    view! {
        {notices(site, lang, comparison)}
        {add}
        {(!comparison.columns.is_empty()).then(|| table(site, lang, comparison))}
        <p>
            <a href=site.link(lang, Page::Compare)>{t.compare_anew}</a>
        </p>
    }
    .into_any()
}

/// What of the address is not shown, and why.
fn notices(site: Site, lang: Lang, comparison: &Comparison) -> Vec<AnyView> {
    let t = Strings::of(lang);
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
                    {format!("{} {unknown}. {} ", t.compare_unknown, t.compare_unknown_why)}
                    <a href=site.href(&without)>{t.compare_without}</a>
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
        texts.push([t.compare_too_many, " ", &names, "."].concat());
    }
    if comparison.is_mixed {
        texts.push([t.compare_mixed, " ", t.facet(facet), "."].concat());
    }
    for text in texts {
        notices.push(view! { <p class="notice">{text}</p> }.into_any());
    }
    notices
}

/// A form that adds a value of a facet. It is a plain one, so that it leads to the same address where the
/// app does not run.
#[component]
pub(super) fn Choose(
    /// The language of the page.
    lang: Lang,
    /// The facet.
    facet: Facet,
    /// The text of the button.
    button: &'static str,
) -> impl IntoView {
    let site = use_site();
    let t = Strings::of(lang);
    let query = site.address_untracked().query;
    let values = site.collection.values(facet);
    let is_offered = |id: &str| {
        let is_new = query.chosen(facet).iter().all(|chosen| chosen != id);
        let clusters = values.number(id).map(|value| values.clusters(value));
        is_new && clusters.is_some_and(|clusters| !clusters.is_empty())
    };
    let mut options = facet_labels(site.collection, lang, facet);
    options.retain(|(id, _)| is_offered(id));
    options.sort_by_cached_key(|(_, label)| fold(label));
    options.insert(0, ("", t.compare_choose));
    let options = options
        .into_iter()
        .map(|(id, label)| view! { <option value=id>{label}</option> }.into_any());
    let present = query.chosen(facet).iter().cloned();
    let present =
        present.map(|id| view! { <input type="hidden" name=facet.key() value=id /> }.into_any());
    // At the beginning, the heading above says the same.
    let name_class = query.compared().is_none().then_some("visually-hidden");
    let select = NodeRef::<html::Select>::new();
    let add = move |event: SubmitEvent| {
        event.prevent_default();
        let chosen = select.get_untracked().map(|select| select.value());
        let Some(chosen) = chosen.filter(|chosen| !chosen.is_empty()) else {
            return;
        };
        let mut query = site.address_untracked().query;
        query.choose(facet, &chosen);
        site.set_query(query);
        dom::after_render(|| dom::focus_and_show(&["#", STATUS].concat()));
    };
    view! {
        <form
            class="compare-choose"
            action=site.link(lang, Page::Compare)
            on:submit=add
        >
            {present.collect_view()}
            <label>
                <span class=name_class>{t.facet(facet)}</span>
                " "
                <select node_ref=select name=facet.key()>
                    {options.collect_view()}
                </select>
            </label>
            <button type="submit" class="button">
                {button}
            </button>
        </form>
    }
}
