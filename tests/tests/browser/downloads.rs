//! Downloads of what a list shows, saved by the browser.

use std::{fs, path::Path, time::Duration};

use anyhow::{Context, Result, bail};
use serde_json::{Value, json};
use site_server::{Action, Fault};
use tempfile::TempDir;
use tests::{Setup, Visitor, visit};
use tokio::time::sleep;

const SUMMARY: &str = ".downloads summary";

/// The button for a format, in the order of the page.
fn button(number: usize) -> String {
    format!(".downloads li:nth-child({number}) button")
}

/// Lets the browser save files into a folder.
async fn saves_into(visitor: &Visitor, folder: &Path) -> Result<()> {
    let behaviour = json!({ "behavior": "allow", "downloadPath": folder });
    let command = "Browser.setDownloadBehavior";
    visitor.cdp().send_raw(command, behaviour).await?;
    Ok(())
}

/// The name and the content of the only file with an extension, once it is there.
async fn saved(folder: &Path, extension: &str) -> Result<(String, String)> {
    for _ in 0..200 {
        for file in fs::read_dir(folder)? {
            let path = file?.path();
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            // Files that are being saved have another one behind it.
            if name
                .split_once('.')
                .is_some_and(|(_, its_own)| its_own == extension)
            {
                let content = fs::read_to_string(&path)?;
                return Ok((name.into_owned(), content));
            }
        }
        sleep(Duration::from_millis(50)).await;
    }
    bail!("no {extension} was saved");
}

/// The ids of the records in a list of a JSON text.
fn ids(text: &str, list: &str) -> Result<Vec<String>> {
    let file: Value = serde_json::from_str(text)?;
    let records = file[list].as_array().context("a list")?.iter();
    let ids = records.map(|record| record["id"].as_str().map(str::to_owned));
    ids.collect::<Option<_>>().context("an id")
}

#[tokio::test]
async fn all_results_are_saved_in_the_order_and_language_shown() -> Result<()> {
    let folder = TempDir::new()?;
    visit(Setup::default(), async |visitor| {
        saves_into(visitor, folder.path()).await?;
        visitor.open("it/?country=IT&sort=name&show=100").await?;
        let all = visitor.results().await?;
        assert!(all.len() > 24, "more than one page");

        visitor.open("it/?country=IT&sort=name").await?;
        visitor.click_on(SUMMARY).await?;
        for number in 1..=6 {
            visitor.click_on(&button(number)).await?;
        }

        let (name, table) = saved(folder.path(), "csv").await?;
        assert!(name.starts_with("clusters-italia-20"), "{name}");
        let table = table.strip_prefix('\u{FEFF}').context("no mark")?;
        let mut rows = table.lines();
        assert!(rows.next().is_some_and(|head| head.starts_with("id,nome,")));
        let first: Vec<_> = rows.filter_map(|row| row.split(',').next()).collect();
        assert_eq!(first, all);

        let (_, map) = saved(folder.path(), "geojson").await?;
        assert_eq!(ids(&map, "features")?, all);

        let (name, records) = saved(folder.path(), "json").await?;
        assert!(name.starts_with("clusters-italia-20"), "{name}");
        assert_eq!(ids(&records, "clusters")?, all);
        let file: Value = serde_json::from_str(&records)?;
        let address = visitor.site.url("it/?country=IT&sort=name");
        assert_eq!(
            file["selection"],
            json!({ "title": "Italia", "url": address })
        );

        let (_, csl) = saved(folder.path(), "csl.json").await?;
        let csl: Vec<Value> = serde_json::from_str(&csl)?;
        assert_eq!(csl.len(), all.len());
        let (_, bib) = saved(folder.path(), "bib").await?;
        assert_eq!(bib.matches("@online{").count(), all.len());
        let (_, ris) = saved(folder.path(), "ris").await?;
        assert_eq!(ris.matches("\nER  - ").count(), all.len());
        Ok(())
    })
    .await
}

#[tokio::test]
async fn the_organisations_shown_are_saved() -> Result<()> {
    let folder = TempDir::new()?;
    visit(Setup::default(), async |visitor| {
        saves_into(visitor, folder.path()).await?;
        visitor
            .open("en/organisations/?q=BRESCIA+university")
            .await?;
        visitor.click_on(SUMMARY).await?;
        visitor.click_on(&button(2)).await?;
        let (name, file) = saved(folder.path(), "json").await?;
        assert!(
            name.starts_with("organisations-brescia-university-20"),
            "{name}"
        );
        assert_eq!(ids(&file, "organisations")?, ["university-of-brescia"]);
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_failed_download_is_reported() -> Result<()> {
    const ALERT: &str = ".downloads [role=alert]";
    visit(Setup::default(), async |visitor| {
        visitor.expect_console_error("clusters.csv");
        visitor.open("en/?q=energy").await?;
        visitor.click_on(SUMMARY).await?;
        let other = Action::Body {
            content_type: "text/csv".to_owned(),
            bytes: "id,name\r\nother,Other\r\n".into(),
        };
        for (action, words) in [
            (Action::Missing, "The download failed."),
            (other, "The data has changed"),
        ] {
            let fault = Fault::always("data/v1/clusters.csv", action);
            visitor.site.faults().set([fault]);
            visitor.click_on(&button(1)).await?;
            visitor.wait_for_text(ALERT, words).await?;
        }
        Ok(())
    })
    .await
}
