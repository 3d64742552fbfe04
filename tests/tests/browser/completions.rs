//! Suggestions while typing: what they offer, how they are reached and chosen, and that they are never in
//! the way.

use anyhow::{Result, ensure};
use serde_json::json;
use tests::{Setup, Visitor, visit};
use thirtyfour::Key;

const BOX: &str = "[role=searchbox]";
const TEXT: &str = "document.querySelector('[role=searchbox]').value";
const FOCUSED: &str = "document.activeElement.id";
/// The names of the suggestions on the screen.
const SHOWN: &str = "[...document.querySelectorAll('#completions [role=option]')]
    .filter((option) => option.checkVisibility())
    .map((option) => option.firstElementChild.textContent)";
/// The name of the suggestion that the field refers to.
const ACTIVE: &str = "document.getElementById(
    document.querySelector('[role=searchbox]').getAttribute('aria-activedescendant'))
    ?.firstElementChild.textContent ?? null";

async fn type_text(visitor: &Visitor, page: &str, text: &str) -> Result<()> {
    visitor.open(page).await?;
    visitor.click_on(BOX).await?;
    visitor.press(text).await?;
    visitor.wait_for(&format!("{SHOWN}.length > 0")).await
}

#[tokio::test]
async fn an_area_or_a_place_becomes_a_filter_in_place_of_its_words() -> Result<()> {
    for (page, text, name, address) in [
        ("en/", "ener", "Energy", "en/?area=energy"),
        ("it/", "ener", "Energia", "it/?area=energy"),
        (
            "en/",
            "hydrogen lombar",
            "Lombardy",
            "en/?q=hydrogen&region=lombardia",
        ),
        (
            "en/?area=energy",
            "lombar",
            "Lombardy",
            "en/?area=energy&region=lombardia",
        ),
    ] {
        visit(Setup::default(), async |visitor| {
            type_text(visitor, page, text).await?;
            visitor.press(Key::Down).await?;
            visitor.wait_until(ACTIVE, &json!(name)).await?;
            visitor.press(Key::Enter).await?;
            visitor.wait_for_address(address).await?;
            visitor.wait_until(SHOWN, &json!([])).await?;
            // The visitor may go on typing.
            visitor.wait_until(FOCUSED, &json!("search")).await
        })
        .await?;
    }
    Ok(())
}

#[tokio::test]
async fn a_cluster_or_an_organisation_opens_its_page() -> Result<()> {
    for (text, page) in [
        ("le2", "en/clusters/le2c/"),
        ("brescia univ", "en/organisations/university-of-brescia/"),
    ] {
        visit(Setup::default(), async |visitor| {
            type_text(visitor, "en/", text).await?;
            visitor.click_on("#completions [role=option]").await?;
            visitor.wait_for_address(page).await?;
            visitor
                .wait_until("document.activeElement.tagName", &json!("H1"))
                .await
        })
        .await?;
    }
    Ok(())
}

#[tokio::test]
async fn without_a_choice_keys_do_what_they_would_do_without_suggestions() -> Result<()> {
    visit(Setup::default(), async |visitor| {
        // Enter searches.
        type_text(visitor, "en/", "ener").await?;
        visitor.press(Key::Enter).await?;
        visitor.wait_for_address("en/?q=ener").await?;
        visitor
            .wait_until(FOCUSED, &json!("results-heading"))
            .await?;
        visitor.wait_until(SHOWN, &json!([])).await?;

        // The first Escape hides the suggestions, the second clears the text.
        type_text(visitor, "en/", "ener").await?;
        visitor.press(Key::Escape).await?;
        visitor.wait_until(SHOWN, &json!([])).await?;
        visitor.wait_until(TEXT, &json!("ener")).await?;
        visitor.press(Key::Escape).await?;
        visitor.wait_until(TEXT, &json!("")).await?;

        // The arrow leads through the suggestions and past them to the results.
        type_text(visitor, "en/", "ener").await?;
        let count: usize = visitor.read(&format!("{SHOWN}.length")).await?;
        for _ in 0..count {
            visitor.press(Key::Down).await?;
            visitor.wait_until(FOCUSED, &json!("search")).await?;
        }
        visitor.press(Key::Down).await?;
        let results = visitor.results().await?;
        let focus = visitor.focus().await?;
        ensure!(
            focus.value == format!("/en/clusters/{}/", results[0]),
            "{focus:?}"
        );
        visitor.wait_until(SHOWN, &json!([])).await
    })
    .await
}

#[tokio::test]
async fn the_arrows_mark_one_suggestion_and_lead_back_to_the_text() -> Result<()> {
    visit(Setup::default(), async |visitor| {
        type_text(visitor, "en/", "it").await?;
        let shown: Vec<String> = visitor.read(SHOWN).await?;
        ensure!(shown.len() > 1, "too few suggestions: {shown:?}");
        visitor.wait_until(ACTIVE, &json!(null)).await?;
        for key in [Key::Down, Key::Down] {
            visitor.press(key).await?;
        }
        visitor.wait_until(ACTIVE, &json!(shown[1])).await?;
        let selected = "document.querySelectorAll('[role=option][aria-selected=true]').length";
        visitor.wait_until(selected, &json!(1)).await?;
        for key in [Key::Up, Key::Up] {
            visitor.press(key).await?;
        }
        visitor.wait_until(ACTIVE, &json!(null)).await?;
        // Another letter starts the suggestions again.
        visitor.press(Key::Down).await?;
        visitor.press("a").await?;
        visitor.wait_until(ACTIVE, &json!(null)).await
    })
    .await
}

#[tokio::test]
async fn suggestions_move_nothing_and_disappear_when_the_focus_leaves() -> Result<()> {
    visit(Setup::default(), async |visitor| {
        visitor.open("en/?q=energy").await?;
        let top = "Math.round(document.querySelector('.browse').getBoundingClientRect().top)";
        let before: i64 = visitor.read(top).await?;
        // A text that was opened, not typed, is complete.
        visitor.click_on(BOX).await?;
        visitor.wait_until(SHOWN, &json!([])).await?;
        visitor.press(Key::End).await?;
        visitor.press(Key::Backspace).await?;
        visitor.wait_for(&format!("{SHOWN}.length > 0")).await?;
        visitor.wait_until(top, &json!(before)).await?;
        let announced = "document.querySelector('.search-field [aria-live]').textContent";
        let text: String = visitor.read(announced).await?;
        ensure!(text.contains("suggestion"), "announced: {text}");
        visitor.press(Key::Tab).await?;
        visitor.wait_until(SHOWN, &json!([])).await
    })
    .await
}
