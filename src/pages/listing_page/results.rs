//! The results of a listing: cards, a table, a map, charts, or a message that there are none.

use super::heading::NamedOrganisations;
use crate::components::{FIRST_CARDS, FIRST_ROWS, List, NoResults, ResultCard};
use crate::dom;
use crate::i18n::{Strings, format_number};
use crate::names::ALL_CLUSTERS;
use crate::pages::lazy::{LazyView, show};
use crate::site::{ListingState, use_site};
use catalogue::browse::subject;
use catalogue::model::Lang;
use catalogue::query::{PAGE_LENGTH, Query, View};
use catalogue::search::Coverage;
use leptos::prelude::*;

/// The results in the current layout.
#[component]
pub(super) fn Results(
    /// The language of the page.
    lang: Lang,
) -> impl IntoView {
    let site = use_site();
    // Empty without results.
    let layout = |state: &ListingState| match state.listing.total {
        0 => String::new(),
        _ => state.query.view.key().to_owned(),
    };
    let layout = Memo::new(move |_| site.listing.with(layout));
    let clusters = Memo::new(move |before: Option<&Vec<u32>>| {
        let waits = site.is_deferred.get();
        let view = site.deferred_listing.with(|state| state.query.view);
        site.listing.with(|state| match before {
            // After a change of layout no results are on the screen yet.
            Some(_) if waits && state.query.view != view => first_of(state, &[]),
            Some(before) if waits => first_of(state, before),
            _ => state.listing.clusters.clone(),
        })
    });
    view! {
        <NamedOrganisations lang />
        <SearchedFor lang />
        {move || {
            let layout = layout.get();
            if layout.is_empty() {
                return view! { <NoResults lang /> }.into_any();
            }
            let list = match View::from_key(&layout) {
                View::Map => return show(lang, LazyView::Map),
                View::Numbers => return show(lang, LazyView::Numbers),
                View::Cards => view! {
                    <div class="cards">
                        <List each=move || clusters.get() key=|number| *number let:number>
                            <ResultCard lang number />
                        </List>
                    </div>
                }
                .into_any(),
                View::Table => show(lang, LazyView::Table(clusters)),
            };
            view! {
                <PartialMatch lang />
                {list}
                <ShowMore lang />
            }
            .into_any()
        }}
    }
}

/// The results that fit on the first screen, and those of the rest that were shown before.
fn first_of(state: &ListingState, before: &[u32]) -> Vec<u32> {
    let first = match state.query.view {
        View::Table => FIRST_ROWS,
        View::Cards | View::Map | View::Numbers => FIRST_CARDS,
    };
    let results = state.listing.clusters.iter().copied().enumerate();
    let results = results.filter(|(index, number)| *index < first || before.contains(number));
    results.map(|(_, number)| number).collect()
}

/// A note of what is searched for, if that is not the text as typed: words of a question or wish are set
/// aside, as in `which clusters deal with hydrogen?`, alternatives belong together, signs are ignored,
/// and a long text is cut.
#[component]
fn SearchedFor(
    /// The language of the page.
    lang: Lang,
) -> impl IntoView {
    let site = use_site();
    let t = Strings::of(lang);
    let explained = move || {
        site.listing.with(|state| {
            let search = &state.search;
            let mut parts = Vec::new();
            if search.set_aside().next().is_some() || search.has_alternatives() {
                parts.push([t.searched_for, ": ", &subject(search).join(", ")].concat());
            }
            let signs = search.ignored_signs();
            if !signs.is_empty() {
                parts.push([t.ignored_signs, ": ", &signs.join(" ")].concat());
            }
            if search.is_cut() {
                parts.push(t.search_cut.to_owned());
            }
            parts.join(" · ")
        })
    };
    let explained = Memo::new(move |_| explained());
    view! {
        {move || {
            let explained = explained.get();
            (!explained.is_empty())
                .then(|| view! { <p class="hint searched-for">{explained}</p> }.into_any())
        }}
    }
}

/// A notice if the results match only some of the words.
#[component]
fn PartialMatch(
    /// The language of the page.
    lang: Lang,
) -> impl IntoView {
    let site = use_site();
    let is_partial = Memo::new(move |_| {
        site.listing
            .with(|state| state.listing.coverage != Coverage::All)
    });
    view! {
        {move || {
            is_partial.get().then(|| {
                view! {
                    <p class="notice">{Strings::of(lang).partial_results}</p>
                }
                .into_any()
            })
        }}
    }
}

/// The number of results shown, a link that shows more, and one that shows all if that is more; nothing if all
/// are shown.
#[component]
fn ShowMore(
    /// The language of the page.
    lang: Lang,
) -> impl IntoView {
    let site = use_site();
    let t = Strings::of(lang);
    let of_state = |state: &ListingState| (state.listing.clusters.len(), state.listing.total);
    let counts = move || site.listing.with(of_state);
    let has_more = Memo::new(move |_| {
        let (shown, total) = counts();
        shown < total
    });
    // The static HTML of that address shows the same page of results, but lists all clusters below.
    let href_of = move |state: &ListingState, query: Query| {
        [
            &site.href(&state.address.with_query(query)),
            "#",
            ALL_CLUSTERS,
        ]
        .concat()
    };
    let href = move || {
        site.listing
            .with(|state| href_of(state, state.query.with_more()))
    };
    let all_href = Memo::new(move |_| {
        site.listing.with(|state| {
            let (shown, total) = of_state(state);
            let is_another = total > shown + PAGE_LENGTH as usize;
            let all = state.query.with_all(total).filter(|_| is_another);
            all.map_or_else(String::new, |query| href_of(state, query))
        })
    });
    // Focuses the first of the new results.
    let focus = move |_| {
        let (shown, _) = site.listing.with_untracked(of_state);
        let first = format!(
            ":is(.cards > article, .result-table tbody > tr):nth-child({}) a",
            shown + 1
        );
        dom::after_render(move || dom::focus_and_show(&first));
    };
    view! {
        {move || {
            has_more.get().then(|| {
                view! {
                    <p class="more">
                        <span class="hint">
                            {move || {
                                let (shown, total) = counts();
                                [&format_number(shown), t.part_of, &format_number(total)].concat()
                            }}
                        </span>
                        <a href=href class="button" on:click=focus>
                            {move || {
                                let (shown, total) = counts();
                                t.show_more.of((total - shown).min(PAGE_LENGTH as usize))
                            }}
                        </a>
                        {move || {
                            let href = all_href.get();
                            (!href.is_empty())
                                .then(|| {
                                    view! {
                                        <a href=href on:click=focus>
                                            {t.show_all}
                                        </a>
                                    }
                                        .into_any()
                                })
                        }}
                    </p>
                }
                .into_any()
            })
        }}
    }
}
