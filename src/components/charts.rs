//! Charts of the listing: the number of clusters for each value of a facet, as bars that toggle it.

use super::facet_panel::value_count;
use super::list::List;
use crate::i18n::Strings;
use crate::names::facet_labels;
use crate::site::{ListingState, use_site};
use catalogue::browse::ValueCount;
use catalogue::model::Lang;
use catalogue::query::Facet;
use leptos::prelude::*;
use std::cmp::Reverse;

/// The facets that have charts.
const CHARTS: [Facet; 3] = [Facet::Area, Facet::Region, Facet::Founded];

/// The maximum number of bars in a chart. Facets with fewer values keep their order, so that years
/// stay in sequence; of others the most frequent values are shown, followed by the chosen ones.
const BARS: usize = 12;

/// The charts, expanded by a button.
#[component]
pub fn Charts(
    /// The language of the page.
    lang: Lang,
) -> impl IntoView {
    let t = Strings::of(lang);
    let (open, set_open) = use_site().view_state().charts_open;
    let charts = move || CHARTS.map(|facet| view! { <Chart lang facet /> }.into_any());
    view! {
        <div class="charts">
            <button
                type="button"
                class="link-button charts-switch"
                aria-expanded=move || open.get().to_string()
                on:click=move |_| set_open.update(|open| *open = !*open)
            >
                {t.charts}
            </button>
            {move || {
                open.get().then(|| {
                    view! {
                        <div class="charts-shown">
                            <p class="hint">{t.charts_hint}</p>
                            {charts().into_iter().collect_view()}
                        </div>
                    }
                    .into_any()
                })
            }}
        </div>
    }
}

/// The chart of one facet.
#[component]
fn Chart(
    /// The language of the page.
    lang: Lang,
    /// The facet.
    facet: Facet,
) -> impl IntoView {
    let site = use_site();
    let t = Strings::of(lang);
    let of_state = move |state: &ListingState| visible_bars(&state.listing.facets[facet as usize]);
    let bars = move || site.deferred_listing.with(of_state);
    let longest = Signal::derive(move || {
        let counts = |state: &ListingState| {
            let counts = state.listing.facets[facet as usize].iter();
            counts.map(|value| value.count).max()
        };
        site.deferred_listing.with(counts).unwrap_or(0)
    });
    let labels = StoredValue::new(facet_labels(site.collection, lang, facet));
    view! {
        <table class="chart">
            <caption>{t.facet(facet)}</caption>
            <thead>
                <tr>
                    <th scope="col">
                        <span class="visually-hidden">{t.facet(facet)}</span>
                    </th>
                    <th scope="col">
                        <span class="visually-hidden">{t.clusters}</span>
                    </th>
                </tr>
            </thead>
            <tbody>
                <List each=move || bars().values key=|value| *value let:value>
                    <Bar facet value label=labels.with_value(|labels| labels[value]) longest />
                </List>
                {move || {
                    let rest = bars().rest;
                    (rest > 0).then(|| {
                        view! {
                            <tr>
                                <td class="hint" colspan="2">
                                    {t.charts_rest.of(rest)}
                                </td>
                            </tr>
                        }
                        .into_any()
                    })
                }}
            </tbody>
        </table>
    }
}

/// A bar in its row, with its button and count.
#[component]
fn Bar(
    /// The facet.
    facet: Facet,
    /// The number of the value.
    value: usize,
    /// The id and the label of the value.
    label: (&'static str, &'static str),
    /// The maximum count in the chart.
    longest: Signal<u32>,
) -> impl IntoView {
    let site = use_site();
    let (id, label) = label;
    let now = value_count(site, facet, value);
    view! {
        <tr>
            <th scope="row">
                <button
                    type="button"
                    id=format!("chart-{}-{id}", facet.key())
                    aria-pressed=move || now.get().chosen.to_string()
                    on:click=move |_| site.set_query(site.query_untracked().toggled(facet, id))
                >
                    {label}
                </button>
            </th>
            <td>
                <svg
                    viewBox=move || format!("0 0 {} 1", longest.get().max(1))
                    preserveAspectRatio="none"
                    aria-hidden="true"
                >
                    <rect width=move || now.get().count.to_string() height="1"></rect>
                </svg>
                {move || now.get().count.to_string()}
            </td>
        </tr>
    }
}

/// The bars that a chart shows.
struct Bars {
    /// The numbers of the values.
    values: Vec<usize>,
    /// The number of values with results that are not shown.
    rest: usize,
}

fn visible_bars(counts: &[ValueCount]) -> Bars {
    let is_shown = |value: &usize| counts[*value].count > 0 || counts[*value].chosen;
    let mut values: Vec<usize> = (0..counts.len()).filter(is_shown).collect();
    let all = values.len();
    if all > BARS {
        values = most_frequent(counts, BARS);
    }
    Bars {
        rest: all - values.len(),
        values,
    }
}

/// The most frequent values, followed by less frequent chosen ones, so that bars stay in place when
/// they are chosen.
fn most_frequent(counts: &[ValueCount], wanted: usize) -> Vec<usize> {
    let mut ranked: Vec<usize> = (0..counts.len()).collect();
    ranked.sort_by_key(|&value| Reverse(counts[value].count));
    let (first, others) = ranked.split_at(wanted.min(ranked.len()));
    let chosen = others.iter().filter(|&&value| counts[value].chosen);
    first.iter().chain(chosen).copied().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chosen_bars_stay_in_place() {
        let mut counts = [5, 9, 1, 7, 3].map(|count| ValueCount {
            count,
            chosen: false,
        });
        assert_eq!(most_frequent(&counts, 3), [1, 3, 0]);
        counts[0].chosen = true;
        assert_eq!(most_frequent(&counts, 3), [1, 3, 0]);
        counts[2].chosen = true;
        assert_eq!(most_frequent(&counts, 3), [1, 3, 0, 2]);
    }
}
