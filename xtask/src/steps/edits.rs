//! The step `edits`: all tests must pass after typical edits of the catalogue.

use std::fs;

use anyhow::{Context, Result};
use project::{
    folders::{self, CATALOGUE, data_file, workspace},
    process::{cargo, run},
};
use serde_json::{Value, json};

/// Runs all steps on a copy of the published catalogue with added, removed and renamed records.
///
/// # Errors
/// When the catalogue cannot be read, or a test fails.
pub(super) fn run_tests() -> Result<()> {
    let text = fs::read_to_string(data_file())?;
    let edited = edited(serde_json::from_str(&text)?)?;
    let file = folders::target().join("edited").join("catalogue.json");
    fs::create_dir_all(file.parent().context("a folder")?)?;
    fs::write(&file, serde_json::to_string_pretty(&edited)?)?;
    let mut tests = cargo();
    tests.current_dir(workspace()).args(["xtask", "test"]);
    run(tests.env(CATALOGUE, &file))
}

/// Edits the catalogue: adds an area, an organisation and a cluster, withdraws the last cluster,
/// and renames the first.
fn edited(mut data: Value) -> Result<Value> {
    list(&mut data, "areas")?.push(json!({
        "id": "quantum-technologies",
        "label": { "en": "Quantum Technologies", "it": "Tecnologie quantistiche" },
        "synonyms": { "en": ["qubits"], "it": ["qubit"] },
    }));
    list(&mut data, "organisations")?.push(json!({
        "id": "an-institute-of-quanta",
        "name": { "en": "An Institute of Quanta", "it": "Un istituto dei quanti" },
        "kind": "research",
        "country": "IT",
        "unverified": [{ "fact": "name_en" }],
    }));
    list(&mut data, "clusters")?.insert(
        0,
        json!({
            "id": "a-quantum-cluster",
            "name": { "en": "A Quantum Cluster", "it": "Un cluster quantistico" },
            "level": "regional",
            "areas": ["quantum-technologies"],
            "country": "IT",
            "regions": ["lombardia"],
            "founded": 2026,
            "members": { "count": 1000 },
            "description": {
                "en": "It joins those in Lombardy who work on computers and sensors made of quanta.",
                "it": "Riunisce chi in Lombardia lavora su calcolatori e sensori quantistici.",
            },
            "unverified": [
                { "fact": "name_en" },
                { "fact": "areas" },
                { "fact": "region" },
                { "fact": "founded" },
                { "fact": "members" },
            ],
            "evidence": "weak",
        }),
    );
    list(&mut data, "memberships")?.push(json!({
        "organisation": "an-institute-of-quanta",
        "cluster": "a-quantum-cluster",
        "role": "founder",
        "source": { "url": "https://example.org/" },
    }));
    withdraw_last(&mut data)?;
    // The first one is new.
    rename(&mut data, 1)?;
    Ok(data)
}

fn list<'data>(data: &'data mut Value, name: &str) -> Result<&'data mut Vec<Value>> {
    let list = data[name].as_array_mut();
    list.with_context(|| format!("the catalogue has no list of {name}"))
}

/// Removes the last cluster and adds a withdrawn entry.
fn withdraw_last(data: &mut Value) -> Result<()> {
    let cluster = list(data, "clusters")?.pop().context("no clusters")?;
    let id = &cluster["id"];
    list(data, "memberships")?.retain(|membership| membership["cluster"] != *id);
    for other in list(data, "clusters")? {
        if let Some(Value::Array(national)) = other.get_mut("national_clusters") {
            national.retain(|other| other != id);
        }
    }
    // Records that only this cluster used are removed too.
    let memberships = list(data, "memberships")?.clone();
    let is_member = |organisation: &Value| {
        memberships
            .iter()
            .any(|of| of["organisation"] == organisation["id"])
    };
    let (stay, go) = list(data, "organisations")?.drain(..).partition(is_member);
    data["organisations"] = Value::Array(stay);
    let go: Vec<Value> = go;
    let gone = go.iter().map(|record| ("organisation", record));
    let gone = gone.chain([("cluster", &cluster)]);
    let entries = gone.map(|(kind, record)| {
        json!({
            "id": record["id"],
            "kind": kind,
            "name": record["name"],
            "on": data["updated"],
            "reason": { "en": "It has ended.", "it": "Si è concluso." },
        })
    });
    let entries: Vec<_> = entries.collect();
    match data["withdrawn"].as_array_mut() {
        Some(withdrawn) => withdrawn.extend(entries),
        None => data["withdrawn"] = Value::Array(entries),
    }
    Ok(())
}

/// Changes the id and name of a cluster, and keeps the old id as a former id.
fn rename(data: &mut Value, number: usize) -> Result<()> {
    let cluster = &mut list(data, "clusters")?[number];
    let old = cluster["id"].clone();
    let new = json!(format!("renamed-{}", old.as_str().context("an id")?));
    cluster["id"] = new.clone();
    cluster["name"] = json!({ "en": "A Renamed Cluster", "it": "Un cluster rinominato" });
    match cluster["former_ids"].as_array_mut() {
        Some(former) => former.push(old.clone()),
        None => cluster["former_ids"] = json!([old]),
    }
    for membership in list(data, "memberships")? {
        if membership["cluster"] == old {
            membership["cluster"] = new.clone();
        }
    }
    for cluster in list(data, "clusters")? {
        if let Some(Value::Array(national)) = cluster.get_mut("national_clusters") {
            for id in national.iter_mut().filter(|id| **id == old) {
                *id = new.clone();
            }
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use project::folders::fixture_file;

    #[test]
    fn the_edited_catalogue_passes_the_data_check() -> Result<()> {
        let data: Value = serde_json::from_str(&fs::read_to_string(fixture_file())?)?;
        let edited = edited(data.clone())?;
        let length = |data: &Value, list: &str| data[list].as_array().map_or(0, Vec::len);
        assert_eq!(length(&edited, "areas"), length(&data, "areas") + 1);
        assert_eq!(length(&edited, "clusters"), length(&data, "clusters"));
        assert!(length(&edited, "withdrawn") > length(&data, "withdrawn"));
        let former = &edited["clusters"][1]["former_ids"];
        assert_eq!(*former, json!([data["clusters"][0]["id"]]));

        let folder = tempfile::tempdir()?;
        let file = folder.path().join("catalogue.json");
        fs::write(&file, edited.to_string())?;
        let report = check_data::inspect(&file)?;
        assert_eq!(
            report.errors(),
            0,
            "{}",
            report.render(check_data::Lang::En, false)
        );
        Ok(())
    }
}
