//! The browser: the only file that names `web_sys`.
//!
//! Nothing here knows what is shown. Everything that can be refused (storage, clipboard, history)
//! is asked for and done without.

use crate::strings::Strings;
use catalogue::model::Lang;
use catalogue::query::Base;
use gloo_net::http::{Request, Response};
use std::cell::RefCell;
use std::collections::HashMap;
use wasm_bindgen::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    AbortSignal, Document, Element, Event, HtmlElement, HtmlInputElement, HtmlSelectElement,
    MouseEvent, Storage, Window,
};

/// How long a download may take in all, in milliseconds, unless the page says otherwise.
const DOWNLOAD_TIMEOUT: u32 = 20_000;

thread_local! {
    /// The address that the bar will show when typing pauses, with the timer that waits for it.
    static PENDING: RefCell<Option<(String, i32)>> = const { RefCell::new(None) };
    /// Where the visitor was in each history entry; also in session storage, where that is allowed.
    static PLACES: RefCell<HashMap<String, String>> = RefCell::new(HashMap::new());
    /// The history entry that is shown.
    static ENTRY: RefCell<Entry> = const { RefCell::new(Entry::new()) };
}

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
    // An attribute of this name is always accepted.
    drop(root().set_attribute("data-app-ready", ""));
}

/// Sets what the tab is called and the language that assistive technology reads in.
pub(crate) fn set_head(title: &str, lang: Lang) {
    document().set_title(title);
    drop(root().set_attribute("lang", lang.tag()));
}

/// Writes to the console, for whoever looks into a failure.
pub(crate) fn log_error(text: &str) {
    web_sys::console::error_1(&text.into());
}

/// Writes to the console what the page itself tells the visitor.
pub(crate) fn log_warning(text: &str) {
    web_sys::console::warn_1(&text.into());
}

// Downloads

/// The download of the data that the page began beside that of the program.
///
/// # Errors
/// When it failed, or the page began none and a new one fails.
pub(crate) async fn first_download() -> Result<Response, gloo_net::Error> {
    let begun = js_sys::Reflect::get(&js_sys::global(), &"catalogueDownload".into());
    let Some(promise) = begun
        .ok()
        .and_then(|value| value.dyn_into::<js_sys::Promise>().ok())
    else {
        return download_again().await;
    };
    let response = JsFuture::from(promise).await.map_err(from_js)?;
    let response: web_sys::Response = response.dyn_into().map_err(from_js)?;
    Ok(response.into())
}

/// A new download of the data.
///
/// # Errors
/// When the server cannot be reached, or takes too long.
pub(crate) async fn download_again() -> Result<Response, gloo_net::Error> {
    let url = setting("data-catalogue").unwrap_or_default();
    let timeout = setting("data-timeout-ms").and_then(|text| text.parse().ok());
    let signal = AbortSignal::timeout_with_u32(timeout.unwrap_or(DOWNLOAD_TIMEOUT));
    // What failed once may have been kept by a cache on the way.
    Request::get(&url)
        .cache(web_sys::RequestCache::Reload)
        .abort_signal(Some(&signal))
        .send()
        .await
}

fn from_js(error: JsValue) -> gloo_net::Error {
    match error.dyn_into::<js_sys::Error>() {
        Ok(error) => gloo_net::Error::JsError(error.into()),
        Err(other) => gloo_net::Error::GlooError(format!("{other:?}")),
    }
}

// Failures

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

// History

/// A link of the site that was followed with a plain click.
pub(crate) struct Link {
    /// The path it leads to.
    pub(crate) path: String,
    /// Its query string.
    pub(crate) query: String,
    /// Whether it leads back to results (the attribute `data-back`).
    pub(crate) is_back: bool,
}

