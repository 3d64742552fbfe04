//! The filters: a group of checkboxes for each facet, with counts for the current query.

use super::chips::Included;
use super::facet_list::{
    INITIALLY_SHOWN, LongList, MoreValues, ValueCheckbox, is_offered, not_found, value_class,
    value_count,
};
use super::list::List;
use super::place_tree::PlaceTree;
use crate::dom;
use crate::i18n::Strings;
use crate::names::facet_labels;
use crate::site::use_site;
use catalogue::browse::ValueCount;
use catalogue::model::Lang;
use catalogue::query::{Facet, Query};
use leptos::prelude::*;
use std::cmp::Reverse;

/// Facets with more values are long: only the most frequent values are shown initially, and the
/// full list can be filtered.
const MAX_SHORT_FACET: usize = 20;

/// The id and label of each value of a facet, in the order of their numbers.
type ValueLabels = StoredValue<Vec<(&'static str, &'static str)>>;

/// All facets.
#[component]
pub fn FacetPanel(
    /// The language of the page.
    lang: Lang,
) -> impl IntoView {
    let site = use_site();
    let t = Strings::of(lang);
    let (open, set_open) = site.view_state().filters_open;
    let toggle = move |_| {
        set_open.update(|open| *open = !*open);
        // Closing the panel leads to the results, even from deep inside it.
        if !open.get_untracked() {
            dom::after_render(|| dom::focus_and_show("#results-heading"));
        }
    };
    let chosen = Memo::new(move |_| site.listing.with(|state| state.query.choices().count()));
    let chosen_count = move || {
        let count = chosen.get();
        (count > 0).then(|| format!(" ({count})").into_any())
    };
    let total = move || {
        site.listing
            .with(|state| t.show_results.of(state.listing.total))
    };
    let groups = Facet::IN_PANEL.map(|facet| view! { <FacetGroup lang facet /> }.into_any());
    view! {
        <section class="facet-panel" aria-labelledby="filters-heading">
            <h2 class="facet-panel-heading" id="filters-heading">
                {t.filters}
            </h2>
            <button
                type="button"
                class="facet-panel-switch"
                aria-controls="filters"
                aria-expanded=move || open.get().to_string()
                on:click=toggle
            >
                {t.filters}
                {chosen_count}
            </button>
            <div class="facet-panel-groups" id="filters">
                <p class="hint">{t.filters_hint}</p>
                {groups.into_iter().collect_view()}
                // For narrow screens, where the results are below the filters.
                <Included lang />
                <button type="button" class="facet-panel-done" on:click=toggle>
                    {total}
                </button>
            </div>
        </section>
    }
}

/// A facet with its values; all places are one.
#[component]
fn FacetGroup(
    /// The language of the page.
    lang: Lang,
    /// The facet.
    facet: Facet,
) -> impl IntoView {
    let site = use_site();
    let t = Strings::of(lang);
    let labels = StoredValue::new(facet_labels(site.collection, lang, facet));
    let (name, values) = if facet == Facet::Country {
        (t.places, view! { <PlaceTree lang /> }.into_any())
    } else if labels.with_value(Vec::len) > MAX_SHORT_FACET {
        (
            t.facet(facet),
            view! { <LongFacet lang facet labels /> }.into_any(),
        )
    } else {
        (
            t.facet(facet),
            view! { <ShortFacet lang facet labels /> }.into_any(),
        )
    };
    view! {
        <fieldset class="facet" data-facet=facet.key()>
            <legend>{name}</legend>
            {facet.has_several_values().then(|| view! { <MatchAll lang facet /> }.into_any())}
            {values}
        </fieldset>
    }
}

/// A switch between any and all of the chosen values, once there are two.
#[component]
fn MatchAll(
    /// The language of the page.
    lang: Lang,
    /// The facet.
    facet: Facet,
) -> impl IntoView {
    let site = use_site();
    let has_choice = Memo::new(move |_| {
        let minimum = |query: &Query| if query.match_all { 1 } else { 2 };
        site.listing
            .with(|state| state.query.chosen(facet).len() >= minimum(&state.query))
    });
    let match_all = move || site.listing.with(|state| state.query.match_all);
    let toggle = move |_| {
        let query = site.query_untracked();
        site.set_query(query.with_match_all(!query.match_all));
    };
    view! {
        {move || {
            has_choice.get().then(|| {
                view! {
                    <label class="facet-match">
                        <input
                            type="checkbox"
                            name="match"
                            value="all"
                            checked=untrack(match_all)
                            prop:checked=match_all
                            on:change=toggle
                        />
                        {Strings::of(lang).match_all}
                    </label>
                }
                .into_any()
            })
        }}
    }
}

