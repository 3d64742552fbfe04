//! Helpers of browser tests: the fixture catalogue, and mounting.

use crate::site::{Outlines, Site, Visit};
use catalogue::browse::Collection;
use catalogue::model::{Catalogue, Lang};
use catalogue::query::{Address, BasePath};
use leptos::mount::mount_to;
use leptos::prelude::*;
use leptos::web_sys::{Element, Event, HtmlElement};
use std::sync::LazyLock;
use wasm_bindgen::JsCast;

/// The fixture catalogue as JSON.
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

/// The site with the fixture catalogue, at an address.
pub(crate) fn site_at(path: &str, query: &str) -> Site {
    site_of(&COLLECTION, path, query)
}

/// The site with this collection, at an address.
pub(crate) fn site_of(collection: &'static Collection, path: &str, query: &str) -> Site {
    let Some(address) = Address::parse(&ROOT, path, query, Lang::En) else {
        panic!("{path} lies beneath the base")
    };
    let owner = Owner::new();
    let site = owner.with(|| {
        let visit = Visit::to(address);
        Site::new(
            collection,
            &ROOT,
            "https://example.org",
            Box::leak(Box::new(Outlines {
                whole: "/map.svg".to_owned(),
                small: "/map_small.svg".to_owned(),
            })),
            "",
            visit,
        )
    });
    // The signals of the site live as long as the page.
    std::mem::forget(owner);
    site
}

/// Mounts a view in a new element, with the site as context.
pub(crate) fn mount<V: IntoView + 'static>(
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
    let (Some(container), Some(body)) = (made, document.body()) else {
        panic!("a page has a body")
    };
    // The test runner has content of its own in the body.
    drop(body.append_child(&container));
    let view = move || {
        provide_context(site);
        view()
    };
    mount_to(container.clone(), view).forget();
    container
}

/// The first element that matches a selector.
pub(crate) fn find(container: &Element, selector: &str) -> HtmlElement {
    let found = container.query_selector(selector).ok().flatten();
    let found = found.and_then(|element| element.dyn_into().ok());
    found.unwrap_or_else(|| panic!("no {selector} in {:?}", container.text_content()))
}

/// The text of the first element that matches a selector, or an empty text.
pub(crate) fn text_of(container: &Element, selector: &str) -> String {
    let found = container.query_selector(selector).ok().flatten();
    found
        .and_then(|element| element.text_content())
        .unwrap_or_default()
}

/// The texts of all elements that match a selector.
pub(crate) fn texts_of(container: &Element, selector: &str) -> Vec<String> {
    let Ok(found) = container.query_selector_all(selector) else {
        panic!("{selector} is not a selector")
    };
    let nodes = (0..found.length()).filter_map(|number| found.item(number));
    nodes.filter_map(|node| node.text_content()).collect()
}

/// The number of elements that match a selector.
pub(crate) fn count_of(container: &Element, selector: &str) -> u32 {
    let found = container.query_selector_all(selector);
    found.map_or(0, |found| found.length())
}

/// An attribute of the first element that matches a selector.
pub(crate) fn attribute_of(container: &Element, selector: &str, name: &str) -> Option<String> {
    let found = container.query_selector(selector).ok().flatten();
    found.and_then(|element| element.get_attribute(name))
}

/// Dispatches an event.
pub(crate) fn fire(element: &Element, name: &str) {
    match Event::new(name) {
        Ok(event) => drop(element.dispatch_event(&event)),
        Err(error) => panic!("{error:?}"),
    }
}
