//! The list of all ids ever published. An id becomes permanent when its address is published, so
//! the publication adds it to the list, not the editor.

use std::{collections::BTreeSet, fs};

use anyhow::{Context, Result};
use catalogue::model::Tombstone;
use project::folders::{data_file, published_ids_file};
use serde_json::Value;

/// The lists of the data file whose records have addresses.
const LISTS: [&str; 3] = ["areas", "clusters", "organisations"];

/// Adds the ids of the data file to the list, and prints a message if there are new ones.
///
/// # Errors
/// When a file cannot be read or written.
pub(super) fn record() -> Result<()> {
    let file = published_ids_file();
    let list = fs::read_to_string(&file).with_context(|| format!("{}", file.display()))?;
    let data = serde_json::from_str(&fs::read_to_string(data_file())?)?;
    let longer = with_ids_of(&data, &list)?;
    if longer != list {
        fs::write(file, longer)?;
        println!(
            "New ids were added to tests/published_ids.txt, because their addresses are now public: commit it."
        );
    }
    Ok(())
}

/// The list, extended by all ids of a data file.
fn with_ids_of(data: &Value, list: &str) -> Result<String> {
    let (comments, published): (Vec<_>, Vec<_>) =
        list.lines().partition(|line| line.starts_with('#'));
    let published = published.into_iter().filter(|line| !line.is_empty());
    let mut published: BTreeSet<_> = published.map(str::to_owned).collect();
    for list in LISTS {
        for record in data[list].as_array().into_iter().flatten() {
            let former = record["former_ids"].as_array().into_iter().flatten();
            let ids = former.chain([&record["id"]]).filter_map(Value::as_str);
            published.extend(ids.map(|id| format!("{list}/{id}")));
        }
    }
    for record in data["withdrawn"].as_array().into_iter().flatten() {
        let record: Tombstone = serde_json::from_value(record.clone())?;
        published.insert(format!("{}/{}", record.kind.list(), record.id));
    }
    let lines = comments
        .into_iter()
        .chain(published.iter().map(String::as_str));
    Ok(lines.flat_map(|line| [line, "\n"]).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn new_ids_are_added_and_none_is_taken_out() -> Result<()> {
        let data = serde_json::json!({
            "areas": [{ "id": "b" }],
            "clusters": [{ "id": "d", "former_ids": ["c"] }],
            "withdrawn": [{ "id": "e", "kind": "organisation", "name": { "en": "E" },
                "on": "2026-01-31", "reason": { "en": "It has ended." } }],
        });
        let list = "# For ever.\nareas/a\nclusters/d\n";
        let longer = with_ids_of(&data, list)?;
        assert_eq!(
            longer,
            "# For ever.\nareas/a\nareas/b\nclusters/c\nclusters/d\norganisations/e\n"
        );
        assert_eq!(with_ids_of(&data, &longer)?, longer);
        Ok(())
    }
}
