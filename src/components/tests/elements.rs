//! Components that know nothing of the catalogue, and the frame around pages.

use super::super::*;
use super::alone;
use crate::testing::{
    DATA, attribute_of, collection, count_of, find, fire, mounted, site_at, site_of, text_of,
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
async fn a_choice_list_shows_what_is_chosen_and_tells_of_another_choice() {
    let chosen = RwSignal::new("b".to_owned());
    let place = alone(move || {
        let choose = Callback::new(move |value| chosen.set(value));
        view! { <ChoiceList label="Letter" options=vec![("a", "A"), ("b", "B")] chosen choose /> }
    });
    tick().await;
    let Ok(select) = find(&place, "select").dyn_into::<HtmlSelectElement>() else {
        panic!("a list to choose from")
    };
    assert_eq!(select.value(), "b");
    assert_eq!(texts_of(&place, "option"), ["A", "B"]);
    assert!(text_of(&place, "label").starts_with("Letter "));
    select.set_value("a");
    fire(&select, "change");
    assert_eq!(chosen.get_untracked(), "a");
    chosen.set("b".to_owned());
    tick().await;
    assert_eq!(select.value(), "b");
}

#[wasm_bindgen_test]
fn a_data_table_has_a_heading_for_each_column() {
    let place = alone(|| {
        view! {
            <DataTable class="numbers" headings=["One", "Two", "Three"]>
                <tr>
                    <td>{"1"}</td>
                </tr>
            </DataTable>
        }
    });
    assert_eq!(
        texts_of(&place, "table.numbers thead th[scope=col]"),
        ["One", "Two", "Three"]
    );
    assert_eq!(texts_of(&place, "tbody td"), ["1"]);
}

#[wasm_bindgen_test]
async fn a_list_keeps_the_elements_of_the_items_that_stay() {
    let items = RwSignal::new(vec![1, 2, 3]);
    let place = alone(move || {
        view! {
            <ul>
                <List each=move || items.get() key=|item| *item let:item>
                    <li>{item.to_string()}</li>
                </List>
            </ul>
        }
    });
    assert_eq!(texts_of(&place, "li"), ["1", "2", "3"]);
    let second = find(&place, "li:nth-child(2)");
    items.set(vec![4, 3, 2]);
    tick().await;
    assert_eq!(texts_of(&place, "li"), ["4", "3", "2"]);
    assert!(second.is_same_node(Some(&find(&place, "li:nth-child(3)"))));
    items.set(Vec::new());
    tick().await;
    assert_eq!(count_of(&place, "li"), 0);
}

#[wasm_bindgen_test]
fn a_map_has_a_link_for_each_point_and_is_nothing_without_points() {
    let point = |x, count, name: &str| MapPoint {
        at: Point { x, y: 0 },
        count,
        name: name.to_owned(),
        href: format!("/en/?city={x}"),
    };
    let points = vec![point(0, 1, "One"), point(500, 7, "Seven")];
    let place = alone(move || view! { <Map label="Cities" points min_width=100 /> });
    assert_eq!(
        attribute_of(&place, "a:has(text)", "href").as_deref(),
        Some("/en/?city=500")
    );
    assert_eq!(texts_of(&place, "title"), ["One", "Seven"]);
    // The smallest need no number.
    assert_eq!(texts_of(&place, "text"), ["7"]);
    let outlines = attribute_of(&place, "use.land", "href");
    assert_eq!(outlines.as_deref(), Some("/map.svg#land"));
    let place = alone(|| view! { <Map label="Cities" points=Vec::new() min_width=100 /> });
    assert_eq!(count_of(&place, "svg"), 0);
}

#[wasm_bindgen_test]
async fn matches_are_marked_where_a_search_is_given() {
    let place = alone(|| view! { <p><Marked text="Green energy" /></p> });
    assert_eq!(count_of(&place, "mark"), 0);
    let text = RwSignal::new("energy".to_owned());
    let place = alone(move || {
        provide_context(MarkedSearch(Memo::new(move |_| {
            SearchText::parse(&text.get())
        })));
        view! { <p><Marked text="Green energy" /></p> }
    });
    assert_eq!(texts_of(&place, "mark"), ["energy"]);
    text.set("green".to_owned());
    tick().await;
    assert_eq!(texts_of(&place, "mark"), ["Green"]);
    assert_eq!(text_of(&place, "p"), "Green energy");
}

#[wasm_bindgen_test]
fn a_matrix_has_each_tie_twice_and_the_keyboard_reaches_it_once() {
    let tie = || {
        Some(MatrixTie {
            strength: 3,
            name: "One – Two".to_owned(),
            href: "#tie".to_owned(),
        })
    };
    let place = alone(move || {
        let labels = ["One", "Two"].map(IntoAny::into_any).into_iter().collect();
        let ties = vec![vec![None, tie()], vec![tie(), None]];
        view! { <Matrix label="Ties" labels ties strongest=6 /> }
    });
    assert_eq!(texts_of(&place, "tbody th"), ["1. One", "2. Two"]);
    assert_eq!(texts_of(&place, "tbody td"), ["", "3", "3", ""]);
    assert_eq!(count_of(&place, "td a[tabindex='-1']"), 1);
    // Half as strong as the strongest is the second of four shades.
    assert_eq!(count_of(&place, "td[data-shade='2']"), 2);
}

#[wasm_bindgen_test]
async fn the_header_marks_the_page_and_the_language() {
    let site = site_at("/en/network/", "area=energy");
    let place = mounted(site, || view! { <Header lang=Lang::En /> });
    assert_eq!(texts_of(&place, "[aria-current=page]"), ["Network"]);
    assert_eq!(texts_of(&place, "[aria-current=true]"), ["English"]);
    let italian = attribute_of(&place, "#language-it", "href");
    assert_eq!(italian.as_deref(), Some("/it/network/?area=energy"));
}

#[wasm_bindgen_test]
fn skipped_records_are_counted() {
    let place = alone(|| view! { <SkippedRecords lang=Lang::En /> });
    assert_eq!(count_of(&place, ".notice"), 0);
    let broken = DATA.replacen("\"level\": \"regional\"", "\"level\": \"municipal\"", 1);
    let collection = Box::leak(Box::new(collection(&broken)));
    let site = site_of(collection, "/en/", "");
    let place = mounted(site, || view! { <SkippedRecords lang=Lang::En /> });
    assert!(text_of(&place, ".notice").contains('1'));
}

#[wasm_bindgen_test]
fn the_data_has_a_date_and_a_licence() {
    let place = alone(|| {
        view! {
            <LastUpdated lang=Lang::It />
            <DataLicence lang=Lang::It />
        }
    });
    assert_eq!(
        text_of(&place, "time[datetime='2026-11-23']"),
        "23 novembre 2026"
    );
    assert_eq!(text_of(&place, "a[rel~=license]"), "CC BY 4.0");
}
