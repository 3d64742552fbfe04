//! The app in a real browser, on the fixture catalogue, mounted into an empty page.

use super::App;
use crate::site::{Site, Visit};
use catalogue::browse::Collection;
use catalogue::model::{Catalogue, Lang};
use catalogue::query::{Address, BasePath};
use leptos::mount::mount_to;
use leptos::prelude::*;
use leptos::task::tick;
use leptos::web_sys::{Element, HtmlElement};
use wasm_bindgen::JsCast;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

const DATA: &str = include_str!("../../tests/fixture/catalogue.json");

/// Mounts the app at an address. Returns its container.
fn shown(path: &str, query: &str) -> (Site, HtmlElement) {
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
    // The test runner has content of its own in the body.
    drop(body.append_child(&place));
    let Ok(catalogue) = Catalogue::from_json(DATA) else {
        panic!("the fixture is a catalogue")
    };
    let collection: &'static Collection = Box::leak(Box::new(Collection::new(catalogue)));
    let base: &'static BasePath = Box::leak(Box::new(BasePath::root()));
    let address = Address::parse(base, path, query, Lang::En);
    let Some(address) = address else {
        panic!("{path} lies beneath the base")
    };
    let owner = Owner::new();
    let site = owner.with(|| {
        let visit = Visit::to(address);
        Site::new(collection, base, "https://example.org", "", visit)
    });
    std::mem::forget(owner);
    mount_to(place.clone(), move || view! { <App site /> }).forget();
    (site, place)
}

fn text_of(place: &Element, selector: &str) -> String {
    let found = place.query_selector(selector).ok().flatten();
    found
        .and_then(|element| element.text_content())
        .unwrap_or_default()
}

fn count_of(place: &Element, selector: &str) -> u32 {
    let found = place.query_selector_all(selector);
    found.map_or(0, |found| found.length())
}

#[wasm_bindgen_test]
fn a_listing_shows_what_was_asked_for() {
    let (_, place) = shown("/en/", "area=aerospace&level=regional&region=lombardia");
    assert_eq!(text_of(&place, "[role=status]"), "1 cluster");
    assert_eq!(count_of(&place, "main article"), 1);
    assert_eq!(
        text_of(&place, "main article h3 a"),
        "Lombardy Aerospace Cluster"
    );
    assert_eq!(count_of(&place, ".chip"), 3);
}

#[wasm_bindgen_test]
fn matches_are_marked_and_data_is_never_markup() {
    let (_, place) = shown("/en/", "q=%3Cimg+src%3Dx%3E+energy");
    assert_eq!(count_of(&place, "main img"), 0);
    let (_, place) = shown("/it/", "q=idrogeno");
    assert!(count_of(&place, "main mark") > 0);
}

#[wasm_bindgen_test]
async fn the_page_follows_the_address() {
    let (site, place) = shown("/en/", "");
    assert_eq!(text_of(&place, "[role=status]"), "36 clusters");
    let query = site.address_untracked().listing_query();
    site.set_query(query.toggled(catalogue::query::Facet::Area, "aerospace"));
    tick().await;
    assert_ne!(text_of(&place, "[role=status]"), "36 clusters");
    assert_eq!(text_of(&place, ".chip-facet"), "Subject area: ");
}

#[wasm_bindgen_test]
fn a_cluster_page_marks_what_is_unverified() {
    let (_, place) = shown("/en/clusters/lombardia-aerospace-cluster/", "");
    assert_eq!(text_of(&place, "h1"), "Lombardy Aerospace Cluster");
    assert!(count_of(&place, ".unverified") > 0);
    assert!(count_of(&place, ".source-mark") > 0);
}
