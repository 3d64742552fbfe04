//! The most common visit: search, filter, read one cluster, send its link, go back; and a short random
//! walk (`cargo xtask bench soak` runs long ones).

use anyhow::{Context, Result};
use serde_json::{Value, json};
use tests::{BuiltSite, Focus, RandomWalk, Setup, Visitor, references_after_typing, visit};
use thirtyfour::Key;

const ASKED: &str = "en/?q=cluster&area=energy";
const ASKED_BOTH: &str = "en/?q=cluster&area=energy&area=life-sciences";
const FIRST_AREA: &str = "input[name=area][value=energy]";
const SECOND_AREA: &str = "input[name=area][value=life-sciences]";
const COPY: &str = ".share button";

/// The state that must be the same when a visitor comes back to a listing.
#[derive(Debug, PartialEq)]
struct ListingSnapshot {
    address: String,
    typed: Value,
    ticked: Vec<String>,
    results: Vec<String>,
    scroll: i64,
}

async fn look(visitor: &Visitor) -> Result<ListingSnapshot> {
    Ok(ListingSnapshot {
        address: visitor.address().await?,
        typed: visitor
            .read("document.querySelector('[role=searchbox]').value")
            .await?,
        ticked: visitor.ticked().await?,
        results: visitor.results().await?,
        scroll: visitor.scroll().await?,
    })
}

fn is_box(value: &str) -> impl Fn(&Focus) -> bool {
    move |focus| focus.tag == "input" && focus.value == value
}

fn is_link_to(href: &str) -> impl Fn(&Focus) -> bool {
    move |focus| focus.tag == "a" && focus.value == href
}

#[tokio::test]
async fn search_read_share_and_go_back_by_mouse() -> Result<()> {
    for place in BuiltSite::ALL {
        visit(Setup::at(place), by_mouse).await?;
    }
    Ok(())
}

async fn by_mouse(visitor: &Visitor) -> Result<()> {
    allow_clipboard(visitor).await?;
    visitor.open("en/").await?;
    visitor.click_on("[role=searchbox]").await?;
    visitor.press("cluster").await?;
    visitor.wait_for_address("en/?q=cluster").await?;
    visitor.click_on(FIRST_AREA).await?;
    visitor.wait_for_address(ASKED).await?;

    visitor.scroll_to(SECOND_AREA).await?;
    let one_area = look(visitor).await?;
    assert_eq!(one_area.ticked, ["area=energy"]);
    visitor.click_on(SECOND_AREA).await?;
    visitor.wait_for_address(ASKED_BOTH).await?;

    let third = third_result(visitor).await?;
    let third_link = format!("main a[href='{third}']");
    visitor.scroll_to(&third_link).await?;
    let both_areas = look(visitor).await?;
    assert_eq!(both_areas.ticked, ["area=energy", "area=life-sciences"]);
    assert!(
        both_areas.scroll > 0,
        "the third result is not on the first screen"
    );
    visitor.click_on(&third_link).await?;
    visitor
        .wait_until("location.pathname", &json!(third))
        .await?;

    visitor.click_on(COPY).await?;
    visitor
        .wait_for_text(".share [role=status]", "copied")
        .await?;
    shows_the_same_in_a_new_window(visitor).await?;

    visitor.back().await?;
    visitor.wait_for_address(ASKED_BOTH).await?;
    visitor
        .wait_until("document.activeElement.getAttribute('href')", &json!(third))
        .await?;
    assert_eq!(look(visitor).await?, both_areas);
    visitor.back().await?;
    visitor.wait_for_address(ASKED).await?;
    // The focus was on the checkbox when the page was left.
    visitor
        .wait_until("document.activeElement.value", &json!("life-sciences"))
        .await?;
    assert_eq!(look(visitor).await?, one_area);
    Ok(())
}

