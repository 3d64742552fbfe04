//! Sharing of a page by the system's share sheet or the clipboard, and the current date.

use super::document::{document, window};
use js_sys::{Date, Function, Object, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::HtmlInputElement;

/// How a link was shared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ShareOutcome {
    /// By the system's share sheet, which has shown the outcome itself.
    BySystem,
    /// Copied to the clipboard.
    Copied,
    /// The browser supports neither: the link is selected for manual copying.
    Selected,
}

/// Shares a link, which is also the value of the input `id`. Calls `done` with the outcome.
pub(crate) fn share(id: &str, title: &str, url: &str, done: impl FnOnce(ShareOutcome) + 'static) {
    let navigator: JsValue = window().navigator().into();
    let sheet = Object::new();
    for (key, value) in [("title", title), ("url", url)] {
        // Setting a property of a plain object cannot fail.
        drop(Reflect::set(&sheet, &key.into(), &value.into()));
    }
    // Both calls require the user activation of the click.
    let sharing = call(&navigator, "share", &sheet);
    let copying = match sharing {
        None => property(&navigator, "clipboard")
            .and_then(|clipboard| call(&clipboard, "writeText", &url.into())),
        Some(_) => None,
    };
    let field = document().get_element_by_id(id);
    let field = field.and_then(|field| field.dyn_into::<HtmlInputElement>().ok());
    wasm_bindgen_futures::spawn_local(async move {
        if let Some(sharing) = sharing {
            // If it rejects, the visitor has cancelled.
            drop(JsFuture::from(sharing).await);
            return done(ShareOutcome::BySystem);
        }
        if let Some(copying) = copying
            && JsFuture::from(copying).await.is_ok()
        {
            return done(ShareOutcome::Copied);
        }
        if let Some(field) = field {
            drop(field.focus());
            field.select();
        }
        done(ShareOutcome::Selected);
    });
}

/// A property that some browsers lack.
fn property(object: &JsValue, name: &str) -> Option<JsValue> {
    let property = Reflect::get(object, &name.into()).ok()?;
    (!property.is_undefined()).then_some(property)
}

/// Calls a method that some browsers lack and that returns a promise.
fn call(object: &JsValue, method: &str, argument: &JsValue) -> Option<Promise> {
    let method: Function = property(object, method)?.dyn_into().ok()?;
    method.call1(object, argument).ok()?.dyn_into().ok()
}

/// The current date (ISO 8601). `None` in static HTML, which may be read on any day.
pub(crate) fn today() -> Option<String> {
    if !cfg!(target_arch = "wasm32") {
        return None;
    }
    let now = Date::new_0();
    // ISO dates are in UTC: shifted by the offset, the date is that of the visitor's clock.
    let local = now.get_time() - now.get_timezone_offset() * 60_000.0;
    let local: String = Date::new(&local.into()).to_iso_string().into();
    // With a wrong clock the year may have more than four digits.
    local.split('T').next().map(str::to_owned)
}
