//! The meaning of a text besides its words: filters, phrases and exclusions become chips; questions
//! are searched for their subject; an organisation is shown above the results.

use anyhow::Result;
use serde_json::{Value, json};
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

#[tokio::test]
async fn an_excluding_filter_is_a_chip_that_can_be_removed() -> Result<()> {
    visit(Setup::default(), async |visitor| {
        visitor
            .open("en/?q=-area%3Aenergia+cluster+-region%3A%22Emilia-Romagna%22+-oil")
            .await?;
        let area = "Remove filter without: Subject area: Energy×";
        let region = "Remove filter without: Region: Emilia-Romagna×";
        let words = "Remove filter without: oil×";
        visitor
            .wait_until(CHIPS, &json!([area, region, words]))
            .await?;
        visitor.click_on(".chips li:nth-child(2) button").await?;
        visitor.wait_until(CHIPS, &json!([area, words])).await?;
        visitor
            .wait_until(TEXT, &json!("-area:energia cluster -oil"))
            .await?;
        // The focus stays among the chips.
        visitor
            .wait_until("document.activeElement.textContent", &json!(area))
            .await?;
        visitor.click_on(".chips > button").await?;
        visitor.wait_until(CHIPS, &json!([])).await?;
        visitor.wait_until(TEXT, &json!("cluster ")).await
    })
    .await
}

const STATUS: &str = "document.querySelector('main [role=status]').textContent";

#[tokio::test]
async fn the_count_says_how_clusters_match() -> Result<()> {
    visit(Setup::default(), async |visitor| {
        for (path, status) in [
            (
                "en/?q=hydrogen+",
                "6 clusters: 1 mentions it, 5 work in the area",
            ),
            (
                "it/?q=nautica+",
                "5 cluster: 1 ne parla, 1 opera nell'area, 3 contengono parole simili",
            ),
            // Filters and places have no groups.
            ("en/?area=energy", "6 clusters"),
            ("en/?q=lombardy+", "12 clusters"),
        ] {
            visitor.open(path).await?;
            visitor.wait_until(STATUS, &json!(status)).await?;
        }
        Ok(())
    })
    .await
}

const SEARCHED_FOR: &str = "document.querySelector('.searched-for')?.textContent ?? null";
/// The count and the names of the results, in order.
const RESULTS: &str = "[document.querySelector('[role=status]').textContent,
    ...[...document.querySelectorAll('main article h3 a')].map((link) => link.textContent)]";

#[tokio::test]
async fn a_question_finds_what_its_subject_finds() -> Result<()> {
    visit(Setup::default(), async |visitor| {
        for (language, subject, question, answer) in [
            (
                "en",
                "energy",
                "who+deals+with+energy%3F",
                "Searched for: energy",
            ),
            (
                "it",
                "energia",
                "chi+si+occupa+di+energia%3F",
                "Parole cercate: energia",
            ),
        ] {
            visitor.open(&format!("{language}/?q={subject}")).await?;
            visitor.wait_until(SEARCHED_FOR, &Value::Null).await?;
            let expected: Value = visitor.read(RESULTS).await?;
            visitor.open(&format!("{language}/?q={question}")).await?;
            visitor.wait_until(SEARCHED_FOR, &json!(answer)).await?;
            visitor.wait_until(RESULTS, &expected).await?;
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn words_that_are_not_searched_for_are_named() -> Result<()> {
    visit(Setup::default(), async |visitor| {
        let long = format!("en/?q={}", "energy+".repeat(30));
        for (path, said) in [
            ("en/?q=%F0%9F%94%8B", "Characters ignored: 🔋"),
            ("it/?q=c%2B%2B", "Caratteri ignorati: ++"),
            (
                "en/?q=who+works+on+energy+OR+mobility%3F",
                "Searched for: energy OR mobility",
            ),
            ("it/?q=contatti+cluster+energia", "Parole cercate: energia"),
            (long.as_str(), "Only the first 200 characters were used"),
        ] {
            visitor.open(path).await?;
            visitor.wait_until(SEARCHED_FOR, &json!(said)).await?;
        }
        visitor.open("en/?q=energy,+(wind)").await?;
        visitor.wait_until(SEARCHED_FOR, &Value::Null).await
    })
    .await
}

#[tokio::test]
async fn a_named_organisation_is_shown_above_the_results_and_can_be_chosen() -> Result<()> {
    const NAMED: &str = "[...document.querySelectorAll('.named-organisation p')]
        .map((part) => part.textContent)";
    visit(Setup::default(), async |visitor| {
        for (path, said) in [
            (
                "it/?q=unibs",
                [
                    "Organizzazione · Università",
                    "Università degli Studi di Brescia",
                    "Fa parte di 8 cluster · Mostra solo i suoi cluster",
                ],
            ),
            (
                "en/?q=University+of+Brescia",
                [
                    "Organisation · University",
                    "University of Brescia",
                    "Member of 8 clusters · Show only its clusters",
                ],
            ),
        ] {
            visitor.open(path).await?;
            visitor.wait_until(NAMED, &json!(said)).await?;
        }
        // It is not a result, and results come after it.
        assert!(!visitor.results().await?.is_empty());
        visitor.click_on(".named-organisation button").await?;
        visitor
            .wait_for_address("en/?organisation=university-of-brescia")
            .await?;
        visitor.wait_for_total("8 clusters").await?;
        visitor.wait_until(NAMED, &json!([])).await?;
        visitor
            .wait_until("document.activeElement.id", &json!("results-heading"))
            .await?;
        visitor.open("en/?q=brescia").await?;
        visitor.wait_until(NAMED, &json!([])).await
    })
    .await
}
