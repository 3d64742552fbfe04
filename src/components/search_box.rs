//! The search box.

use crate::strings::Strings;
use leptos::ev;
use leptos::prelude::*;

/// Longest text that is searched for, in UTF-16 units, as `maxlength` counts.
const MAX_LENGTH: &str = "200";

/// The search box: `text` fills it, `typed` is told what stands in it after each key, `submitted`
/// that the visitor is done typing. Without the program it is a form that leads to `action`.
pub fn search_box(
    texts: &'static Strings,
    action: String,
    text: Signal<String>,
    typed: impl Fn(String) + 'static,
    submitted: impl Fn() + 'static,
) -> AnyView {
    let submit = move |event: ev::SubmitEvent| {
        event.prevent_default();
        submitted();
    };
    view! {
        <search class="search-box">
            <form action=action method="get" on:submit=submit>
                <label for="search">{texts.search_label}</label>
                <div class="search-box-row">
                    <input
                        id="search"
                        type="search"
                        role="searchbox"
                        name="q"
                        maxlength=MAX_LENGTH
                        autocomplete="off"
                        autocapitalize="none"
                        spellcheck="false"
                        aria-describedby="search-hint"
                        value=text.get_untracked()
                        prop:value=text
                        on:input=move |event| typed(event_target_value(&event))
                    />
                    <button type="submit">{texts.search_button}</button>
                </div>
                <p id="search-hint" class="hint">{texts.search_hint}</p>
            </form>
        </search>
    }
    .into_any()
}
