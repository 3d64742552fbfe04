//! Saved clusters: kept in the browser, sent as a link, opened as an ordinary list.

use anyhow::Result;
use serde_json::json;
use tests::{Setup, Visitor, visit};

const STORED: &str = "localStorage.getItem('technology-clusters-shortlist')";
const LINK: &str = ".site-header a[href*='cluster=']";
const PRESSED: &str = "[...document.querySelectorAll('.save-button[aria-pressed=true]')].length";

/// The link to the saved clusters, relative to the site.
const LIST: &str = "en/?cluster=afil&cluster=le2c";

async fn save(visitor: &Visitor, id: &str) -> Result<()> {
    visitor
        .click_on(&format!(
            "article:has(a[href$='/clusters/{id}/']) .save-button"
        ))
        .await
}

#[tokio::test]
async fn saved_clusters_are_a_list_that_opens_for_everyone() -> Result<()> {
    visit(Setup::default(), async |visitor| {
        visitor.open("en/?region=lombardia").await?;
        assert!(visitor.texts_of(LINK).await?.is_empty());
        save(visitor, "le2c").await?;
        visitor.wait_for_text(LINK, "Saved (1)").await?;
        save(visitor, "afil").await?;
        visitor.wait_for_text(LINK, "Saved (2)").await?;
        visitor.wait_until(STORED, &json!("le2c afil")).await?;
        visitor.wait_until(PRESSED, &json!(2)).await?;
        visitor.click_on(LINK).await?;
        visitor.wait_for_address(LIST).await?;
        visitor.wait_for_total("2 clusters").await?;
        visitor
            .wait_for_text(".chip", "Selected clusters: 2")
            .await?;
        visitor
            .wait_for_text(".saved-note", "Saved in this browser only")
            .await?;
        // The list is an ordinary one: all views, and its comparison.
        visitor
            .click_on(".view-switch a[href*='view=table']")
            .await?;
        visitor
            .wait_for_address("en/?cluster=afil&cluster=le2c&view=table")
            .await?;
        visitor.wait_until(PRESSED, &json!(2)).await?;
        visitor
            .click_on(".compare-links a[href$='/en/compare/?cluster=afil&cluster=le2c']")
            .await?;
        visitor
            .wait_for_text("main [role=status]", "2 side by side")
            .await?;
        // Another visit finds them, and another page removes one.
        visitor.open("en/clusters/le2c/").await?;
        visitor.wait_for_text(LINK, "Saved (2)").await?;
        visitor
            .click_on(".actions .save-button[aria-pressed=true]")
            .await?;
        visitor.wait_for_text(LINK, "Saved (1)").await?;
        visitor.wait_until(STORED, &json!("afil")).await
    })
    .await?;
    // The person who gets the link has saved nothing.
    visit(Setup::default(), async |visitor| {
        visitor.open(&format!("{LIST}&cluster=nothing")).await?;
        visitor.wait_for_total("2 clusters").await?;
        visitor
            .wait_for_text(".chip", "Selected clusters: 3 (1 not in this catalogue)")
            .await?;
        visitor.wait_until(STORED, &json!(null)).await?;
        visitor.click_on(".saved-note button").await?;
        visitor.wait_for_text(LINK, "Saved (3)").await?;
        visitor.wait_until(PRESSED, &json!(2)).await?;
        visitor.click_on(".saved-note button").await?;
        visitor.wait_until(PRESSED, &json!(0)).await?;
        visitor.wait_until(STORED, &json!("")).await?;
        visitor.click_on(".chip").await?;
        visitor.wait_for_address("en/").await?;
        visitor.wait_for_all_clusters().await
    })
    .await
}

#[tokio::test]
async fn a_browser_that_keeps_nothing_says_so_and_the_link_still_works() -> Result<()> {
    const DENIED: &str = "Object.defineProperty(globalThis, 'localStorage', {
        get() { throw new DOMException('denied', 'SecurityError'); },
    })";
    const FULL: &str = "Storage.prototype.setItem = () => {
        throw new DOMException('full', 'QuotaExceededError');
    }";
    for fault in [DENIED, FULL] {
        visit(Setup::default(), async |visitor| {
            visitor.site.preload().add(fault);
            visitor.open("en/?region=lombardia").await?;
            save(visitor, "le2c").await?;
            visitor
                .wait_for_text("[role=alert]", "does not let the page save clusters")
                .await?;
            save(visitor, "afil").await?;
            visitor.wait_for_text(LINK, "Saved (2)").await?;
            visitor.click_on(LINK).await?;
            visitor.wait_for_address(LIST).await?;
            visitor.wait_for_total("2 clusters").await?;
            visitor
                .wait_for_text(".saved-note", "This list is kept in the link")
                .await
        })
        .await?;
    }
    Ok(())
}

#[tokio::test]
async fn tabs_share_the_saved_clusters_and_lose_none() -> Result<()> {
    /// What another tab has stored meanwhile; browsers notify all tabs except the one that did it.
    const ELSEWHERE: &str =
        "localStorage.setItem('technology-clusters-shortlist', 'afil unheard-of');
        dispatchEvent(new StorageEvent('storage'));";
    visit(Setup::default(), async |visitor| {
        visitor.open("en/?region=lombardia").await?;
        visitor.execute(ELSEWHERE, Vec::new()).await?;
        visitor.wait_for_text(LINK, "Saved (2)").await?;
        visitor.wait_until(PRESSED, &json!(1)).await?;
        save(visitor, "le2c").await?;
        // An id that this data does not know is kept for the day when it does.
        visitor
            .wait_until(STORED, &json!("afil unheard-of le2c"))
            .await
    })
    .await
}
