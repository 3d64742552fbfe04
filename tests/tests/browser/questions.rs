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
