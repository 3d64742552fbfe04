//! Listings whose content is known.

use anyhow::Result;
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
