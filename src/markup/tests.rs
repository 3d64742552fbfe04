//! Markup in a real browser: what is taken over, and what is changed.

use super::{El, Markup, el, fragment, live, live_when, mount, text};
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Element, Node};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

fn place() -> Element {
    let document = leptos::web_sys::window().and_then(|window| window.document());
    let place = document.and_then(|document| document.create_element("div").ok());
    let Some(place) = place else {
        panic!("a browser makes elements")
    };
    place
}

fn found(place: &Element, selector: &str) -> Element {
    let Ok(Some(found)) = place.query_selector(selector) else {
        panic!("{selector} is there: {:?}", place.text_content())
    };
    found
}

fn is_same(one: &Element, other: &Element) -> bool {
    one.is_same_node(Some(other.unchecked_ref::<Node>()))
}

/// A page as a file has it: what is live is text there.
fn page(title: &str, items: &[&str]) -> El {
    let items = items.iter().map(|item| el("li").text((*item).to_owned()));
    let list = fragment(items);
    let title = title.to_owned();
    let mut list = Some(list);
    el("main")
        .child(el("h1").text("On ").live(move || text(title.clone())))
        .text("Found: ")
        .live(move || list.take().unwrap_or_default())
        .child(el("input").attr("value", "typed").attr("id", "search"))
}

/// Mounts a page, and then another over what stands there, as over a file.
fn mounted_over(first: El, second: impl FnOnce() -> Markup) -> (Element, Vec<Element>) {
    let file = place();
    mount(&file, move || first.done());
    // What was live in it stands still in a copy, and two texts side by side are one.
    let Ok(copy) = file.clone_node_with_deep(true) else {
        panic!("a browser copies elements")
    };
    copy.normalize();
    let place: Element = copy.unchecked_into();
    let stood = ["main", "h1", "input"].map(|selector| found(&place, selector));
    mount(&place, second);
    (place, stood.into())
}

#[wasm_bindgen_test]
fn what_stands_there_already_is_taken_over() {
    let items = ["hydrogen", "wind"];
    let (place, stood) = mounted_over(page("energy", &items), || page("energy", &items).done());
    for (element, selector) in stood.iter().zip(["main", "h1", "input"]) {
        assert!(
            is_same(element, &found(&place, selector)),
            "{selector} is kept"
        );
    }
    assert_eq!(
        place.text_content().as_deref(),
        Some("On energyFound: hydrogenwind")
    );
}

#[wasm_bindgen_test]
fn what_differs_from_what_stands_there_is_changed() {
    let (place, stood) = mounted_over(page("energy", &["hydrogen", "wind", "sun"]), || {
        page("water", &["hydrogen"]).attr("class", "page").done()
    });
    assert!(
        !is_same(&stood[0], &found(&place, "main")),
        "it has a class more"
    );
    assert_eq!(
        place.text_content().as_deref(),
        Some("On waterFound: hydrogen")
    );
    assert_eq!(found(&place, "main").class_name(), "page");

    let (place, stood) = mounted_over(page("energy", &[]), || {
        page("water", &["sea", "tide"]).done()
    });
    assert!(is_same(&stood[1], &found(&place, "h1")));
    assert_eq!(
        place.text_content().as_deref(),
        Some("On waterFound: seatide")
    );
}

/// A list of which the first item is shown at once and the others when their time has come.
fn list_in_two(rest: &'static [&'static str], is_due: RwSignal<bool>) -> El {
    let item = |text: &'static str| el("li").text(text);
    let rest = live_when(move || {
        let rest = rest.iter().copied().map(item);
        is_due.get().then(|| fragment(rest))
    });
    el("ul").child(item("first")).child(rest)
}

#[wasm_bindgen_test]
async fn what_is_not_due_stays_as_it_stands_and_is_taken_over_later() {
    let due = RwSignal::new(true);
    for (wanted, shown) in [
        (&["second", "third"][..], "firstsecondthird"),
        (&["second"], "firstsecond"),
        (&["second", "third", "fourth"], "firstsecondthirdfourth"),
    ] {
        let is_due = RwSignal::new(false);
        let file = list_in_two(&["second", "third"], due);
        let (place, _) = mounted_over(
            el("main").child(el("h1")).child(el("input")).child(file),
            move || {
                let list = list_in_two(wanted, is_due);
                let page = el("main").child(el("h1")).child(el("input"));
                page.child(list).done()
            },
        );
        let second = found(&place, "li + li");
        assert_eq!(place.text_content().as_deref(), Some("firstsecondthird"));
        is_due.set(true);
        crate::browser::rendered().await;
        assert_eq!(place.text_content().as_deref(), Some(shown));
        assert!(is_same(&second, &found(&place, "li + li")));
        is_due.set(false);
        crate::browser::rendered().await;
        assert_eq!(place.text_content().as_deref(), Some(shown));
    }
}

