//! Components of the listing: query and results.

use super::super::*;
use crate::site::Site;
use crate::testing::{attribute_of, count_of, find, fire, mount, site_at, text_of, texts_of};
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
    mount(site, move || view! { <ResultCard lang number /> })
}

#[wasm_bindgen_test]
fn card_shows_known_facts() {
    let container = card("", "lombardia-aerospace-cluster", Lang::En);
    assert_eq!(text_of(&container, "h3 a"), "Lombardy Aerospace Cluster");
    assert_eq!(text_of(&container, ".acronym"), "LAC");
    assert_eq!(
        texts_of(&container, ".card-facts li"),
        [
            "Regional",
            "Varese, Lombardy, Italy",
            "founded 2009",
            "101 members (June 2022)"
        ]
    );
    assert_eq!(texts_of(&container, ".tags a"), ["Aerospace"]);
    assert_eq!(count_of(&container, "mark, .card-reason"), 0);

    let container = card("", "invented-without-a-seat", Lang::En);
    assert_eq!(count_of(&container, ".acronym"), 0);
    assert_eq!(
        texts_of(&container, ".card-facts li"),
        [
            "National",
            "Italy",
            "No longer active (last known activity: about 2014)"
        ]
    );

    let container = card("", "cat-al", Lang::It);
    let facts = texts_of(&container, ".card-facts li");
    assert!(
        facts.contains(&"oltre 70 organizzazioni (2018 circa)".to_owned()),
        "{facts:?}"
    );

    // The date of this count is unknown.
    let container = card("", "invented-with-a-long-name", Lang::It);
    let facts = texts_of(&container, ".card-facts li");
    assert!(
        facts.iter().any(|fact| fact.contains("senza data")),
        "{facts:?}"
    );
    assert_eq!(count_of(&container, ".tags a"), 4);
}

#[wasm_bindgen_test]
fn card_highlights_matches_and_shows_other_reasons() {
    let container = card("q=aerospace", "lombardia-aerospace-cluster", Lang::En);
    assert!(texts_of(&container, "mark").contains(&"Aerospace".to_owned()));
    assert_eq!(count_of(&container, ".card-reason"), 0);
    let container = card("q=rotorcraft", "lombardia-aerospace-cluster", Lang::En);
    let reason = text_of(&container, ".card-reason");
    assert!(
        reason.contains("Aerospace") && reason.ends_with("rotorcraft"),
        "{reason}"
    );
}

#[wasm_bindgen_test]
async fn table_has_a_row_per_cluster_and_marks_its_order() {
    let site = site_at("/en/", "sort=founded&view=table");
    let ids = ["le2c", "invented-without-a-seat"].map(|id| number(site, id));
    let clusters = RwSignal::new(ids.to_vec());
    let container = mount(
        site,
        move || view! { <ResultTable lang=Lang::En clusters /> },
    );
    assert_eq!(count_of(&container, "tbody tr"), 2);
    assert_eq!(
        texts_of(&container, "tr:first-child .table-number"),
        ["2009", "140 about 2023"]
    );
    assert_eq!(
        texts_of(&container, "tr:last-child .table-number"),
        ["Unknown", "Unknown"]
    );
    assert_eq!(
        texts_of(&container, "[aria-sort=ascending]"),
        ["Year founded"]
    );
    let ids = ["cat-al", "medicon-valley-alliance"].map(|id| number(site, id));
    clusters.set(ids.to_vec());
    tick().await;
    assert_eq!(
        texts_of(&container, "td[data-label=Members]"),
        [
            "over 70 organisations, about 2018",
            "over 300 December 2022"
        ]
    );
    // The heading of the current order reverses it.
    let href = attribute_of(&container, "[aria-sort=ascending] a", "href");
    assert_eq!(href.as_deref(), Some("/en/?sort=founded-desc&view=table"));
    clusters.set(Vec::new());
    tick().await;
    assert_eq!(count_of(&container, "tbody tr"), 0);
}

