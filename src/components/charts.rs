//! Charts: bars in a table, and columns on a time axis. Each shows one series of numbers, or two side by
//! side.

use super::data_table::DataTable;
use crate::i18n::Strings;
use crate::site::use_site;
use catalogue::browse::TimeAxis;
use catalogue::model::Lang;
use catalogue::query::Facet;
use leptos::prelude::*;

/// The value of a facet that a bar stands for.
#[derive(Debug, Clone, Copy)]
pub struct BarValue {
    /// The facet.
    pub facet: Facet,
    /// The id of the value.
    pub id: &'static str,
    /// Whether it is chosen.
    pub chosen: bool,
}

/// A row of a bar chart.
pub struct BarRow {
    /// What is counted.
    pub label: &'static str,
    /// The value that the row toggles, if it can.
    pub value: Option<BarValue>,
    /// The count in each series.
    pub counts: Vec<u32>,
}

/// A bar chart, which is a table: a column of labels, and a column of bars for each series.
#[component]
pub fn BarChart(
    /// The language of the page.
    lang: Lang,
    /// The title.
    caption: &'static str,
    /// A remark about the numbers, in words.
    note: String,
    /// The names of the series; that of a single one is not shown.
    series: Vec<&'static str>,
    /// The rows.
    rows: Vec<BarRow>,
    /// The number of further rows that are not shown.
    rest: usize,
) -> impl IntoView {
    let columns = series.len() + 1;
    let is_single = columns == 2;
    let headings = series.into_iter().map(|name| {
        view! {
            <th scope="col">
                <span class=if is_single { "visually-hidden" } else { "series" }>{name}</span>
            </th>
        }
        .into_any()
    });
    let longest = rows.iter().flat_map(|row| &row.counts).max();
    let longest = longest.copied().unwrap_or(0).max(1);
    let rows = rows.into_iter().map(|row| bar_row(row, longest).into_any());
    let rest = (rest > 0).then(|| {
        view! {
            <tr>
                <td class="hint" colspan=columns.to_string()>
                    {Strings::of(lang).charts_rest.of(rest)}
                </td>
            </tr>
        }
        .into_any()
    });
    view! {
        <table class="chart">
            <caption>{caption} {chart_note(note)}</caption>
            <thead>
                <tr>
                    <th scope="col">
                        <span class="visually-hidden">{caption}</span>
                    </th>
                    {headings.collect_view()}
                </tr>
            </thead>
            <tbody>{rows.collect_view()} {rest}</tbody>
        </table>
    }
}

fn bar_row(row: BarRow, longest: u32) -> impl IntoView {
    let site = use_site();
    let label = match row.value {
        Some(BarValue { facet, id, chosen }) => view! {
            <button
                type="button"
                id=format!("chart-{}-{id}", facet.key())
                aria-pressed=chosen.to_string()
                on:click=move |_| {
                    let query = site.query_untracked();
                    site.set_query(site.collection.toggled(&query, facet, id));
                }
            >
                {row.label}
            </button>
        }
        .into_any(),
        None => row.label.into_any(),
    };
    let bars = row.counts.into_iter().map(|count| {
        view! {
            <td>
                <svg
                    viewBox=format!("0 0 {longest} 1")
                    preserveAspectRatio="none"
                    aria-hidden="true"
                >
                    <rect width=count.to_string() height="1"></rect>
                </svg>
                {count.to_string()}
            </td>
        }
        .into_any()
    });
    view! {
        <tr>
            <th scope="row">{label}</th>
            {bars.collect_view()}
        </tr>
    }
}

fn chart_note(note: String) -> Option<AnyView> {
    (!note.is_empty()).then(|| view! { <span class="hint">{note}</span> }.into_any())
}

/// The width of a year in a chart of years, which its columns share.
const YEAR_WIDTH: u32 = 12;

/// A chart of years: a column for each on a true time axis, so that years without any stay empty. The same
/// numbers follow as a table.
#[component]
pub fn YearChart(
    /// The language of the page.
    lang: Lang,
    /// The title.
    caption: &'static str,
    /// A remark about the numbers, in words.
    note: String,
    /// The names of the series; that of a single one is not shown.
    series: Vec<&'static str>,
    /// The years of each series with their counts.
    years: Vec<Vec<(u16, u32)>>,
) -> impl IntoView {
    let t = Strings::of(lang);
    let all = || years.iter().flatten();
    let axis = TimeAxis::of(all().map(|(year, _)| *year))?;
    let highest = all().map(|(_, count)| *count).max().unwrap_or(1);
    let width = (YEAR_WIDTH - 2) / u32::try_from(years.len()).unwrap_or(1);
    let mut columns = Vec::new();
    let mut rows = Vec::new();
    let mut listed = Vec::new();
    for (series, counts) in (0..).zip(&years) {
        for (year, count) in counts {
            listed.push(*year);
            let x = u32::from(year - axis.start) * YEAR_WIDTH + 1 + series * width;
            columns.push(
                view! {
                    <rect
                        class=format!("series-{series}")
                        x=x.to_string()
                        y=(highest - count).to_string()
                        width=width.to_string()
                        height=count.to_string()
                    ></rect>
                }
                .into_any(),
            );
        }
    }
    listed.sort_unstable();
    listed.dedup();
    let mut series_of_years: Vec<_> = years
        .into_iter()
        .map(|counts| counts.into_iter().peekable())
        .collect();
    for year in listed {
        let counts = series_of_years.iter_mut().map(|counts| {
            let found = counts.next_if(|(other, _)| *other == year);
            found.map_or(0, |(_, count)| count).to_string()
        });
        let counts = counts.map(|count| view! { <td class="table-number">{count}</td> }.into_any());
        rows.push(
            view! {
                <tr>
                    <th scope="row">{year.to_string()}</th>
                    {counts.collect_view()}
                </tr>
            }
            .into_any(),
        );
    }
    let labels = axis
        .labels()
        .map(|year| view! { <span>{year.to_string()}</span> }.into_any());
    let legend = (series.len() > 1).then(|| {
        let names = series
            .iter()
            .map(|name| view! { <li class="series">{*name}</li> }.into_any());
        view! { <ul class="chart-legend">{names.collect_view()}</ul> }.into_any()
    });
    let headings = std::iter::once(t.year).chain(series).collect();
    let span = u32::from(axis.end - axis.start) * YEAR_WIDTH;
    let chart = view! {
        <figure class="year-chart">
            <figcaption>{caption} {chart_note(note)}</figcaption>
            {legend}
            <div class="year-columns" aria-hidden="true">
                <span class="hint">{highest.to_string()}</span>
                <svg viewBox=format!("0 0 {span} {highest}") preserveAspectRatio="none">
                    {columns}
                </svg>
                <div class="year-axis hint">{labels.collect_view()}</div>
            </div>
            <details data-print="">
                <summary>{t.chart_as_table}</summary>
                <DataTable class="result-table year-table" headings>
                    {rows}
                </DataTable>
                <p class="hint">{t.other_years}</p>
            </details>
        </figure>
    };
    Some(chart.into_any())
}