/// The values of a short facet, in their own order. Those without results are shown on demand.
#[component]
fn ShortFacet(
    /// The language of the page.
    lang: Lang,
    /// The facet.
    facet: Facet,
    /// Its values.
    labels: ValueLabels,
) -> impl IntoView {
    let site = use_site();
    let t = Strings::of(lang);
    let (show_all, set_show_all) = site.view_state().all_values[facet as usize];
    let empty = Memo::new(move |_| {
        site.deferred_listing.with(|state| {
            let counts = state.listing.facets[facet as usize].iter();
            counts.filter(|value| !is_offered(**value)).count()
        })
    });
    let class = move || if show_all.get() { "facet-all" } else { "" }.to_owned();
    let values = (0..labels.with_value(Vec::len))
        .map(|value| view! { <FacetValue facet value labels /> }.into_any());
    view! {
        <ul class=class>{values.collect_view()}</ul>
        {move || {
            (empty.get() > 0).then(|| {
                view! {
                    <MoreValues
                        lang
                        facet
                        name=t.facet(facet)
                        more=move || t.show_empty_values.of(empty.get())
                        toggle=Callback::new(move |()| set_show_all.update(|all| *all = !*all))
                    />
                }
                .into_any()
            })
        }}
    }
}

/// The values of a long facet.
#[component]
fn LongFacet(
    /// The language of the page.
    lang: Lang,
    /// The facet.
    facet: Facet,
    /// Its values.
    labels: ValueLabels,
) -> impl IntoView {
    let site = use_site();
    let t = Strings::of(lang);
    let (show_all, _) = site.view_state().all_values[facet as usize];
    let (filter, _) = site.view_state().value_filters[facet as usize];
    let named = Memo::new(move |_| site.collection.values_named(facet, &filter.get()));
    let shown = move || {
        let all = show_all.get();
        site.deferred_listing.with(|state| {
            let counts = &state.listing.facets[facet as usize];
            if all {
                named.with(|named| visible_values(counts, named))
            } else {
                let mut values = most_frequent(counts, INITIALLY_SHOWN);
                values.retain(|&value| is_offered(counts[value]));
                values
            }
        })
    };
    let positions = move || shown().into_iter().enumerate().collect::<Vec<_>>();
    let count = labels.with_value(Vec::len);
    view! {
        <LongList
            lang
            facet
            name=t.facet(facet)
            more=move || t.show_all_values.of(count - shown().len())
            not_found=move || not_found(lang, named.with(Vec::is_empty))
        >
            // The position is part of the key, so that a checkbox that moves is rebuilt: if it were
            // moved, it would lose the focus anyway.
            <List
                each=positions
                key=|(position, value)| format!("{position} {value}")
                let((_, value))
            >
                <FacetValue facet value labels />
            </List>
        </LongList>
    }
}

/// A value of a facet.
#[component]
fn FacetValue(
    /// The facet.
    facet: Facet,
    /// The number of the value.
    value: usize,
    /// The ids and labels of the facet's values.
    labels: ValueLabels,
) -> impl IntoView {
    let site = use_site();
    let now = value_count(site, facet, value);
    let (id, label) = labels.with_value(|labels| labels[value]);
    view! {
        <li class=value_class(now)>
            <ValueCheckbox facet id label now />
        </li>
    }
}

/// The chosen values, then those of `named`, the most frequent first.
fn visible_values(counts: &[ValueCount], named: &[u32]) -> Vec<usize> {
    let mut shown = most_frequent(counts, counts.len());
    shown.retain(|&value| {
        let is_named = u32::try_from(value).is_ok_and(|value| named.binary_search(&value).is_ok());
        counts[value].chosen || is_named
    });
    shown
}

/// The chosen values followed by the most frequent others: `wanted` in total, but always all chosen
/// ones.
fn most_frequent(counts: &[ValueCount], wanted: usize) -> Vec<usize> {
    let chosen = counts.iter().filter(|value| value.chosen).count();
    let mut values: Vec<usize> = (0..counts.len()).collect();
    values.sort_by_key(|&value| {
        let ValueCount { count, chosen, .. } = counts[value];
        // Chosen values keep their order.
        if chosen { None } else { Some(Reverse(count)) }
    });
    values.truncate(wanted.max(chosen));
    values
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_facets_show_chosen_and_frequent_values() {
        let mut counts: Vec<ValueCount> = (0..30)
            .map(|count| ValueCount {
                count,
                chosen: false,
                chosen_in_part: false,
            })
            .collect();
        counts[0].chosen = true;
        assert_eq!(most_frequent(&counts, 8), [0, 29, 28, 27, 26, 25, 24, 23]);
        let all: Vec<u32> = (0..30).collect();
        assert_eq!(visible_values(&counts, &all).len(), 30);
        assert_eq!(visible_values(&counts, &[11, 12]), [0, 12, 11]);
        assert_eq!(visible_values(&counts, &[]), [0]);
    }
}