#[wasm_bindgen_test]
async fn clusters_chosen_one_by_one_share_a_chip_and_are_saved_together() {
    let site = site_at("/en/", "area=energy&cluster=le2c&cluster=afil&cluster=none");
    let container = mount(site, || {
        view! {
            <Chips lang=Lang::En />
            <SavedNote lang=Lang::En />
            <SavedLink lang=Lang::En />
        }
    });
    let chips = texts_of(&container, ".chip");
    assert_eq!(chips.len(), 2, "{chips:?}");
    assert!(chips[1].contains("Selected clusters: 3 (1 not in this catalogue)"));
    assert_eq!(count_of(&container, "a"), 0);
    find(&container, ".saved-note button").click();
    tick().await;
    assert_eq!(text_of(&container, "a"), "Saved (3)");
    let href = attribute_of(&container, "a", "href");
    let expected = "/en/?cluster=afil&cluster=le2c&cluster=none";
    assert_eq!(href.as_deref(), Some(expected));
    find(&container, ".saved-note button").click();
    tick().await;
    assert_eq!(count_of(&container, "a"), 0);
    find(&container, ".chips li:nth-child(2) button").click();
    tick().await;
    assert_eq!(texts_of(&container, ".chip").len(), 1);
}

#[wasm_bindgen_test]
async fn chips_show_and_remove_filters() {
    let container = mount(site_at("/en/", ""), || view! { <Chips lang=Lang::En /> });
    assert_eq!(count_of(&container, ".chips"), 0);
    let site = site_at(
        "/en/",
        "q=smart+%22life+sciences%22+-food&area=energy&area=alchemy",
    );
    let container = mount(site, || view! { <Chips lang=Lang::En /> });
    assert_eq!(
        texts_of(&container, ".chip"),
        [
            "Remove filter Subject area: alchemy (not in this catalogue)×",
            "Remove filter Subject area: Energy×",
            "Remove filter exact phrase: life sciences×",
            "Remove filter without: food×",
        ]
    );
    find(&container, "li:nth-child(2) .chip").click();
    tick().await;
    assert_eq!(count_of(&container, ".chip"), 3);
    find(&container, ".chips > button").click();
    tick().await;
    assert_eq!(count_of(&container, ".chips"), 0);
    assert_eq!(site.query_untracked().text.trim(), "smart");
}

#[wasm_bindgen_test]
async fn panel_checks_chosen_values_and_expands_long_facets() {
    let site = site_at("/en/", "area=energy");
    let container = mount(site, || view! { <FacetPanel lang=Lang::En /> });
    let ticked = |container: &HtmlElement| {
        let boxes = (0..count_of(container, "input[type=checkbox]")).filter_map(|at| {
            let boxes = container.query_selector_all("input[type=checkbox]").ok()?;
            boxes.item(at)?.dyn_into::<HtmlInputElement>().ok()
        });
        let ticked = boxes.filter(HtmlInputElement::checked);
        ticked.map(|ticked| ticked.value()).collect::<Vec<_>>()
    };
    assert_eq!(ticked(&container), ["energy"]);
    assert_eq!(text_of(&container, ".facet-panel-switch"), "Filters (1)");
    assert_eq!(
        attribute_of(&container, ".facet-panel-switch", "aria-expanded").as_deref(),
        Some("false")
    );

    let organisations = "[data-facet=organisation]";
    let values = format!("{organisations} li");
    assert_eq!(count_of(&container, &values), 8);
    find(&container, &format!("{organisations} button")).click();
    tick().await;
    let all = site.collection.values(Facet::Organisation).len();
    assert_eq!(count_of(&container, &values) as usize, all);
    let filter = find(&container, "#filter-organisation").dyn_into::<HtmlInputElement>();
    let Ok(filter) = filter else {
        panic!("a field to type in")
    };
    filter.set_value("university of brescia");
    fire(&filter, "input");
    tick().await;
    assert_eq!(count_of(&container, &values), 1);

    find(&container, "input[value=energy]").click();
    tick().await;
    assert_eq!(ticked(&container), Vec::<String>::new());
    assert_eq!(text_of(&container, ".facet-panel-switch"), "Filters");
}

