//! The views of a listing other than cards: numbers, table, seat, and their links.

use anyhow::Result;
use serde_json::json;
use tests::{Setup, Visitor, visit};
use thirtyfour::Key;

const PRESSED: &str =
    "[...document.querySelectorAll('.chart [aria-pressed=true]')].map((b) => b.id)";
const SORTED: &str = "[...document.querySelectorAll('th[aria-sort]')].map((th) => th.ariaSort)";

/// Clicks at the position of an element: a point of the map has no size of its own.
async fn click_at(visitor: &Visitor, selector: &str) -> Result<()> {
    visitor.scroll_to(selector).await?;
    let place = format!(
        "(({{left, right, top, bottom}}) => [(left + right) / 2, (top + bottom) / 2].map(Math.round))
         (document.querySelector({}).getBoundingClientRect())",
        json!(selector)
    );
    let (x, y) = visitor.read(&place).await?;
    Ok(visitor
        .action_chain()
        .move_to(x, y)
        .click()
        .perform()
        .await?)
}

#[tokio::test]
async fn a_chart_bar_toggles_its_value() -> Result<()> {
    const COUNT: &str = "tr:has(#chart-area-energy) td";
    visit(Setup::default(), async |visitor| {
        visitor.open("en/?level=regional").await?;
        visitor
            .wait_until("document.querySelectorAll('.chart').length", &json!(0))
            .await?;
        visitor.click_on(".view-switch a[href*='numbers']").await?;
        visitor
            .wait_for_address("en/numbers/?level=regional")
            .await?;
        visitor
            .wait_until(PRESSED, &json!(["chart-level-regional"]))
            .await?;
        // The number next to the bar is the number of results after choosing it.
        let count = visitor.text_of(COUNT).await?;
        visitor.click_on("#chart-area-energy").await?;
        visitor
            .wait_for_address("en/numbers/?area=energy&level=regional")
            .await?;
        visitor.wait_for_total(&format!("{count} clusters")).await?;
        visitor
            .wait_until(
                PRESSED,
                &json!(["chart-area-energy", "chart-level-regional"]),
            )
            .await?;
        assert_eq!(visitor.ticked().await?, ["area=energy", "level=regional"]);
        // Other filters narrow the chart, its own values do not.
        assert_eq!(visitor.text_of(COUNT).await?, count);
        visitor.back().await?;
        visitor
            .wait_for_address("en/numbers/?level=regional")
            .await?;
        visitor
            .wait_until(PRESSED, &json!(["chart-level-regional"]))
            .await
    })
    .await
}

/// A journalist compares two regions: each has a column of its own, whose numbers are those of the region
/// alone.
#[tokio::test]
async fn two_regions_are_compared_in_numbers() -> Result<()> {
    const SERIES: &str =
        "Array.from(document.querySelectorAll('.chart-frame:first-of-type .chart thead .series'),
        (name) => name.textContent)";
    const LEVELS: &str = "Array.from(document.querySelectorAll('tr:has(#chart-level-regional) td'),
        (count) => count.textContent.trim())";
    visit(Setup::default(), async |visitor| {
        visitor.open("en/numbers/?region=lombardia").await?;
        visitor.wait_until(SERIES, &json!([])).await?;
        let lombardy: String = visitor.read(&format!("{LEVELS}[0]")).await?;
        visitor.click_on("#chart-region-piemonte").await?;
        visitor
            .wait_for_address("en/numbers/?region=lombardia&region=piemonte")
            .await?;
        visitor
            .wait_until(SERIES, &json!(["Lombardy", "Piedmont"]))
            .await?;
        visitor
            .wait_until(&format!("{LEVELS}[0]"), &json!(lombardy))
            .await?;
        visitor
            .wait_until(&format!("{LEVELS}.length"), &json!(2))
            .await?;
        // The years of both, also as a table.
        visitor.click_on(".year-chart summary").await?;
        let headings = visitor.texts_of(".year-table thead th").await?;
        assert_eq!(headings, ["Year", "Lombardy", "Piedmont"]);
        // The link opens the same view in a new tab.
        visitor
            .open("en/?region=lombardia&region=piemonte&view=numbers")
            .await?;
        visitor
            .wait_until(SERIES, &json!(["Lombardy", "Piedmont"]))
            .await
    })
    .await
}

#[tokio::test]
async fn charts_can_be_used_by_keys() -> Result<()> {
    visit(Setup::default(), async |visitor| {
        visitor.open("it/").await?;
        visitor
            .tab_to("the numbers", |focus| focus.text == "Numeri")
            .await?;
        visitor.press(Key::Enter).await?;
        visitor.wait_for_address("it/numbers/").await?;
        let bars = visitor.texts_of("[id^=chart-region]").await?;
        let bar = visitor
            .tab_to("a bar", |focus| focus.id == "chart-region-emilia-romagna")
            .await?;
        assert_eq!(bar.text, "Emilia-Romagna");
        visitor.press(Key::Space).await?;
        visitor
            .wait_for_address("it/numbers/?region=emilia-romagna")
            .await?;
        visitor
            .wait_until(
                "document.activeElement.id",
                &json!("chart-region-emilia-romagna"),
            )
            .await?;
        // The chosen bar keeps its position, and so do the others.
        assert_eq!(visitor.texts_of("[id^=chart-region]").await?, bars);
        visitor.press(Key::Space).await?;
        visitor.wait_for_address("it/numbers/").await
    })
    .await
}

