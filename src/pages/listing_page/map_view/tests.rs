use super::*;
use crate::testing::{attribute_of, count_of, mount, site_at, text_of, texts_of};
use leptos::task::tick;
use leptos::web_sys::{Element, Event};
use wasm_bindgen_test::wasm_bindgen_test;

fn map_of(query: &str) -> leptos::web_sys::HtmlElement {
    mount(
        site_at("/en/", query),
        || view! { <MapView lang=Lang::En /> },
    )
}

/// Clicks on an element, of HTML or SVG.
async fn click(container: &Element, selector: &str) {
    let found = container.query_selector(selector).ok().flatten();
    let (Some(element), Ok(event)) = (found, Event::new("click")) else {
        panic!("no {selector}")
    };
    drop(element.dispatch_event(&event));
    tick().await;
}

async fn zoom_in(container: &Element, times: u32) {
    for _ in 0..times {
        click(container, ".map-tools button").await;
    }
}

#[wasm_bindgen_test]
fn areas_are_shaded_at_first() {
    let container = map_of("view=map&country=IT");
    let name = attribute_of(&container, "#map-lombardia", "aria-label");
    assert_eq!(name.as_deref(), Some("Lombardy: 10 clusters"));
    let outline = attribute_of(&container, "#map-lombardia use", "href");
    assert_eq!(outline.as_deref(), Some("/map.svg#lombardia"));
    assert_eq!(count_of(&container, ".map-marks > *"), 0);
    let classes = texts_of(&container, ".map-shades li");
    assert_eq!(classes.first().map(String::as_str), Some("0"));
    assert_eq!(classes.last().map(String::as_str), Some("5–10"));
    assert_eq!(count_of(&container, ".map-chosen li"), 0);
}

#[wasm_bindgen_test]
async fn cities_are_marked_from_nearby() {
    let container = map_of("view=map&region=lombardia");
    zoom_in(&container, 2).await;
    assert_eq!(count_of(&container, ".map-area"), 0);
    let cities = texts_of(&container, ".map-city");
    assert!(cities.contains(&"Brescia".to_owned()), "{cities:?}");
    assert_eq!(count_of(&container, ".map-shades"), 0);
    // Of Milan's clusters some have a verified seat, of Varese's none.
    assert_eq!(
        count_of(&container, ".unverified-seats[aria-label^='Varese:']"),
        1
    );
    assert_eq!(
        count_of(&container, ".unverified-seats[aria-label^='Milan:']"),
        0
    );
    assert_eq!(count_of(&container, "[aria-label^='Milan:']"), 1);
}

#[wasm_bindgen_test]
async fn chosen_area_lists_its_clusters_until_it_is_closed() {
    let container = map_of("view=map&country=IT");
    click(&container, "#map-lombardia").await;
    assert_eq!(text_of(&container, "#map-choice"), "Lombardy: 10 clusters");
    assert_eq!(count_of(&container, ".map-chosen li"), 10);
    let pressed = attribute_of(&container, "[aria-pressed=true]", "id");
    assert_eq!(pressed.as_deref(), Some("map-lombardia"));
    let results = attribute_of(&container, ".map-chosen p a", "href");
    assert_eq!(results.as_deref(), Some("/en/?country=IT&region=lombardia"));
    click(&container, ".map-chosen button").await;
    assert_eq!(
        count_of(&container, ".map-chosen li, [aria-pressed=true]"),
        0
    );
}

#[wasm_bindgen_test]
fn listing_without_places_has_no_map() {
    let container = map_of("view=map&q=invented-without-a-seat&level=national");
    assert_eq!(count_of(&container, "svg"), 0);
    assert_eq!(count_of(&container, ".plain-list li"), 1);
}
