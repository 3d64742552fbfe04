//! Results as a table.

use super::links::AreaLink;
use super::list::List;
use super::marked::{Marked, MarkedSearch};
use super::shortlist::SaveButton;
use crate::i18n::Strings;
use crate::names::{other_lang, place};
use crate::site::use_site;
use catalogue::model::{Lang, Status};
use catalogue::query::{Page, Sort};
use leptos::prelude::*;

/// The table of results, sortable by column. Each column has a heading here and a cell in
/// [`ResultRow`], in the same order. It is never part of static HTML, which has no query.
#[component]
pub fn ResultTable(
    /// The language of the page.
    lang: Lang,
    /// The clusters, by their numbers in the catalogue.
    #[prop(into)]
    clusters: Signal<Vec<u32>>,
) -> impl IntoView {
    let t = Strings::of(lang);
    // The wrapper scrolls horizontally on narrow screens, so it must be focusable.
    view! {
        <div class="table-frame" role="group" aria-label=t.results_table tabindex="0">
            // The roles are those of the elements. Browsers drop them where the style sheet stacks the
            // cells of a row.
            <table class="result-table stacked-table" role="table">
                <thead role="rowgroup">
                    <tr role="row">
                        <SortHeading text=t.name sort=Sort::Name />
                        <th scope="col" role="columnheader">
                            {t.areas}
                        </th>
                        <th scope="col" role="columnheader">
                            {t.level}
                        </th>
                        <th scope="col" role="columnheader">
                            {t.place}
                        </th>
                        <SortHeading text=t.founded sort=Sort::Founded />
                        <SortHeading text=t.members sort=Sort::Members />
                    </tr>
                </thead>
                <tbody role="rowgroup">
                    <List each=move || clusters.get() key=|number| *number let:number>
                        <ResultRow lang number />
                    </List>
                </tbody>
            </table>
        </div>
    }
}

/// The heading of a sortable column. Its link sorts by the column, then in the other direction, then
/// resets the order.
#[component]
fn SortHeading(
    /// The name of the column.
    text: &'static str,
    /// The order that comes first.
    sort: Sort,
) -> impl IntoView {
    let site = use_site();
    let direction = move || {
        let is_descending = |sort| {
            matches!(
                sort,
                Sort::Members | Sort::NameDescending | Sort::FoundedDescending
            )
        };
        site.listing.with(|state| match state.query.sort {
            now if now != sort && now != sort.reversed() => "none",
            now if is_descending(now) => "descending",
            _ => "ascending",
        })
    };
    let href = move || {
        site.listing.with(|state| {
            let next = match state.query.sort {
                now if now == sort => sort.reversed(),
                now if now == sort.reversed() => Sort::default(),
                _ => sort,
            };
            site.href(&state.address.with_query(state.query.with_sort(next)))
        })
    };
    view! {
        <th scope="col" role="columnheader" aria-sort=move || direction().to_owned()>
            <a href=href>{text}</a>
        </th>
    }
}

/// More rows than fit on the first screen.
pub const FIRST_ROWS: usize = 10;

/// A result as a row, with highlighted matches.
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
    let t = Strings::of(lang);
    let members = cluster.members.as_ref();
    let members = members
        .and_then(|members| t.member_cell(members))
        .map(|[count, remark]| {
            view! {
                {count}
                " "
                <span class="hint table-remark">{remark}</span>
            }
            .into_any()
        });
    let status = (cluster.status != Status::Active)
        .then(|| view! { <span class="hint table-remark">{t.status(cluster)}</span> }.into_any());
    let unknown = || view! { <span class="hint">{t.not_known}</span> }.into_any();
    let members = members.unwrap_or_else(unknown);
    let founded = match cluster.founded {
        Some(year) => year.to_string().into_any(),
        None => unknown(),
    };
    view! {
        <tr role="row">
            <th scope="row" role="rowheader">
                <a
                    href=site.link(lang, Page::Cluster(cluster.id.clone()))
                    lang=other_lang(name_lang, lang)
                >
                    <Marked text=name />
                </a>
                {status}
                " "
                <SaveButton lang cluster />
            </th>
            <td role="cell" data-label=t.areas>
                {areas.collect_view()}
            </td>
            <td role="cell" data-label=t.level>
                {t.level_name(cluster.level)}
            </td>
            <td role="cell" data-label=t.place>
                <Marked text=place(catalogue, cluster, lang) />
            </td>
            <td role="cell" data-label=t.founded class="table-number">
                {founded}
            </td>
            <td role="cell" data-label=t.members class="table-number">
                {members}
            </td>
        </tr>
    }
}
