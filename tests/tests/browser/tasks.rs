//! Typical tasks of a first visit on a phone, by typing and tapping alone.

use anyhow::{Result, ensure};
use serde_json::{Value, json};
use tests::{Setup, Visitor, fixture, visit};
use thirtyfour::Key;

/// Types into the search box and submits it, as a phone's keyboard does.
async fn search(visitor: &Visitor, words: &str) -> Result<()> {
    visitor.click_on("[role=searchbox]").await?;
    visitor.press(words).await?;
    visitor.press(Key::Enter).await?;
    visitor
        .wait_until("document.activeElement.id", &json!("results-heading"))
        .await
}

/// Whether the list is as long as the count, which is rendered first.
const ALL_THERE: &str = "document.querySelectorAll('main article').length
    === parseInt(document.querySelector('main [role=status]').innerText)";

/// Whether the element that a selector matches is visible without scrolling.
fn in_view(selector: &str) -> String {
    format!(
        "(({{top, bottom}}) => top >= 0 && bottom <= innerHeight)
         (document.querySelector('{selector}').getBoundingClientRect())"
    )
}

#[tokio::test]
async fn a_hydrogen_cluster_in_lombardy_is_the_first_result() -> Result<()> {
    visit(Setup::on_phone(), async |visitor| {
        visitor.open("en/").await?;
        search(visitor, "hydrogen lombardy").await?;
        let first = "main article h3 a";
        visitor.wait_for(&in_view(first)).await?;
        visitor.click_on(first).await?;
        visitor
            .wait_for_text("h1", "Lombardy Energy Cleantech Cluster")
            .await?;
        visitor.wait_for_text(".facts", "hydrogen").await
    })
    .await
}

