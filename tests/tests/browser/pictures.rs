//! Charts saved as pictures of their own.

use anyhow::{Context, Result, ensure};
use roxmltree::Document;
use serde_json::json;
use site_server::{Action, Fault};
use tempfile::TempDir;
use tests::{Scheme, Setup, Visitor, fixture, visit};

use crate::downloads::{saved, saved_bytes, saves_into};

/// The button that saves a chart as a file of the given kind.
fn button(chart: &str, kind: &str) -> String {
    format!(".chart-frame:has({chart}) [data-save={kind}]")
}

/// The texts of a drawing, in their order.
fn texts_of(drawing: &str) -> Result<Vec<String>> {
    let drawing = Document::parse(drawing)?;
    ensure!(
        !drawing.descendants().any(|it| it.has_attribute("href")),
        "it needs other files"
    );
    let texts = drawing.descendants().filter(|it| it.has_tag_name("text"));
    Ok(texts
        .filter_map(|it| it.text().map(str::to_owned))
        .collect())
}

/// Width and height of a PNG file.
fn size_of(png: &[u8]) -> Result<[u32; 2]> {
    ensure!(png.starts_with(b"\x89PNG"), "no PNG file");
    let number = |at: usize| -> Result<u32> {
        let bytes = png.get(at..at + 4).context("too short")?;
        Ok(u32::from_be_bytes(bytes.try_into()?))
    };
    Ok([number(16)?, number(20)?])
}

/// The rows that a chart of bars shows on the page: a label and the counts.
async fn rows_of(visitor: &Visitor, chart: &str) -> Result<Vec<Vec<String>>> {
    let rows = format!(
        "[...document.querySelectorAll('.chart-frame:has({chart}) tbody tr:has(th)')].map((row) =>
            [...row.cells].map((cell) => cell.textContent.trim()))"
    );
    visitor.read(&rows).await
}

#[tokio::test]
async fn a_saved_chart_shows_what_the_page_shows() -> Result<()> {
    const CHART: &str = "#chart-area-energy";
    let updated = fixture::catalogue()?["updated"].clone();
    let year = updated.as_str().context("a date")?[..4].to_owned();
    for (lang, title, licence) in [
        ("en", "Clusters by subject area", "Data licence: CC BY 4.0"),
        (
            "it",
            "Cluster per area tematica",
            "Licenza dei dati: CC BY 4.0",
        ),
    ] {
        let folder = TempDir::new()?;
        visit(Setup::default(), async |visitor| {
            saves_into(visitor, folder.path()).await?;
            let path = format!("{lang}/numbers/?country=IT&region=lombardia&region=piemonte");
            visitor.open(&path).await?;
            let rows = rows_of(visitor, CHART).await?;
            assert!(
                rows.len() > 3 && rows[0].len() == 3,
                "two regions: {rows:?}"
            );
            for kind in ["svg", "png", "csv"] {
                visitor.click_on(&button(CHART, kind)).await?;
            }

            let (name, drawing) = saved(folder.path(), "svg").await?;
            assert!(name.starts_with("clusters-"), "{name}");
            let texts = texts_of(&drawing)?;
            assert_eq!(texts[0], title);
            let end = texts.join("\n");
            assert!(end.contains(licence) && end.contains(&year), "{end}");
            assert!(texts.contains(&visitor.site.url(&path)), "{texts:?}");
            let mut drawn = texts.iter();
            for cell in rows.iter().flatten() {
                // A long label has several lines.
                let first = cell.split(' ').next().unwrap_or_default();
                let found = drawn.any(|text| text == cell || text.starts_with(first));
                assert!(found, "{cell} is not in its place");
            }

            let (_, png) = saved_bytes(folder.path(), "png").await?;
            let svg = Document::parse(&drawing)?;
            let height = svg.root_element().attribute("height").context("a height")?;
            assert_eq!(size_of(&png)?, [2000, 2 * height.parse::<u32>()?]);

            let (_, table) = saved(folder.path(), "csv").await?;
            let table = table.strip_prefix('\u{FEFF}').context("no mark")?;
            let mut table = csv::Reader::from_reader(table.as_bytes());
            let saved_rows = table
                .records()
                .map(|row| Ok(row?.iter().map(str::to_owned).collect()));
            assert_eq!(saved_rows.collect::<Result<Vec<Vec<_>>>>()?, rows);
            Ok(())
        })
        .await?;
    }
    Ok(())
}