/// Calls `follow` for every plain click on a link beneath the base; a click that it takes (`true`)
/// goes no further. Clicks that open a tab or a window, downloads and fragments of the same page
/// are left to the browser, which does them better.
pub(crate) fn on_link(base: &'static Base, follow: impl Fn(Link) -> bool + 'static) {
    listen(&document(), "click", move |event: Event| {
        let Some(click) = event.dyn_ref::<MouseEvent>() else {
            return;
        };
        let modified = click.ctrl_key() || click.meta_key() || click.shift_key() || click.alt_key();
        if click.button() != 0 || modified || event.default_prevented() {
            return;
        }
        let target = event
            .target()
            .and_then(|target| target.dyn_into::<Element>().ok());
        let Some(anchor) = target.and_then(|element| element.closest("a[href]").ok()?) else {
            return;
        };
        let Ok(anchor) = anchor.dyn_into::<web_sys::HtmlAnchorElement>() else {
            return;
        };
        let here = window().location();
        let elsewhere = Ok(anchor.origin()) != here.origin();
        let own_window = anchor.target().is_empty() || anchor.target() == "_self";
        let fragment = !anchor.hash().is_empty()
            && Ok(anchor.pathname()) == here.pathname()
            && Ok(anchor.search()) == here.search();
        let path = anchor.pathname();
        if elsewhere
            || !own_window
            || fragment
            || anchor.has_attribute("download")
            || base.strip(&path).is_none()
        {
            return;
        }
        let link = Link {
            path,
            query: anchor.search(),
            is_back: anchor.has_attribute("data-back"),
        };
        if follow(link) {
            event.prevent_default();
        }
    });
}

/// What the program knows of a history entry.
#[derive(Clone)]
struct Entry {
    /// Tells it from all other entries of this tab, even after a reload.
    id: String,
    /// Path and query string.
    location: (String, String),
    /// The listing from which the visitor came, and how many entries ago.
    results: Option<(String, u32)>,
}

impl Entry {
    const fn new() -> Self {
        Self {
            id: String::new(),
            location: (String::new(), String::new()),
            results: None,
        }
    }

    /// The entry as the browser keeps it: lines of id, steps and listing.
    fn state(&self) -> JsValue {
        match &self.results {
            Some((href, steps)) => format!("{}\n{steps}\n{href}", self.id).into(),
            None => self.id.as_str().into(),
        }
    }

    /// The entry that the browser shows; nothing if it was not made by [`push`] or adopted.
    fn shown() -> Option<Self> {
        let state = window().history().and_then(|history| history.state());
        let state = state.ok()?.as_string()?;
        let mut lines = state.split('\n');
        let id = lines.next()?.to_owned();
        let steps = lines.next().and_then(|steps| steps.parse().ok());
        let results = lines
            .next()
            .zip(steps)
            .map(|(href, steps)| (href.to_owned(), steps));
        Some(Self {
            id,
            location: location(),
            results,
        })
    }
}

/// Takes the history over from the browser: which entry is shown, and where one is in it.
pub(crate) fn take_over_history() {
    if let Ok(history) = window().history() {
        drop(history.set_scroll_restoration(web_sys::ScrollRestoration::Manual));
    }
    adopt_entry(None);
}

/// Calls `follow` after each step through the history that changes the address; the place left is
/// remembered first.
pub(crate) fn on_history(follow: impl Fn() + 'static) {
    listen(&window(), "popstate", move |_: Event| {
        // A pending change belongs to the entry that was left; it must not land in this one.
        cancel_replace();
        remember_place();
        let left = ENTRY.with_borrow(Clone::clone);
        let same_page = left.location == location();
        // A step to a fragment of the same page is one step further from the results.
        let results = left
            .results
            .map(|(href, steps)| (href, steps + 1))
            .filter(|_| same_page);
        let is_new = adopt_entry(results);
        if !same_page {
            follow();
        } else if !is_new {
            restore_place();
        }
    });
    listen(&window(), "pagehide", |_: Event| {
        replace_now();
        remember_place();
    });
}

