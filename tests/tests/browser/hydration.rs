//! Hydration of the page's file.

use std::time::Duration;

use anyhow::Result;
use serde_json::json;
use site_server::{Action, Fault};
use tests::{READY, Setup, Visitor, visit};

/// Long enough for a visitor to do something before the app starts.
const LATE: Duration = Duration::from_millis(1500);

/// Marks every element of the page's file.
const MARK: &str = "document.querySelectorAll('#app *').forEach((element) => element.stood = true)";

#[tokio::test]
async fn every_element_of_the_file_is_kept() -> Result<()> {
    for page in [
        "en/",
        "it/areas/energy/",
        "it/clusters/le2c/",
        "en/organisations/university-of-brescia/",
        "en/network/",
        "it/compare/",
        "en/organisations/",
        "it/about/",
    ] {
        visit(Setup::default(), async |visitor| {
            let late = Fault::always(".wasm", Action::Delay(LATE));
            visitor.site.faults().set([late]);
            visitor.open_without_waiting(page).await?;
            visitor.execute(MARK, Vec::new()).await?;
            let before: bool = visitor.read(READY).await?;
            assert!(!before, "{page}: the app started before the marks were set");
            visitor.wait_until_ready().await?;
            let new: Vec<String> = visitor
                .read(
                    "[...document.querySelectorAll('#app *')]
                        .filter((element) => !element.stood)
                        .map((element) => element.outerHTML)",
                )
                .await?;
            // The link to more results has another target without the app.
            let new: Vec<_> = new.iter().filter(|html| !html.contains("show=")).collect();
            assert!(new.is_empty(), "{page}: {new:?}");
            Ok(())
        })
        .await?;
    }
    Ok(())
}

#[tokio::test]
async fn text_typed_before_the_start_is_searched() -> Result<()> {
    visit(Setup::default(), async |visitor| {
        let late = Fault::always(".wasm", Action::Delay(LATE));
        visitor.site.faults().set([late]);
        visitor.open_without_waiting("it/").await?;
        visitor.click_on("[role=searchbox]").await?;
        visitor.press("idrogeno").await?;
        let before: bool = visitor.read(READY).await?;
        assert!(!before, "the app started before the letters were typed");
        visitor.wait_until_ready().await?;
        visitor.wait_for_address("it/?q=idrogeno").await?;
        visitor
            .wait_until(
                "document.querySelector('[role=searchbox]').value",
                &json!("idrogeno"),
            )
            .await?;
        let focus = visitor.focus().await?;
        assert_eq!(focus.id, "search", "the box keeps the focus");
        Ok(())
    })
    .await
}

/// Opens a page whose wasm is late, does something, and waits until the app has started.
async fn before_the_start(
    page: &str,
    act: impl AsyncFnOnce(&Visitor) -> Result<()>,
    check: impl AsyncFnOnce(&Visitor) -> Result<()>,
) -> Result<()> {
    visit(Setup::default(), async |visitor| {
        let late = Fault::always(".wasm", Action::Delay(LATE));
        visitor.site.faults().set([late]);
        visitor.open_without_waiting(page).await?;
        act(visitor).await?;
        let is_early = !visitor.read::<bool>(READY).await?;
        assert!(is_early, "the app started before the visitor had acted");
        visitor.wait_until_ready().await?;
        check(visitor).await
    })
    .await
}

#[tokio::test]
async fn cursor_scroll_and_expanded_parts_survive_hydration() -> Result<()> {
    before_the_start(
        "en/",
        async |visitor| {
            visitor.click_on("[role=searchbox]").await?;
            visitor.press("enrgy").await?;
            let act = "document.getElementById('search').setSelectionRange(2, 4);
                document.querySelector('.share details:last-of-type').open = true;
                scrollTo(0, 300);";
            visitor.execute(act, Vec::new()).await?;
            Ok(())
        },
        async |visitor| {
            visitor.wait_for_address("en/?q=enrgy").await?;
            let kept = "(({ value, selectionStart, selectionEnd }) =>
                [value, selectionStart, selectionEnd])(document.activeElement)";
            visitor.wait_until(kept, &json!(["enrgy", 2, 4])).await?;
            let open = "document.querySelector('.share details:last-of-type').open";
            assert!(visitor.read::<bool>(open).await?);
            assert_eq!(visitor.scroll().await?, 300);
            Ok(())
        },
    )
    .await
}

#[tokio::test]
async fn a_checkbox_checked_before_the_start_filters() -> Result<()> {
    before_the_start(
        "en/",
        async |visitor| visitor.click_on("input[name=level]").await,
        async |visitor| {
            visitor.wait_for_address("en/?level=regional").await?;
            assert_eq!(visitor.ticked().await?, ["level=regional"]);
            Ok(())
        },
    )
    .await
}
