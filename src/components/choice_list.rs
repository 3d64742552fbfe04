//! A list to choose one of some values from.

use leptos::html;
use leptos::prelude::*;

/// A drop-down list with its label.
#[component]
pub fn ChoiceList(
    /// The visible label.
    label: &'static str,
    /// The values, each with its name.
    options: Vec<(&'static str, &'static str)>,
    /// The value that the list shows.
    #[prop(into)]
    chosen: Signal<String>,
    /// Called with the value that the visitor chooses.
    choose: Callback<String>,
) -> impl IntoView {
    let select = NodeRef::<html::Select>::new();
    // An effect and not a property: the list can show a value only once it holds the options.
    Effect::new(move |_| {
        let chosen = chosen.get();
        if let Some(select) = select.get() {
            select.set_value(&chosen);
        }
    });
    let options = options
        .into_iter()
        .map(|(value, name)| view! { <option value=value>{name}</option> }.into_any());
    view! {
        <label>
            {label} " "
            <select node_ref=select on:change=move |event| choose.run(event_target_value(&event))>
                {options.collect_view()}
            </select>
        </label>
    }
}
