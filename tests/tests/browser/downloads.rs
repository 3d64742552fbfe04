//! Downloads of what a list shows, saved by the browser.

use std::{fs, io::Cursor, path::Path, time::Duration};

use anyhow::{Context, Result, bail};
use calamine::{Data, DataType, Range, Reader, Xlsx, open_workbook_from_rs};
use serde_json::{Value, json};
use site_server::{Action, Fault};
use tempfile::TempDir;
use tests::{Setup, Visitor, visit};
use tokio::time::sleep;

const SUMMARY: &str = ".downloads summary";

/// The download button for a format, by its position on the page.
fn button(number: usize) -> String {
    format!(".downloads li:nth-child({number}) button")
}

/// Lets the browser save files into a folder.
pub(crate) async fn saves_into(visitor: &Visitor, folder: &Path) -> Result<()> {
    let behaviour = json!({ "behavior": "allow", "downloadPath": folder });
    let command = "Browser.setDownloadBehavior";
    visitor.cdp().send_raw(command, behaviour).await?;
    Ok(())
}

/// The name and the content of the only text file with an extension, once it is there.
pub(crate) async fn saved(folder: &Path, extension: &str) -> Result<(String, String)> {
    let (name, content) = saved_bytes(folder, extension).await?;
    Ok((name, String::from_utf8(content)?))
}

/// The name and the content of the only file with an extension, once it is there.
pub(crate) async fn saved_bytes(folder: &Path, extension: &str) -> Result<(String, Vec<u8>)> {
    for _ in 0..200 {
        for file in fs::read_dir(folder)? {
            let path = file?.path();
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            // Files that are still being saved have another extension after it.
            if name
                .split_once('.')
                .is_some_and(|(_, its_own)| its_own == extension)
            {
                let content = fs::read(&path)?;
                return Ok((name.into_owned(), content));
            }
        }
        sleep(Duration::from_millis(50)).await;
    }
    bail!("no {extension} was saved");
}

/// The sheets of the only workbook, once it is there.
async fn saved_sheets(folder: &Path) -> Result<(String, Vec<(String, Range<Data>)>)> {
    let (name, content) = saved_bytes(folder, "xlsx").await?;
    let mut book: Xlsx<_> = open_workbook_from_rs(Cursor::new(content))?;
    Ok((name, book.worksheets()))
}

/// The texts in the first column of a sheet, without its heading.
fn first_column(sheet: &Range<Data>) -> Vec<String> {
    let rows = sheet.rows().skip(1);
    rows.filter_map(|row| row.first()?.as_string()).collect()
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
        for number in 1..=7 {
            visitor.click_on(&button(number)).await?;
        }

        let (name, table) = saved(folder.path(), "csv").await?;
        assert!(name.starts_with("clusters-italia-20"), "{name}");
        let table = table.strip_prefix('\u{FEFF}').context("no mark")?;
        let mut rows = table.lines();
        assert!(rows.next().is_some_and(|head| head.starts_with("id,nome,")));
        let first: Vec<_> = rows.filter_map(|row| row.split(',').next()).collect();
        assert_eq!(first, all);

        let (name, sheets) = saved_sheets(folder.path()).await?;
        assert!(name.starts_with("clusters-italia-20"), "{name}");
        let [(_, records), (_, sources), (_, about)] = sheets.as_slice() else {
            bail!("{} sheets", sheets.len());
        };
        assert_eq!(first_column(records), all);
        assert!(first_column(sources).iter().all(|id| all.contains(id)));
        let value = |row| about.get((row, 1)).context("no value");
        assert_eq!(value(0)?, "Italia");
        assert_eq!(
            value(1)?,
            visitor.site.url("it/?country=IT&sort=name").as_str()
        );
        assert_eq!(value(2)?.as_i64(), i64::try_from(all.len()).ok());
        assert!(value(3)?.is_datetime());

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
        visitor.click_on(&button(3)).await?;
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
        visitor.expect_console_error("clusters.xlsx");
        visitor.open("en/?q=energy").await?;
        visitor.click_on(SUMMARY).await?;
        visitor.expect_console_error("workbook-");
        let fault = Fault::always("workbook-", Action::Missing);
        visitor.site.faults().set([fault]);
        visitor.click_on(&button(2)).await?;
        visitor.wait_for_text(ALERT, "The download failed.").await?;

        let folder = TempDir::new()?;
        saves_into(visitor, folder.path()).await?;
        visitor.site.faults().clear();
        visitor.click_on(&button(2)).await?;
        saved_sheets(folder.path()).await?;

        let other = Action::Body {
            content_type: "text/csv".to_owned(),
            bytes: "id,name\r\nother,Other\r\n".into(),
        };
        for (number, file) in [(1, "clusters.csv"), (2, "clusters.xlsx")] {
            for (action, words) in [
                (Action::Missing, "The download failed."),
                (other.clone(), "The data has changed"),
            ] {
                let fault = Fault::always(&format!("data/v1/{file}"), action);
                visitor.site.faults().set([fault]);
                visitor.click_on(&button(number)).await?;
                visitor.wait_for_text(ALERT, words).await?;
            }
        }
        Ok(())
    })
    .await
}
