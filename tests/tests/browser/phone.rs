//! Layout on a narrow screen.

use anyhow::Result;
use serde_json::json;
use tests::{Setup, visit};

const PAGES: [&str; 9] = [
    "en/",
    "it/?q=energia&area=energy&level=regional",
    "en/?view=table",
    "en/?q=xqzw",
    "en/clusters/le2c/",
    "it/organisations/university-of-brescia/",
    "it/network/",
    "en/about/",
    "en/clusters/le3c/",
];

#[tokio::test]
async fn no_page_scrolls_sideways() -> Result<()> {
    visit(Setup::on_phone(), async |visitor| {
        visitor.expect_console_error("/clusters/le3c/ - Failed to load");
        for page in PAGES {
            visitor.open(page).await?;
            let [content, screen]: [u32; 2] = visitor
                .read(
                    "[document.documentElement.scrollWidth, document.documentElement.clientWidth]",
                )
                .await?;
            assert!(
                content <= screen,
                "{page} is {content} pixels wide on a screen of {screen}"
            );
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn the_filter_button_toggles_the_filters() -> Result<()> {
    const SHOWN: &str = "document.querySelector('#filters').checkVisibility()";
    const SWITCH: &str = "button[aria-controls=filters]";
    const TOLD: &str = "document.querySelector('button[aria-controls=filters]').ariaExpanded";
    visit(Setup::on_phone(), async |visitor| {
        visitor.open("en/").await?;
        for (is_open, told) in [
            (false, "false"),
            (true, "true"),
            (false, "false"),
            (true, "true"),
        ] {
            visitor.wait_until(SHOWN, &json!(is_open)).await?;
            visitor.wait_until(TOLD, &json!(told)).await?;
            visitor.click_on(SWITCH).await?;
        }
        visitor.click_on(SWITCH).await?;
        visitor.click_on("input[name=area][value=energy]").await?;
        visitor.wait_for_address("en/?area=energy").await?;
        assert!(
            visitor.read::<bool>(SHOWN).await?,
            "choosing does not close the filters"
        );
        visitor.wait_for_text(SWITCH, "(1)").await?;
        Ok(())
    })
    .await
}
