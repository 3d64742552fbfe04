//! The search box.

use crate::i18n::Strings;
use crate::site::use_site;
use catalogue::model::Lang;
use catalogue::query::Address;
use leptos::ev::SubmitEvent;
use leptos::html;
use leptos::prelude::*;

/// Longest text that is searched for, in UTF-16 units, as `maxlength` counts.
const MAX_LENGTH: &str = "200";

/// The search box. Without the program it is a form that leads to the catalogue.
#[component]
pub fn SearchBox(
    /// The language of the page.
    lang: Lang,
    /// What the box holds.
    #[prop(into)]
    text: Signal<String>,
    /// Called with what the box holds after each change.
    on_input: Callback<String>,
    /// Called when the visitor is done typing.
    on_submit: Callback<()>,
) -> impl IntoView {
    let t = Strings::of(lang);
    let action = use_site().href(&Address::catalogue(lang));
    let field = NodeRef::<html::Input>::new();
    // An effect and not a property: what was typed before the program came must survive hydration,
    // and setting the same text again would end the composition of a letter and move the cursor.
    Effect::new(move |_| {
        let text = text.get();
        if let Some(field) = field.get()
            && field.value() != text
        {
            field.set_value(&text);
        }
    });
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        on_submit.run(());
    };
    view! {
        <search class="search-box">
            <form action=action method="get" on:submit=submit>
                <label for="search">{t.search_label}</label>
                <div class="search-box-row">
                    // The attribute follows as well: WebKit resets the field to it when the visitor comes
                    // back to the page. The placeholder is for the style to know whether something was typed: only
                    // that is printed.
                    <input
                        node_ref=field
                        id="search"
                        type="search"
                        role="searchbox"
                        name="q"
                        maxlength=MAX_LENGTH
                        autocomplete="off"
                        autocapitalize="none"
                        spellcheck="false"
                        aria-describedby="search-hint"
                        placeholder=" "
                        value=move || text.get()
                        on:input=move |event| on_input.run(event_target_value(&event))
                    />
                    <button type="submit">{t.search_button}</button>
                </div>
                <p class="hint" id="search-hint">
                    {t.search_hint}
                    <span class="search-shortcut">". " <kbd>{"/"}</kbd> {t.search_shortcut}</span>
                </p>
            </form>
        </search>
    }
}
