//! The address as the state of the page: history entries and links.

use std::collections::BTreeSet;

use anyhow::{Context, Result};
use serde_json::{Value, json};
use tests::{BuiltSite, Setup, Visitor, fixture, visit};
use thirtyfour::By;

const SEARCHED: &str = "document.querySelector('[role=searchbox]').value";
const LANGUAGE: &str = "document.documentElement.lang";

#[tokio::test]
async fn typing_replaces_the_entry_and_choosing_makes_one() -> Result<()> {
    for place in BuiltSite::ALL {
        visit(Setup::at(place), async |visitor| {
            visitor.open("en/").await?;
            let length = visitor.history_length().await?;
            visitor.click_on("[role=searchbox]").await?;
            visitor.press("ener").await?;
            visitor.wait_for_address("en/?q=ener").await?;
            visitor.press("gia").await?;
            visitor.wait_for_address("en/?q=energia").await?;
            assert_eq!(
                visitor.history_length().await?,
                length,
                "typing makes no entries"
            );
            visitor
                .click_on("input[name=level][value=national]")
                .await?;
            visitor
                .wait_for_address("en/?q=energia&level=national")
                .await?;
            assert_eq!(
                visitor.history_length().await?,
                length + 1,
                "choosing makes one"
            );
            Ok(())
        })
        .await?;
    }
    Ok(())
}

#[tokio::test]
async fn back_right_after_typing_shows_the_previous_address() -> Result<()> {
    visit(Setup::default(), async |visitor| {
        visitor.open("en/?q=agr").await?;
        // A separate entry with the same address.
        visitor.click_on(".view-switch a[aria-current]").await?;
        visitor.wait_for("history.length === 3").await?;
        visitor.click_on("[role=searchbox]").await?;
        visitor.press("o").await?;
        visitor.back().await?;
        let asked = "document.querySelector('[role=searchbox]').value";
        visitor.wait_until(asked, &json!("agr")).await?;
        visitor.wait_for_address("en/?q=agr").await
    })
    .await
}

#[tokio::test]
async fn choosing_right_after_typing_keeps_both() -> Result<()> {
    visit(Setup::default(), async |visitor| {
        visitor.open("en/").await?;
        visitor.click_on("[role=searchbox]").await?;
        // The address bar is still behind when the checkbox is clicked.
        visitor.press("energia").await?;
        visitor
            .click_on("input[name=level][value=national]")
            .await?;
        visitor
            .wait_for_address("en/?q=energia&level=national")
            .await?;
        visitor.back().await?;
        visitor.wait_for_address("en/?q=energia").await?;
        visitor.wait_until(SEARCHED, &json!("energia")).await?;
        assert_eq!(visitor.ticked().await?, Vec::<String>::new());
        Ok(())
    })
    .await
}

#[tokio::test]
async fn forward_and_reload_keep_everything() -> Result<()> {
    visit(Setup::default(), async |visitor| {
        visitor.open("en/?q=cluster").await?;
        visitor.click_on("input[name=area][value=energy]").await?;
        visitor
            .wait_for_address("en/?q=cluster&area=energy")
            .await?;
        visitor.wait_for_chips(1).await?;
        let results = visitor.results().await?;
        visitor.back().await?;
        visitor.wait_for_address("en/?q=cluster").await?;
        visitor.wait_for_chips(0).await?;
        assert_ne!(visitor.results().await?, results);
        visitor.forward().await?;
        visitor
            .wait_for_address("en/?q=cluster&area=energy")
            .await?;
        visitor.wait_for_chips(1).await?;
        assert_eq!(visitor.results().await?, results);

        visitor.scroll_to("main article:nth-of-type(3)").await?;
        let scroll = visitor.scroll().await?;
        visitor.refresh().await?;
        visitor.wait_until_ready().await?;
        assert_eq!(visitor.results().await?, results);
        assert_eq!(visitor.read::<String>(SEARCHED).await?, "cluster");
        assert_eq!(visitor.ticked().await?, ["area=energy"]);
        visitor
            .wait_until("Math.round(scrollY)", &json!(scroll))
            .await?;
        Ok(())
    })
    .await
}

