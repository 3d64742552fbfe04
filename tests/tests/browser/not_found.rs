//! Addresses without a page.

use anyhow::Result;
use tests::{BuiltSite, Setup, visit};

const OFFERED: &str =
    "[...document.querySelectorAll('main h2 + ul a')].map((link) => link.pathname)";

#[tokio::test]
async fn a_wrong_address_suggests_similar_pages() -> Result<()> {
    let addresses = [
        ("en/clusters/LE2C/", "en/clusters/le2c/"),
        ("en/clusters/le2/", "en/clusters/le2c/"),
        ("it/areas/energia/", "it/areas/energy/"),
        (
            "en/organisations/universty-of-brescia/",
            "en/organisations/university-of-brescia/",
        ),
    ];
    for place in BuiltSite::ALL {
        visit(Setup::at(place), async |visitor| {
            for (wrong, right) in addresses {
                visitor.expect_console_error(&format!("/{wrong} - Failed to load"));
                visitor.open(wrong).await?;
                assert_eq!(visitor.status().await?, 404, "{wrong}");
                assert_eq!(
                    visitor
                        .read::<String>("document.documentElement.lang")
                        .await?,
                    wrong[..2],
                    "{wrong}"
                );
                let offered: Vec<String> = visitor.read(OFFERED).await?;
                assert!(
                    offered.contains(&format!("{}{right}", place.base())),
                    "{wrong}: {offered:?}"
                );
            }
            visitor.click_on("main h2 + ul a").await?;
            visitor.wait_for_text("h1", "University of Brescia").await
        })
        .await?;
    }
    Ok(())
}

#[tokio::test]
async fn an_address_without_similar_pages_links_to_the_search() -> Result<()> {
    visit(Setup::at(BuiltSite::Sub), async |visitor| {
        visitor.expect_console_error("/nowhere/at/all - Failed to load");
        visitor.open("nowhere/at/all").await?;
        assert_eq!(visitor.status().await?, 404);
        visitor.wait_for_text("h1", "Page not found").await?;
        visitor.click_on("[role=searchbox]").await?;
        visitor.press("le2c").await?;
        visitor.press(thirtyfour::Key::Enter).await?;
        visitor.wait_for_address("en/?q=le2c").await?;
        visitor
            .wait_for_text("h1", "Find a technology cluster")
            .await?;
        assert_eq!(
            visitor.results().await?.first().map(String::as_str),
            Some("le2c")
        );
        Ok(())
    })
    .await
}