/// Takes note of the entry that is shown. One that was made by the browser itself, as for a
/// fragment, gets an id and `results`, and is new.
fn adopt_entry(results: Option<(String, u32)>) -> bool {
    if let Some(entry) = Entry::shown() {
        ENTRY.set(entry);
        return false;
    }
    let entry = Entry {
        id: fresh_id(),
        location: location(),
        results,
    };
    drop(
        window()
            .history()
            .and_then(|history| history.replace_state(&entry.state(), "")),
    );
    ENTRY.set(entry);
    true
}

fn fresh_id() -> String {
    format!("{:x}", js_sys::Math::random().to_bits())
}

/// The listing that the entry shown leads back to, and how many entries ago it was.
pub(crate) fn results_of_entry() -> Option<(String, u32)> {
    ENTRY.with_borrow(|entry| entry.results.clone())
}

/// Makes a new history entry.
pub(crate) fn push(href: &str, results: Option<(String, u32)>) {
    let mut entry = Entry {
        id: fresh_id(),
        location: location(),
        results,
    };
    let state = entry.state();
    drop(
        window()
            .history()
            .and_then(|h| h.push_state_with_url(&state, "", Some(href))),
    );
    entry.location = location();
    ENTRY.set(entry);
}

/// Goes back several entries.
pub(crate) fn go_back(steps: u32) {
    let steps = i32::try_from(steps).unwrap_or(1);
    drop(
        window()
            .history()
            .and_then(|history| history.go_with_delta(-steps)),
    );
}

/// Shows another address in the bar, without a new entry, once nothing else was asked for `pause`
/// milliseconds.
pub(crate) fn replace_soon(href: String, pause: i32) {
    cancel_replace();
    let run = Closure::once_into_js(replace_now);
    let timer =
        window().set_timeout_with_callback_and_timeout_and_arguments_0(run.unchecked_ref(), pause);
    PENDING.set(timer.ok().map(|timer| (href, timer)));
}

/// Does at once what [`replace_soon`] was to do.
pub(crate) fn replace_now() {
    if let Some((href, timer)) = PENDING.take() {
        window().clear_timeout_with_handle(timer);
        ENTRY.with_borrow_mut(|entry| {
            let history = window().history();
            drop(history.and_then(|h| h.replace_state_with_url(&entry.state(), "", Some(&href))));
            entry.location = location();
        });
    }
}

fn cancel_replace() {
    if let Some((_, timer)) = PENDING.take() {
        window().clear_timeout_with_handle(timer);
    }
}

// Scroll and focus

/// Remembers where the visitor is in the entry shown.
pub(crate) fn remember_place() {
    let scroll = root().scroll_top();
    let focus = focused().unwrap_or_default();
    let place = format!("{scroll}\n{focus}");
    let id = ENTRY.with_borrow(|entry| entry.id.clone());
    if let Some(storage) = session_storage() {
        // A full storage costs the place after a reload, nothing else.
        drop(storage.set_item(&id, &place));
    }
    PLACES.with_borrow_mut(|places| places.insert(id, place));
}

/// Puts the visitor back where they were in the entry shown, if they were there before.
pub(crate) fn restore_place() {
    let id = ENTRY.with_borrow(|entry| entry.id.clone());
    let stored = || session_storage()?.get_item(&id).ok()?;
    let Some(place) = PLACES
        .with_borrow(|places| places.get(&id).cloned())
        .or_else(stored)
    else {
        return;
    };
    let (scroll, focus) = place.split_once('\n').unwrap_or((&place, ""));
    let focused = !focus.is_empty() && focus_on(focus);
    if !focused {
        focus_on("h1");
    }
    root().set_scroll_top(scroll.parse().unwrap_or(0));
}

/// Shows a new page from its top, with its heading in focus.
pub(crate) fn show_top() {
    root().set_scroll_top(0);
    focus_on("h1");
}

