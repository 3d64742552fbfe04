//! Components that do not depend on the catalogue, and the frame around pages.

use super::super::*;
use super::mount_alone;
use crate::testing::{
    DATA, attribute_of, collection, count_of, find, fire, mount, site_at, site_of, text_of,
    texts_of,
};
use catalogue::map::Point;
use catalogue::model::Lang;
use catalogue::search::SearchText;
use leptos::prelude::*;
use leptos::task::tick;
use leptos::web_sys::HtmlSelectElement;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
async fn choice_list_shows_the_value_and_reports_changes() {
    let chosen = RwSignal::new("b".to_owned());
    let container = mount_alone(move || {
        let choose = Callback::new(move |value| chosen.set(value));
        view! { <ChoiceList label="Letter" options=vec![("a", "A"), ("b", "B")] chosen choose /> }
    });
    tick().await;
    let Ok(select) = find(&container, "select").dyn_into::<HtmlSelectElement>() else {
        panic!("a list to choose from")
    };
    assert_eq!(select.value(), "b");
    assert_eq!(texts_of(&container, "option"), ["A", "B"]);
    assert!(text_of(&container, "label").starts_with("Letter "));
    select.set_value("a");
    fire(&select, "change");
    assert_eq!(chosen.get_untracked(), "a");
    chosen.set("b".to_owned());
    tick().await;
    assert_eq!(select.value(), "b");
}

#[wasm_bindgen_test]
fn data_table_has_a_heading_per_column() {
    let container = mount_alone(|| {
        view! {
            <DataTable class="numbers" headings=vec!["One", "Two", "Three"]>
                <tr>
                    <td>{"1"}</td>
                </tr>
            </DataTable>
        }
    });
    assert_eq!(
        texts_of(&container, "table.numbers thead th[scope=col]"),
        ["One", "Two", "Three"]
    );
    assert_eq!(texts_of(&container, "tbody td"), ["1"]);
}

/// Leptos alone leaves some of these out of order: see `keeps_order` in `list.rs`.
#[wasm_bindgen_test]
async fn list_shows_its_items_in_order_after_any_change() {
    let items = RwSignal::new(vec![4, 7, 2, 1, 6]);
    let container = mount_alone(move || {
        view! { <ul><List each=move || items.get() key=|item| *item let:item><li>{item}</li></List></ul> }
    });
    let mut seed = 1_u32;
    let mut below = |limit: u32| {
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (seed >> 16) % limit
    };
    let mut next = vec![6, 1, 2];
    for _ in 0..5_000 {
        items.set(next.clone());
        tick().await;
        let expected: Vec<String> = next.iter().map(ToString::to_string).collect();
        assert_eq!(texts_of(&container, "li"), expected);
        let mut rest: Vec<u32> = (0..3 + below(8)).collect();
        next.clear();
        for _ in 0..below(9).min(u32::try_from(rest.len()).unwrap_or(0)) {
            let at = below(11) as usize % rest.len();
            next.push(rest.swap_remove(at));
        }
    }
}

#[wasm_bindgen_test]
async fn list_keeps_the_elements_of_remaining_items() {
    let items = RwSignal::new(vec![1, 2, 3]);
    let container = mount_alone(move || {
        view! {
            <ul>
                <List each=move || items.get() key=|item| *item let:item>
                    <li>{item.to_string()}</li>
                </List>
            </ul>
        }
    });
    assert_eq!(texts_of(&container, "li"), ["1", "2", "3"]);
    let second = find(&container, "li:nth-child(2)");
    items.set(vec![4, 3, 2]);
    tick().await;
    assert_eq!(texts_of(&container, "li"), ["4", "3", "2"]);
    assert!(second.is_same_node(Some(&find(&container, "li:nth-child(3)"))));
    items.set(Vec::new());
    tick().await;
    assert_eq!(count_of(&container, "li"), 0);
}

