//! The state of an interaction, preserved while the app is mounted again.

use super::document::document;
use super::position::{focus_on, focused};
use super::start_up::app_container;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement};

/// Focus, selection and open details.
pub(crate) struct Interaction {
    /// A selector of the focused element.
    focused: Option<String>,
    /// The selected range, if the focus is in an input.
    selection: Option<(u32, u32)>,
    /// Whether each `details` element of the app is open, in document order.
    open_details: Vec<bool>,
}

impl Interaction {
    /// Captures the current state.
    pub(crate) fn capture() -> Self {
        let field = document().active_element();
        let field = field.and_then(|element| element.dyn_into::<HtmlInputElement>().ok());
        let selection = field.and_then(|field| {
            let start = field.selection_start().ok()??;
            Some((start, field.selection_end().ok()??))
        });
        let is_open = |details: Element| details.has_attribute("open");
        Self {
            focused: focused(),
            selection,
            open_details: all_details().into_iter().map(is_open).collect(),
        }
    }

    /// Restores the state as far as the elements still exist. On another page all details stay
    /// closed.
    pub(crate) fn restore(self, is_same_page: bool) {
        if is_same_page {
            for (details, is_open) in all_details().into_iter().zip(self.open_details) {
                drop(details.toggle_attribute_with_force("open", is_open));
            }
        }
        if !self.focused.is_some_and(|selector| focus_on(&selector)) {
            return;
        }
        let field = document().active_element();
        let field = field.and_then(|element| element.dyn_into::<HtmlInputElement>().ok());
        if let Some((field, (start, end))) = field.zip(self.selection) {
            drop(field.set_selection_range(start, end));
        }
    }
}

fn all_details() -> Vec<Element> {
    let all = app_container().get_elements_by_tag_name("details");
    (0..all.length())
        .filter_map(|index| all.item(index))
        .collect()
}
