//! The browser: this file and those beneath it are the only ones that name `web_sys`.
//!
//! Nothing here knows what is shown. Everything that can be refused (storage, clipboard, history)
//! is asked for and done without.

#[cfg(feature = "hydrate")]
mod fetch;
#[cfg(feature = "hydrate")]
mod foreign_mutations;
mod history;
mod links;
mod position;
mod sharing;
#[cfg(feature = "hydrate")]
mod start_up;

#[cfg(feature = "hydrate")]
pub(crate) use fetch::{
    FetchError, fetch_catalogue, hide_failure, pause_before_retry, show_load_error,
};
#[cfg(feature = "hydrate")]
pub(crate) use foreign_mutations::{guard_tasks, has_trapped, watch_mount};
#[cfg(feature = "hydrate")]
pub(crate) use history::adopt_history;
pub(crate) use history::{go_back, on_history, push, replace_now, replace_soon, results_of_entry};
pub(crate) use links::on_link;
pub(crate) use position::{
    focus_and_show, focus_on, focused, keep_focus, remember_place, restore_place, show_top,
};
pub(crate) use sharing::{Shared, share, today};
#[cfg(feature = "hydrate")]
pub(crate) use start_up::{
    Interaction, app_container, base, mark_ready, next_task, origin, outlines, prerendered_address,
    sleep, typed_text,
};

use std::cell::Cell;

use catalogue::model::Lang;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use web_sys::{Document, Element, Window};

fn window() -> Window {
    // The program runs in a window or not at all.
    web_sys::window().unwrap_or_else(|| wasm_bindgen::throw_str("there is no window"))
}

fn document() -> Document {
    window()
        .document()
        .unwrap_or_else(|| wasm_bindgen::throw_str("there is no document"))
}

fn root() -> Element {
    document()
        .document_element()
        .unwrap_or_else(|| wasm_bindgen::throw_str("there is no root"))
}

/// A setting that the page hands to the program, by the name of its attribute.
#[cfg(feature = "hydrate")]
fn setting(name: &str) -> Option<String> {
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

/// The language of the page on the screen, as [`set_page_language`] or its file says it. Others may change
/// `lang` itself, page translation above all.
pub(crate) fn page_language() -> Lang {
    root()
        .get_attribute("data-lang")
        .and_then(|tag| Lang::from_tag(&tag))
        .unwrap_or(Lang::En)
}

/// Sets what the tab is called.
pub(crate) fn set_title(title: &str) {
    document().set_title(title);
}

/// Sets the language that assistive technology reads in. Browsers compute every style of the page anew
/// where this is called, even with the same language.
pub(crate) fn set_page_language(lang: Lang) {
    // Attributes of these names are always accepted.
    for name in ["lang", "data-lang"] {
        drop(root().set_attribute(name, lang.tag()));
    }
}

/// Removes the link to the page that the file was written for.
pub(crate) fn remove_canonical_link() {
    if let Ok(Some(link)) = document().query_selector("link[rel=canonical]") {
        link.remove();
    }
}

/// Writes to the console, for whoever looks into a failure.
#[cfg(all(feature = "hydrate", debug_assertions))]
pub(crate) fn log_error(text: &str) {
    web_sys::console::error_1(&text.into());
}

/// Tells tools and tests whether more of an answer is on its way.
pub(crate) fn mark_answering(is_answering: bool) {
    // An attribute of this name is always accepted.
    drop(root().toggle_attribute_with_force("data-answering", is_answering));
}

// Time and events

/// Runs something once what was just changed is on the page.
pub(crate) fn after_render(run: impl FnOnce() + 'static) {
    drop(window().request_animation_frame(&once(Box::new(run))));
}

/// A function for the browser to call once. It has to be called: until then the program and the browser
/// hold it for each other, and a timer that is called off would hold it for ever. Boxed here, because
/// each type of closure that is handed over brings code of its own.
fn once(run: Box<dyn FnOnce()>) -> js_sys::Function {
    Closure::once_into_js(run).unchecked_into()
}

/// Runs something as a task of its own, after so many milliseconds and after those that wait already.
fn later(pause: i32, run: impl FnOnce() + 'static) {
    set_timer(&once(Box::new(run)), pause);
}

fn set_timer(run: &js_sys::Function, pause: i32) {
    drop(window().set_timeout_with_callback_and_timeout_and_arguments_0(run, pause));
}

thread_local! {
    /// Counts what was to run after a paint: only the last of it does.
    static TURN: Cell<u32> = const { Cell::new(0) };
}

/// Runs something when the screen has shown what was just changed, and so many milliseconds more have
/// passed; what still waits for that is dropped.
pub(crate) fn after_paint(pause: i32, run: impl FnOnce() + 'static) {
    let turn = TURN.get() + 1;
    TURN.set(turn);
    // A frame's own callbacks run before it is painted, and timers after.
    after_render(move || {
        later(pause, move || {
            if TURN.get() == turn {
                run();
            }
        });
    });
}

/// Drops what waits for the screen.
pub(crate) fn cancel_after_paint() {
    TURN.set(TURN.get() + 1);
}

/// Listens for as long as the page lives.
fn listen<E>(target: &web_sys::EventTarget, name: &str, heard: impl Fn(E) + 'static)
where
    E: wasm_bindgen::convert::FromWasmAbi + 'static,
{
    let heard = Closure::<dyn Fn(E)>::new(heard);
    // These events exist in every browser, and adding a listener for one cannot fail.
    drop(target.add_event_listener_with_callback(name, heard.as_ref().unchecked_ref()));
    heard.forget();
}
