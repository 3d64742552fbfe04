//! What the visitor is doing, preserved while the app is mounted again.

use super::document::document;
use super::position::{focus_on, focused};
use super::start_up::app_container;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement};

/// What a visitor is in the middle of, to be kept when the app is mounted again.
pub(crate) struct Interaction {
    /// The element that has the focus, as a selector.
    focused: Option<String>,
    /// What is selected in it, if it is a field.
    selection: Option<(u32, u32)>,
    /// Which of the app's `details` are open, in the order of the document.
    open_details: Vec<bool>,
}

impl Interaction {
    /// What the visitor is in the middle of now.
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

    /// Puts the visitor back there, as far as the app still has it. On another page nothing is open.
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
        .filter_map(|place| all.item(place))
        .collect()
}
