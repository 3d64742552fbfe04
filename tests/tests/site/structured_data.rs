//! What the pages say for machines (JSON-LD), and that they hold no other script of their own.

use std::fs;

use anyhow::{Context, Result, ensure};
use serde_json::Value;
use tests::Place;

use crate::{
    built::{files, has_extension, pages},
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
    let folder = Place::Sub.folder()?;
    for path in pages(Place::Sub)? {
        blocks(&read(&folder.join(&path))?).context(path)?;
    }
    Ok(())
}

#[test]
fn every_record_is_called_by_its_name() -> Result<()> {
    let folder = Place::Root.folder()?;
    let data = files(&folder)?
        .into_iter()
        .find(|path| path.starts_with("data/catalogue-") && has_extension(path, "json"))
        .context("there is no data file")?;
    let data: Value = serde_json::from_str(&fs::read_to_string(folder.join(data))?)?;
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
