//! What tests in a browser share: the fixture catalogue, and places to mount things in.

use crate::site::{Site, Visit};
use catalogue::browse::Collection;
use catalogue::model::{Catalogue, Lang};
use catalogue::query::{Address, BasePath};
use leptos::mount::mount_to;
use leptos::prelude::*;
use leptos::web_sys::{Element, Event, HtmlElement};
use std::sync::LazyLock;
use wasm_bindgen::JsCast;

/// The fixture, as text.
pub(crate) const DATA: &str = include_str!("../tests/fixture/catalogue.json");

static COLLECTION: LazyLock<Collection> = LazyLock::new(|| collection(DATA));
static ROOT: LazyLock<BasePath> = LazyLock::new(BasePath::root);

/// The collection of a data file.
pub(crate) fn collection(data: &str) -> Collection {
    match Catalogue::from_json(data) {
        Ok(catalogue) => Collection::new(catalogue),
        Err(error) => panic!("no catalogue: {error:?}"),
    }
}

/// The site of the fixture, at an address.
pub(crate) fn site_at(path: &str, query: &str) -> Site {
    site_of(&COLLECTION, path, query)
}

/// The site of a collection, at an address.
pub(crate) fn site_of(collection: &'static Collection, path: &str, query: &str) -> Site {
    let Some(address) = Address::parse(&ROOT, path, query, Lang::En) else {
        panic!("{path} lies beneath the base")
    };
    let owner = Owner::new();
    let site = owner.with(|| {
        let visit = Visit::to(address);
        Site::new(collection, &ROOT, "https://example.org", "/map.svg", visit)
    });
    // Its signals live as long as the page.
    std::mem::forget(owner);
    site
}

/// Mounts something within a site, alone in a new element.
pub(crate) fn mounted<V: IntoView + 'static>(
    site: Site,
    view: impl FnOnce() -> V + 'static,
) -> HtmlElement {
    let document = leptos::web_sys::window().and_then(|window| window.document());
    let Some(document) = document else {
        panic!("a browser has a document")
    };
    let made = document
        .create_element("div")
        .ok()
        .and_then(|element| element.dyn_into::<HtmlElement>().ok());
    let (Some(place), Some(body)) = (made, document.body()) else {
        panic!("a page has a body")
    };
    // Beside what the test runner itself shows there.
    drop(body.append_child(&place));
    let view = move || {
        provide_context(site);
        view()
    };
    mount_to(place.clone(), view).forget();
    place
}

/// The first element that a selector finds.
pub(crate) fn find(place: &Element, selector: &str) -> HtmlElement {
    let found = place.query_selector(selector).ok().flatten();
    let found = found.and_then(|element| element.dyn_into().ok());
    found.unwrap_or_else(|| panic!("no {selector} in {:?}", place.text_content()))
}

/// The text of the first element that a selector finds, or nothing.
pub(crate) fn text_of(place: &Element, selector: &str) -> String {
    let found = place.query_selector(selector).ok().flatten();
    found
        .and_then(|element| element.text_content())
        .unwrap_or_default()
}

/// The texts of all elements that a selector finds.
pub(crate) fn texts_of(place: &Element, selector: &str) -> Vec<String> {
    let Ok(found) = place.query_selector_all(selector) else {
        panic!("{selector} is no selector")
    };
    let nodes = (0..found.length()).filter_map(|number| found.item(number));
    nodes.filter_map(|node| node.text_content()).collect()
}

/// How many elements a selector finds.
pub(crate) fn count_of(place: &Element, selector: &str) -> u32 {
    let found = place.query_selector_all(selector);
    found.map_or(0, |found| found.length())
}

/// The attribute of the first element that a selector finds.
pub(crate) fn attribute_of(place: &Element, selector: &str, name: &str) -> Option<String> {
    let found = place.query_selector(selector).ok().flatten();
    found.and_then(|element| element.get_attribute(name))
}

/// Tells an element of an event.
pub(crate) fn fire(element: &Element, name: &str) {
    match Event::new(name) {
        Ok(event) => drop(element.dispatch_event(&event)),
        Err(error) => panic!("{error:?}"),
    }
}
