//! The listing: search box, filters, results. An area's page is the listing with that area chosen.

mod heading;
pub(super) mod map_view;
pub(super) mod numbers_view;
mod results;

use crate::components::{Chips, ChoiceList, CompareLinks, FacetPanel, SavedNote, SearchBox};
use crate::dom;
use crate::i18n::Strings;
use crate::site::use_site;
use catalogue::model::Lang;
use catalogue::query::{Sort, View};
use heading::Heading;
use leptos::prelude::*;
use results::Results;

/// Focused after a search is submitted.
const RESULTS_HEADING: &str = "#results-heading";

/// The page of the catalogue or of an area.
#[component]
pub fn ListingPage(
    /// The language of the page.
    lang: Lang,
) -> impl IntoView {
    let site = use_site();
    let t = Strings::of(lang);
    let text = Signal::derive(move || site.visit.with(|visit| visit.address.query.text.clone()));
    let count = Memo::new(move |_| {
        site.listing
            .with(|state| t.result_count(state.listing.total, state.listing.closeness))
    });
    let submit = move |()| {
        let query = site.query_untracked();
        if query != site.address_untracked().listing_query() {
            site.set_query(query);
        }
        dom::focus_and_show(RESULTS_HEADING);
    };
    view! {
        <div class="hero">
            <Heading lang />
            <SearchBox
                lang
                text
                on_input=Callback::new(move |text: String| site.set_text(&text))
                on_submit=Callback::new(submit)
            />
        </div>
        <div class="browse">
            <FacetPanel lang />
            <section class="results" aria-labelledby="results-heading">
                <div class="results-bar">
                    <h2 id="results-heading" tabindex="-1">
                        {t.results_heading}
                    </h2>
                    <p role="status">{count}</p>
                    <p class="getting-ready">{t.getting_ready}</p>
                    <Arrangement lang />
                </div>
                <Chips lang />
                <SavedNote lang />
                <CompareLinks lang />
                <Results lang />
            </section>
        </div>
    }
}

/// Controls for the order and layout of the results.
#[component]
fn Arrangement(
    /// The language of the page.
    lang: Lang,
) -> impl IntoView {
    let site = use_site();
    let t = Strings::of(lang);
    let sort = Signal::derive(move || site.listing.with(|state| state.query.sort.key().to_owned()));
    let choose_sort = move |key: String| {
        site.set_query(site.query_untracked().with_sort(Sort::from_key(&key)));
    };
    let views = View::ALL.map(|view| {
        let href = move || {
            site.listing
                .with(|state| site.href(&state.address.with_query(state.query.with_view(view))))
        };
        let current = move || {
            site.listing
                .with(|state| (state.query.view == view).then(|| "true".to_owned()))
        };
        view! {
            <li>
                <a href=href aria-current=current>
                    {t.view(view)}
                </a>
            </li>
        }
        .into_any()
    });
    let class = move || {
        site.listing
            .with(|state| match (state.listing.total, state.query.view) {
                (0, _) => "arrangement arrangement-unneeded",
                (_, View::Cards | View::Table) => "arrangement",
                (_, View::Map | View::Numbers) => "arrangement arrangement-unordered",
            })
    };
    view! {
        <div class=class>
            <ChoiceList
                label=t.sort_by
                options=Sort::ALL.map(|sort| (sort.key(), t.sort(sort))).into()
                chosen=sort
                choose=Callback::new(choose_sort)
            />
            <nav aria-label=t.view_as>
                <ul class="view-switch">{views.into_iter().collect_view()}</ul>
            </nav>
        </div>
    }
}
