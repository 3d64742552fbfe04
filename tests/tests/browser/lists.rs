//! Lists that are known to be right.

use std::fs;

use anyhow::Result;
use project::folders::data_file;
use serde_json::Value;
use tests::{Place, Setup, visit};

/// The nine areas of Lombardy, each with the cluster that leads it.
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
async fn two_facets_together_show_what_meets_both() -> Result<()> {
    let data: Value = serde_json::from_str(&fs::read_to_string(data_file())?)?;
    let clusters = data["clusters"].as_array().into_iter().flatten();
    let meant = clusters.filter(|cluster| {
        let areas = cluster["areas"].as_array().into_iter().flatten();
        cluster["level"] == "regional" && areas.into_iter().any(|area| area == "aerospace")
    });
    let mut meant: Vec<&str> = meant.filter_map(|cluster| cluster["id"].as_str()).collect();
    meant.sort_unstable();
    for place in Place::ALL {
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
async fn the_university_of_brescia_belongs_to_all_nine_but_one() -> Result<()> {
    for place in Place::ALL {
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
async fn each_area_of_lombardy_can_be_chosen_and_holds_its_cluster() -> Result<()> {
    visit(Setup::default(), async |visitor| {
        for (area, cluster) in LOMBARDY {
            visitor.open("en/?region=lombardia").await?;
            visitor
                .click_on(&format!("input[name=area][value={area}]"))
                .await?;
            visitor
                .wait_for_address(&format!("en/?area={area}&region=lombardia"))
                .await?;
            visitor.wait_for_choices(2).await?;
            let shown = visitor.results().await?;
            assert!(shown.contains(&cluster.to_owned()), "{area}: {shown:?}");
        }
        Ok(())
    })
    .await
}
