//! The listing in numbers: charts of its areas, places, years and organisations.

use crate::components::{
    BarChart, BarRow, BarValue, DataLicence, LastUpdated, PictureTools, YearChart,
};
use crate::i18n::{CompareTexts, Strings};
use crate::names::{facet_label, facet_labels};
use crate::site::{ListingState, Site, use_site};
use catalogue::browse::Numbers;
use catalogue::model::Lang;
use catalogue::query::Facet;
use leptos::prelude::*;
use std::cmp::Reverse;

/// The facets that have charts of bars.
const BAR_CHARTS: [Facet; 4] = [Facet::Area, Facet::Region, Facet::Country, Facet::Level];

/// The maximum number of bars in a chart. Facets with fewer values keep their order; of others the most
/// frequent values are shown, followed by the chosen ones.
const BARS: usize = 12;

/// The charts of the results, in which the values of two regions, countries, areas or levels stand side by
/// side.
#[component]
pub(in crate::pages) fn NumbersView(
    /// The language of the page.
    lang: Lang,
) -> impl IntoView {
    let site = use_site();
    // After the paint of the count: nobody reads charts while typing.
    view! { {move || site.deferred_listing.with(|state| numbers_view(site, lang, state).into_any())} }
}

fn numbers_view(site: Site, lang: Lang, state: &ListingState) -> impl IntoView + use<> {
    let t = Strings::of(lang);
    let series = site.collection.numbers(&state.query, lang);
    let name = |numbers: &Numbers| match numbers.value {
        Some((facet, value)) => {
            let id = site.collection.values(facet).id(value);
            facet_label(site.collection, lang, facet, id).unwrap_or(id)
        }
        None => t.clusters,
    };
    let names: Vec<&'static str> = series.iter().map(name).collect();
    let charts = BAR_CHARTS.map(|facet| facet_chart(site, lang, state, &series, &names, facet));
    let kinds = t.kind_names.into_iter().enumerate();
    let kinds = kinds.map(|(kind, label)| BarRow {
        label,
        value: None,
        counts: series.iter().map(|of| of.kinds[kind]).collect(),
    });
    let kinds = kinds.filter(|row| row.counts.iter().any(|count| *count > 0));
    let years = series.iter().map(|of| of.years.clone()).collect();
    let founded = coverage(t, &series, &names, |of| of.known[Facet::Founded as usize]);
    let members = coverage(t, &series, &names, |of| of.with_members);
    let clusters_by = |caption| CompareTexts::of(lang).clusters_by(caption);
    let years_chart =
        view! { <YearChart lang caption=t.founded note=founded series=names.clone() years /> };
    let kinds_chart = view! {
        <BarChart
            lang
            caption=t.kinds_chart
            note=t.kinds_chart_note.to_owned()
            series=names
            rows=kinds.collect()
            rest=0
        />
    };
    view! {
        <div class="charts">
            <p class="hint">{t.charts_hint}</p>
            {charts.into_iter().collect_view()}
            {framed(lang, clusters_by(t.founded), years_chart.into_any())}
            {framed(lang, t.kinds_chart.to_owned(), kinds_chart.into_any())}
            <div class="charts-source hint">
                {(!members.is_empty())
                    .then(|| view! { <p>{format!("{}: {members}", t.members_chart)}</p> }.into_any())}
                <p>{t.numbers_source}</p>
                <LastUpdated lang />
                <DataLicence lang />
            </div>
        </div>
    }
}