#[tokio::test]
async fn the_link_wins_over_remembered_state() -> Result<()> {
    visit(
        Setup {
            languages: "it",
            ..Setup::default()
        },
        async |visitor| {
            visitor
                .open("it/?q=energia&area=energy&sort=name&view=table")
                .await?;
            visitor.open("en/").await?;
            assert_eq!(visitor.read::<String>(LANGUAGE).await?, "en");
            assert_eq!(visitor.read::<String>(SEARCHED).await?, "");
            assert_eq!(visitor.ticked().await?, Vec::<String>::new());
            assert_eq!(
                visitor
                    .read::<Value>("document.querySelector('main table')")
                    .await?,
                Value::Null
            );
            visitor.wait_for_all_clusters().await?;
            Ok(())
        },
    )
    .await
}

#[tokio::test]
async fn changing_the_language_keeps_page_and_query() -> Result<()> {
    // The key `from` is not ours and must be kept.
    let pages = [
        (
            "?q=energia&area=energy&sort=name&from=letter",
            "energia, Energia – Cluster tecnologici",
        ),
        (
            "areas/energy/?level=regional",
            "Energia, Regionale – Cluster tecnologici",
        ),
        (
            "clusters/le2c/",
            "Lombardy Energy Cleantech Cluster – Cluster tecnologici",
        ),
        (
            "organisations/university-of-brescia/",
            "Università degli Studi di Brescia – Cluster tecnologici",
        ),
        ("about/", "Informazioni – Cluster tecnologici"),
    ];
    for place in BuiltSite::ALL {
        visit(Setup::at(place), async |visitor| {
            for (path, title) in pages {
                visitor.open(&format!("en/{path}")).await?;
                let english = visitor.title().await?;
                let ticked = visitor.ticked().await?;
                visitor.click_on("#language-it").await?;
                visitor.wait_for_address(&format!("it/{path}")).await?;
                visitor.wait_until(LANGUAGE, &json!("it")).await?;
                let named = visitor.title().await?;
                assert!(named.ends_with(title), "{path}: {named}");
                assert_eq!(visitor.ticked().await?, ticked, "{path}");
                // The link is re-rendered and gets the focus back with the next frame.
                visitor
                    .wait_for("document.activeElement.id === 'language-it'")
                    .await
                    .with_context(|| path)?;
                visitor.back().await?;
                visitor.wait_until(LANGUAGE, &json!("en")).await?;
                assert_eq!(visitor.title().await?, english, "{path}");
            }
            Ok(())
        })
        .await?;
    }
    Ok(())
}

#[tokio::test]
async fn order_view_and_length_are_in_the_address() -> Result<()> {
    visit(Setup::default(), async |visitor| {
        let all = fixture::records("clusters")?.len();
        visitor.open("en/?from=letter").await?;
        visitor.click_on("main select option[value=name]").await?;
        visitor
            .wait_for_address("en/?sort=name&from=letter")
            .await?;
        let names = visitor.texts_of("main article h3 a").await?;
        let mut sorted = names.clone();
        sorted.sort_by_key(|name| name.to_lowercase());
        assert_eq!(names[..3], sorted[..3], "by name");

        visitor.find(By::LinkText("Table")).await?.click().await?;
        visitor
            .wait_for_address("en/?sort=name&view=table&from=letter")
            .await?;
        visitor
            .wait_until(
                "document.querySelectorAll('main tbody tr').length",
                &json!(24),
            )
            .await?;
        let shown = visitor.results().await?;

        visitor.click_on(".more a").await?;
        visitor
            .wait_for_address("en/?sort=name&view=table&show=48&from=letter")
            .await?;
        visitor
            .wait_until(
                "document.querySelectorAll('main tbody tr').length",
                &json!(all),
            )
            .await?;
        let more = visitor.results().await?;
        assert_eq!(more[..24], shown, "what was there stays where it was");
        // The clicked link is gone, so the first new result gets the focus.
        visitor
            .wait_for(&format!(
                "document.activeElement.pathname?.endsWith('/clusters/{}/')",
                more[24]
            ))
            .await?;

        visitor.refresh().await?;
        visitor.wait_until_ready().await?;
        assert_eq!(visitor.results().await?, more);
        Ok(())
    })
    .await
}

