//! Event listeners.

use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;

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
