//! Telling that something does not work, when little else may.

use super::document;
use crate::strings::Strings;
use wasm_bindgen::prelude::*;
use wasm_bindgen::{JsCast, JsValue};

/// Tells that the catalogue could not be loaded, above what the page shows, with a way on.
pub(crate) fn tell_failure(
    texts: &Strings,
    advice: &str,
    detail: &str,
    retry: impl FnOnce() + 'static,
) {
    let lines = [texts.failed, advice];
    let again = move || {
        if let Some(alert) = document().get_element_by_id("failure") {
            drop(alert.set_attribute("aria-busy", "true"));
        }
        retry();
    };
    tell("failure", &lines, detail, texts.retry, again);
}

/// Takes the message of [`tell_failure`] away.
pub(crate) fn clear_failure() {
    if let Some(alert) = document().get_element_by_id("failure") {
        alert.remove();
    }
}

/// Puts a message above everything else. It is made by hand: when it is needed, nothing else may work.
fn tell(id: &str, lines: &[&str], detail: &str, action: &str, act: impl FnOnce() + 'static) {
    let make = || -> Result<(), JsValue> {
        let document = document();
        if let Some(old) = document.get_element_by_id(id) {
            old.remove();
        }
        let alert = document.create_element("div")?;
        alert.set_id(id);
        alert.set_class_name("failure");
        alert.set_attribute("role", "alert")?;
        for (place, line) in lines
            .iter()
            .chain([&detail])
            .enumerate()
            .filter(|(_, line)| !line.is_empty())
        {
            let paragraph = document.create_element("p")?;
            paragraph.set_text_content(Some(line));
            let class = ["failure-title", "failure-advice", "failure-detail"];
            paragraph.set_class_name(if *line == detail {
                class[2]
            } else {
                class[place.min(1)]
            });
            alert.append_child(&paragraph)?;
        }
        let button = document.create_element("button")?;
        button.set_attribute("type", "button")?;
        button.set_text_content(Some(action));
        let click = Closure::once_into_js(act);
        button.add_event_listener_with_callback("click", click.unchecked_ref())?;
        alert.append_child(&button)?;
        let body = document.body().ok_or(JsValue::NULL)?;
        body.insert_before(&alert, body.first_child().as_ref())?;
        Ok(())
    };
    if let Err(error) = make() {
        web_sys::console::error_1(&error);
    }
}
