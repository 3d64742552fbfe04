//! Invalid values in the data file are rejected, with their position.

use std::collections::BTreeSet;

use anyhow::{Context, Result, ensure};
use catalogue::model::{Catalogue, Date, LoadError};
use check_data::{Severity, check};
use project::base::Base;
use serde_json::Value;
use site_builder::{pages, settings::Settings};
use tests::hostile::{Hole, Hostile, Template, TemplateField, values};

use super::shell;

/// The lists of the data file whose invalid records are skipped.
const LISTS: [&str; 7] = [
    "areas",
    "countries",
    "regions",
    "cities",
    "clusters",
    "organisations",
    "memberships",
];

/// A record with one invalid value.
struct Bad {
    /// Its JSON Pointer.
    pointer: String,
    list: &'static str,
    position: usize,
}

/// A valid catalogue with one record of each kind.
fn sound() -> Result<Value> {
    Template::read()?.filled(1, &mut |field, _| sound_value(field))
}

fn sound_value(field: &TemplateField) -> String {
    match field.hole {
        Hole::Text => field.path.clone(),
        Hole::Address => "https://example.org/".to_owned(),
    }
}

fn may_stand(value: &Hostile, hole: Hole) -> bool {
    match hole {
        Hole::Text => value.is_text,
        Hole::Address => value.is_address,
    }
}

/// The JSON Pointer of a field within its record.
fn within_record(field: &TemplateField) -> String {
    let parts = field.path.split('/').skip(2);
    let parts = parts.map(|part| {
        if part == "*" {
            "/0".to_owned()
        } else {
            format!("/{part}")
        }
    });
    parts.collect()
}

/// A catalogue in which each invalid value of each field has a record of its own after the valid
/// ones; returned with the positions of the values.
fn with_invalid_values(fields: &[TemplateField], values: &[Hostile]) -> Result<(Value, Vec<Bad>)> {
    let sound = sound()?;
    let mut with_invalid_values = sound.clone();
    let mut all = Vec::new();
    for list in LISTS {
        let form = &sound[list][0];
        let records = with_invalid_values[list].as_array_mut().context("a list")?;
        for field in fields.iter().filter(|field| field.list() == list) {
            for value in values.iter().filter(|value| !may_stand(value, field.hole)) {
                let mut record = form.clone();
                if record.get("id").is_some() && list != "countries" {
                    record["id"] = format!("bad-{}", records.len()).into();
                }
                record["former_ids"] = Value::Array(Vec::new());
                let place = within_record(field);
                let hole = record.pointer_mut(&place).context("a field")?;
                *hole = value.text.as_str().into();
                all.push(Bad {
                    pointer: format!("/{list}/{}{place}", records.len()),
                    list,
                    position: records.len(),
                });
                records.push(record);
            }
        }
    }
    Ok((with_invalid_values, all))
}

/// Whether a reason gives the position of the value.
fn is_located(reason: &str) -> bool {
    reason.contains(" at line 1 column ")
}

#[test]
fn a_record_with_an_invalid_value_is_skipped_and_located() -> Result<()> {
    let fields = Template::read()?.fields()?;
    let (data, bad) = with_invalid_values(&fields, &values()?)?;
    ensure!(bad.len() > 3900, "{} are not all pairs", bad.len());
    let read = Catalogue::from_json(&data.to_string());
    let catalogue = read.map_err(|error| anyhow::anyhow!("{error:?}"))?;
    let mut skipped = catalogue.skipped.iter();
    // In the order in which the lists are parsed.
    let mut bad: Vec<&Bad> = bad.iter().collect();
    bad.sort_by_key(|bad| READ.iter().position(|list| *list == bad.list));
    for bad in bad {
        let told = skipped.next().with_context(|| bad.pointer.clone())?;
        ensure!(
            (told.list, told.position) == (bad.list, bad.position),
            "{told:?} is reported, not {}",
            bad.pointer
        );
        ensure!(is_located(&told.reason), "{}: {}", bad.pointer, told.reason);
    }
    ensure!(skipped.next().is_none(), "sound records are left out");
    Ok(())
}

/// The order in which the lists are parsed.
const READ: [&str; 7] = [
    "areas",
    "countries",
    "regions",
    "cities",
    "organisations",
    "clusters",
    "memberships",
];

#[test]
fn every_invalid_value_is_reported_to_editors() -> Result<()> {
    let fields = Template::read()?.fields()?;
    let all = values()?;
    let short: Vec<_> = all.into_iter().filter(|value| !value.is_long()).collect();
    let today = Date::new("2026-11-23")?;
    // One field at a time: a file that is too large is not checked.
    for field in fields.chunks(1) {
        let (data, bad) = with_invalid_values(field, &short)?;
        let problems = check(&data.to_string(), "", &today);
        let errors = problems
            .iter()
            .filter(|problem| problem.severity == Severity::Error);
        let told: BTreeSet<_> = errors.map(|problem| problem.pointer.as_str()).collect();
        for bad in &bad {
            ensure!(
                told.contains(bad.pointer.as_str()),
                "nothing is reported for {}",
                bad.pointer
            );
        }
    }
    Ok(())
}

/// The sound file with each value that is invalid in a field of its first record, and that value.
fn with_each_invalid_value(sound: &Value, field: &TemplateField) -> Result<Vec<(Hostile, Value)>> {
    let pointer = format!("/{}", field.path.replace('*', "0"));
    let mut values = values()?;
    values.retain(|value| !may_stand(value, field.hole));
    let files = values.into_iter().map(|value| {
        let mut data = sound.clone();
        *data.pointer_mut(&pointer).context("a field")? = value.text.as_str().into();
        Ok((value, data))
    });
    files.collect()
}

