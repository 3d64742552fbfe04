//! The facets: one group of boxes each, with counts that follow everything else that is chosen.

use crate::strings::Strings;
use catalogue::browse::ValueCount;
use catalogue::search::fold;
use leptos::prelude::*;
use std::sync::Arc;

/// How many values of a long facet are shown at first.
const FIRST: usize = 8;
/// A facet with more values than this is long; it is worth a box to filter its list.
const LONG: usize = 20;

/// One facet, as the panel shows it.
pub struct FacetGroup {
    /// Its key in the address; the boxes' name.
    pub key: &'static str,
    /// Its name.
    pub name: &'static str,
    /// The ids and labels of its values, by their numbers.
    pub values: Arc<[(String, String)]>,
    /// The counts of its values, by their numbers.
    pub counts: Memo<Vec<ValueCount>>,
}

/// All facets. `toggle` is told a facet's place among `groups` and the number of a value.
pub fn facet_panel(
    texts: &'static Strings,
    groups: Vec<FacetGroup>,
    chosen: Memo<usize>,
    toggle: impl Fn(usize, usize) + Copy + Send + Sync + 'static,
) -> AnyView {
    let open = RwSignal::new(false);
    let groups = groups
        .into_iter()
        .enumerate()
        .map(|(place, group)| facet_group(texts, group, move |value| toggle(place, value)));
    let groups = groups.collect::<Vec<_>>();
    view! {
        <section class="facet-panel" aria-labelledby="filters-heading">
            <h2 id="filters-heading" class="facet-panel-heading">{texts.filters}</h2>
            <button
                type="button"
                class="facet-panel-switch"
                aria-expanded=move || open.get().to_string()
                aria-controls="filters"
                on:click=move |_| open.update(|open| *open = !*open)
            >
                {texts.filters}
                {move || match chosen.get() {
                    0 => String::new(),
                    count => format!(" ({count})"),
                }}
            </button>
            <div id="filters" class="facet-panel-groups">
                <p class="hint">{texts.filters_hint}</p>
                {groups}
            </div>
        </section>
    }
    .into_any()
}

fn facet_group(
    texts: &'static Strings,
    group: FacetGroup,
    toggle: impl Fn(usize) + Copy + Send + Sync + 'static,
) -> AnyView {
    let FacetGroup {
        key,
        name,
        values,
        counts,
    } = group;
    let long = values.len() > LONG;
    let all = RwSignal::new(false);
    let wanted = RwSignal::new(String::new());
    let shown = {
        let values = values.clone();
        Memo::new(move |_| {
            counts.with(|counts| {
                if long {
                    shown_of_long(&values, counts, all.get(), &wanted.get())
                } else {
                    shown_of_short(counts)
                }
            })
        })
    };
    let hidden = {
        let values = values.clone();
        Memo::new(move |_| values.len() - shown.with(Vec::len))
    };
    let item = move |value: usize| {
        let (id, label) = values[value].clone();
        let count = Memo::new(move |_| counts.with(|counts| counts[value]));
        view! {
            <li class:facet-empty=move || count.get().count == 0>
                <label>
                    <input
                        type="checkbox"
                        name=key
                        value=id
                        checked=count.get_untracked().chosen
                        prop:checked=move || count.get().chosen
                        on:change=move |_| toggle(value)
                    />
                    <span class="facet-label">{label}</span>
                    " "
                    <span class="facet-count">{move || count.get().count}</span>
                </label>
            </li>
        }
    };
    let narrowing = move || {
        all.get().then(|| {
            view! {
                <label class="facet-narrow">
                    <span class="visually-hidden">{texts.narrow_values}": "{name}</span>
                    <input
                        type="text"
                        placeholder=texts.narrow_values
                        on:input=move |event| wanted.set(event_target_value(&event))
                    />
                </label>
            }
        })
    };
    let switch = move || {
        let label = if all.get() {
            texts.show_fewer_values.to_owned()
        } else {
            texts.show_all_values.of(hidden.get())
        };
        view! {
            <button
                type="button"
                class="link-button"
                aria-expanded=move || all.get().to_string()
                on:click=move |_| {
                    all.update(|all| *all = !*all);
                    wanted.set(String::new());
                }
            >
                {label}
                <span class="visually-hidden">": "{name}</span>
            </button>
        }
    };
    view! {
        <fieldset class="facet" data-facet=key>
            <legend>{name}</legend>
            {long.then(|| narrowing)}
            <ul><For each=move || shown.get() key=|value| *value children=item.clone()/></ul>
            {long.then(|| switch)}
        </fieldset>
    }
    .into_any()
}

/// All values that any cluster could have, in the order of the vocabulary.
fn shown_of_short(counts: &[ValueCount]) -> Vec<usize> {
    (0..counts.len()).collect()
}

/// The chosen values and the most frequent others; or all of them, as far as their labels hold the
/// text that is wanted.
fn shown_of_long(
    values: &[(String, String)],
    counts: &[ValueCount],
    all: bool,
    wanted: &str,
) -> Vec<usize> {
    let mut shown: Vec<usize> = (0..values.len()).collect();
    shown.sort_by_key(|&value| {
        (
            !counts[value].chosen,
            std::cmp::Reverse(counts[value].count),
            value,
        )
    });
    if !all {
        let chosen = counts.iter().filter(|count| count.chosen).count();
        shown.truncate(chosen.max(FIRST));
        return shown;
    }
    let wanted = fold(wanted.trim());
    if !wanted.is_empty() {
        shown.retain(|&value| counts[value].chosen || fold(&values[value].1).contains(&wanted));
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::*;

    fn values(count: usize) -> Vec<(String, String)> {
        (0..count)
            .map(|n| (format!("v{n}"), format!("Università {n}")))
            .collect()
    }

    #[test]
    fn a_long_facet_shows_what_is_chosen_and_what_is_frequent() {
        let values = values(30);
        let mut counts: Vec<ValueCount> = (0..30)
            .map(|count| ValueCount {
                count,
                chosen: false,
            })
            .collect();
        counts[0].chosen = true;
        let shown = shown_of_long(&values, &counts, false, "");
        assert_eq!(shown, [0, 29, 28, 27, 26, 25, 24, 23]);
        assert_eq!(shown_of_long(&values, &counts, true, "").len(), 30);
        assert_eq!(
            shown_of_long(&values, &counts, true, "UNIVERSITA 12"),
            [0, 12]
        );
    }
}
