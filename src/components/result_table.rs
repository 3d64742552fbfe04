//! Results as a table, for comparing.

use super::links::AreaLink;
use super::list::List;
use super::marked::{Marked, MarkedSearch};
use crate::i18n::{Strings, format_number};
use crate::names::{other_lang, place};
use crate::site::use_site;
use catalogue::model::Lang;
use catalogue::query::{Page, Sort};
use leptos::prelude::*;

/// The table of the results, with columns that sort it. A column is a heading here and a cell in
/// [`ResultRow`], in the same order. Files never show it: they have no query.
#[component]
pub fn ResultTable(
    /// The language of the page.
    lang: Lang,
    /// The clusters, by their numbers in the catalogue.
    #[prop(into)]
    clusters: Signal<Vec<u32>>,
) -> impl IntoView {
    let t = Strings::of(lang);
    // The frame scrolls sideways where the table is wider than the screen; the keyboard must reach it.
    view! {
        <div class="table-frame" role="group" aria-label=t.results_table tabindex="0">
            <table class="result-table">
                <thead>
                    <tr>
                        <SortHeading text=t.name sort=Sort::Name direction="ascending" />
                        <th scope="col">{t.areas}</th>
                        <th scope="col">{t.level}</th>
                        <th scope="col">{t.place}</th>
                        <SortHeading text=t.founded sort=Sort::Founded direction="ascending" />
                        <SortHeading text=t.members sort=Sort::Members direction="descending" />
                    </tr>
                </thead>
                <tbody>
                    <List each=move || clusters.get() key=|number| *number let:number>
                        <ResultRow lang number />
                    </List>
                </tbody>
            </table>
        </div>
    }
}

/// The heading of a column by which the table can be sorted. Its link leads to that order, or out of
/// it where it is the present one.
#[component]
fn SortHeading(
    /// What the column is called.
    text: &'static str,
    /// The order.
    sort: Sort,
    /// The direction of that order, as `aria-sort` says it.
    direction: &'static str,
) -> impl IntoView {
    let site = use_site();
    let is_present = Memo::new(move |_| site.listing.with(|state| state.query.sort == sort));
    let href = move || {
        let sort = if is_present.get() {
            Sort::default()
        } else {
            sort
        };
        site.listing
            .with(|state| site.href(&state.address.with_query(state.query.with_sort(sort))))
    };
    view! {
        <th scope="col" aria-sort=move || if is_present.get() { direction } else { "none" }>
            <a href=href>{text}</a>
        </th>
    }
}

/// More rows than the first screen holds.
pub const FIRST_ROWS: usize = 15;

/// One result as a row, with the matches of the search marked.
#[component]
fn ResultRow(
    /// The language of the page.
    lang: Lang,
    /// The cluster, by its number in the catalogue.
    number: u32,
) -> impl IntoView {
    let site = use_site();
    provide_context(MarkedSearch(site.search_for_result(number, FIRST_ROWS)));
    let catalogue = &site.collection.catalogue;
    let cluster = &catalogue.clusters[number as usize];
    let (name, name_lang) = cluster.name.get(lang);
    let areas = cluster.areas.iter().map(|id| {
        view! {
            <span class="table-area">
                <AreaLink lang id />
            </span>
        }
        .into_any()
    });
    let members = cluster.members.as_ref().and_then(|members| members.count);
    view! {
        <tr>
            <th scope="row">
                <a
                    href=site.link(lang, Page::Cluster(cluster.id.clone()))
                    lang=other_lang(name_lang, lang)
                >
                    <Marked text=name />
                </a>
            </th>
            <td>{areas.collect_view()}</td>
            <td>{Strings::of(lang).level_name(cluster.level)}</td>
            <td>
                <Marked text=place(catalogue, cluster, lang) />
            </td>
            <td class="table-number">{cluster.founded.map(|year| year.to_string())}</td>
            <td class="table-number">{members.map(|count| format_number(count as usize))}</td>
        </tr>
    }
}
