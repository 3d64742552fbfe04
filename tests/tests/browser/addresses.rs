//! Every kind of address, opened from outside as a visitor with an empty cache does.

use anyhow::Result;
use serde_json::json;
use tests::{Place, Setup, Visitor, visit};

struct Page {
    path: &'static str,
    heading: &'static str,
    title: &'static str,
    /// What only the data can have brought.
    content: &'static str,
}

const PAGES: [Page; 9] = [
    Page {
        path: "en/",
        heading: "Find a technology cluster",
        title: "Technology Clusters",
        content: "High Technology Agrofood Cluster of Lombardy",
    },
    Page {
        path: "it/",
        heading: "Trova un cluster tecnologico",
        title: "Cluster tecnologici",
        content: "Cluster Alta Tecnologia Agrofood Lombardia",
    },
    Page {
        path: "en/clusters/le2c/",
        heading: "Lombardy Energy Cleantech Cluster",
        title: "Lombardy Energy Cleantech Cluster – Technology Clusters",
        content: "recognised non-profit association",
    },
    Page {
        path: "it/clusters/le2c/",
        heading: "Lombardy Energy Cleantech Cluster",
        title: "Lombardy Energy Cleantech Cluster – Cluster tecnologici",
        content: "associazione riconosciuta senza scopo di lucro",
    },
    Page {
        path: "it/areas/energy/",
        heading: "Energia",
        title: "Energia – Cluster tecnologici",
        content: "Lombardy Energy Cleantech Cluster",
    },
    Page {
        path: "en/organisations/university-of-brescia/",
        heading: "University of Brescia",
        title: "University of Brescia – Technology Clusters",
        content: "Member of 8 clusters",
    },
    Page {
        path: "it/network/",
        heading: "Cluster con organizzazioni in comune",
        title: "Cluster con organizzazioni in comune – Cluster tecnologici",
        content: "coppie di cluster",
    },
    Page {
        path: "en/about/",
        heading: "About",
        title: "About – Technology Clusters",
        content: "23 November 2026",
    },
    Page {
        path: "it/about/",
        heading: "Informazioni",
        title: "Informazioni – Cluster tecnologici",
        content: "23 novembre 2026",
    },
];

impl Page {
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
async fn every_kind_of_address_opens_from_outside() -> Result<()> {
    for place in Place::ALL {
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
            visitor.open_unready(page.path).await?;
            page.is_shown_to(visitor).await?;
        }
        visitor.open_unready("").await?;
        let links: Vec<String> = visitor
            .read("[...document.querySelectorAll('main a')].map((link) => link.pathname)")
            .await?;
        assert_eq!(links, ["/en/", "/it/"]);
        Ok(())
    })
    .await
}

#[tokio::test]
async fn the_base_sends_on_to_the_visitors_language() -> Result<()> {
    let visitors = [
        ("it-CH,en", Place::Root, "it/"),
        ("en-GB", Place::Sub, "en/"),
        ("de,it;q=0.5", Place::Sub, "it/"),
        ("zh", Place::Root, "en/"),
    ];
    for (languages, place, home) in visitors {
        let setup = Setup {
            languages,
            ..Setup::at(place)
        };
        visit(setup, async |visitor| {
            visitor.open_unready("?q=energia&area=energy").await?;
            visitor
                .wait_for_address(&format!("{home}?q=energia&area=energy"))
                .await?;
            visitor.wait_until_ready().await?;
            // Whoever goes back wants to leave, not to be sent on again.
            assert_eq!(
                visitor.history_length().await?,
                2,
                "of which the first is the empty tab"
            );
            Ok(())
        })
        .await?;
    }
    Ok(())
}
