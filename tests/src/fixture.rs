//! The fixture catalogue, from which the site under test is built.

use anyhow::{Context, Result};
use serde_json::Value;

const CATALOGUE: &str = include_str!("../fixture/catalogue.json");

/// The data file.
///
/// # Errors
/// When it is not JSON.
pub fn catalogue() -> Result<Value> {
    Ok(serde_json::from_str(CATALOGUE)?)
}

/// The records of one of its lists.
///
/// # Errors
/// When there is no such list.
pub fn records(list: &str) -> Result<Vec<Value>> {
    let records = catalogue()?[list].as_array().cloned();
    records.with_context(|| format!("the fixture has no list of {list}"))
}

/// The sorted ids of the clusters that meet a condition.
///
/// # Errors
/// When there are no clusters.
pub fn clusters_where(condition: impl Fn(&Value) -> bool) -> Result<Vec<String>> {
    let clusters = records("clusters")?
        .into_iter()
        .filter(|cluster| condition(cluster));
    let ids = clusters.filter_map(|cluster| Some(cluster["id"].as_str()?.to_owned()));
    let mut ids: Vec<_> = ids.collect();
    ids.sort_unstable();
    Ok(ids)
}

/// Whether a list in a record contains a text.
pub fn has(record: &Value, list: &str, text: &str) -> bool {
    let mut values = record[list].as_array().into_iter().flatten();
    values.any(|value| value == text)
}
