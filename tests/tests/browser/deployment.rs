//! A new version is published while a visitor has a page of the old version open.

use anyhow::Result;
use serde_json::Value;
use site_server::{Action, Fault};
use tests::{Setup, Visitor, changed, visit};

/// Counts how often pages are loaded.
const COUNT: &str = "sessionStorage.loads = Number(sessionStorage.loads ?? 0) + 1;
    globalThis.loads = sessionStorage.loads;";

const FILES: [&str; 3] = [
    "data-wasm=\"/clusters_bg-",
    "data-js=\"/clusters-",
    "data-catalogue=\"/data/catalogue-",
];

/// The catalogue page of an earlier version, with a file name that no longer exists.
fn old_page(file: &str) -> Result<Fault> {
    changed("en/", |page| page.replace(file, &format!("{file}old-")))
}

async fn loads(visitor: &Visitor, count: u32) -> Result<()> {
    visitor
        .wait_until("globalThis.loads", &Value::from(count.to_string()))
        .await
}

#[tokio::test]
async fn a_page_with_missing_files_reloads() -> Result<()> {
    for file in FILES {
        visit(Setup::default(), async |visitor| {
            visitor.allow_console_error("old-");
            visitor.site.preload().add(COUNT);
            let old = old_page(file)?;
            visitor.site.faults().set([Fault {
                times: Some(1),
                ..old
            }]);
            visitor.open("en/?q=energy").await?;
            loads(visitor, 2).await?;
            assert!(
                visitor
                    .read("!document.querySelector('[role=alert]')")
                    .await?
            );
            visitor.wait_for_address("en/?q=energy").await
        })
        .await?;
    }
    Ok(())
}

#[tokio::test]
async fn a_page_with_newer_data_reloads() -> Result<()> {
    visit(Setup::default(), async |visitor| {
        visitor.site.preload().add(COUNT);
        let newer = Action::Body {
            content_type: "application/json".to_owned(),
            bytes: b"{\"schema_version\": 2}".to_vec(),
        };
        let old = old_page(FILES[2])?;
        visitor.site.faults().set([
            Fault {
                times: Some(1),
                ..old
            },
            Fault::always("catalogue-old-", newer),
        ]);
        visitor.open_without_waiting("en/").await?;
        loads(visitor, 2).await?;
        visitor.wait_until_ready().await
    })
    .await
}

#[tokio::test]
async fn an_outdated_page_does_not_reload_for_ever() -> Result<()> {
    const DENIED: &str = "Object.defineProperty(globalThis, 'sessionStorage', {
        get() { throw new DOMException('denied', 'SecurityError'); },
    });";
    for denied in ["", DENIED] {
        visit(Setup::default(), async |visitor| {
            visitor.expect_console_error("missing:");
            visitor.allow_console_error("old-");
            visitor.site.preload().add(&format!("{COUNT} {denied}"));
            // A cache in between keeps sending the old page, except to requests that bypass it.
            let old = old_page(FILES[0])?;
            let new = changed("en/", |page| format!("{page}\n"))?;
            visitor.site.faults().set([
                Fault {
                    times: Some(1),
                    ..old.clone()
                },
                Fault {
                    times: Some(1),
                    ..new
                },
                Fault {
                    times: Some(1),
                    ..old.clone()
                },
                // Whether the page is requested past the cache again depends on whether storage
                // works.
                old,
            ]);
            visitor.open_without_waiting("en/").await?;
            visitor.wait_for_failure("does not have a file").await?;
            loads(visitor, 2).await
        })
        .await?;
    }
    Ok(())
}

#[tokio::test]
async fn an_open_page_needs_no_file_of_its_version() -> Result<()> {
    visit(Setup::default(), async |visitor| {
        visitor.open("en/").await?;
        let gone = [".wasm", "/clusters-", "/boot-", ".css", "/data/catalogue-"];
        let gone = gone.map(|path| Fault::always(path, Action::Missing));
        visitor.site.faults().set(gone);
        visitor
            .click_on("main article a[href*='/clusters/']")
            .await?;
        visitor
            .wait_for("location.pathname.includes('/clusters/')")
            .await?;
        visitor
            .wait_for("!!document.querySelector('article.page h1, h1')")
            .await?;
        visitor.click_on("header a[hreflang=it]").await?;
        visitor
            .wait_for("document.documentElement.lang === 'it'")
            .await?;
        visitor.back().await?;
        visitor.back().await?;
        visitor
            .wait_for("document.querySelectorAll('main article').length > 1")
            .await
    })
    .await
}
