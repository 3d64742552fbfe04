//! Every id that was ever published must still have a page.

use std::collections::BTreeSet;
use std::error::Error;
use std::fs;
use std::path::Path;

use catalogue::model::{Area, Cluster, Identified, Organisation, Tombstone};
use project::folders::{data_file, fixture_file};
use serde::de::DeserializeOwned;
use serde_json::Value;

const PUBLISHED: &str = include_str!("../../../tests/published_ids.txt");

fn data(file: &Path) -> Result<Value, Box<dyn Error>> {
    Ok(serde_json::from_str(&fs::read_to_string(file)?)?)
}

fn published() -> BTreeSet<&'static str> {
    PUBLISHED
        .lines()
        .filter(|line| !line.starts_with('#') && !line.is_empty())
        .collect()
}

/// The current and former ids of a list.
fn ids<T: Identified + DeserializeOwned>(
    data: &Value,
    list: &str,
) -> Result<(Vec<String>, Vec<String>), serde_json::Error> {
    let records: Vec<T> = serde_json::from_value(data[list].clone())?;
    let path = |id: &str| format!("{list}/{id}");
    let present = records.iter().map(|record| path(record.id()));
    let former = records.iter().flat_map(Identified::former_ids);
    let former = former.map(|id| path(id.as_str()));
    Ok((present.collect(), former.collect()))
}

/// All addresses of a data file: current, former and withdrawn ids.
fn answered(data: &Value) -> Result<(Vec<String>, Vec<String>), serde_json::Error> {
    let mut answered = (Vec::new(), Vec::new());
    for (present, former) in [
        ids::<Area>(data, "areas")?,
        ids::<Cluster>(data, "clusters")?,
        ids::<Organisation>(data, "organisations")?,
    ] {
        answered.0.extend(present);
        answered.1.extend(former);
    }
    if let Some(withdrawn) = data.get("withdrawn") {
        let withdrawn: Vec<Tombstone> = serde_json::from_value(withdrawn.clone())?;
        let paths = withdrawn
            .iter()
            .map(|record| format!("{}/{}", record.kind.list(), record.id));
        answered.1.extend(paths);
    }
    Ok(answered)
}

/// The `published` ids that are missing from a data file.
fn lost<'id>(
    published: &BTreeSet<&'id str>,
    data: &Value,
) -> Result<Vec<&'id str>, serde_json::Error> {
    let (present, leading_on) = answered(data)?;
    let known: BTreeSet<_> = present.into_iter().chain(leading_on).collect();
    let lost = published.iter().filter(|id| !known.contains(**id));
    Ok(lost.copied().collect())
}

#[test]
fn no_published_id_is_lost() -> Result<(), Box<dyn Error>> {
    let lost = lost(&published(), &data(&data_file())?)?;
    assert!(
        lost.is_empty(),
        "these published ids are gone: {lost:?}. Add each to the \"former_ids\" of the \
         record that replaces it, or add an entry under \"withdrawn\""
    );
    Ok(())
}

#[test]
fn former_and_withdrawn_ids_are_not_lost() -> Result<(), Box<dyn Error>> {
    let mut data = data(&fixture_file())?;
    let id = data["clusters"][0]["id"].take();
    data["clusters"][0]["id"] = "another-id".into();
    let path = format!("clusters/{}", id.as_str().unwrap_or_default());
    let published = BTreeSet::from([path.as_str()]);
    assert_eq!(lost(&published, &data)?, [path.as_str()]);

    data["clusters"][0]["former_ids"] = vec![id.clone()].into();
    assert!(
        lost(&published, &data)?.is_empty(),
        "the record has it as a former id"
    );

    data["clusters"][0]["former_ids"].take();
    data["clusters"][0]["former_ids"] = Value::Array(Vec::new());
    data["withdrawn"] = serde_json::json!([{
        "id": id, "kind": "cluster", "name": {"en": "A"}, "on": "2026-01-31", "reason": {"en": "B."}
    }]);
    assert!(
        lost(&published, &data)?.is_empty(),
        "an entry says that it was withdrawn"
    );
    Ok(())
}
