//! A new version is published while a visitor has a page of the old one.

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

/// The catalogue's page as an earlier version had it, with a file whose name nobody knows any more.
fn old_page(file: &str) -> Result<Fault> {
    changed("en/", |page| page.replace(file, &format!("{file}old-")))
}

async fn loads(visitor: &Visitor, count: u32) -> Result<()> {
    visitor
        .wait_until("globalThis.loads", &Value::from(count.to_string()))
        .await
}

#[tokio::test]
async fn a_page_whose_files_are_gone_is_loaded_anew() -> Result<()> {
    for file in FILES {
        visit(Setup::default(), async |visitor| {
            visitor.allow_complaint("old-");
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
async fn a_page_that_reads_newer_data_is_loaded_anew() -> Result<()> {
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
        visitor.open_unready("en/").await?;
        loads(visitor, 2).await?;
        visitor.wait_until_ready().await
    })
    .await
}

#[tokio::test]
async fn a_page_that_stays_old_is_not_loaded_for_ever() -> Result<()> {
    const DENIED: &str = "Object.defineProperty(globalThis, 'sessionStorage', {
        get() { throw new DOMException('denied', 'SecurityError'); },
    });";
    for denied in ["", DENIED] {
        visit(Setup::default(), async |visitor| {
            visitor.expect_complaint("missing:");
            visitor.allow_complaint("old-");
            visitor.site.preload().add(&format!("{COUNT} {denied}"));
            // A cache on the way goes on handing out the old page, save to whoever passes by it.
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
                // Whether it is asked past the cache once more depends on what can be remembered.
                old,
            ]);
            visitor.open_unready("en/").await?;
            visitor.wait_for_failure("did not have a file").await?;
            loads(visitor, 2).await
        })
        .await?;
    }
    Ok(())
}

#[tokio::test]
async fn a_page_that_is_open_needs_nothing_of_its_own_version() -> Result<()> {
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
