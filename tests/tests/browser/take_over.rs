//! The moment in which the program takes over the page that the server sent.

use std::time::Duration;

use anyhow::Result;
use serde_json::json;
use tests::{READY, Setup, visit};
use xtask::server::{Action, Fault};

/// Long enough for a visitor to do something before the program is there.
const LATE: Duration = Duration::from_millis(1500);

/// Marks every element of the static page.
const MARK: &str = "document.querySelectorAll('#app *').forEach((element) => element.stood = true)";

#[tokio::test]
async fn the_program_takes_over_every_element_of_the_static_page() -> Result<()> {
    for page in [
        "en/",
        "it/areas/energy/",
        "it/clusters/le2c/",
        "en/organisations/university-of-brescia/",
        "en/network/",
        "it/about/",
    ] {
        visit(Setup::default(), async |visitor| {
            let late = Fault::always(".wasm", Action::Delay(LATE));
            visitor.site.faults().set([late]);
            visitor.open_unready(page).await?;
            visitor.execute(MARK, Vec::new()).await?;
            let before: bool = visitor.read(READY).await?;
            assert!(!before, "{page}: the program came before the marks");
            visitor.wait_until_ready().await?;
            let new: Vec<String> = visitor
                .read(
                    "[...document.querySelectorAll('#app *')]
                        .filter((element) => !element.stood)
                        .map((element) => element.outerHTML)",
                )
                .await?;
            // The link to more results leads elsewhere where there is no program.
            let new: Vec<_> = new.iter().filter(|html| !html.contains("show=")).collect();
            assert!(new.is_empty(), "{page}: {new:?}");
            Ok(())
        })
        .await?;
    }
    Ok(())
}

#[tokio::test]
async fn what_was_typed_before_the_program_came_is_searched_for() -> Result<()> {
    visit(Setup::default(), async |visitor| {
        let late = Fault::always(".wasm", Action::Delay(LATE));
        visitor.site.faults().set([late]);
        visitor.open_unready("it/").await?;
        visitor.click_on("[role=searchbox]").await?;
        visitor.press("idrogeno").await?;
        let before: bool = visitor.read(READY).await?;
        assert!(!before, "the program came before the letters");
        visitor.wait_until_ready().await?;
        visitor.wait_for_address("it/?q=idrogeno").await?;
        visitor
            .wait_until(
                "document.querySelector('[role=searchbox]').value",
                &json!("idrogeno"),
            )
            .await?;
        let focus = visitor.focus().await?;
        assert_eq!(focus.id, "search", "who types goes on typing");
        Ok(())
    })
    .await
}
