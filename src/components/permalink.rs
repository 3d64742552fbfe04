//! The link to the page, to be copied.

use crate::browser;
use crate::markup::{El, el, el_class, text};
use crate::strings::Strings;
use leptos::prelude::*;

/// The id of the field that holds the link.
const FIELD: &str = "permalink";

/// The link to the page: a field that can be selected, and a button that copies it.
pub fn permalink(texts: &'static Strings, path: &str) -> El {
    let told = RwSignal::new(String::new());
    let copy = move |_| {
        told.set(String::new());
        browser::copy_field(FIELD, move |copied| {
            let outcome = if copied {
                texts.link_copied
            } else {
                texts.link_selected
            };
            // The page may have gone while the browser asked for permission.
            let _ = told.try_set(outcome.to_owned());
        });
    };
    let field = el("input")
        .attr("id", FIELD)
        .attr("type", "text")
        .attr("readonly", "")
        .attr("value", browser::origin() + path);
    let row = el_class("div", "permalink-row").child(field).child(
        el("button")
            .attr("type", "button")
            .on("click", copy)
            .text(texts.copy_link),
    );
    el_class("div", "permalink")
        .child(el("label").attr("for", FIELD).text(texts.permalink))
        .child(row)
        .child(
            el_class("p", "hint")
                .attr("role", "status")
                .live(move || text(told.get())),
        )
}
