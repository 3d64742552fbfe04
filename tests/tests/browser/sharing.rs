//! Sharing a page.

use anyhow::Result;
use serde_json::{Value, json};
use tests::{Setup, Visitor, visit};

const LINK: &str = "document.querySelector('#permalink').value";
const SHARE: &str = ".share button";
const OUTCOME: &str = ".share [role=status]";

/// Replaces an API of the browser on the current page.
async fn browser_with(visitor: &Visitor, name: &str, value: &str) -> Result<()> {
    let script = format!(
        "Object.defineProperty(navigator, '{name}', {{value: {value}, configurable: true}})"
    );
    visitor.execute(script, Vec::new()).await?;
    Ok(())
}

#[tokio::test]
async fn the_shared_link_is_the_address() -> Result<()> {
    visit(Setup::default(), async |visitor| {
        visitor.open("en/?area=energy").await?;
        let link = visitor.site.url("en/?area=energy");
        visitor.wait_until(LINK, &json!(link)).await?;
        visitor
            .click_on("input[name=level][value=regional]")
            .await?;
        visitor
            .wait_for_address("en/?area=energy&level=regional")
            .await?;
        visitor.wait_for(&format!("{LINK} === location.href")).await
    })
    .await
}

#[tokio::test]
async fn the_systems_share_sheet_gets_the_link() -> Result<()> {
    visit(Setup::default(), async |visitor| {
        visitor.open("it/clusters/le2c/").await?;
        let sheet = "(what) => { globalThis.shared = what; return Promise.resolve(); }";
        browser_with(visitor, "share", sheet).await?;
        visitor.click_on(SHARE).await?;
        let shared = json!({
            "url": visitor.site.url("it/clusters/le2c/"),
            "title": visitor.title().await?,
        });
        visitor.wait_until("globalThis.shared", &shared).await
    })
    .await
}

#[tokio::test]
async fn without_a_share_sheet_the_link_is_copied() -> Result<()> {
    visit(Setup::default(), async |visitor| {
        visitor.open("en/clusters/le2c/").await?;
        let clipboard =
            "{writeText: (text) => { globalThis.copied = text; return Promise.resolve(); }}";
        browser_with(visitor, "share", "undefined").await?;
        browser_with(visitor, "clipboard", clipboard).await?;
        visitor.click_on(SHARE).await?;
        visitor.wait_for_text(OUTCOME, "Link copied").await?;
        let link = json!(visitor.site.url("en/clusters/le2c/"));
        visitor.wait_until("globalThis.copied", &link).await
    })
    .await
}

#[tokio::test]
async fn without_a_clipboard_the_link_is_selected() -> Result<()> {
    visit(Setup::default(), async |visitor| {
        visitor.open("en/clusters/le2c/").await?;
        for missing in ["share", "clipboard"] {
            browser_with(visitor, missing, "undefined").await?;
        }
        visitor.click_on(SHARE).await?;
        visitor.wait_for_text(OUTCOME, "Link selected").await?;
        let link = json!(visitor.site.url("en/clusters/le2c/"));
        visitor
            .wait_until("document.getSelection().toString()", &link)
            .await
    })
    .await
}

#[tokio::test]
async fn a_qr_code_is_shown_on_request() -> Result<()> {
    visit(Setup::default(), async |visitor| {
        visitor.open("en/clusters/le2c/").await?;
        let fetched = "performance.getEntriesByType('resource').filter((it) => it.name.includes('/qr/')).length";
        assert_eq!(visitor.read::<u32>(fetched).await?, 0);
        visitor.click_on(".share details[data-print] summary").await?;
        let shown = "document.querySelector('.share img').naturalWidth > 0";
        visitor.wait_for(shown).await?;
        // A code stands for a page, so there is none for a search.
        visitor.open("en/?q=energy").await?;
        let codes = "document.querySelectorAll('.share img').length";
        assert_eq!(visitor.read::<u32>(codes).await?, 0);
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_citation_has_the_date_of_access() -> Result<()> {
    visit(Setup::default(), async |visitor| {
        visitor.open("en/clusters/le2c/").await?;
        visitor
            .click_on(".share details:last-of-type summary")
            .await?;
        let today: Value = visitor
            .read("new Date().toISOString().slice(0, 10)")
            .await?;
        let today = today.as_str().unwrap_or_default();
        let link = visitor.site.url("en/clusters/le2c/");
        for (form, words) in [
            (1, format!("{link} (accessed {today})")),
            (2, format!("urldate = {{{today}}}")),
            (3, format!("Y2  - {}", today.replace('-', "/"))),
        ] {
            visitor
                .wait_for_text(&format!(".share pre:nth-of-type({form})"), &words)
                .await?;
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn the_canonical_link_is_never_another_page() -> Result<()> {
    // Phones share the canonical address instead of the one in the address bar.
    const CANONICAL: &str = "document.querySelector('link[rel=canonical]')?.href ?? null";
    visit(Setup::default(), async |visitor| {
        visitor.open("en/clusters/le2c/").await?;
        let canonical: Value = visitor.read(CANONICAL).await?;
        let canonical = canonical.as_str().unwrap_or_default();
        assert!(canonical.ends_with("/en/clusters/le2c/"), "{canonical}");
        visitor.click_on("a[href$='/en/areas/energy/']").await?;
        visitor.wait_for_address("en/areas/energy/").await?;
        visitor.wait_until(CANONICAL, &Value::Null).await?;
        visitor.open("en/?q=energy").await?;
        visitor.wait_until(CANONICAL, &Value::Null).await
    })
    .await
}
