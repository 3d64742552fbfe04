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
async fn a_citation_has_the_local_date_of_access() -> Result<()> {
    visit(Setup::default(), async |visitor| {
        // At any time, the date in one of these differs from the UTC date.
        for zone in ["Pacific/Kiritimati", "Etc/GMT+12"] {
            visitor
                .cdp()
                .send_raw("Emulation.setTimezoneOverride", json!({"timezoneId": zone}))
                .await?;
            visitor.open("en/clusters/le2c/?utm_source=letter").await?;
            visitor
                .click_on(".share details:last-of-type summary")
                .await?;
            // The way Swedes write a date: year, month, day.
            let today: String = visitor.read("new Date().toLocaleDateString('sv')").await?;
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
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn foreign_parameters_are_not_shared() -> Result<()> {
    visit(Setup::default(), async |visitor| {
        visitor
            .open("en/clusters/le2c/?utm_source=letter&fbclid=1")
            .await?;
        let link = visitor.site.url("en/clusters/le2c/");
        visitor
            .wait_until("document.querySelector('#permalink').value", &json!(link))
            .await?;
        visitor
            .wait_until(
                "document.querySelectorAll('.share [data-print]').length",
                &json!(1),
            )
            .await?;
        visitor
            .wait_for(
                "document.querySelector('link[rel=canonical]').href.endsWith('/clusters/le2c/')",
            )
            .await?;
        visitor
            .wait_for("location.search.includes('fbclid')")
            .await?;
        visitor.open("en/?q=energy&utm_source=letter").await?;
        let link = visitor.site.url("en/?q=energy");
        visitor
            .wait_until("document.querySelector('#permalink').value", &json!(link))
            .await
    })
    .await
}

#[tokio::test]
async fn a_page_that_does_not_exist_is_not_shared() -> Result<()> {
    visit(Setup::default(), async |visitor| {
        visitor.open("en/").await?;
        for path in ["en/clusters/no-such-cluster/", "en/organisations/nobody/"] {
            visitor
                .execute_async(
                    "const [path, done] = arguments; history.pushState(null, '', path); dispatchEvent(new PopStateEvent('popstate')); setTimeout(done, 0)",
                    vec![json!(visitor.site.url(path))],
                )
                .await?;
            visitor.wait_for_text("h1", "Page not found").await?;
            visitor
                .wait_until("document.querySelectorAll('.share').length", &json!(0))
                .await?;
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn the_title_of_a_listing_names_the_question() -> Result<()> {
    visit(Setup::default(), async |visitor| {
        visitor
            .open("en/?q=hydrogen&area=energy&level=regional")
            .await?;
        visitor
            .wait_until(
                "document.title",
                &json!("hydrogen, Energy, Regional – Technology Clusters"),
            )
            .await
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