#[tokio::test]
async fn pending_text_does_not_reach_the_previous_page() -> Result<()> {
    // Records pending timers until they are cleared or have run.
    const WATCH: &str = "globalThis.timers = new Set();
        {
            const { setTimeout: set, clearTimeout: clear } = globalThis;
            globalThis.setTimeout = (run, delay, ...given) => {
                const timer = set(() => {
                    run(...given);
                    timers.delete(timer);
                }, delay);
                timers.add(timer);
                return timer;
            };
            globalThis.clearTimeout = (timer) => {
                timers.delete(timer);
                clear(timer);
            };
        }";
    visit(Setup::default(), async |visitor| {
        visitor.site.preload().add(WATCH);
        visitor.open("en/").await?;
        visitor
            .click_on("input[name=level][value=national]")
            .await?;
        visitor.wait_for_address("en/?level=national").await?;
        visitor.click_on("[role=searchbox]").await?;
        // `boot.js` has a timer that ends long after this.
        visitor.execute("timers.clear()", Vec::new()).await?;
        visitor.press("energia").await?;
        visitor.back().await?;
        // The address bar follows typing after a pause, which is over or cancelled by then.
        visitor.wait_for("timers.size === 0").await?;
        assert_eq!(visitor.address().await?, "en/");
        assert_eq!(visitor.read::<String>(SEARCHED).await?, "");
        visitor.wait_for_all_clusters().await
    })
    .await
}

/// The state of a page: title, whether the heading has the focus, scroll position.
async fn page(visitor: &Visitor) -> Result<(String, String, i64)> {
    let heading = visitor.text_of("h1").await?;
    Ok((visitor.title().await?, heading, visitor.scroll().await?))
}

#[tokio::test]
async fn ten_pages_back_and_forth_keep_their_state() -> Result<()> {
    const WAY: [&str; 10] = [
        "clusters/le2c/",
        "areas/energy/",
        "clusters/ctn-energia/",
        "organisations/enea/",
        "clusters/clan/",
        "organisations/university-of-bologna/",
        "clusters/spring/",
        "areas/green-chemistry/",
        "clusters/lgca/",
        "about/",
    ];
    visit(Setup::default(), async |visitor| {
        visitor.open("en/").await?;
        let mut seen = vec![page(visitor).await?];
        for path in WAY {
            let link = format!("a[href$='/en/{path}']");
            visitor.scroll_to(&link).await?;
            // The scroll position is restored.
            if let Some(left) = seen.last_mut() {
                left.2 = visitor.scroll().await?;
            }
            visitor.click_on(&link).await?;
            visitor.wait_for_address(&format!("en/{path}")).await?;
            // Assistive technology reads the focused element: the new page's heading.
            visitor
                .wait_for("document.activeElement.tagName === 'H1'")
                .await
                .with_context(|| path)?;
            seen.push(page(visitor).await?);
            assert_eq!(visitor.scroll().await?, 0, "{path} begins at its top");
        }
        let titles: BTreeSet<_> = seen.iter().map(|(title, ..)| title).collect();
        assert_eq!(titles.len(), seen.len(), "each page has a title of its own");

        for before in seen[..WAY.len()].iter().rev() {
            visitor.back().await?;
            visitor
                .wait_until("document.title", &json!(before.0))
                .await?;
            visitor
                .wait_until("Math.round(scrollY)", &json!(before.2))
                .await?;
            assert_eq!(&page(visitor).await?, before);
        }
        for after in &seen[1..] {
            visitor.forward().await?;
            visitor
                .wait_until("document.title", &json!(after.0))
                .await?;
            visitor
                .wait_until("Math.round(scrollY)", &json!(after.2))
                .await?;
            assert_eq!(&page(visitor).await?, after);
        }
        Ok(())
    })
    .await
}
