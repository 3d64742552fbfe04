//! The filters: a group of checkboxes for each facet, with counts for the current query.

use super::chips::Included;
use super::list::List;
use crate::dom;
use crate::i18n::Strings;
use crate::names::facet_labels;
use crate::site::{Site, use_site};
use catalogue::browse::ValueCount;
use catalogue::model::Lang;
use catalogue::query::{Facet, Query};
use leptos::prelude::*;
use std::cmp::Reverse;

/// The number of values of a long facet that are shown initially.
const INITIALLY_SHOWN: usize = 8;
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

/// A facet with its values.
#[component]
fn FacetGroup(
    /// The language of the page.
    lang: Lang,
    /// The facet.
    facet: Facet,
) -> impl IntoView {
    let site = use_site();
    let labels = StoredValue::new(facet_labels(site.collection, lang, facet));
    let values = if labels.with_value(Vec::len) > MAX_SHORT_FACET {
        view! { <LongFacet lang facet labels /> }.into_any()
    } else {
        view! { <ShortFacet lang facet labels /> }.into_any()
    };
    view! {
        <fieldset class="facet" data-facet=facet.key()>
            <legend>{Strings::of(lang).facet(facet)}</legend>
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
                        more=move || t.show_empty_values.of(empty.get())
                        toggle=Callback::new(move |()| set_show_all.update(|all| *all = !*all))
                    />
                }
                .into_any()
            })
        }}
    }
}

/// Whether a value is shown without being asked for: it has results, or is chosen.
const fn is_offered(value: ValueCount) -> bool {
    value.count > 0 || value.chosen
}

/// A button that shows all values of a facet, or fewer again.
#[component]
fn MoreValues(
    /// The language of the page.
    lang: Lang,
    /// The facet.
    facet: Facet,
    /// Its text while not all values are shown.
    #[prop(into)]
    more: Signal<String>,
    /// Called when the visitor presses the button.
    toggle: Callback<()>,
) -> impl IntoView {
    let t = Strings::of(lang);
    let (show_all, _) = use_site().view_state().all_values[facet as usize];
    view! {
        <button
            type="button"
            class="link-button"
            aria-expanded=move || show_all.get().to_string()
            on:click=move |_| toggle.run(())
        >
            {move || {
                if show_all.get() { t.show_fewer_values.to_owned() } else { more.get() }
            }}
            <span class="visually-hidden">{format!(": {}", t.facet(facet))}</span>
        </button>
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
    let name = t.facet(facet);
    let (show_all, set_show_all) = site.view_state().all_values[facet as usize];
    let (filter, set_filter) = site.view_state().value_filters[facet as usize];
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
    let is_not_found = move || show_all.get() && named.with(Vec::is_empty);
    let positions = move || shown().into_iter().enumerate().collect::<Vec<_>>();
    let count = labels.with_value(Vec::len);
    let class = move || {
        if show_all.get() {
            "facet-all facet-long"
        } else {
            ""
        }
        .to_owned()
    };
    let toggle = move |()| {
        set_show_all.update(|all| *all = !*all);
        set_filter.set(String::new());
    };
    view! {
        {move || {
            show_all.get().then(|| {
                view! {
                    <label class="facet-narrow">
                        <span class="visually-hidden">{format!("{}: {name}", t.narrow_values)}</span>
                        <input
                            id=format!("filter-{}", facet.key())
                            type="text"
                            prop:value=move || filter.get()
                            placeholder=t.narrow_values
                            on:input=move |event| set_filter.set(event_target_value(&event))
                        />
                    </label>
                }
                .into_any()
            })
        }}
        <ul class=class>
            // The position is part of the key, so that a checkbox that moves is rebuilt: if it were
            // moved, it would lose the focus anyway.
            <List
                each=positions
                key=|(position, value)| format!("{position} {value}")
                let((_, value))
            >
                <FacetValue facet value labels />
            </List>
        </ul>
        // Not a status: that role is for the number of results alone.
        <p class="hint" aria-live="polite">
            {move || is_not_found().then(|| t.nothing_found.to_owned().into_any())}
        </p>
        <MoreValues
            lang
            facet
            more=move || t.show_all_values.of(count - shown().len())
            toggle=Callback::new(toggle)
        />
    }
}

/// A value: checkbox, label, count.
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
    let (id, label) = labels.with_value(|labels| labels[value]);
    let now = value_count(site, facet, value);
    let class = move || match now.get() {
        value if !is_offered(value) => "facet-value facet-empty facet-unoffered",
        ValueCount { count: 0, .. } => "facet-value facet-empty",
        _ => "facet-value",
    };
    view! {
        <li class=class>
            <label>
                <input
                    type="checkbox"
                    name=facet.key()
                    value=id
                    checked=now.get_untracked().chosen
                    prop:checked=move || now.get().chosen
                    on:change=move |_| site.set_query(site.query_untracked().toggled(facet, id))
                />
                <span class="facet-label" data-area=(facet == Facet::Area).then_some(id)>
                    {label}
                </span>
                " "
                <span class="facet-count">{move || now.get().count.to_string()}</span>
            </label>
        </li>
    }
}

/// The count of a facet value, and whether it is chosen.
pub(super) fn value_count(site: Site, facet: Facet, value: usize) -> Memo<ValueCount> {
    Memo::new(move |_| {
        let counts =
            |state: &crate::site::ListingState| state.listing.facets[facet as usize][value];
        site.deferred_listing.with(counts)
    })
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
        let ValueCount { count, chosen } = counts[value];
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