#[test]
fn an_invalid_value_outside_the_lists_rejects_the_file() -> Result<()> {
    let fields = Template::read()?.fields()?;
    let sound = sound()?;
    let shell = shell()?;
    for field in fields.iter().filter(|field| field.list() == "licence") {
        for (value, data) in with_each_invalid_value(&sound, field)? {
            let Err(LoadError::Malformed(reason)) = Catalogue::from_json(&data.to_string()) else {
                anyhow::bail!("{} may be {:?}", field.path, value.text);
            };
            ensure!(is_located(&reason), "{}: {reason}", field.path);
        }
    }
    // These are only parsed at build time.
    let settings = Settings::local(&Base::default());
    for field in fields.iter().filter(|field| field.list() == "withdrawn") {
        for (value, data) in with_each_invalid_value(&sound, field)? {
            let written = pages::contents(&shell, &settings, &data.to_string());
            let message = written.err().map(|error| error.to_string());
            ensure!(
                message.as_deref().is_some_and(is_located),
                "{} may be {:?}: {message:?}",
                field.path,
                value.text
            );
        }
    }
    Ok(())
}

#[test]
fn an_invalid_value_of_the_about_page_costs_only_that_page() -> Result<()> {
    let fields = Template::read()?.fields()?;
    let sound = sound()?;
    let clusters = sound["clusters"].as_array().map(Vec::len);
    let today = Date::new("2026-11-23")?;
    let mut tried = 0;
    for field in fields.iter().filter(|field| field.list() == "about") {
        for (value, data) in with_each_invalid_value(&sound, field)? {
            let read = Catalogue::from_json(&data.to_string());
            let read = read.map_err(|error| anyhow::anyhow!("{}: {error:?}", field.path))?;
            assert_eq!(Some(read.clusters.len()), clusters);
            assert!(
                read.about().is_empty(),
                "{} may be {:?}",
                field.path,
                value.text
            );
            // The check before a build stops at it.
            let problems = check(&data.to_string(), "", &today);
            let is_reported = |problem: &check_data::Problem| {
                problem.severity == Severity::Error && problem.pointer.starts_with("/about/0/")
            };
            ensure!(
                value.is_long() || problems.iter().any(is_reported),
                "nothing is reported for {:?} in {}",
                value.text,
                field.path
            );
            tried += 1;
        }
    }
    ensure!(tried > 0, "the about page has fields that can be invalid");
    Ok(())
}

/// The fields that are neither texts nor addresses: ids, references, dates, enumerations.
fn strict_fields(sound: &Value) -> Vec<String> {
    fn strings(value: &Value, path: &str, found: &mut Vec<String>) {
        match value {
            Value::Object(fields) => {
                for (name, value) in fields {
                    strings(value, &format!("{path}/{name}"), found);
                }
            }
            Value::Array(values) => {
                for (number, value) in values.iter().enumerate() {
                    strings(value, &format!("{path}/{number}"), found);
                }
            }
            Value::String(_) => found.push(path.to_owned()),
            _ => {}
        }
    }
    let mut found = Vec::new();
    for list in LISTS {
        strings(&sound[list][0], &format!("/{list}/1"), &mut found);
    }
    found
}

/// The fields that hold ids, of the record itself or of other records.
const IDS: [&str; 8] = [
    "id",
    "former_ids",
    "areas",
    "regions",
    "city",
    "national_clusters",
    "cluster",
    "organisation",
];

#[test]
fn ids_dates_and_words_of_a_list_are_never_hostile() -> Result<()> {
    let sound = sound()?;
    let holes: BTreeSet<String> = Template::read()?
        .fields()?
        .iter()
        .map(|field| format!("/{}/1{}", field.list(), within_record(field)))
        .collect();
    let strict = strict_fields(&sound);
    let strict: Vec<_> = strict
        .iter()
        .filter(|path| !holes.contains(*path))
        .collect();
    ensure!(strict.len() > 20, "{strict:?}");
    for pointer in strict {
        let list = pointer.split('/').nth(1).unwrap_or_default();
        let name = pointer.split('/').nth(3).unwrap_or_default();
        // A word of small letters is a valid id.
        let takes_ids = IDS.contains(&name) && list != "countries";
        let mut data = sound.clone();
        let form = sound[list][0].clone();
        let mut told = Vec::new();
        for value in values()?.iter().filter(|value| !value.is_long()) {
            // The one value that is also valid in an enumeration.
            let is_word = pointer.ends_with("/fact") && value.text == "name";
            if is_word || takes_ids && value.is_id() {
                continue;
            }
            let records = data[list].as_array_mut().context("a list")?;
            let mut record = form.clone();
            let place = pointer.trim_start_matches(&format!("/{list}/1"));
            *record.pointer_mut(place).context("a field")? = value.text.as_str().into();
            told.push((records.len(), value.text.clone()));
            records.push(record);
        }
        let catalogue = Catalogue::from_json(&data.to_string());
        let catalogue = catalogue.map_err(|error| anyhow::anyhow!("{error:?}"))?;
        ensure!(
            catalogue.skipped.len() == told.len(),
            "{pointer}: {} of {} are left out",
            catalogue.skipped.len(),
            told.len()
        );
        for ((position, value), skipped) in told.iter().zip(&catalogue.skipped) {
            ensure!(
                (skipped.list, skipped.position) == (list, *position),
                "{pointer} may be {value:?}"
            );
            ensure!(is_located(&skipped.reason), "{pointer}: {}", skipped.reason);
        }
    }
    Ok(())
}
