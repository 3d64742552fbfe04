//! A drop-down list.

use leptos::html;
use leptos::prelude::*;

/// A drop-down list with a label.
#[component]
pub fn ChoiceList(
    /// The visible label.
    label: &'static str,
    /// The values, each with its name.
    options: Vec<(&'static str, &'static str)>,
    /// The selected value.
    #[prop(into)]
    chosen: Signal<String>,
    /// Called with the value that the visitor selects.
    choose: Callback<String>,
) -> impl IntoView {
    let select = NodeRef::<html::Select>::new();
    // An effect rather than a property: the value can be set only once the options exist.
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
