//! Addresses at which there is nothing.

use anyhow::Result;
use tests::{Place, Setup, visit};

const OFFERED: &str =
    "[...document.querySelectorAll('main h2 + ul a')].map((link) => link.pathname)";

#[tokio::test]
async fn a_wrong_address_says_so_and_offers_what_is_like_it() -> Result<()> {
    let addresses = [
        ("en/clusters/LE2C/", "en/clusters/le2c/"),
        ("en/clusters/le2/", "en/clusters/le2c/"),
        ("it/areas/energia/", "it/areas/energy/"),
        (
            "en/organisations/universty-of-brescia/",
            "en/organisations/university-of-brescia/",
        ),
    ];
    for place in Place::ALL {
        visit(Setup::at(place), async |visitor| {
            for (wrong, right) in addresses {
                visitor.expect_complaint(&format!("/{wrong} - Failed to load"));
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
async fn an_address_like_no_other_leads_to_the_search() -> Result<()> {
    visit(Setup::at(Place::Sub), async |visitor| {
        visitor.expect_complaint("/nowhere/at/all - Failed to load");
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
