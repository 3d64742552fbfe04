//! What the pages say for machines (JSON-LD), and that they hold no other script of their own.

use anyhow::{Context, Result, ensure};
use serde_json::Value;
use tests::Place;

use crate::{
    built::{data, pages},
    document::{Element, read},
};

/// The kinds of records that have pages: the folder of their addresses, their list in the data, the
/// property that they are called by there, and what they are in the vocabulary of schema.org.
const KINDS: [(&str, &str, &str, &str); 3] = [
    ("clusters", "clusters", "name", "Consortium"),
    ("areas", "areas", "label", "CollectionPage"),
    ("organisations", "organisations", "name", "Organization"),
];

/// The blocks of JSON-LD in a page. Whatever else is a script must be a file.
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

/// Whether the page in `path` below the folder of the site says that it shows a `kind` called `name`.
pub(crate) fn shows(blocks: &[Value], kind: &str, name: &str) -> bool {
    blocks
        .iter()
        .any(|block| block["@type"] == kind && block["name"] == name)
}

#[test]
fn every_block_can_be_read() -> Result<()> {
    blocks_can_be_read(Place::Sub)
}

/// Reads every block of every page.
pub(crate) fn blocks_can_be_read(place: Place) -> Result<()> {
    let folder = place.folder()?;
    for path in pages(place)? {
        blocks(&read(&folder.join(&path))?).context(path)?;
    }
    Ok(())
}

#[test]
fn every_record_is_called_by_its_name() -> Result<()> {
    records_are_called_by_their_names(Place::Root)
}

/// Holds what each record's page says for machines against the data file.
pub(crate) fn records_are_called_by_their_names(place: Place) -> Result<()> {
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
