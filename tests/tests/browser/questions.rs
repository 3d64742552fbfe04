//! Searches typed as questions.

use anyhow::Result;
use serde_json::{Value, json};
use tests::{Setup, visit};

const SEARCHED_FOR: &str = "document.querySelector('.searched-for')?.textContent ?? null";
/// The count and the names of the results, in order.
const SHOWN: &str = "[document.querySelector('[role=status]').textContent,
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
            let expected: Value = visitor.read(SHOWN).await?;
            visitor.open(&format!("{language}/?q={question}")).await?;
            visitor.wait_until(SEARCHED_FOR, &json!(answer)).await?;
            visitor.wait_until(SHOWN, &expected).await?;
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn what_is_not_searched_for_is_said() -> Result<()> {
    visit(Setup::default(), async |visitor| {
        let long = format!("en/?q={}", "energy+".repeat(30));
        for (path, said) in [
            ("en/?q=%F0%9F%94%8B", "Signs ignored: 🔋"),
            ("it/?q=c%2B%2B", "Segni ignorati: ++"),
            (
                "en/?q=who+works+on+energy+OR+mobility%3F",
                "Searched for: energy OR mobility",
            ),
            ("it/?q=contatti+cluster+energia", "Parole cercate: energia"),
            (
                long.as_str(),
                "Only the first 200 characters were searched for",
            ),
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
        // It is no result, and results come after it.
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
