//! What the lists of all facets have in common: checkboxes, and buttons that show more values.

use crate::i18n::Strings;
use crate::site::{Site, use_site};
use catalogue::browse::ValueCount;
use catalogue::model::Lang;
use catalogue::query::Facet;
use leptos::prelude::*;

/// The number of values of a long facet that are shown initially.
pub(super) const INITIALLY_SHOWN: usize = 8;

/// A list of values of which only some are shown initially. All of them are in a box that scrolls, and can be filtered
/// by their names.
#[component]
pub(super) fn LongList(
    /// The language of the page.
    lang: Lang,
    /// The facet.
    facet: Facet,
    /// What the facet is called.
    name: &'static str,
    /// The text of the button that shows all of them.
    #[prop(into)]
    more: Signal<String>,
    /// What is said if no value has the name that the visitor has typed; empty if one has.
    #[prop(into)]
    not_found: Signal<String>,
    /// The values.
    children: Children,
) -> impl IntoView {
    let site = use_site();
    let t = Strings::of(lang);
    let (show_all, set_show_all) = site.view_state().all_values[facet as usize];
    let (filter, set_filter) = site.view_state().value_filters[facet as usize];
    let class = move || {
        let class = match (show_all.get(), filter.get().as_str()) {
            (false, _) => "",
            (true, "") => "facet-all facet-long",
            (true, _) => "facet-all facet-long facet-narrowed",
        };
        class.to_owned()
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
        <ul class=class>{children()}</ul>
        // Not a status: that role is for the number of results alone.
        <p class="hint" aria-live="polite">
            {move || {
                // Not computed while the list is short, as it mostly is.
                let text = show_all.get().then(|| not_found.get());
                text.filter(|text| !text.is_empty()).map(IntoAny::into_any)
            }}
        </p>
        <MoreValues
            lang
            facet
            name
            more
            toggle=Callback::new(toggle)
        />
    }
}

/// A button that shows all values of a facet, or fewer again.
#[component]
pub(super) fn MoreValues(
    /// The language of the page.
    lang: Lang,
    /// The facet.
    facet: Facet,
    /// What the facet is called.
    name: &'static str,
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
            <span class="visually-hidden">{format!(": {name}")}</span>
        </button>
    }
}

/// What is said if no value of a list has the name that the visitor has typed.
pub(super) fn not_found(lang: Lang, is_empty: bool) -> String {
    let text = if is_empty {
        Strings::of(lang).nothing_found
    } else {
        ""
    };
    text.to_owned()
}

/// The class of a value, which says whether it has results.
pub(super) fn value_class(now: Memo<ValueCount>) -> impl Fn() -> String + Send + 'static {
    move || {
        let class = match now.get() {
            value if !is_offered(value) => "facet-value facet-empty facet-unoffered",
            ValueCount { count: 0, .. } => "facet-value facet-empty",
            _ => "facet-value",
        };
        class.to_owned()
    }
}

/// A checkbox with the label and the count of a value.
#[component]
pub(super) fn ValueCheckbox(
    /// The facet.
    facet: Facet,
    /// The id of the value.
    id: &'static str,
    /// What it is called.
    label: &'static str,
    /// Its count.
    now: Memo<ValueCount>,
) -> impl IntoView {
    let site = use_site();
    let toggle = move |_| {
        let query = site.query_untracked();
        site.set_query(site.collection.toggled(&query, facet, id));
    };
    view! {
        <label>
            <input
                type="checkbox"
                name=facet.key()
                value=id
                checked=now.get_untracked().chosen
                prop:checked=flag(now, |value| value.chosen)
                prop:indeterminate=flag(now, |value| value.chosen_in_part)
                on:change=toggle
            />
            <span class="facet-label" data-area=(facet == Facet::Area).then_some(id)>
                {label}
            </span>
            " "
            <span class="facet-count">{move || now.get().count.to_string()}</span>
        </label>
    }
}

/// One closure for all properties of a checkbox: each type of closure costs 1.5 KB.
fn flag(now: Memo<ValueCount>, of: fn(ValueCount) -> bool) -> impl Fn() -> bool + Send + 'static {
    move || of(now.get())
}

/// The count of a facet value, and whether it is chosen.
pub(super) fn value_count(site: Site, facet: Facet, value: usize) -> Memo<ValueCount> {
    Memo::new(move |_| {
        let counts =
            |state: &crate::site::ListingState| state.listing.facets[facet as usize][value];
        site.deferred_listing.with(counts)
    })
}

/// Whether a value is shown without being asked for: it has results, or is chosen.
pub(super) const fn is_offered(value: ValueCount) -> bool {
    value.count > 0 || value.chosen || value.chosen_in_part
}
