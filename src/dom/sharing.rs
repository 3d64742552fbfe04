//! Sharing a page: the system's share sheet, the clipboard, the day of today.

use super::document::{document, window};
use js_sys::{Date, Function, Object, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::HtmlInputElement;

/// How a link was shared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ShareOutcome {
    /// The system's share sheet had it; the visitor saw what became of it.
    BySystem,
    /// It is on the clipboard.
    Copied,
    /// The browser allows neither: the link is selected, for the visitor to copy.
    Selected,
}

/// Shares a link, which the field `id` holds as well, and calls `done` with how.
pub(crate) fn share(id: &str, title: &str, url: &str, done: impl FnOnce(ShareOutcome) + 'static) {
    let navigator: JsValue = window().navigator().into();
    let sheet = Object::new();
    for (key, value) in [("title", title), ("url", url)] {
        // Setting a property of a plain object cannot fail.
        drop(Reflect::set(&sheet, &key.into(), &value.into()));
    }
    // Both must be asked for while the visitor's click is being handled.
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
            // Refused or called off: the visitor did that.
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

/// A property that not every browser has.
fn property(object: &JsValue, name: &str) -> Option<JsValue> {
    let property = Reflect::get(object, &name.into()).ok()?;
    (!property.is_undefined()).then_some(property)
}

/// Calls a method that not every browser has, and that promises something.
fn call(object: &JsValue, method: &str, argument: &JsValue) -> Option<Promise> {
    let method: Function = property(object, method)?.dyn_into().ok()?;
    method.call1(object, argument).ok()?.dyn_into().ok()
}

/// Today in the visitor's world, as year-month-day; nothing in a static page, which does not know
/// when it is read.
pub(crate) fn today() -> Option<String> {
    if !cfg!(target_arch = "wasm32") {
        return None;
    }
    let now: String = Date::new_0().to_iso_string().into();
    // A wrong clock may be at a year of more than four digits.
    now.split('T').next().map(str::to_owned)
}