#[tokio::test]
async fn a_heading_of_the_table_sorts_it() -> Result<()> {
    visit(Setup::default(), async |visitor| {
        visitor.open("en/?view=table").await?;
        visitor
            .wait_until(SORTED, &json!(["none", "none", "none"]))
            .await?;
        let by_relevance = visitor.results().await?;
        visitor.click_on("th[aria-sort]:nth-child(5) a").await?;
        visitor
            .wait_for_address("en/?sort=founded&view=table")
            .await?;
        visitor
            .wait_until(SORTED, &json!(["none", "ascending", "none"]))
            .await?;
        let years = visitor.texts_of(".result-table td:nth-child(5)").await?;
        assert!(years.len() == 24 && years.is_sorted(), "{years:?}");
        // The heading keeps the focus, and reverses the order, then resets it. Unknown years stay last.
        visitor
            .wait_until("document.activeElement.innerText", &json!("Year founded"))
            .await?;
        visitor.press(Key::Enter).await?;
        visitor
            .wait_for_address("en/?sort=founded-desc&view=table")
            .await?;
        visitor
            .wait_until(SORTED, &json!(["none", "descending", "none"]))
            .await?;
        let years = visitor.texts_of(".result-table td:nth-child(5)").await?;
        let is_newest_first = years
            .windows(2)
            .all(|two| two[0] >= two[1] || two[1] == "Unknown");
        assert!(years.len() == 24 && is_newest_first, "{years:?}");
        visitor.press(Key::Enter).await?;
        visitor.wait_for_address("en/?view=table").await?;
        assert_eq!(visitor.results().await?, by_relevance);
        visitor.click_on("th[aria-sort]:nth-child(6) a").await?;
        visitor
            .wait_until(SORTED, &json!(["none", "none", "descending"]))
            .await
    })
    .await
}

#[tokio::test]
async fn one_result_leads_to_the_next() -> Result<()> {
    visit(Setup::default(), async |visitor| {
        visitor.open("en/?area=energy&sort=name").await?;
        let results = visitor.results().await?;
        visitor.click_on("main article:nth-of-type(2) h3 a").await?;
        visitor
            .wait_for_address(&format!("en/clusters/{}/", results[1]))
            .await?;
        visitor.click_on(".neighbours [rel=next]").await?;
        visitor
            .wait_for_address(&format!("en/clusters/{}/", results[2]))
            .await?;
        visitor.wait_for_text(".neighbours", "3 / ").await?;
        visitor.click_on(".neighbours [rel=prev]").await?;
        visitor
            .wait_for_address(&format!("en/clusters/{}/", results[1]))
            .await?;
        visitor.click_on("a[data-back]").await?;
        visitor
            .wait_for_address("en/?area=energy&sort=name")
            .await?;
        // A visitor from outside has no list of results.
        visitor
            .open(&format!("en/clusters/{}/", results[1]))
            .await?;
        visitor
            .wait_until("document.querySelectorAll('.neighbours').length", &json!(0))
            .await?;
        // The small map links to the clusters of its city, also next to the point.
        let hit =
            "(({left, top}) => [[-11, 0], [11, 0], [0, -11], [0, 11]].every(([right, down]) =>
                document.elementFromPoint(left + right, top + down)?.closest('a')))
            (document.querySelector('.seat-map .point').getBoundingClientRect())";
        visitor.scroll_to(".seat-map .point").await?;
        assert!(visitor.read::<bool>(hit).await?);
        click_at(visitor, ".seat-map .point").await?;
        visitor
            .wait_for("location.search.startsWith('?city=')")
            .await
    })
    .await
}

#[tokio::test]
async fn pages_link_related_records() -> Result<()> {
    visit(Setup::default(), async |visitor| {
        visitor
            .open("en/organisations/university-of-brescia/")
            .await?;
        visitor
            .wait_for_text("main", "Organisations it most often shares clusters with")
            .await?;
        visitor.wait_for_text("main", "clusters in common").await?;
        visitor.open("it/areas/energy/").await?;
        visitor.click_on(".hero a[href*='level=regional']").await?;
        visitor
            .wait_for_address("it/areas/energy/?level=regional")
            .await?;
        visitor.open("it/areas/energy/").await?;
        visitor.click_on(".area-organisations a").await?;
        visitor
            .wait_for("location.pathname.includes('/organisations/')")
            .await
    })
    .await
}
