//! Each component, mounted alone in its states. How they work together is tested on the whole site.

mod elements;
mod listing;
mod records;

use crate::testing::{mounted, site_at};
use leptos::prelude::*;
use leptos::web_sys::HtmlElement;
use wasm_bindgen_test::wasm_bindgen_test_configure;

wasm_bindgen_test_configure!(run_in_browser);

/// Mounts something at the catalogue's own address, where nothing is asked.
fn alone<V: IntoView + 'static>(view: impl FnOnce() -> V + 'static) -> HtmlElement {
    mounted(site_at("/en/", ""), view)
}
