//! Browsers that refuse or lack a feature.

use anyhow::Result;
use serde_json::{Value, json};
use site_server::{Action, Fault};
use tests::{Setup, Visitor, visit};

/// Types, follows a result and comes back, all of which works without the network.
async fn works_normally(visitor: &Visitor) -> Result<()> {
    visitor.click_on("[role=searchbox]").await?;
    visitor.press("energy").await?;
    visitor
        .wait_for("document.querySelector('[role=searchbox]').value === 'energy'")
        .await?;
    let first = "main article a[href*='/clusters/']";
    let name = visitor.text_of(first).await?;
    visitor.click_on(first).await?;
    visitor
        .wait_until(
            "document.querySelector('h1').innerText",
            &Value::from(name.as_str()),
        )
        .await?;
    visitor.back().await?;
    visitor
        .wait_for("document.querySelector('[role=searchbox]')?.value === 'energy'")
        .await
}

#[tokio::test]
async fn offline_after_load() -> Result<()> {
    visit(Setup::default(), async |visitor| {
        visitor.open("en/").await?;
        visitor.wait_for_all_code().await?;
        // The map around a cluster's city is only shown if it can be downloaded.
        visitor.allow_console_error("/map_small-");
        visitor
            .site
            .faults()
            .set([Fault::always("", Action::HangUp)]);
        works_normally(visitor).await
    })
    .await
}

#[tokio::test]
async fn storage_throws() -> Result<()> {
    const DENIED: &str = "for (const kind of ['sessionStorage', 'localStorage']) {
        Object.defineProperty(globalThis, kind, {
            get() { throw new DOMException('denied', 'SecurityError'); },
        });
    }";
    visit(Setup::default(), async |visitor| {
        visitor.site.preload().add(DENIED);
        visitor.open("en/").await?;
        let denied = "(() => { try { return !sessionStorage } catch { return true } })()";
        assert!(visitor.read::<bool>(denied).await?);
        works_normally(visitor).await
    })
    .await
}

#[tokio::test]
async fn trusted_types_are_on() -> Result<()> {
    const SINKS: &str = "[
        () => document.createElement('script').src = 'data:text/javascript,0',
        () => document.createElement('p').innerHTML = '<b>bold</b>',
        () => trustedTypes.createPolicy('default', { createHTML: (markup) => markup }),
    ].map((sink) => {
        try {
            sink();
            return 'taken';
        } catch (error) {
            return error.name;
        }
    })";
    visit(Setup::default(), async |visitor| {
        // Each browser words the refused sink differently.
        visitor.allow_console_error("TrustedScriptURL");
        visitor.allow_console_error("TrustedHTML");
        visitor.allow_console_error("trusted-types");
        visitor.open("en/").await?;
        let outcomes: Vec<String> = visitor.read(SINKS).await?;
        assert_eq!(outcomes, ["TypeError"; 3]);
        works_normally(visitor).await
    })
    .await
}

#[tokio::test]
async fn back_to_a_previous_page() -> Result<()> {
    visit(Setup::default(), async |visitor| {
        visitor.open("en/?q=energy").await?;
        visitor.open("it/about/").await?;
        visitor.back().await?;
        visitor.wait_until_ready().await?;
        let shown = visitor.results().await?;
        assert!(!shown.is_empty());
        // Restored from the back/forward cache or loaded again, the page has one working app.
        let apps = "document.querySelectorAll('main').length";
        assert_eq!(visitor.read::<u32>(apps).await?, 1);
        visitor.click_on("[role=searchbox]").await?;
        visitor.press(" clean").await?;
        let asked = "document.querySelector('[role=searchbox]').value";
        visitor.wait_until(asked, &json!("energy clean")).await?;
        visitor.wait_for_address("en/?q=energy+clean").await
    })
    .await
}
