//! Every kind of address, opened directly by a visitor with an empty cache, and addresses without
//! a page.

use anyhow::Result;
use serde_json::json;
use tests::{BuiltSite, Setup, Visitor, visit};

struct ExpectedPage {
    path: &'static str,
    heading: &'static str,
    title: &'static str,
    /// Text that comes from the data.
    content: &'static str,
}

const PAGES: [ExpectedPage; 10] = [
    ExpectedPage {
        path: "en/",
        heading: "Find a technology cluster",
        title: "Technology Clusters",
        content: "High Technology Agrofood Cluster of Lombardy",
    },
    ExpectedPage {
        path: "it/",
        heading: "Trova un cluster tecnologico",
        title: "Cluster tecnologici",
        content: "Cluster Alta Tecnologia Agrofood Lombardia",
    },
    ExpectedPage {
        path: "en/clusters/le2c/",
        heading: "Lombardy Energy Cleantech Cluster",
        title: "Lombardy Energy Cleantech Cluster – Technology Clusters",
        content: "recognised non-profit association",
    },
    ExpectedPage {
        path: "it/clusters/le2c/",
        heading: "Lombardy Energy Cleantech Cluster",
        title: "Lombardy Energy Cleantech Cluster – Cluster tecnologici",
        content: "associazione riconosciuta senza scopo di lucro",
    },
    ExpectedPage {
        path: "it/areas/energy/",
        heading: "Energia",
        title: "Energia – Cluster tecnologici",
        content: "Lombardy Energy Cleantech Cluster",
    },
    ExpectedPage {
        path: "en/organisations/university-of-brescia/",
        heading: "University of Brescia",
        title: "University of Brescia – Technology Clusters",
        content: "Member of 8 clusters",
    },
    ExpectedPage {
        path: "it/network/",
        heading: "Cluster con organizzazioni in comune",
        title: "Cluster con organizzazioni in comune – Cluster tecnologici",
        content: "coppie di cluster",
    },
    ExpectedPage {
        path: "it/compare/",
        heading: "Confronta",
        title: "Confronta – Cluster tecnologici",
        content: "Inizia il confronto",
    },
    ExpectedPage {
        path: "en/about/",
        heading: "About",
        title: "About – Technology Clusters",
        content: "23 November 2026",
    },
    ExpectedPage {
        path: "it/about/",
        heading: "Informazioni",
        title: "Informazioni – Cluster tecnologici",
        content: "23 novembre 2026",
    },
];

impl ExpectedPage {
    fn language(&self) -> &str {
        &self.path[..2]
    }

    async fn is_shown_to(&self, visitor: &Visitor) -> Result<()> {
        let path = self.path;
        visitor.wait_for_text("main", self.content).await?;
        assert_eq!(visitor.text_of("h1").await?, self.heading, "{path}");
        assert_eq!(visitor.title().await?, self.title, "{path}");
        assert_eq!(
            visitor
                .read::<String>("document.documentElement.lang")
                .await?,
            self.language(),
            "{path}"
        );
        Ok(())
    }
}

#[tokio::test]
async fn every_kind_of_address_opens_directly() -> Result<()> {
    for place in BuiltSite::ALL {
        visit(Setup::at(place), async |visitor| {
            for page in &PAGES {
                visitor.empty_cache().await?;
                visitor.open(page.path).await?;
                page.is_shown_to(visitor).await?;
                assert_eq!(visitor.status().await?, 200, "{}", page.path);
            }
            Ok(())
        })
        .await?;
    }
    Ok(())
}

#[tokio::test]
async fn every_kind_of_page_can_be_read_without_scripts() -> Result<()> {
    visit(Setup::default(), async |visitor| {
        let off = json!({"value": true});
        visitor
            .cdp()
            .send_raw("Emulation.setScriptExecutionDisabled", off)
            .await?;
        for page in &PAGES {
            visitor.open_without_waiting(page.path).await?;
            page.is_shown_to(visitor).await?;
        }
        visitor.open_without_waiting("").await?;
        let links: Vec<String> = visitor
            .read("[...document.querySelectorAll('main a')].map((link) => link.pathname)")
            .await?;
        assert_eq!(links, ["/en/", "/it/"]);
        Ok(())
    })
    .await
}

#[tokio::test]
async fn the_base_redirects_to_the_visitors_language() -> Result<()> {
    let visitors = [
        ("it-CH,en", BuiltSite::Root, "it/"),
        ("en-GB", BuiltSite::Sub, "en/"),
        ("de,it;q=0.5", BuiltSite::Sub, "it/"),
        ("zh", BuiltSite::Root, "en/"),
    ];
    for (languages, place, home) in visitors {
        let setup = Setup {
            languages,
            ..Setup::at(place)
        };
        visit(setup, async |visitor| {
            visitor
                .open_without_waiting("?q=energia&area=energy")
                .await?;
            visitor
                .wait_for_address(&format!("{home}?q=energia&area=energy"))
                .await?;
            visitor.wait_until_ready().await?;
            // Back must leave the site, not redirect again.
            assert_eq!(
                visitor.history_length().await?,
                2,
                "including the empty tab"
            );
            Ok(())
        })
        .await?;
    }
    Ok(())
}

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
