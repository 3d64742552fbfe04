//! The search box.

use crate::browser;
use crate::markup::{Markup, el, el_class};
use crate::strings::Strings;
use leptos::prelude::*;

/// Longest text that is searched for, in UTF-16 units, as `maxlength` counts.
const MAX_LENGTH: &str = "200";

/// The search box: `content` is what stands in it, `typed` is told what stands in it after each key,
/// `submitted` that the visitor is done typing. Without the program it is a form that leads to
/// `action`.
pub fn search_box(
    texts: &'static Strings,
    action: String,
    content: impl Fn() -> String + Send + 'static,
    typed: impl Fn(String) + 'static,
    submitted: impl Fn() + 'static,
) -> Markup {
    let field = el("input")
        .attr("id", "search")
        .attr("type", "search")
        .attr("role", "searchbox")
        .attr("name", "q")
        .attr("maxlength", MAX_LENGTH)
        .attr("autocomplete", "off")
        .attr("autocapitalize", "none")
        .attr("spellcheck", "false")
        .attr("aria-describedby", "search-hint")
        // Empty, for the style to know whether something was typed: print shows only that.
        .attr("placeholder", " ")
        .attr("value", untrack(&content))
        .live_value(content)
        .on("input", move |event| typed(browser::value_of(&event)));
    let row = el_class("div", "search-box-row").child(field).child(
        el("button")
            .attr("type", "submit")
            .text(texts.search_button),
    );
    let form = el("form")
        .attr("action", action)
        .attr("method", "get")
        .on("submit", move |event| {
            event.prevent_default();
            submitted();
        })
        .child(el("label").attr("for", "search").text(texts.search_label))
        .child(row)
        .child(
            el_class("p", "hint")
                .attr("id", "search-hint")
                .text(texts.search_hint)
                .child(
                    el_class("span", "search-shortcut")
                        .text(". ")
                        .child(el("kbd").text("/"))
                        .text(texts.search_shortcut),
                ),
        );
    el_class("search", "search-box").child(form).done()
}
