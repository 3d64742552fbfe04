//! The structured data of pages (JSON-LD), and that they have no other inline scripts.

use anyhow::{Context, Result, ensure};
use serde_json::Value;
use tests::BuiltSite;

use crate::built::{Element, data, pages, read};

/// The kinds of records that have pages: the folder of their addresses, their list in the data, the
/// property with their name, and their schema.org type.
const KINDS: [(&str, &str, &str, &str); 3] = [
    ("clusters", "clusters", "name", "Consortium"),
    ("areas", "areas", "label", "CollectionPage"),
    ("organisations", "organisations", "name", "Organization"),
];

/// The JSON-LD blocks of a page. All other scripts must be files.
pub(crate) fn blocks(elements: &[Element]) -> Result<Vec<Value>> {
    let mut blocks = Vec::new();
    for script in elements.iter().filter(|element| element.name == "script") {
        if script.get("type") == Some("application/ld+json") {
            let block: Value = serde_json::from_str(&script.text)
                .with_context(|| format!("not JSON: {}", script.text))?;
            ensure!(
                block["@context"] == "https://schema.org",
                "a block of another vocabulary: {block}"
            );
            blocks.push(block);
        } else {
            ensure!(
                script.get("src").is_some() && script.text.trim().is_empty(),
                "a script within the page: {}",
                script.text
            );
        }
    }
    Ok(blocks)
}

/// Whether the blocks of a page contain a thing of type `kind` with the name `name`.
pub(crate) fn shows(blocks: &[Value], kind: &str, name: &str) -> bool {
    blocks
        .iter()
        .any(|block| block["@type"] == kind && block["name"] == name)
}

#[test]
fn every_block_can_be_read() -> Result<()> {
    blocks_can_be_read(BuiltSite::Sub)
}

/// Parses every block of every page.
pub(crate) fn blocks_can_be_read(place: BuiltSite) -> Result<()> {
    let folder = place.folder()?;
    for path in pages(place)? {
        blocks(&read(&folder.join(&path))?).context(path)?;
    }
    Ok(())
}

#[test]
fn every_record_has_its_name() -> Result<()> {
    records_are_called_by_their_names(BuiltSite::Root)
}

/// Compares the structured data of each record's page with the data file.
pub(crate) fn records_are_called_by_their_names(place: BuiltSite) -> Result<()> {
    let folder = place.folder()?;
    let data = data(&folder)?;
    for (addresses, list, called, kind) in KINDS {
        let records = data[list].as_array().context("a list")?;
        for (record, lang) in records
            .iter()
            .flat_map(|record| [(record, "en"), (record, "it")])
        {
            let id = record["id"].as_str().context("an id")?;
            let path = format!("{lang}/{addresses}/{id}/index.html");
            let blocks = blocks(&read(&folder.join(&path))?)?;
            let name = record[called][lang].as_str().context("a name")?;
            ensure!(shows(&blocks, kind, name), "{path} shows no {kind} {name}");
        }
    }
    Ok(())
}
