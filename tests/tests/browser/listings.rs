//! Listings whose content is known, and empty ones.

use anyhow::Result;
use serde_json::{Value, json};
use tests::{BuiltSite, Setup, fixture, visit};

/// The nine areas of Lombardy, each with its cluster.
const LOMBARDY: [(&str, &str); 9] = [
    ("aerospace", "lombardia-aerospace-cluster"),
    ("agri-food", "cat-al"),
    ("green-chemistry", "lgca"),
    ("energy", "le2c"),
    ("smart-factory", "afil"),
    ("mobility", "clm"),
    ("life-sciences", "lombardy-life-sciences"),
    ("smart-communities", "scc-lombardia"),
    ("living-environment", "tav-lombardia"),
];

#[tokio::test]
async fn two_facets_narrow_each_other() -> Result<()> {
    let meant = fixture::clusters_where(|cluster| {
        cluster["level"] == "regional" && fixture::has(cluster, "areas", "aerospace")
    })?;
    for place in BuiltSite::ALL {
        visit(Setup::at(place), async |visitor| {
            visitor.open("en/?area=aerospace&level=regional").await?;
            let mut shown = visitor.results().await?;
            shown.sort_unstable();
            assert_eq!(shown, meant);
            assert!(shown.contains(&"lombardia-aerospace-cluster".to_owned()));
            assert!(!shown.contains(&"ctna".to_owned()), "the national one");
            Ok(())
        })
        .await?;
    }
    Ok(())
}

#[tokio::test]
async fn the_university_of_brescia_belongs_to_eight_of_nine() -> Result<()> {
    for place in BuiltSite::ALL {
        visit(Setup::at(place), async |visitor| {
            visitor
                .open("en/organisations/university-of-brescia/")
                .await?;
            let mut shown = visitor.results().await?;
            shown.sort_unstable();
            let mut meant: Vec<&str> = LOMBARDY[1..].iter().map(|(_, cluster)| *cluster).collect();
            meant.sort_unstable();
            assert_eq!(shown, meant, "all but aerospace, each once");
            Ok(())
        })
        .await?;
    }
    Ok(())
}

#[tokio::test]
async fn each_area_of_lombardy_has_its_cluster() -> Result<()> {
    visit(Setup::default(), async |visitor| {
        for (area, cluster) in LOMBARDY {
            visitor.open("en/?region=lombardia").await?;
            visitor
                .click_on(&format!("input[name=area][value={area}]"))
                .await?;
            visitor
                .wait_for_address(&format!("en/?area={area}&region=lombardia"))
                .await?;
            visitor.wait_for_chips(2).await?;
            let shown = visitor.results().await?;
            assert!(shown.contains(&cluster.to_owned()), "{area}: {shown:?}");
        }
        Ok(())
    })
    .await
}

/// The suggestions: the target of each, and the number of clusters it promises.
const WAYS: &str = "[...document.querySelectorAll('.rescue li')].map((way) =>
    [way.querySelector('a').getAttribute('href'), way.querySelector('.hint').innerText])";

#[tokio::test]
async fn each_suggestion_leads_to_as_many_clusters_as_it_promises() -> Result<()> {
    let nothing = [
        "en/?q=hydrogenn+submarine&area=tourism",
        "en/?q=aerospace&area=tourism&level=national",
        "en/?q=xqzw",
        "en/?area=alchemy",
        "en/areas/tourism/?country=ES&level=national",
    ];
    for place in BuiltSite::ALL {
        visit(Setup::at(place), async |visitor| {
            for path in nothing {
                visitor.open(path).await?;
                visitor.wait_for_total("0 clusters").await?;
                let ways: Vec<(String, String)> = visitor.read(WAYS).await?;
                assert!(
                    !ways.is_empty() || path.ends_with("xqzw"),
                    "{path} offers nothing"
                );
                for (nth, (href, promise)) in (1..).zip(&ways) {
                    visitor
                        .click_on(&format!(".rescue li:nth-child({nth}) a"))
                        .await?;
                    visitor
                        .wait_until("location.pathname + location.search", &json!(href))
                        .await?;
                    let promised = promise.trim_matches(['(', ')']);
                    visitor.wait_for_total(promised).await?;
                    assert_ne!(promised, "0 clusters", "{path}: {href}");
                    visitor.back().await?;
                    visitor
                        .wait_until(WAYS, &serde_json::to_value(&ways)?)
                        .await?;
                }
                visitor.click_on(".rescue > p > a").await?;
                visitor.wait_for_address("en/").await?;
                visitor.wait_for_all_clusters().await?;
            }
            Ok(())
        })
        .await?;
    }
    Ok(())
}

#[tokio::test]
async fn one_lasting_element_announces_the_number_of_results() -> Result<()> {
    visit(Setup::default(), async |visitor| {
        visitor.open("en/").await?;
        visitor
            .execute(
                "window.told = document.querySelector('main [role=status]')",
                Vec::new(),
            )
            .await?;
        visitor.click_on("[role=searchbox]").await?;
        visitor.press("xqzw").await?;
        visitor.wait_for_total("0 clusters").await?;
        // Screen readers announce changes within an element, not a newly inserted element.
        assert_eq!(
            visitor
                .read::<Value>("window.told === document.querySelector('main [role=status]')")
                .await?,
            json!(true)
        );
        Ok(())
    })
    .await
}

#[tokio::test]
async fn empty_results_have_no_view_controls() -> Result<()> {
    const OFFERED: &str = "document.querySelector('.arrangement').checkVisibility()";
    visit(Setup::default(), async |visitor| {
        visitor.open("en/?q=xqzw&view=table").await?;
        visitor.wait_until(OFFERED, &json!(false)).await?;
        visitor.click_on(".rescue > p > a").await?;
        visitor.wait_for_all_clusters().await?;
        visitor.wait_until(OFFERED, &json!(true)).await
    })
    .await
}