#[tokio::test]
async fn the_clusters_of_a_university_are_found_by_its_name() -> Result<()> {
    visit(Setup::on_phone(), async |visitor| {
        visitor.open("it/").await?;
        search(visitor, "università di brescia").await?;
        visitor.wait_for_total("8 cluster").await?;
        visitor.wait_for(ALL_THERE).await?;
        // Each result gives its reason.
        let reasons = visitor.texts_of("main article .card-reason").await?;
        let reasons = reasons.iter();
        let of_brescia = reasons.filter(|reason| reason.contains("Brescia"));
        ensure!(of_brescia.count() == 8, "not each for Brescia");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_regional_cluster_names_its_national_one() -> Result<()> {
    visit(Setup::on_phone(), async |visitor| {
        visitor.open("en/").await?;
        search(visitor, "AFIL").await?;
        visitor.click_on("main article h3 a").await?;
        visitor
            .wait_for_text("h1", "Lombardy Intelligent Factory Association")
            .await?;
        let national = ".facts a[href$='/clusters/cfi/']";
        visitor
            .wait_for_text(national, "Intelligent Factories")
            .await?;
        visitor.click_on(national).await?;
        visitor.wait_for_address("en/clusters/cfi/").await
    })
    .await
}

#[tokio::test]
async fn a_list_can_be_shared() -> Result<()> {
    visit(Setup::on_phone(), async |visitor| {
        visitor.open("en/").await?;
        visitor.click_on(".facet-panel-switch").await?;
        visitor.click_on("input[name=area][value=energy]").await?;
        visitor
            .click_on("input[name=region][value=lombardia]")
            .await?;
        let list = "en/?area=energy&region=lombardia";
        visitor.wait_for_address(list).await?;
        // From the middle of the filters, one tap goes to the results.
        visitor.click_on(".facet-panel-switch").await?;
        visitor.wait_for(&in_view("#results-heading")).await?;
        visitor
            .wait_until(
                "document.getElementById('permalink').value",
                &json!(visitor.site.url(list)),
            )
            .await?;
        visitor.wait_for(ALL_THERE).await?;
        let sent: Vec<String> = visitor.results().await?;
        ensure!(!sent.is_empty(), "an empty list");
        // The colleague opens the link.
        visitor.open(list).await?;
        ensure!(visitor.results().await? == sent, "another list");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_contact_is_two_steps_from_the_result() -> Result<()> {
    visit(Setup::on_phone(), async |visitor| {
        visitor.open("en/").await?;
        search(visitor, "hydrogen lombardy").await?;
        visitor.click_on("main article h3 a").await?;
        visitor
            .wait_for_text("h1", "Lombardy Energy Cleantech Cluster")
            .await?;
        let website = ".page-header .actions a[href^=http]";
        visitor.wait_for(&in_view(website)).await?;
        // Where there is none, the page says so, and names those whom the sources name.
        visitor.open("en/clusters/imast/").await?;
        visitor
            .wait_for_text(".page-header", "No public contact found")
            .await?;
        // The link and the citations are reached without leaving the page.
        visitor
            .click_on(".actions a[href='#share-heading']")
            .await?;
        visitor.wait_for(&in_view("#share-heading")).await?;
        visitor.wait_for_text("h1", "IMAST").await
    })
    .await
}

/// The first result stands within the upper part of the first screen, and the search box stays at hand.
#[tokio::test]
async fn results_come_first_once_there_is_a_query() -> Result<()> {
    const FIRST: &str = "document.querySelector('main article').getBoundingClientRect().top";
    const BOX: &str = "document.getElementById('search').getBoundingClientRect().top";
    for (setup, most) in [(Setup::default(), 320.0), (Setup::on_phone(), 400.0)] {
        visit(setup, async |visitor| {
            visitor.open("en/").await?;
            let lead = "document.querySelector('.lead').checkVisibility()";
            ensure!(visitor.read::<bool>(lead).await?, "no introduction");
            for query in ["q=energy", "region=lombardia", "sort=name"] {
                visitor.open(&format!("en/?{query}")).await?;
                let first: f64 = visitor.read(FIRST).await?;
                ensure!(first <= most, "{query}: the first result at {first}");
            }
            visitor.execute("scrollTo(0, 1500)", Vec::new()).await?;
            visitor
                .wait_for(&format!("{BOX} >= 0 && {BOX} < 60"))
                .await?;
            // A link shared with a campaign's parameters is the first page that somebody sees.
            visitor.open("en/?utm_source=letter").await?;
            ensure!(visitor.read::<bool>(lead).await?, "no introduction");
            Ok(())
        })
        .await?;
    }
    Ok(())
}

#[tokio::test]
async fn the_filters_on_a_phone_end_with_the_number_of_results() -> Result<()> {
    visit(Setup::on_phone(), async |visitor| {
        visitor.open("en/?area=energy").await?;
        visitor.click_on(".facet-panel-switch").await?;
        visitor
            .click_on("input[name=level][value=regional]")
            .await?;
        visitor
            .wait_for_address("en/?area=energy&level=regional")
            .await?;
        let total = fixture::clusters_where(|cluster| {
            cluster["level"] == "regional" && fixture::has(cluster, "areas", "energy")
        })?;
        let done = ".facet-panel-done";
        visitor
            .wait_for_text(done, &format!("Show {} results", total.len()))
            .await?;
        visitor.click_on(done).await?;
        visitor
            .wait_until("document.activeElement.id", &json!("results-heading"))
            .await?;
        visitor
            .wait_for("!document.querySelector('#filters').checkVisibility()")
            .await
    })
    .await
}

/// A ministry asks for the national clusters of Italy: the numbers of members are of different years, and the
/// table says which.
#[tokio::test]
async fn national_clusters_are_listed_with_dated_numbers() -> Result<()> {
    const MEMBERS: &str = "Array.from(document.querySelectorAll('.result-table td[data-label=Members]'), (cell) =>
        [cell.childNodes[0].textContent.trim(), cell.querySelector('.table-remark')?.textContent ?? ''])";
    let of_italy = |cluster: &Value| cluster["level"] == "national" && cluster["country"] == "IT";
    let clusters = fixture::clusters_where(of_italy)?;
    visit(Setup::default(), async |visitor| {
        visitor.open("en/").await?;
        visitor
            .click_on("input[name=level][value=national]")
            .await?;
        visitor.click_on("input[name=country][value=IT]").await?;
        visitor.click_on(".view-switch a[href*='table']").await?;
        visitor
            .wait_for_address("en/?level=national&country=IT&view=table")
            .await?;
        visitor
            .wait_for_total(&format!("{} clusters", clusters.len()))
            .await?;
        let members: Vec<[String; 2]> = visitor.read(MEMBERS).await?;
        ensure!(members.len() == clusters.len(), "{members:?}");
        for [count, remark] in &members {
            let is_dated = remark.contains("undated") || remark.contains("20");
            ensure!(count == "Unknown" || is_dated, "{count} {remark}");
        }
        ensure!(
            members.iter().any(|[count, _]| count != "Unknown"),
            "no numbers"
        );
        Ok(())
    })
    .await
}
