//! Filters, phrases and exclusions in the text: they become chips, and removing a chip changes the
//! text.

use anyhow::Result;
use serde_json::json;
use tests::{Setup, visit};

const TEXT: &str = "document.querySelector('[role=searchbox]').value";
const CHIPS: &str =
    "[...document.querySelectorAll('.chips li button')].map((chip) => chip.textContent)";

#[tokio::test]
async fn a_typed_filter_becomes_a_chip() -> Result<()> {
    visit(Setup::default(), async |visitor| {
        visitor.open("en/").await?;
        visitor.click_on("[role=searchbox]").await?;
        visitor.press("area:energy").await?;
        // It takes effect at once, and stays in the text while it may still be continued.
        let energy = "Remove filter Subject area: Energy×";
        visitor.wait_until(CHIPS, &json!([energy])).await?;
        visitor.wait_until(TEXT, &json!("area:energy")).await?;
        visitor.press(" regione:lombardia ").await?;
        visitor.wait_until(TEXT, &json!("")).await?;
        visitor
            .wait_for_address("en/?area=energy&region=lombardia")
            .await?;
        assert_eq!(visitor.ticked().await?, ["area=energy", "region=lombardia"]);
        assert_eq!(visitor.results().await?, ["le2c"]);
        // The cursor stays where it was.
        visitor.press("hydrogen").await?;
        visitor.wait_until(TEXT, &json!("hydrogen")).await
    })
    .await
}

#[tokio::test]
async fn a_link_with_a_filter_in_its_text_opens_the_same() -> Result<()> {
    visit(Setup::default(), async |visitor| {
        visitor
            .open("en/?q=area%3Aenergy+region%3Alombardia")
            .await?;
        visitor.wait_until(TEXT, &json!("")).await?;
        visitor.wait_for_chips(2).await?;
        assert_eq!(visitor.results().await?, ["le2c"]);
        Ok(())
    })
    .await
}

#[tokio::test]
async fn enter_completes_a_filter_at_the_end() -> Result<()> {
    visit(Setup::default(), async |visitor| {
        visitor.open("it/").await?;
        visitor.click_on("[role=searchbox]").await?;
        visitor.press("idrogeno area:energia").await?;
        visitor.press(thirtyfour::Key::Enter).await?;
        visitor.wait_until(TEXT, &json!("idrogeno ")).await?;
        visitor
            .wait_for_address("it/?q=idrogeno+&area=energy")
            .await
    })
    .await
}

#[tokio::test]
async fn phrases_and_exclusions_are_chips_too() -> Result<()> {
    visit(Setup::default(), async |visitor| {
        visitor
            .open("en/?q=cluster+%22life+sciences%22+-lombardy&level=national")
            .await?;
        let level = "Remove filter Level: National×";
        let phrase = "Remove filter exact phrase: life sciences×";
        let excluded = "Remove filter without: lombardy×";
        visitor
            .wait_until(CHIPS, &json!([level, phrase, excluded]))
            .await?;
        visitor.click_on(".chips li:nth-child(2) button").await?;
        visitor
            .wait_until(TEXT, &json!("cluster -lombardy"))
            .await?;
        visitor.wait_until(CHIPS, &json!([level, excluded])).await?;
        visitor.click_on(".chips > button").await?;
        visitor.wait_until(CHIPS, &json!([])).await?;
        visitor.wait_until(TEXT, &json!("cluster ")).await
    })
    .await
}