#[wasm_bindgen_test]
fn map_links_each_point_and_is_empty_without_points() {
    let point = |x, count, name: &str| MapPoint {
        at: Point { x, y: 0 },
        count,
        name: name.to_owned(),
        href: format!("/en/?city={x}"),
    };
    let points = vec![point(0, 1, "One"), point(500, 7, "Seven")];
    let container = mount_alone(move || view! { <Map label="Cities" points min_size=100 /> });
    assert_eq!(
        attribute_of(&container, "a:has(text)", "href").as_deref(),
        Some("/en/?city=500")
    );
    assert_eq!(texts_of(&container, "title"), ["One", "Seven"]);
    // The smallest points have no number.
    assert_eq!(texts_of(&container, "text"), ["7"]);
    let outlines = attribute_of(&container, "use.land", "href");
    assert_eq!(outlines.as_deref(), Some("/map_small.svg#land"));
    let container = mount_alone(|| view! { <Map label="Cities" points=Vec::new() min_size=100 /> });
    assert_eq!(count_of(&container, "svg"), 0);
}

#[wasm_bindgen_test]
async fn matches_are_highlighted_if_a_search_is_provided() {
    let container = mount_alone(|| view! { <p><Marked text="Green energy" /></p> });
    assert_eq!(count_of(&container, "mark"), 0);
    let text = RwSignal::new("energy".to_owned());
    let container = mount_alone(move || {
        provide_context(MarkedSearch(Memo::new(move |_| {
            SearchText::parse(&text.get())
        })));
        view! { <p><Marked text="Green energy" /></p> }
    });
    assert_eq!(texts_of(&container, "mark"), ["energy"]);
    text.set("green".to_owned());
    tick().await;
    assert_eq!(texts_of(&container, "mark"), ["Green"]);
    assert_eq!(text_of(&container, "p"), "Green energy");
}

#[wasm_bindgen_test]
fn matrix_shows_each_tie_twice_but_is_focusable_once() {
    let tie = || {
        Some(MatrixTie {
            strength: 3,
            name: "One – Two".to_owned(),
            href: "#tie".to_owned(),
        })
    };
    let container = mount_alone(move || {
        let labels = ["One", "Two"].map(IntoAny::into_any).into_iter().collect();
        let ties = vec![vec![None, tie()], vec![tie(), None]];
        let columns = vec!["One", "Two"];
        view! { <Matrix label="Ties" labels columns ties strongest=6 /> }
    });
    assert_eq!(texts_of(&container, "tbody th"), ["One", "Two"]);
    assert_eq!(texts_of(&container, "thead th"), ["One", "Two"]);
    assert_eq!(texts_of(&container, "tbody td"), ["", "3", "3", ""]);
    assert_eq!(count_of(&container, "td a[tabindex='-1']"), 1);
    // Half of the maximum strength is the second of four shades.
    assert_eq!(count_of(&container, "td[data-shade='2']"), 2);
}

#[wasm_bindgen_test]
async fn header_marks_current_page_and_language() {
    let site = site_at("/en/network/", "area=energy");
    let container = mount(site, || view! { <Header lang=Lang::En /> });
    assert_eq!(texts_of(&container, "[aria-current=page]"), ["Network"]);
    assert_eq!(texts_of(&container, "[aria-current=true]"), ["English"]);
    let italian = attribute_of(&container, "#language-it", "href");
    assert_eq!(italian.as_deref(), Some("/it/network/?area=energy"));
}

#[wasm_bindgen_test]
fn skipped_records_are_counted() {
    let container = mount_alone(|| view! { <SkippedRecords lang=Lang::En /> });
    assert_eq!(count_of(&container, ".notice"), 0);
    let broken = DATA.replacen("\"level\": \"regional\"", "\"level\": \"municipal\"", 1);
    let collection = Box::leak(Box::new(collection(&broken)));
    let site = site_of(collection, "/en/", "");
    let container = mount(site, || view! { <SkippedRecords lang=Lang::En /> });
    assert!(text_of(&container, ".notice").contains('1'));
}

#[wasm_bindgen_test]
fn date_and_licence_of_the_data_are_shown() {
    let container = mount_alone(|| {
        view! {
            <LastUpdated lang=Lang::It />
            <DataLicence lang=Lang::It />
        }
    });
    assert_eq!(
        text_of(&container, "time[datetime='2026-11-23']"),
        "23 novembre 2026"
    );
    assert_eq!(text_of(&container, "a[rel~=license]"), "CC BY 4.0");
}