/// The chart of a facet. Where values of this facet are compared, it shows them against the others.
fn facet_chart(
    site: Site,
    lang: Lang,
    state: &ListingState,
    series: &[Numbers],
    names: &[&'static str],
    facet: Facet,
) -> AnyView {
    let t = Strings::of(lang);
    let listed = &state.listing.facets[facet as usize];
    let is_compared = series
        .iter()
        .any(|of| of.value.is_some_and(|(other, _)| other == facet));
    let names = if is_compared {
        vec![t.clusters]
    } else {
        names.to_vec()
    };
    let is_split = names.len() > 1;
    let rows = facet_labels(site.collection, lang, facet)
        .into_iter()
        .zip(listed)
        .enumerate()
        .map(|(value, ((id, label), now))| BarRow {
            label,
            value: Some(BarValue {
                facet,
                id,
                chosen: now.chosen,
            }),
            counts: if is_split {
                series
                    .iter()
                    .map(|of| of.values[facet as usize][value])
                    .collect()
            } else {
                vec![now.count]
            },
        });
    let (rows, rest) = visible_rows(rows.collect());
    let mut note = coverage(t, series, &names, |of| of.known[facet as usize]);
    let overlaps = |of: &Numbers| {
        let sum: u32 = of.values[facet as usize].iter().sum();
        sum as usize > of.known[facet as usize]
    };
    if series.iter().any(overlaps) {
        if !note.is_empty() {
            note.push_str(". ");
        }
        note.push_str(t.counts_overlap);
    }
    let title = t.facet(facet);
    let chart = view! { <BarChart lang caption=title note series=names rows rest /> };
    framed(
        lang,
        CompareTexts::of(lang).clusters_by(title),
        chart.into_any(),
    )
}

/// A chart with the tools that save it as a picture.
fn framed(lang: Lang, title: String, chart: AnyView) -> AnyView {
    view! {
        <div class="chart-frame">
            {chart}
            <PictureTools lang title />
        </div>
    }
    .into_any()
}

/// The number of clusters for which something is known, in each series; empty if it is known for
/// all.
fn coverage(
    t: &Strings,
    series: &[Numbers],
    names: &[&str],
    known: impl Fn(&Numbers) -> usize,
) -> String {
    let mut parts = Vec::new();
    for (of, name) in series.iter().zip(names) {
        let known = known(of);
        if known < of.clusters {
            let [before, between] = t.known_for;
            let known = format!("{before}{known}{between}{}", of.clusters);
            parts.push(if series.len() > 1 {
                format!("{known} ({name})")
            } else {
                known
            });
        }
    }
    parts.join("; ")
}

/// The rows that a chart shows, and the number of others with a count.
fn visible_rows(mut rows: Vec<BarRow>) -> (Vec<BarRow>, usize) {
    let total = |row: &BarRow| row.counts.iter().sum::<u32>();
    let is_chosen = |row: &BarRow| row.value.is_some_and(|value| value.chosen);
    rows.retain(|row| total(row) > 0 || is_chosen(row));
    let all = rows.len();
    if all > BARS {
        rows.sort_by_key(|row| Reverse(total(row)));
        let chosen = rows.split_off(BARS).into_iter().filter(is_chosen);
        rows.extend(chosen);
    }
    let rest = all - rows.len();
    (rows, rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(counts: &[u32], chosen: &[usize]) -> Vec<BarRow> {
        let row = |(index, count): (usize, &u32)| BarRow {
            label: "",
            value: Some(BarValue {
                facet: Facet::Region,
                id: "",
                chosen: chosen.contains(&index),
            }),
            counts: vec![*count],
        };
        counts.iter().enumerate().map(row).collect()
    }

    fn shown(counts: &[u32], chosen: &[usize]) -> (Vec<u32>, usize) {
        let (rows, rest) = visible_rows(rows(counts, chosen));
        (rows.iter().map(|row| row.counts[0]).collect(), rest)
    }

    #[test]
    fn charts_show_the_largest_bars_and_all_chosen_ones() {
        assert_eq!(shown(&[3, 0, 5], &[]), (vec![3, 5], 0));
        assert_eq!(shown(&[3, 0, 5], &[1]), (vec![3, 0, 5], 0));
        let many: Vec<u32> = (1..=15).collect();
        let largest: Vec<u32> = (4..=15).rev().collect();
        assert_eq!(shown(&many, &[]), (largest.clone(), 3));
        // A chosen bar among the largest stays in its place; a smaller one comes last.
        assert_eq!(shown(&many, &[9]), (largest.clone(), 3));
        assert_eq!(shown(&many, &[0]), ([largest, vec![1]].concat(), 2));
    }
}
