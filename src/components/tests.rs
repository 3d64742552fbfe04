//! Each component, mounted alone in its states. The browser tests cover the whole site.

mod elements;
mod listing;
mod records;

use crate::testing::{mount, site_at};
use leptos::prelude::*;
use leptos::web_sys::HtmlElement;
use wasm_bindgen_test::wasm_bindgen_test_configure;

wasm_bindgen_test_configure!(run_in_browser);

/// Mounts a view at the address of the catalogue, without a query.
fn mount_alone<V: IntoView + 'static>(view: impl FnOnce() -> V + 'static) -> HtmlElement {
    mount(site_at("/en/", ""), view)
}