#[tokio::test]
async fn search_read_share_and_go_back_by_keyboard() -> Result<()> {
    visit(Setup::default(), async |visitor| {
        allow_clipboard(visitor).await?;
        visitor.open("en/").await?;
        visitor
            .tab_to("the search box", |focus| focus.id == "search")
            .await?;
        visitor.press("cluster").await?;
        visitor.wait_for_address("en/?q=cluster").await?;
        visitor.tab_to("the first area", is_box("energy")).await?;
        visitor.press(" ").await?;
        visitor.wait_for_address(ASKED).await?;
        assert!(
            is_box("energy")(&visitor.focus().await?),
            "choosing does not move the focus"
        );
        let one_area = look(visitor).await?;
        visitor
            .tab_to("the second area", is_box("life-sciences"))
            .await?;
        visitor.press(" ").await?;
        visitor.wait_for_address(ASKED_BOTH).await?;

        let third = third_result(visitor).await?;
        visitor
            .tab_to("the third result", is_link_to(&third))
            .await?;
        let both_areas = look(visitor).await?;
        visitor.press(Key::Enter).await?;
        visitor
            .wait_until("location.pathname", &json!(third))
            .await?;
        // Screen readers read the heading first.
        visitor
            .wait_until("document.activeElement.tagName", &json!("H1"))
            .await?;
        assert_eq!(visitor.scroll().await?, 0);

        visitor
            .tab_to("the share button", |focus| focus.text == "Share")
            .await?;
        visitor.press(Key::Enter).await?;
        visitor
            .wait_for_text(".share [role=status]", "copied")
            .await?;
        shows_the_same_in_a_new_window(visitor).await?;

        // Alt and the left arrow are handled by the browser's window, which a headless browser
        // lacks.
        visitor.back().await?;
        visitor.wait_for_address(ASKED_BOTH).await?;
        visitor
            .wait_until("document.activeElement.getAttribute('href')", &json!(third))
            .await?;
        assert_eq!(look(visitor).await?, both_areas);
        visitor.press_with(Key::Shift, Key::Tab).await?;
        let before = visitor.focus().await?;
        assert!(
            before.is_visible && before.value != third,
            "back from the third result: {before:?}"
        );

        visitor.back().await?;
        visitor.wait_for_address(ASKED).await?;
        visitor
            .wait_until("document.activeElement.value", &json!("life-sciences"))
            .await?;
        let seen = look(visitor).await?;
        assert_eq!(
            ListingSnapshot {
                scroll: one_area.scroll,
                ..seen
            },
            one_area
        );
        Ok(())
    })
    .await
}

/// The `href` of the third result.
async fn third_result(visitor: &Visitor) -> Result<String> {
    let results = visitor.results().await?;
    let third = results
        .get(2)
        .context("there are fewer than three results")?;
    visitor
        .read(&format!(
            "document.querySelector('main a[href$=\"/clusters/{third}/\"]').getAttribute('href')"
        ))
        .await
}

async fn allow_clipboard(visitor: &Visitor) -> Result<()> {
    let permissions = json!({"permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"]});
    visitor
        .cdp()
        .send_raw("Browser.grantPermissions", permissions)
        .await?;
    Ok(())
}

/// Opens the link in the clipboard in a new window, which must show the same page.
async fn shows_the_same_in_a_new_window(visitor: &Visitor) -> Result<()> {
    const PAGE: &str = "[document.title, document.querySelector('h1').innerText,
        [...document.querySelectorAll('main :is(dl, h2, ol)')].map((part) => part.textContent)]";
    let read =
        "navigator.clipboard.readText().then(arguments[0], (error) => arguments[0](String(error)))";
    let copied: String = visitor.execute_async(read, Vec::new()).await?.convert()?;
    assert_eq!(copied, visitor.current_url().await?.to_string());
    let page: Value = visitor.read(PAGE).await?;

    let here = visitor.window().await?;
    let there = visitor.new_window().await?;
    visitor.switch_to_window(there).await?;
    visitor.goto(copied).await?;
    visitor.wait_until_ready().await?;
    assert_eq!(visitor.read::<Value>(PAGE).await?, page);
    visitor.close_window().await?;
    visitor.switch_to_window(here).await?;
    Ok(())
}

#[tokio::test]
async fn a_random_walk_always_shows_the_address() -> Result<()> {
    let walk = RandomWalk {
        steps: 200,
        seed: 1,
        compare_every: 50,
        measure_every: 100,
    };
    let mut measures = 0;
    walk.take(|_| measures += 1).await?;
    assert_eq!(measures, 2);
    Ok(())
}

/// The address bar waits for a pause in typing, and each letter cancels the timer of the letter
/// before.
#[tokio::test]
async fn typing_leaks_no_references() -> Result<()> {
    // The table grows by two thousand entries at a time, so a leak of one per letter would show.
    let held = references_after_typing(12, 200).await?;
    assert!(held.iter().all(|places| *places == held[0]), "{held:?}");
    Ok(())
}
