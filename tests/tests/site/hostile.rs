//! Hostile values in the data file.

mod citations;
mod data_files;
mod refusals;
mod values;

use std::{collections::BTreeSet, fs};

use anyhow::{Context, Result, ensure};
use project::base::Base;
use serde_json::Value;
use site_builder::{pages, settings::Settings};
use tests::{BuiltSite, fixture};

use crate::{
    built::{files, has_extension, read},
    markup::validate,
    structured_data::{blocks, shows},
};

/// Ends scripts, attributes, comments and CDATA; begins elements and references; and has the two
/// line breaks that are valid in JSON but not in older JavaScript.
const HOSTILE: &str =
    "</script><script>x()</script> \" ' > <b onclick=x()> --> <!-- ]]> &quot; & \u{2028}\u{2029}x";

/// Enough for every kind of page; a thousand would take a minute.
const CLUSTERS: usize = 10;

#[test]
fn hostile_names_stay_names() -> Result<()> {
    let folder = tempfile::tempdir()?;
    fs::write(folder.path().join("index.html"), shell()?)?;
    let mut data = fixture::catalogue()?;
    shorten(&mut data)?;
    let renamed = make_hostile(&mut data)?;
    pages::write(
        folder.path(),
        &Settings::local(&Base::default()),
        &data.to_string(),
    )?;

    for (path, kind, name) in &renamed {
        let blocks = blocks(&read(&folder.path().join(path))?).with_context(|| path.clone())?;
        ensure!(shows(&blocks, kind, name), "{path} shows no {kind} {name}");
    }
    let mut written = files(folder.path())?;
    written.retain(|path| has_extension(path, "html"));
    for path in &written {
        let elements = read(&folder.path().join(path))?;
        let captured = elements
            .iter()
            .find(|element| element.attributes().any(|(name, _)| name == "onclick"));
        ensure!(captured.is_none(), "{path}: {captured:?}");
    }
    validate(folder.path(), &written)
}

/// The shell of every page: a page without content.
fn shell() -> Result<String> {
    let page = fs::read_to_string(BuiltSite::Root.folder()?.join("index.html"))?;
    let (head, rest) = page.split_once("<body>").context("a body")?;
    let (_, end) = rest.rsplit_once("</body>").context("the body's end")?;
    Ok(format!("{head}<body><div id=\"app\"></div></body>{end}"))
}

/// Keeps some clusters and the records that belong to them.
fn shorten(data: &mut Value) -> Result<()> {
    let clusters = data["clusters"].as_array_mut().context("a list")?;
    clusters.truncate(CLUSTERS);
    for cluster in clusters.iter_mut().filter_map(Value::as_object_mut) {
        cluster.remove("national_clusters");
    }
    let clusters = values(&data["clusters"], "id");
    retain(&mut data["memberships"], "cluster", &clusters)?;
    let organisations = values(&data["memberships"], "organisation");
    retain(&mut data["organisations"], "id", &organisations)?;
    // The successor of a withdrawn record may have been removed.
    data["withdrawn"] = Value::Array(Vec::new());
    Ok(())
}

/// The values of `key` in the records of a list.
fn values(list: &Value, key: &str) -> BTreeSet<String> {
    let records = list.as_array().into_iter().flatten();
    records
        .filter_map(|record| Some(record[key].as_str()?.to_owned()))
        .collect()
}

/// Keeps the records of a list that have one of the `values` under `key`.
fn retain(list: &mut Value, key: &str, values: &BTreeSet<String>) -> Result<()> {
    let records = list.as_array_mut().context("a list")?;
    records.retain(|record| {
        record[key]
            .as_str()
            .is_some_and(|value| values.contains(value))
    });
    ensure!(!records.is_empty(), "nothing is left");
    Ok(())
}

/// Gives every record a hostile name, and returns the expected page, type and name of each.
fn make_hostile(data: &mut Value) -> Result<Vec<(String, &'static str, String)>> {
    let mut renamed = Vec::new();
    for (list, called, kind) in [
        ("clusters", "name", "Consortium"),
        ("areas", "label", "CollectionPage"),
        ("organisations", "name", "Organization"),
    ] {
        for record in data[list].as_array_mut().context("a list")? {
            let id = record["id"].as_str().context("an id")?.to_owned();
            for lang in ["en", "it"] {
                let name = format!(
                    "{} {HOSTILE}",
                    record[called][lang].as_str().context("a name")?
                );
                record[called][lang] = name.clone().into();
                renamed.push((format!("{lang}/{list}/{id}/index.html"), kind, name));
            }
        }
    }
    Ok(renamed)
}
