//! Visits by keyboard alone. `tab_to` checks at every stop that the focus is visible.

use anyhow::{Context, Result, ensure};
use serde_json::json;
use tests::{Focus, Setup, Visitor, visit};
use thirtyfour::Key;

const CHIPS: &str = "document.querySelectorAll('.chips li').length";
const FOCUSED: &str = "document.activeElement.id";

fn is_box(name_and_value: &str) -> impl Fn(&Focus) -> bool {
    move |focus| focus.tag == "input" && focus.value == name_and_value
}

#[tokio::test]
async fn a_cluster_is_found_and_opened_by_keys() -> Result<()> {
    visit(Setup::default(), async |visitor| {
        visitor.open("en/").await?;
        visitor.press("/").await?;
        visitor.wait_until(FOCUSED, &json!("search")).await?;
        visitor.press("hydrogen").await?;
        visitor.wait_for_address("en/?q=hydrogen").await?;
        let results = visitor.results().await?;
        let first = results.first().context("no cluster works on hydrogen")?;

        visitor.press(Key::Down).await?;
        let focus = visitor.focus().await?;
        assert_eq!(focus.value, format!("/en/clusters/{first}/"), "{focus:?}");
        assert!(focus.is_visible, "{focus:?}");
        visitor.press(Key::Enter).await?;
        visitor
            .wait_until("document.activeElement.tagName", &json!("H1"))
            .await?;
        visitor
            .wait_for_address(&format!("en/clusters/{first}/"))
            .await
    })
    .await
}

#[tokio::test]
async fn escape_clears_the_box_and_shortcuts_do_not_steal_letters() -> Result<()> {
    visit(Setup::default(), async |visitor| {
        visitor.open("en/?area=energy").await?;
        visitor.press("/").await?;
        visitor.press("I/O").await?;
        let typed = "document.querySelector('[role=searchbox]').value";
        visitor.wait_until(typed, &json!("I/O")).await?;
        visitor.wait_for_address("en/?q=I%2FO&area=energy").await?;
        visitor.press(Key::Escape).await?;
        visitor.wait_until(typed, &json!("")).await?;
        visitor.wait_for_address("en/?area=energy").await?;
        visitor.wait_until(FOCUSED, &json!("search")).await
    })
    .await
}

#[tokio::test]
async fn three_facets_are_chosen_and_removed_by_keys() -> Result<()> {
    visit(Setup::default(), async |visitor| {
        visitor.open("en/").await?;
        for (value, address) in [
            ("energy", "en/?area=energy"),
            ("regional", "en/?area=energy&level=regional"),
            ("IT", "en/?area=energy&level=regional&country=IT"),
        ] {
            visitor.tab_to(value, is_box(value)).await?;
            visitor.press(" ").await?;
            visitor.wait_for_address(address).await?;
            let focus = visitor.focus().await?;
            ensure!(is_box(value)(&focus), "choosing moved the focus: {focus:?}");
        }
        visitor.wait_for_chips(3).await?;
        let first = "Remove filter Subject area: Energy";
        visitor
            .tab_to("the chips", |focus| {
                focus.text.replace('\n', " ").starts_with(first)
            })
            .await?;
        for left in [2, 1, 0] {
            let focus = visitor.focus().await?;
            ensure!(
                focus.tag == "button",
                "the neighbour has the focus: {focus:?}"
            );
            visitor.press(Key::Enter).await?;
            visitor.wait_until(CHIPS, &json!(left)).await?;
            let wanted = if left > 0 { "button" } else { "h2" };
            let focused = "document.activeElement.localName";
            visitor.wait_until(focused, &json!(wanted)).await?;
        }
        visitor.wait_for_address("en/").await?;
        visitor.wait_until(FOCUSED, &json!("results-heading")).await
    })
    .await
}

#[tokio::test]
async fn language_and_theme_are_switched_by_keys() -> Result<()> {
    const GROUND: &str = "getComputedStyle(document.documentElement).backgroundColor";
    visit(Setup::default(), async |visitor| {
        visitor.open("en/areas/energy/").await?;
        visitor
            .wait_until(GROUND, &json!("rgb(255, 255, 255)"))
            .await?;
        visitor
            .tab_to("the theme", |focus| focus.tag == "select")
            .await?;
        // Typing the first letters of an option selects it.
        visitor.press("Dark").await?;
        visitor
            .wait_until(GROUND, &json!("rgb(16, 22, 29)"))
            .await?;

        visitor
            .tab_to("Italian", |focus| focus.id == "language-it")
            .await?;
        visitor.press(Key::Enter).await?;
        visitor.wait_for_address("it/areas/energy/").await?;
        visitor.wait_for_text("h1", "Energia").await?;
        assert_eq!(visitor.read::<String>(GROUND).await?, "rgb(16, 22, 29)");
        let theme = "document.querySelector('.site-bar[lang=it] select').selectedOptions[0].text";
        assert_eq!(visitor.read::<String>(theme).await?, "Scuro");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn the_letter_key_can_be_switched_off() -> Result<()> {
    const HINT: &str = "document.querySelector('.search-shortcut').checkVisibility()";
    visit(Setup::default(), async |visitor| {
        visitor.open("en/").await?;
        visitor.wait_until(HINT, &json!(true)).await?;
        visitor.open("en/about/").await?;
        let is_switch = |focus: &Focus| focus.tag == "input" && focus.value == "on";
        visitor.tab_to("the switch", is_switch).await?;
        visitor.press(" ").await?;
        visitor.open("en/").await?;
        visitor.press("/").await?;
        // If the shortcut had moved the focus to the box, this would be typed into it.
        visitor.press("x").await?;
        assert_eq!(visitor.focus().await?.tag, "body");
        assert_eq!(visitor.address().await?, "en/");
        visitor.wait_until(HINT, &json!(false)).await
    })
    .await
}

#[tokio::test]
async fn all_targets_are_large_enough() -> Result<()> {
    // Success criterion 2.5.8; links within sentences are exempt, and checkboxes have their labels.
    const SMALL: &str = "[...document.querySelectorAll('button, select, summary, input:not([type=checkbox]), label:has([type=checkbox]), .tag, .source-mark, nav a, .site-footer-inner li')]
        .filter((target) => target.checkVisibility())
        .map((target) => [target, target.getBoundingClientRect()])
        .filter(([, {width, height}]) => width < 24 || height < 24)
        .map(([target, {width, height}]) => `${target.outerHTML.slice(0, 80)}: ${width} × ${height}`)";
    for setup in [Setup::default(), Setup::on_phone()] {
        visit(setup, async |visitor: &Visitor| {
            for page in [
                "en/?q=energia&area=energy",
                "it/clusters/le2c/",
                "en/about/",
            ] {
                visitor.open(page).await?;
                let small: Vec<String> = visitor.read(SMALL).await?;
                assert!(small.is_empty(), "{page}: {small:#?}");
            }
            Ok(())
        })
        .await?;
    }
    Ok(())
}
