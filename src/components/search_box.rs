//! The search box.

use super::completion_list::{CompletionList, CompletionState, LIST_ID};
use crate::i18n::Strings;
use crate::site::use_site;
use catalogue::model::Lang;
use catalogue::query::Address;
use leptos::ev::SubmitEvent;
use leptos::html;
use leptos::prelude::*;

/// The maximum length of a search text, in UTF-16 code units like `maxlength`.
const MAX_LENGTH: &str = "200";

/// The search box. Where the app does not run, it is a form that submits to the catalogue.
///
/// It suggests what an unfinished text may name: the list autocomplete with manual selection of the ARIA
/// Authoring Practices, except for the role of the field, which stays `searchbox`.
#[component]
pub fn SearchBox(
    /// The language of the page.
    lang: Lang,
    /// The text in the box.
    #[prop(into)]
    text: Signal<String>,
    /// Called with the text after each change.
    on_input: Callback<String>,
    /// Called when the visitor submits the form.
    on_submit: Callback<()>,
) -> impl IntoView {
    let t = Strings::of(lang);
    let site = use_site();
    let action = site.href(&Address::catalogue(lang));
    let completions = CompletionState::new();
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        completions.set_open(false);
        on_submit.run(());
    };
    let input = move |text: String| {
        completions.set_open(true);
        on_input.run(text);
    };
    view! {
        <search class="search-box">
            <form action=action method="get" on:submit=submit>
                <label for="search">{t.search_label}</label>
                <div class="search-box-row">
                    <div
                        class="search-field"
                        on:keydown=move |event| completions.handle_key(site, &event)
                    >
                        <SearchField text on_input=Callback::new(input) hint="search-hint" completions />
                        <CompletionList lang state=completions />
                    </div>
                    <button type="submit" class="search-button">{t.search_button}</button>
                </div>
                <p class="hint" id="search-hint">
                    {t.search_hint}
                    <span class="search-shortcut">". " <kbd>{"/"}</kbd> {t.search_shortcut}</span>
                </p>
            </form>
        </search>
    }
}

/// The field of the search box. A page has at most one.
#[component]
pub fn SearchField(
    /// The text in the field.
    #[prop(into)]
    text: Signal<String>,
    /// Called with the text after each change.
    on_input: Callback<String>,
    /// The id of the hint that describes the field.
    #[prop(optional)]
    hint: Option<&'static str>,
    /// The suggestions for the text, if there are any.
    #[prop(optional)]
    completions: Option<CompletionState>,
) -> impl IntoView {
    let list = completions.map(|_| LIST_ID);
    let active = move || completions.and_then(|completions| completions.active.get());
    let field = NodeRef::<html::Input>::new();
    // An effect rather than a property: text typed before hydration must survive it, and setting
    // the same text again would abort the composition of an input method and move the cursor.
    Effect::new(move |_| {
        let text = text.get();
        if let Some(field) = field.get()
            && field.value() != text
        {
            field.set_value(&text);
        }
    });
    // The attribute is updated as well, because WebKit resets the field to it when the visitor returns
    // to the page. The placeholder lets the style sheet detect an empty field, which is not printed.
    view! {
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
            aria-describedby=hint
            aria-autocomplete=list.map(|_| "list")
            aria-controls=list
            aria-activedescendant=active
            placeholder=" "
            value=move || text.get()
            on:input=move |event| on_input.run(event_target_value(&event))
        />
    }
}
