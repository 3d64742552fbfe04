//! Scroll position and focus, in the current and in earlier history entries.

use super::document::{document, root, window};
use super::history_entry::entry_id;
use std::cell::RefCell;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, Storage};

/// The maximum number of saved positions, which exceeds the history of most tabs.
const MAX_POSITIONS: usize = 100;

thread_local! {
    /// The scroll position and focus in each history entry by its id, least recently left first.
    /// Also in session storage, if allowed.
    static POSITIONS: RefCell<Vec<(String, String)>> = const { RefCell::new(Vec::new()) };
}

/// Saves scroll position and focus of the current entry.
pub(crate) fn save_position() {
    let scroll = root().scroll_top();
    let focus = focused().unwrap_or_default();
    let position = format!("{scroll}\n{focus}");
    let id = entry_id();
    let storage = session_storage();
    if let Some(storage) = &storage {
        // If the storage is full, only a reload loses the position.
        drop(storage.set_item(&id, &position));
    }
    POSITIONS.with_borrow_mut(|positions| {
        positions.retain(|(known, _)| *known != id);
        positions.push((id, position));
        if positions.len() > MAX_POSITIONS {
            let (oldest, _) = positions.remove(0);
            storage.map(|storage| storage.remove_item(&oldest));
        }
    });
}

/// Restores scroll position and focus of the current entry, if they were saved.
pub(crate) fn restore_position() {
    let id = entry_id();
    let stored = || session_storage()?.get_item(&id).ok()?;
    let known = POSITIONS.with_borrow(|positions| {
        let position = positions.iter().find(|(known, _)| *known == id);
        position.map(|(_, position)| position.clone())
    });
    let Some(position) = known.or_else(stored) else {
        return;
    };
    let (scroll, focus) = position.split_once('\n').unwrap_or((&position, ""));
    let focused = !focus.is_empty() && focus_on(focus);
    if !focused {
        focus_on("h1");
    }
    root().set_scroll_top(scroll.parse().unwrap_or(0));
}

/// Scrolls to the top and moves the focus to the heading.
pub(crate) fn scroll_to_top() {
    root().set_scroll_top(0);
    focus_on("h1");
}

/// Focuses the first element that matches a selector, without scrolling.
pub(crate) fn focus_on(selector: &str) -> bool {
    let found = document().query_selector(selector).ok().flatten();
    let Some(element) = found.map(focusable) else {
        return false;
    };
    let options = web_sys::FocusOptions::new();
    options.set_prevent_scroll(true);
    element.focus_with_options(&options).is_ok()
}

/// A selector of the focused element.
pub(crate) fn focused() -> Option<String> {
    document()
        .active_element()
        .and_then(|element| selector(&element))
}

/// Focuses an element again if the focus was lost when it was rebuilt.
pub(crate) fn restore_lost_focus(selector: Option<String>) {
    let holder = document().active_element();
    let is_lost = holder.is_none_or(|holder| holder.tag_name() == "BODY");
    if let Some(selector) = selector.filter(|_| is_lost) {
        focus_on(&selector);
    }
}

/// Focuses the first element that matches a selector, and scrolls it into view.
pub(crate) fn focus_and_show(selector: &str) {
    if let Ok(Some(element)) = document().query_selector(selector) {
        drop(focusable(element).focus());
    }
}

/// The element with the methods that move the focus, which elements of HTML and of SVG share.
fn focusable(element: Element) -> HtmlElement {
    element.unchecked_into()
}

/// A selector that finds an element again after it was rebuilt.
fn selector(element: &Element) -> Option<String> {
    let attribute = |name: &str| element.get_attribute(name);
    let quoted = |value: String| value.replace('\\', "\\\\").replace('"', "\\\"");
    let tag = element.tag_name().to_ascii_lowercase();
    match (tag.as_str(), attribute("id").filter(|id| !id.is_empty())) {
        ("body" | "html", _) => None,
        (_, Some(id)) => Some(format!("[id=\"{}\"]", quoted(id))),
        ("a", None) => attribute("href").map(|href| format!("a[href=\"{}\"]", quoted(href))),
        ("input", None) => {
            let (name, value) = (attribute("name")?, attribute("value").unwrap_or_default());
            Some(format!(
                "input[name=\"{}\"][value=\"{}\"]",
                quoted(name),
                quoted(value)
            ))
        }
        _ => None,
    }
}

fn session_storage() -> Option<Storage> {
    window().session_storage().ok().flatten()
}
