//! Components of the listing: what is asked, and what is found.

use super::super::*;
use crate::site::Site;
use crate::testing::{attribute_of, count_of, find, fire, mounted, site_at, text_of, texts_of};
use catalogue::model::Lang;
use catalogue::query::Facet;
use leptos::prelude::*;
use leptos::task::tick;
use leptos::web_sys::{HtmlElement, HtmlInputElement};
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;

fn number(site: Site, id: &str) -> u32 {
    let number = site.collection.catalogue.clusters.number(id);
    match number.map(u32::try_from) {
        Some(Ok(number)) => number,
        _ => panic!("no cluster {id}"),
    }
}

fn card(query: &str, id: &'static str, lang: Lang) -> HtmlElement {
    let site = site_at("/en/", query);
    let number = number(site, id);
    mounted(site, move || view! { <ResultCard lang number /> })
}

#[wasm_bindgen_test]
fn a_card_shows_the_facts_that_are_known() {
    let place = card("", "lombardia-aerospace-cluster", Lang::En);
    assert_eq!(text_of(&place, "h3 a"), "Lombardy Aerospace Cluster");
    assert_eq!(text_of(&place, ".acronym"), "LAC");
    assert_eq!(
        texts_of(&place, ".card-facts li"),
        [
            "Regional",
            "Varese, Lombardy, Italy",
            "founded 2009",
            "101 members (June 2022)"
        ]
    );
    assert_eq!(texts_of(&place, ".tags a"), ["Aerospace"]);
    assert_eq!(count_of(&place, "mark, .card-reason"), 0);

    let place = card("", "invented-without-a-seat", Lang::En);
    assert_eq!(count_of(&place, ".acronym"), 0);
    assert_eq!(texts_of(&place, ".card-facts li"), ["National", "Italy"]);

    // Nobody knows when these were counted.
    let place = card("", "invented-with-a-long-name", Lang::It);
    let facts = texts_of(&place, ".card-facts li");
    assert!(
        facts.iter().any(|fact| fact.contains("senza data")),
        "{facts:?}"
    );
    assert_eq!(count_of(&place, ".tags a"), 4);
}

#[wasm_bindgen_test]
fn a_card_marks_matches_and_says_why_else_it_is_found() {
    let place = card("q=aerospace", "lombardia-aerospace-cluster", Lang::En);
    assert!(texts_of(&place, "mark").contains(&"Aerospace".to_owned()));
    assert_eq!(count_of(&place, ".card-reason"), 0);
    let place = card("q=rotorcraft", "lombardia-aerospace-cluster", Lang::En);
    let reason = text_of(&place, ".card-reason");
    assert!(
        reason.contains("Aerospace") && reason.ends_with("rotorcraft"),
        "{reason}"
    );
}

#[wasm_bindgen_test]
async fn the_table_has_a_row_for_each_cluster_and_tells_its_order() {
    let site = site_at("/en/", "sort=founded&view=table");
    let ids = ["le2c", "invented-without-a-seat"].map(|id| number(site, id));
    let clusters = RwSignal::new(ids.to_vec());
    let place = mounted(
        site,
        move || view! { <ResultTable lang=Lang::En clusters /> },
    );
    assert_eq!(count_of(&place, "tbody tr"), 2);
    assert_eq!(
        texts_of(&place, "tr:first-child .table-number"),
        ["2009", "140"]
    );
    assert_eq!(texts_of(&place, "tr:last-child .table-number"), ["", ""]);
    assert_eq!(texts_of(&place, "[aria-sort=ascending]"), ["Year founded"]);
    // The present order leads out of it.
    let href = attribute_of(&place, "[aria-sort=ascending] a", "href");
    assert_eq!(href.as_deref(), Some("/en/?view=table"));
    clusters.set(Vec::new());
    tick().await;
    assert_eq!(count_of(&place, "tbody tr"), 0);
}

#[wasm_bindgen_test]
async fn chips_name_what_is_chosen_and_take_it_away() {
    let place = mounted(site_at("/en/", ""), || view! { <Chips lang=Lang::En /> });
    assert_eq!(count_of(&place, ".chips"), 0);
    let site = site_at(
        "/en/",
        "q=smart+%22life+sciences%22+-food&area=energy&area=alchemy",
    );
    let place = mounted(site, || view! { <Chips lang=Lang::En /> });
    assert_eq!(
        texts_of(&place, ".chip"),
        [
            "Remove filter Subject area: alchemy (not in the catalogue)×",
            "Remove filter Subject area: Energy×",
            "Remove filter exactly: life sciences×",
            "Remove filter without: food×",
        ]
    );
    find(&place, "li:nth-child(2) .chip").click();
    tick().await;
    assert_eq!(count_of(&place, ".chip"), 3);
    find(&place, ".chips > button").click();
    tick().await;
    assert_eq!(count_of(&place, ".chips"), 0);
    assert_eq!(site.query_untracked().text.trim(), "smart");
}