#[wasm_bindgen_test]
async fn what_was_not_due_gives_way_to_another_list() {
    let (due, is_due) = (RwSignal::new(true), RwSignal::new(false));
    let other = RwSignal::new(false);
    let file = list_in_two(&["second", "third"], due);
    let page = || el("main").child(el("h1")).child(el("input"));
    let (place, _) = mounted_over(page().child(file), move || {
        let list = live(move || {
            let rest: &[&str] = if other.get() {
                &["next"]
            } else {
                &["second", "third"]
            };
            list_in_two(rest, is_due)
        });
        page().child(list).done()
    });
    other.set(true);
    crate::browser::rendered().await;
    is_due.set(true);
    crate::browser::rendered().await;
    assert_eq!(place.text_content().as_deref(), Some("firstnext"));
    other.set(false);
    crate::browser::rendered().await;
    assert_eq!(place.text_content().as_deref(), Some("firstsecondthird"));
}

#[wasm_bindgen_test]
async fn a_change_touches_only_what_differs() {
    let place = place();
    let count = RwSignal::new(1_usize);
    mount(&place, move || {
        let list = live(move || {
            let numbers = 0..count.get();
            fragment(
                numbers.map(|number| el("li").key(number.to_string()).text(number.to_string())),
            )
        });
        fragment([el("ul").child(list).done(), el("p").text("end").done()])
    });
    let first = found(&place, "li");
    count.set(3);
    crate::browser::rendered().await;
    assert_eq!(place.text_content().as_deref(), Some("012end"));
    assert!(is_same(&first, &found(&place, "li")));
    count.set(0);
    crate::browser::rendered().await;
    assert_eq!(place.text_content().as_deref(), Some("end"));
    count.set(2);
    crate::browser::rendered().await;
    assert_eq!(place.text_content().as_deref(), Some("01end"));
    assert!(!is_same(&first, &found(&place, "li")), "it was built anew");
}

#[wasm_bindgen_test]
async fn an_element_with_another_key_is_built_anew() {
    let place = place();
    let shown = RwSignal::new("a");
    mount(&place, move || {
        live(move || el("details").key(shown.get()).text(shown.get()))
    });
    let first = found(&place, "details");
    drop(first.set_attribute("open", ""));
    shown.set("b");
    crate::browser::rendered().await;
    assert!(!found(&place, "details").has_attribute("open"));
    assert_eq!(place.text_content().as_deref(), Some("b"));
}

#[wasm_bindgen_test]
async fn a_handler_gives_way_to_the_newer_one() {
    let place = place();
    let (round, heard) = (RwSignal::new(1), RwSignal::new(0));
    mount(&place, move || {
        live(move || {
            let now = round.get();
            el("button").on("click", move |_| heard.set(now))
        })
    });
    let button: leptos::web_sys::HtmlElement = found(&place, "button").unchecked_into();
    button.click();
    assert_eq!(heard.get_untracked(), 1);
    round.set(2);
    crate::browser::rendered().await;
    button.click();
    assert_eq!(
        heard.get_untracked(),
        2,
        "the button is the same, and acts for the new round"
    );
}

#[wasm_bindgen_test]
async fn what_has_ended_is_forgotten_by_what_it_has_read() {
    let place = place();
    let (round, lasting) = (RwSignal::new(0), RwSignal::new(0));
    mount(&place, move || {
        live(move || {
            let key = round.get().to_string();
            let item = || el("li").key(key.clone());
            fragment((0..500).map(|_| item().live(move || text(lasting.get().to_string()))))
        })
    });
    let mut pages = Vec::new();
    for now in 1..50 {
        round.set(now);
        crate::browser::rendered().await;
        pages.push(core::arch::wasm32::memory_size::<0>());
    }
    // So much is taken by the first rounds, and used again by the others.
    assert_eq!(pages.get(15), pages.last(), "{pages:?}");
}
