//! The app in a real browser, on the fixture catalogue, mounted into an empty page.

use super::App;
use crate::site::Site;
use crate::testing::{count_of, mount, site_at, text_of};
use leptos::prelude::*;
use leptos::task::tick;
use leptos::web_sys::HtmlElement;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

/// Mounts the app at an address. Returns its container.
fn mount_at(path: &str, query: &str) -> (Site, HtmlElement) {
    let site = site_at(path, query);
    (site, mount(site, move || view! { <App site /> }))
}

#[wasm_bindgen_test]
fn listing_shows_the_results_of_the_address() {
    let (_, container) = mount_at("/en/", "area=aerospace&level=regional&region=lombardia");
    assert_eq!(text_of(&container, "[role=status]"), "1 cluster");
    assert_eq!(count_of(&container, "main article"), 1);
    assert_eq!(
        text_of(&container, "main article h3 a"),
        "Lombardy Aerospace Cluster"
    );
    assert_eq!(count_of(&container, ".chip"), 3);
}

#[wasm_bindgen_test]
fn matches_are_highlighted_and_text_is_never_markup() {
    let (_, container) = mount_at("/en/", "q=%3Cimg+src%3Dx%3E+energy");
    assert_eq!(count_of(&container, "main img"), 0);
    let (_, container) = mount_at("/it/", "q=idrogeno");
    assert!(count_of(&container, "main mark") > 0);
}

#[wasm_bindgen_test]
async fn page_follows_the_address() {
    let (site, place) = mount_at("/en/", "");
    assert_eq!(text_of(&place, "[role=status]"), "36 clusters");
    let query = site.address_untracked().listing_query();
    site.set_query(query.toggled(catalogue::query::Facet::Area, "aerospace"));
    tick().await;
    assert_ne!(text_of(&place, "[role=status]"), "36 clusters");
    assert_eq!(text_of(&place, ".chip-facet"), "Subject area: ");
}

#[wasm_bindgen_test]
fn cluster_page_marks_unverified_facts() {
    let (_, container) = mount_at("/en/clusters/lombardia-aerospace-cluster/", "");
    assert_eq!(text_of(&container, "h1"), "Lombardy Aerospace Cluster");
    assert!(count_of(&container, ".unverified") > 0);
    assert!(count_of(&container, ".source-mark") > 0);
}