#[wasm_bindgen_test]
fn bar_charts_toggle_their_values() {
    let site = site_at("/en/numbers/", "level=regional");
    let rows = ["energy", "mobility"].map(|id| BarRow {
        label: id,
        value: Some(BarValue {
            facet: Facet::Area,
            id,
            chosen: id == "mobility",
        }),
        counts: vec![4, 2],
    });
    let container = mount(site, || {
        view! {
            <BarChart
                lang=Lang::En
                caption="Subject area"
                note=String::new()
                series=vec!["Lombardy", "Piedmont"]
                rows=rows.into()
                rest=3
            />
        }
    });
    assert_eq!(texts_of(&container, ".series"), ["Lombardy", "Piedmont"]);
    assert_eq!(texts_of(&container, "[aria-pressed=true]"), ["mobility"]);
    assert_eq!(texts_of(&container, "td[colspan]"), ["and 3 more"]);
    find(&container, "#chart-area-energy").click();
    assert_eq!(site.query_untracked().chosen(Facet::Area), ["energy"]);
}

#[wasm_bindgen_test]
fn year_charts_keep_empty_years_empty() {
    let container = mount(site_at("/en/numbers/", ""), || {
        view! {
            <YearChart
                lang=Lang::En
                caption="Year founded"
                note=String::new()
                series=vec!["Clusters"]
                years=vec![vec![(2001, 1), (2019, 3)]]
            />
        }
    });
    let positions = [1, 2].map(|column| {
        let x = attribute_of(&container, &format!("rect:nth-child({column})"), "x");
        x.and_then(|x| x.parse::<i32>().ok())
    });
    // Eighteen years apart on an axis of 120 units for ten years.
    assert_eq!(positions, [Some(13), Some(13 + 18 * 12)]);
    assert_eq!(texts_of(&container, ".year-axis span"), ["2000", "2010"]);
    assert_eq!(texts_of(&container, "tbody th"), ["2001", "2019"]);
}

#[wasm_bindgen_test]
fn zero_result_suggestions_are_shown() {
    let container = mount(site_at("/en/", "q=hydrogen&area=tourism"), || {
        view! { <NoResults lang=Lang::En /> }
    });
    assert!(count_of(&container, "li a") > 1);
    assert_eq!(
        texts_of(&container, "li").len(),
        texts_of(&container, "li .hint").len()
    );
    assert_eq!(
        attribute_of(&container, "p > a", "href").as_deref(),
        Some("/en/")
    );
}

#[wasm_bindgen_test]
async fn search_box_reports_input_and_submit() {
    let text = RwSignal::new("energy".to_owned());
    let submitted = RwSignal::new(0);
    let container = super::mount_alone(move || {
        let on_input = Callback::new(move |typed| text.set(typed));
        let on_submit = Callback::new(move |()| submitted.update(|times| *times += 1));
        view! { <SearchBox lang=Lang::En text on_input on_submit /> }
    });
    tick().await;
    let Ok(field) = find(&container, "[role=searchbox]").dyn_into::<HtmlInputElement>() else {
        panic!("a field to type in")
    };
    assert_eq!(field.value(), "energy");
    field.set_value("energy l");
    fire(&field, "input");
    assert_eq!(text.get_untracked(), "energy l");
    text.set(String::new());
    tick().await;
    assert_eq!(field.value(), "");
    find(&container, "button[type=submit]").click();
    assert_eq!(submitted.get_untracked(), 1);
    // Where the app does not run, it is a form.
    assert_eq!(
        attribute_of(&container, "form", "action").as_deref(),
        Some("/en/")
    );
}

#[wasm_bindgen_test]
async fn share_has_link_qr_code_and_citations() {
    let container = mount(
        site_at("/en/clusters/le2c/", ""),
        || view! { <Share lang=Lang::En /> },
    );
    tick().await;
    let Ok(field) = find(&container, "#permalink").dyn_into::<HtmlInputElement>() else {
        panic!("a field with the link")
    };
    assert_eq!(field.value(), "https://example.org/en/clusters/le2c/");
    assert_eq!(count_of(&container, "img[loading=lazy]"), 1);
    assert_eq!(count_of(&container, "pre"), 3);
    assert!(text_of(&container, "pre").contains("Lombardy Energy Cleantech Cluster"));
    let container = mount(
        site_at("/en/", "q=energy"),
        || view! { <Share lang=Lang::En /> },
    );
    assert_eq!(count_of(&container, "img"), 0);
}