/// Moves the focus to the first element that a selector finds, without scrolling.
pub(crate) fn focus_on(selector: &str) -> bool {
    let found = document().query_selector(selector).ok().flatten();
    let Some(element) = found.and_then(|element| element.dyn_into::<HtmlElement>().ok()) else {
        return false;
    };
    let options = web_sys::FocusOptions::new();
    options.set_prevent_scroll(true);
    element.focus_with_options(&options).is_ok()
}

/// Where the focus is, as a selector that finds it again.
pub(crate) fn focused() -> Option<String> {
    document()
        .active_element()
        .and_then(|element| selector(&element))
}

/// Gives the focus back to an element that was built anew, if nothing else has taken it.
pub(crate) fn keep_focus(selector: Option<String>) {
    if let Some(selector) = selector.filter(|_| focused().is_none()) {
        focus_on(&selector);
    }
}

/// Moves the focus to the first element that a selector finds, and brings it into view.
pub(crate) fn focus_and_show(selector: &str) {
    if let Ok(Some(element)) = document().query_selector(selector)
        && let Ok(element) = element.dyn_into::<HtmlElement>()
    {
        drop(element.focus());
    }
}

/// A selector that finds an element again after the page was built anew.
fn selector(element: &Element) -> Option<String> {
    let attribute = |name: &str| element.get_attribute(name);
    let quoted = |value: String| value.replace('\\', "\\\\").replace('"', "\\\"");
    let tag = element.tag_name().to_ascii_lowercase();
    match (tag.as_str(), attribute("id").filter(|id| !id.is_empty())) {
        ("body" | "html", _) => None,
        (_, Some(id)) => Some(format!("[id=\"{}\"]", quoted(id))),
        ("a", None) => attribute("href").map(|href| format!("a[href=\"{}\"]", quoted(href))),
        ("input", None) => {
            let (name, value) = (attribute("name")?, attribute("value").unwrap_or_default());
            Some(format!(
                "input[name=\"{}\"][value=\"{}\"]",
                quoted(name),
                quoted(value)
            ))
        }
        _ => None,
    }
}

fn session_storage() -> Option<Storage> {
    window().session_storage().ok().flatten()
}

// Clipboard

/// Copies the content of a field; where the browser refuses, the content is selected instead.
/// `done` is told which of the two happened.
pub(crate) fn copy_field(id: &str, done: impl FnOnce(bool) + 'static) {
    let field = document()
        .get_element_by_id(id)
        .and_then(|field| field.dyn_into::<HtmlInputElement>().ok());
    let Some(field) = field else { return };
    let navigator = window().navigator();
    // The property is missing where the page is not served over https.
    let clipboard = js_sys::Reflect::get(&navigator, &"clipboard".into());
    let copying = clipboard
        .is_ok_and(|value| !value.is_undefined())
        .then(|| JsFuture::from(navigator.clipboard().write_text(&field.value())));
    wasm_bindgen_futures::spawn_local(async move {
        let copied = match copying {
            Some(copying) => copying.await.is_ok(),
            None => false,
        };
        if !copied {
            drop(field.focus());
            field.select();
        }
        done(copied);
    });
}

/// The host under which the page stands, as links to others begin; nothing in a static page, which
/// cannot know it.
pub(crate) fn origin() -> String {
    if cfg!(target_arch = "wasm32") {
        window().location().origin().unwrap_or_default()
    } else {
        String::new()
    }
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

/// Runs something once what was just changed is on the page.
pub(crate) fn after_render(run: impl FnOnce() + 'static) {
    drop(window().request_animation_frame(Closure::once_into_js(run).unchecked_ref()));
}

/// Waits until what was just changed is on the page.
#[cfg(all(test, target_arch = "wasm32"))]
pub(crate) async fn rendered() {
    let frame = js_sys::Promise::new(&mut |resolve, _| {
        drop(window().request_animation_frame(&resolve));
    });
    drop(JsFuture::from(frame).await);
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