#[wasm_bindgen_test]
async fn the_panel_ticks_what_is_chosen_and_unfolds_long_facets() {
    let site = site_at("/en/", "area=energy");
    let place = mounted(site, || view! { <FacetPanel lang=Lang::En /> });
    let ticked = |place: &HtmlElement| {
        let boxes = (0..count_of(place, "input[type=checkbox]")).filter_map(|at| {
            let boxes = place.query_selector_all("input[type=checkbox]").ok()?;
            boxes.item(at)?.dyn_into::<HtmlInputElement>().ok()
        });
        let ticked = boxes.filter(HtmlInputElement::checked);
        ticked.map(|ticked| ticked.value()).collect::<Vec<_>>()
    };
    assert_eq!(ticked(&place), ["energy"]);
    assert_eq!(text_of(&place, ".facet-panel-switch"), "Filters (1)");
    assert_eq!(
        attribute_of(&place, ".facet-panel-switch", "aria-expanded").as_deref(),
        Some("false")
    );

    let organisations = "[data-facet=organisation]";
    let values = format!("{organisations} li");
    assert_eq!(count_of(&place, &values), 8);
    find(&place, &format!("{organisations} button")).click();
    tick().await;
    let all = site.collection.values(Facet::Organisation).len();
    assert_eq!(count_of(&place, &values) as usize, all);
    let filter = find(&place, "#filter-organisation").dyn_into::<HtmlInputElement>();
    let Ok(filter) = filter else {
        panic!("a field to type in")
    };
    filter.set_value("university of brescia");
    fire(&filter, "input");
    tick().await;
    assert_eq!(count_of(&place, &values), 1);

    find(&place, "input[value=energy]").click();
    tick().await;
    assert_eq!(ticked(&place), Vec::<String>::new());
    assert_eq!(text_of(&place, ".facet-panel-switch"), "Filters");
}

#[wasm_bindgen_test]
async fn charts_are_drawn_when_they_are_unfolded() {
    let site = site_at("/en/", "level=regional");
    let place = mounted(site, || view! { <Charts lang=Lang::En /> });
    assert_eq!(count_of(&place, ".chart"), 0);
    find(&place, ".charts-switch").click();
    tick().await;
    assert_eq!(
        texts_of(&place, ".chart caption"),
        ["Subject area", "Region", "Year founded"]
    );
    // More values than bars: the others are counted.
    assert_eq!(count_of(&place, "tr:has([id^=chart-area])"), 12);
    assert_eq!(count_of(&place, "td[colspan]"), 2);
    find(&place, "#chart-area-energy").click();
    assert_eq!(site.query_untracked().chosen(Facet::Area), ["energy"]);

    let site = site_at("/en/", "area=energy");
    site.view_state().charts_open.1.set(true);
    let place = mounted(site, || view! { <Charts lang=Lang::En /> });
    assert_eq!(texts_of(&place, "[aria-pressed=true]"), ["Energy"]);
}

#[wasm_bindgen_test]
fn where_nothing_is_found_there_are_ways_on() {
    let place = mounted(site_at("/en/", "q=hydrogen&area=tourism"), || {
        view! { <NoResults lang=Lang::En /> }
    });
    assert!(count_of(&place, "li a") > 1);
    assert_eq!(
        texts_of(&place, "li").len(),
        texts_of(&place, "li .hint").len()
    );
    assert_eq!(
        attribute_of(&place, "p > a", "href").as_deref(),
        Some("/en/")
    );
}

#[wasm_bindgen_test]
async fn the_search_box_tells_each_letter_and_when_one_is_done() {
    let text = RwSignal::new("energy".to_owned());
    let submitted = RwSignal::new(0);
    let place = super::alone(move || {
        let on_input = Callback::new(move |typed| text.set(typed));
        let on_submit = Callback::new(move |()| submitted.update(|times| *times += 1));
        view! { <SearchBox lang=Lang::En text on_input on_submit /> }
    });
    tick().await;
    let Ok(field) = find(&place, "[role=searchbox]").dyn_into::<HtmlInputElement>() else {
        panic!("a field to type in")
    };
    assert_eq!(field.value(), "energy");
    field.set_value("energy l");
    fire(&field, "input");
    assert_eq!(text.get_untracked(), "energy l");
    text.set(String::new());
    tick().await;
    assert_eq!(field.value(), "");
    find(&place, "button[type=submit]").click();
    assert_eq!(submitted.get_untracked(), 1);
    // Without the program it is a form.
    assert_eq!(
        attribute_of(&place, "form", "action").as_deref(),
        Some("/en/")
    );
}

#[wasm_bindgen_test]
async fn sharing_has_the_link_a_code_for_pages_and_citations() {
    let place = mounted(
        site_at("/en/clusters/le2c/", ""),
        || view! { <Share lang=Lang::En /> },
    );
    tick().await;
    let Ok(field) = find(&place, "#permalink").dyn_into::<HtmlInputElement>() else {
        panic!("a field with the link")
    };
    assert_eq!(field.value(), "https://example.org/en/clusters/le2c/");
    assert_eq!(count_of(&place, "img[loading=lazy]"), 1);
    assert_eq!(count_of(&place, "pre"), 3);
    assert!(text_of(&place, "pre").contains("Lombardy Energy Cleantech Cluster"));
    let place = mounted(
        site_at("/en/", "q=energy"),
        || view! { <Share lang=Lang::En /> },
    );
    assert_eq!(count_of(&place, "img"), 0);
}
