//! The document, and the information about the page in it.

use catalogue::model::Lang;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use web_sys::{Document, Element, Window};

pub(super) fn window() -> Window {
    // The wasm only runs in a window.
    web_sys::window().unwrap_or_else(|| wasm_bindgen::throw_str("there is no window"))
}

pub(super) fn document() -> Document {
    window()
        .document()
        .unwrap_or_else(|| wasm_bindgen::throw_str("there is no document"))
}

pub(super) fn root() -> Element {
    document()
        .document_element()
        .unwrap_or_else(|| wasm_bindgen::throw_str("there is no root"))
}

/// A setting that the page passes to the wasm as an attribute of its script element.
#[cfg(feature = "hydrate")]
pub(super) fn setting(name: &str) -> Option<String> {
    document()
        .query_selector("script[data-wasm]")
        .ok()??
        .get_attribute(name)
}

/// The path and the query string of the page.
pub(crate) fn location() -> (String, String) {
    let location = window().location();
    (
        location.pathname().unwrap_or_default(),
        location.search().unwrap_or_default(),
    )
}

/// Has the browser open a URL, as it does for a link that the app leaves to it.
pub(crate) fn open(url: &str) {
    drop(window().location().assign(url));
}

/// The language of the page, as set by [`set_page_language`] or in the static HTML. Reads `data-lang`,
/// because page translation changes `lang`.
pub(crate) fn page_language() -> Lang {
    root()
        .get_attribute("data-lang")
        .and_then(|tag| Lang::from_tag(&tag))
        .unwrap_or(Lang::En)
}

/// The width of the first element that matches a selector, in pixels.
pub(crate) fn width_of(selector: &str) -> Option<u32> {
    let element = document().query_selector(selector).ok()??;
    u32::try_from(element.client_width())
        .ok()
        .filter(|width| *width > 0)
}

/// Sets the title of the document.
pub(crate) fn set_title(title: &str) {
    document().set_title(title);
}

/// Sets the language of the document. Browsers recompute all styles when this is called, even with the
/// same language.
pub(crate) fn set_page_language(tag: &str) {
    // Attributes with these names are always valid.
    for name in ["lang", "data-lang"] {
        drop(root().set_attribute(name, tag));
    }
}

/// Removes the canonical link, which belongs to the page of the static HTML.
pub(crate) fn remove_canonical_link() {
    if let Ok(Some(link)) = document().query_selector("link[rel=canonical]") {
        link.remove();
    }
}

/// Logs an error to the console.
#[cfg(all(feature = "hydrate", debug_assertions))]
pub(crate) fn log_error(text: &str) {
    web_sys::console::error_1(&text.into());
}

/// Marks the document while an update is incomplete, for tools and tests.
pub(crate) fn mark_answering(is_answering: bool) {
    // An attribute with this name is always valid.
    drop(root().toggle_attribute_with_force("data-answering", is_answering));
}

/// Marks the document while it shows the results of a query, for the style sheet.
pub(crate) fn mark_query(has_query: bool) {
    // An attribute with this name is always valid.
    drop(root().toggle_attribute_with_force("data-query", has_query));
}

/// Marks the document once the app is on the screen and usable, for tools and tests.
#[cfg(feature = "hydrate")]
pub(crate) fn mark_ready() {
    // An attribute with this name is always valid.
    drop(root().set_attribute("data-app-ready", ""));
}

/// Calls `fit` with `true` before the page is printed, and with `false` afterwards.
#[cfg(feature = "hydrate")]
pub(crate) fn on_print(fit: impl Fn(bool) + Copy + 'static) {
    for name in ["beforeprint", "afterprint"] {
        // One closure for both: each type of closure adds code.
        listen(&window(), name, move |event: web_sys::Event| {
            fit(event.type_() == "beforeprint");
        });
    }
}

/// Adds an event listener for the lifetime of the page.
pub(super) fn listen<E>(target: &web_sys::EventTarget, name: &str, handler: impl Fn(E) + 'static)
where
    E: wasm_bindgen::convert::FromWasmAbi + 'static,
{
    let handler = Closure::<dyn Fn(E)>::new(handler);
    // Adding a listener never fails.
    drop(target.add_event_listener_with_callback(name, handler.as_ref().unchecked_ref()));
    handler.forget();
}
