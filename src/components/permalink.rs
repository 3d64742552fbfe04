//! The link to the page, to be copied.

use crate::browser;
use crate::strings::Strings;
use leptos::prelude::*;

/// The id of the field that holds the link.
const FIELD: &str = "permalink";

/// The link to the page: a field that can be selected, and a button that copies it.
pub fn permalink(texts: &'static Strings, path: String) -> AnyView {
    let told = RwSignal::new("");
    let link = RwSignal::new(path);
    // The static page cannot know on which host it will stand; the browser does.
    Effect::new(move |_| link.set(browser::permalink()));
    let copy = move |_| {
        told.set("");
        browser::copy_field(FIELD, move |copied| {
            let text = if copied {
                texts.link_copied
            } else {
                texts.link_selected
            };
            // The page may have gone while the browser asked for permission.
            let _ = told.try_set(text);
        });
    };
    view! {
        <div class="permalink">
            <label for=FIELD>{texts.permalink}</label>
            <div class="permalink-row">
                <input id=FIELD type="text" readonly prop:value=link value=link.get_untracked()/>
                <button type="button" on:click=copy>{texts.copy_link}</button>
            </div>
            <p role="status" class="hint">{told}</p>
        </div>
    }
    .into_any()
}
