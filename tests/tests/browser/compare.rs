//! The compare page: ways in, columns that come and go, and addresses that are wrong.

use anyhow::Result;
use serde_json::json;
use tests::{Setup, visit};

/// The names in the head of the table.
const COLUMNS: &str = "[...document.querySelectorAll('.compare-table thead a:first-child')].map((link) => link.textContent)";

/// The rows that do not have one value for each column of the table.
const UNEVEN: &str = "[...document.querySelectorAll('.compare-table tr:has(> th[scope=row])')]
        .filter((row) => row.children.length !== document.querySelector('.compare-table thead tr').children.length)
        .length";

const FOCUS: &str = "document.activeElement.id";

#[tokio::test]
async fn a_cluster_is_compared_with_others_and_removed_again() -> Result<()> {
    visit(Setup::default(), async |visitor| {
        visitor.open("en/clusters/le2c/").await?;
        visitor
            .click_on(".actions a[href$='/en/compare/?cluster=le2c']")
            .await?;
        visitor.wait_for_address("en/compare/?cluster=le2c").await?;
        visitor
            .wait_until(COLUMNS, &json!(["Lombardy Energy Cleantech Cluster"]))
            .await?;
        visitor
            .click_on(".compare-choose option[value=afil]")
            .await?;
        visitor.click_on(".compare-choose button").await?;
        visitor
            .wait_for_address("en/compare/?cluster=afil&cluster=le2c")
            .await?;
        visitor
            .wait_for_text("main [role=status]", "2 side by side")
            .await?;
        visitor.wait_until(UNEVEN, &json!(0)).await?;
        visitor.wait_until(FOCUS, &json!("compare-status")).await?;
        // In the other language, the same records.
        visitor.click_on("#language-it").await?;
        visitor
            .wait_for_address("it/compare/?cluster=afil&cluster=le2c")
            .await?;
        visitor
            .wait_for_text("main [role=status]", "2 a confronto")
            .await?;
        visitor
            .click_on("thead a[href$='/it/compare/?cluster=le2c']")
            .await?;
        visitor.wait_for_address("it/compare/?cluster=le2c").await?;
        visitor.wait_until(FOCUS, &json!("compare-status")).await?;
        visitor.back().await?;
        visitor
            .wait_for_text("main [role=status]", "2 a confronto")
            .await?;
        visitor.forward().await?;
        visitor
            .wait_until(COLUMNS, &json!(["Lombardy Energy Cleantech Cluster"]))
            .await
    })
    .await
}

#[tokio::test]
async fn results_and_chosen_values_lead_to_their_comparison() -> Result<()> {
    visit(Setup::default(), async |visitor| {
        visitor.open("en/?region=lazio&region=lombardia").await?;
        visitor
            .click_on(".compare-links a[href$='/en/compare/?region=lazio&region=lombardia']")
            .await?;
        visitor
            .wait_until(COLUMNS, &json!(["Lazio", "Lombardy"]))
            .await?;
        // A number leads to exactly its clusters.
        let level = ".compare-table a[href$='/en/?level=regional&region=lombardia']";
        let count = visitor.text_of(level).await?;
        visitor.click_on(level).await?;
        visitor.wait_for_total(&format!("{count} clusters")).await?;
        visitor.open("en/?area=energy&level=national").await?;
        let results = visitor.results().await?.len();
        let link = ".compare-links a[href*='/en/compare/?cluster=']";
        if (2..=5).contains(&results) {
            visitor.click_on(link).await?;
            visitor
                .wait_for_text("main [role=status]", &format!("{results} side by side"))
                .await?;
        } else {
            assert!(visitor.texts_of(link).await?.is_empty());
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn what_an_address_asks_for_and_does_not_get_is_reported() -> Result<()> {
    visit(Setup::default(), async |visitor| {
        visitor
            .open("en/compare/?cluster=nothing&cluster=le2c&region=lombardia&utm_source=x")
            .await?;
        visitor
            .wait_until(COLUMNS, &json!(["Lombardy Energy Cleantech Cluster"]))
            .await?;
        let notices = visitor.texts_of(".compare .notice").await?.join("\n");
        assert!(
            notices.contains("Not in this catalogue: nothing."),
            "{notices}"
        );
        assert!(notices.contains("one type"), "{notices}");
        visitor.click_on(".compare .notice a").await?;
        visitor.wait_for_address("en/compare/?cluster=le2c").await?;
        assert!(visitor.texts_of(".compare .notice").await?.is_empty());
        // Seven regions: five are shown, and removing one makes room for the next.
        let regions = [
            "basilicata",
            "campania",
            "emilia-romagna",
            "lazio",
            "lombardia",
            "piemonte",
            "puglia",
        ];
        let query = regions.map(|id| format!("region={id}")).join("&");
        visitor.open(&format!("en/compare/?{query}")).await?;
        visitor
            .wait_for_text("main [role=status]", "5 side by side")
            .await?;
        visitor
            .wait_for_text(
                ".compare .notice",
                "You can compare up to five. Not shown: Piedmont, Apulia.",
            )
            .await?;
        visitor
            .click_on(".compare-table thead .compare-remove")
            .await?;
        visitor
            .wait_until(
                COLUMNS,
                &json!([
                    "Campania",
                    "Emilia-Romagna",
                    "Lazio",
                    "Lombardy",
                    "Piedmont"
                ]),
            )
            .await?;
        // Labels, as people type them.
        visitor.open("en/compare/?area=Energy,Mobility").await?;
        visitor
            .wait_until(COLUMNS, &json!(["Energy", "Mobility"]))
            .await
    })
    .await
}

#[tokio::test]
async fn the_page_without_records_offers_ways_to_begin() -> Result<()> {
    visit(Setup::default(), async |visitor| {
        visitor.open("en/").await?;
        visitor
            .click_on(".site-footer a[href$='/en/compare/']")
            .await?;
        visitor.wait_for_address("en/compare/").await?;
        visitor
            .click_on(".compare-start option[value=lombardia]")
            .await?;
        visitor
            .click_on(".compare-start form:has(option[value=lombardia]) button")
            .await?;
        visitor
            .wait_for_address("en/compare/?region=lombardia")
            .await?;
        visitor
            .wait_for_text(
                "main [role=status]",
                "One column so far. Add another to compare.",
            )
            .await?;
        visitor.back().await?;
        let examples =
            "document.querySelectorAll('.compare-start p a[href*=\"compare/?\"]').length";
        visitor.wait_until(examples, &json!(5)).await
    })
    .await
}
