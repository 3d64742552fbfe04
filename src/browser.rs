//! The browser: this file and those beneath it are the only ones that name `web_sys`.
//!
//! Nothing here knows what is shown. Everything that can be refused (storage, clipboard, history)
//! is asked for and done without.

mod download;
mod history;
mod links;
mod place;
mod sharing;

pub(crate) use download::{catalogue_text, clear_failure};
pub(crate) use history::{
    go_back, on_history, push, replace_now, replace_soon, results_of_entry, take_over_history,
};
pub(crate) use links::on_link;
pub(crate) use place::{
    focus_and_show, focus_on, focused, keep_focus, remember_place, restore_place, show_top,
};
pub(crate) use sharing::{PassedOn, pass_on, today};

use std::cell::Cell;

use catalogue::model::Lang;
use catalogue::query::Base;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use web_sys::{Document, Element, Event, HtmlElement, HtmlInputElement, HtmlSelectElement, Window};

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
fn setting(name: &str) -> Option<String> {
    document()
        .query_selector("script[data-wasm]")
        .ok()??
        .get_attribute(name)
}

/// Where the site is published.
pub(crate) fn base() -> Base {
    let path = setting("data-base").unwrap_or_default();
    Base::new(&path).unwrap_or_else(|_| Base::root())
}

/// Where the drawing of the map lies.
pub(crate) fn map() -> String {
    setting("data-map").unwrap_or_default()
}

/// The path and the query string of the page.
pub(crate) fn location() -> (String, String) {
    let location = window().location();
    (
        location.pathname().unwrap_or_default(),
        location.search().unwrap_or_default(),
    )
}

/// The language that the page was written in.
pub(crate) fn page_language() -> Lang {
    root()
        .get_attribute("lang")
        .and_then(|tag| Lang::from_tag(&tag))
        .unwrap_or(Lang::En)
}

/// The element whose content the app replaces.
pub(crate) fn app_container() -> Option<HtmlElement> {
    document().get_element_by_id("app")?.dyn_into().ok()
}

/// Tells tools and tests that the page is on screen and usable.
pub(crate) fn mark_ready() {
    mark("data-app-ready", true);
}

/// Tells tools and tests whether more of an answer is on its way.
pub(crate) fn mark_answering(is_answering: bool) {
    mark("data-answering", is_answering);
}

/// Gives the root an attribute, or takes it away; to one that is there already nothing happens.
fn mark(attribute: &str, is_given: bool) {
    // Attributes of these names are always accepted.
    drop(root().toggle_attribute_with_force(attribute, is_given));
}

/// Sets what the tab is called and the language that assistive technology reads in.
pub(crate) fn set_head(title: &str, lang: Lang) {
    document().set_title(title);
    drop(root().set_attribute("lang", lang.tag()));
}

/// Takes out the link to the page that the file was written for, once another one is shown: phones
/// pass it on in place of the address.
pub(crate) fn forget_canonical() {
    if let Ok(Some(link)) = document().query_selector("link[rel=canonical]") {
        link.remove();
    }
}

/// Writes to the console, for whoever looks into a failure.
pub(crate) fn log_error(text: &str) {
    web_sys::console::error_1(&text.into());
}

/// The host under which the page stands, as links to others begin.
pub(crate) fn origin() -> String {
    window().location().origin().unwrap_or_default()
}

// Time and events

/// What stands in the field that an event came from.
pub(crate) fn value_of(event: &Event) -> String {
    let target = event.target();
    let field = target
        .as_ref()
        .and_then(|target| target.dyn_ref::<HtmlInputElement>());
    let select = target
        .as_ref()
        .and_then(|target| target.dyn_ref::<HtmlSelectElement>());
    match (field, select) {
        (Some(field), _) => field.value(),
        (None, Some(select)) => select.value(),
        (None, None) => String::new(),
    }
}

/// What the visitor has typed into the search box of the static page.
pub(crate) fn typed() -> Option<String> {
    let found = document().get_element_by_id("search")?;
    let field: HtmlInputElement = found.dyn_into().ok()?;
    let typed = field.value();
    (typed != field.default_value()).then_some(typed)
}

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

/// Lets the tasks that wait already run first.
pub(crate) async fn pause() {
    let task = js_sys::Promise::new(&mut |resume, _| {
        set_timer(&resume, 0);
    });
    drop(wasm_bindgen_futures::JsFuture::from(task).await);
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

/// Waits until what was just changed is on the page.
#[cfg(all(test, target_arch = "wasm32"))]
pub(crate) async fn rendered() {
    let frame = js_sys::Promise::new(&mut |resolve, _| {
        drop(window().request_animation_frame(&resolve));
    });
    drop(wasm_bindgen_futures::JsFuture::from(frame).await);
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