#[tokio::test]
async fn a_saved_map_shows_the_part_and_the_numbers_of_the_page() -> Result<()> {
    const SAVE: &str = ".places [data-save=";
    const NUMBERS: &str =
        "[...document.querySelectorAll('.map .map-count, .map .map-number, .map .map-city')]
        .map((text) => text.textContent.trim())";
    const VIEW: &str = "document.querySelector('#map-canvas').getAttribute('viewBox')";
    for (path, shows) in [
        ("en/?view=map", "10"),
        ("it/?region=lombardia&view=map", "Brescia"),
    ] {
        let folder = TempDir::new()?;
        // The picture is light even on a dark page.
        visit(
            Setup {
                scheme: Scheme::Dark,
                ..Setup::default()
            },
            async |visitor| {
                saves_into(visitor, folder.path()).await?;
                visitor.open(path).await?;
                visitor
                    .wait_for(&format!("({NUMBERS}).includes('{shows}')"))
                    .await?;
                for kind in ["svg", "png", "csv"] {
                    visitor.click_on(&format!("{SAVE}{kind}]")).await?;
                }
                let (_, drawing) = saved(folder.path(), "svg").await?;
                let texts = texts_of(&drawing)?;
                let numbers: Vec<String> = visitor.read(NUMBERS).await?;
                let mut drawn = texts.iter();
                for number in &numbers {
                    assert!(drawn.any(|text| text == number), "{number} is missing");
                }
                let view: String = visitor.read(VIEW).await?;
                let svg = Document::parse(&drawing)?;
                let map = svg
                    .descendants()
                    .find(|it| it.attribute("viewBox") == Some(&view));
                let map = map.context("another part of the map")?;
                let ground = map.first_element_child().context("no ground")?;
                assert_eq!(ground.attribute("fill"), Some("rgb(245, 245, 245)"));
                let colours = map.descendants().filter_map(|it| it.attribute("fill"));
                for colour in colours {
                    let is_plain = colour == "none" || colour.starts_with(['#', 'r']);
                    assert!(is_plain, "{colour} is unknown to older programs");
                }
                let (_, png) = saved_bytes(folder.path(), "png").await?;
                assert_eq!(size_of(&png)?[0], 2000);
                let (_, table) = saved(folder.path(), "csv").await?;
                let cities: usize = visitor
                    .read("document.querySelectorAll('.map-table tbody tr').length")
                    .await?;
                assert_eq!(table.lines().count(), cities + 1);
                Ok(())
            },
        )
        .await?;
    }
    Ok(())
}

#[tokio::test]
async fn hostile_questions_are_texts_in_a_saved_chart() -> Result<()> {
    const CHART: &str = ".year-chart";
    let folder = TempDir::new()?;
    visit(Setup::default(), async |visitor| {
        saves_into(visitor, folder.path()).await?;
        visitor
            .open("en/numbers/?q=energy+OR+%3C%2Ftext%3E%3Cscript%3E%26%01")
            .await?;
        visitor.click_on(&button(CHART, "svg")).await?;
        let (_, drawing) = saved(folder.path(), "svg").await?;
        let texts = texts_of(&drawing)?;
        assert_eq!(texts[0], "Clusters by year founded");
        assert!(
            texts[1].starts_with("energy OR </text><script>&"),
            "{texts:?}"
        );
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_chart_is_copied_or_the_failure_reported() -> Result<()> {
    const TOLD: &str = ".picture-tools [role=alert]";
    const CHART: &str = "#chart-area-energy";
    visit(Setup::default(), async |visitor| {
        visitor.expect_console_error("picture-");
        visitor.open("en/numbers/?country=IT").await?;
        let fault = Fault::always("picture-", Action::Missing);
        visitor.site.faults().set([fault]);
        visitor.click_on(&button(CHART, "png")).await?;
        visitor
            .wait_for_text(TOLD, "The picture could not be made")
            .await?;
        visitor.site.faults().clear();
        let permissions =
            json!({ "permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"] });
        let command = "Browser.grantPermissions";
        visitor.cdp().send_raw(command, permissions).await?;
        visitor.click_on(&button(CHART, "copy")).await?;
        visitor.wait_for_text(TOLD, "Picture copied").await
    })
    .await
}

#[tokio::test]
async fn a_click_beside_the_buttons_saves_nothing() -> Result<()> {
    const CHART: &str = "#chart-area-energy";
    let folder = TempDir::new()?;
    visit(Setup::default(), async |visitor| {
        saves_into(visitor, folder.path()).await?;
        visitor.open("en/numbers/").await?;
        visitor
            .click_on(&format!(".chart-frame:has({CHART}) .picture-tools > span"))
            .await?;
        visitor.click_on(&button(CHART, "csv")).await?;
        saved(folder.path(), "csv").await?;
        let told: bool = visitor
            .read("document.querySelector('.picture-tools [role=alert]') !== null")
            .await?;
        ensure!(!told, "a failure is reported");
        ensure!(
            folder.path().read_dir()?.count() == 1,
            "more than the table"
        );
        Ok(())
    })
    .await
}
