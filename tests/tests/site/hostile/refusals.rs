//! What the data file may not hold is refused in words that say where it stands.

use std::collections::BTreeSet;

use anyhow::{Context, Result, ensure};
use catalogue::model::{Catalogue, Date, LoadError};
use check_data::{Severity, check};
use project::base::Base;
use serde_json::Value;
use site_builder::{pages, settings::Settings};
use tests::hostile::{Field, Hole, Hostile, Template, values};

use super::shell;

/// The lists of the data file whose records are left out one by one.
const LISTS: [&str; 7] = [
    "areas",
    "countries",
    "regions",
    "cities",
    "clusters",
    "organisations",
    "memberships",
];

/// A record with one value that it may not hold.
struct Bad {
    /// Where it stands, as a JSON Pointer.
    pointer: String,
    list: &'static str,
    position: usize,
}

/// A sound catalogue of one record of each kind.
fn sound() -> Result<Value> {
    Template::read()?.filled(1, &mut |field, _| sound_value(field))
}

fn sound_value(field: &Field) -> String {
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

/// The place of a field in a record, as a JSON Pointer.
fn within_record(field: &Field) -> String {
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

/// A catalogue in which each value that may not stand in a field stands there, each in a record of its
/// own behind the sound ones; with where they stand.
fn spoilt(fields: &[Field], values: &[Hostile]) -> Result<(Value, Vec<Bad>)> {
    let sound = sound()?;
    let mut spoilt = sound.clone();
    let mut all = Vec::new();
    for list in LISTS {
        let form = &sound[list][0];
        let records = spoilt[list].as_array_mut().context("a list")?;
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
    Ok((spoilt, all))
}

/// Whether a reason says where the value stands.
fn is_located(reason: &str) -> bool {
    reason.contains(" at line 1 column ")
}

#[test]
fn a_record_with_a_bad_value_is_left_out_and_its_place_told() -> Result<()> {
    let fields = Template::read()?.fields()?;
    let (data, bad) = spoilt(&fields, &values()?)?;
    ensure!(bad.len() > 3900, "{} are not all pairs", bad.len());
    let read = Catalogue::from_json(&data.to_string());
    let catalogue = read.map_err(|error| anyhow::anyhow!("{error:?}"))?;
    let mut skipped = catalogue.skipped.iter();
    // In the order in which the lists are read.
    let mut bad: Vec<&Bad> = bad.iter().collect();
    bad.sort_by_key(|bad| READ.iter().position(|list| *list == bad.list));
    for bad in bad {
        let told = skipped.next().with_context(|| bad.pointer.clone())?;
        ensure!(
            (told.list, told.position) == (bad.list, bad.position),
            "{told:?} is told, not {}",
            bad.pointer
        );
        ensure!(is_located(&told.reason), "{}: {}", bad.pointer, told.reason);
    }
    ensure!(skipped.next().is_none(), "sound records are left out");
    Ok(())
}

/// In which order the lists are read.
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
fn an_editor_is_told_of_every_bad_value() -> Result<()> {
    let fields = Template::read()?.fields()?;
    let all = values()?;
    let short: Vec<_> = all.into_iter().filter(|value| !value.is_long()).collect();
    let today = Date::new("2026-11-23")?;
    // One field at a time: a file that is too large is not looked into.
    for field in fields.chunks(1) {
        let (data, bad) = spoilt(field, &short)?;
        let problems = check(&data.to_string(), "", &today);
        let errors = problems
            .iter()
            .filter(|problem| problem.severity == Severity::Error);
        let told: BTreeSet<_> = errors.map(|problem| problem.pointer.as_str()).collect();
        for bad in &bad {
            ensure!(
                told.contains(bad.pointer.as_str()),
                "nothing is told of {}",
                bad.pointer
            );
        }
    }
    Ok(())
}

#[test]
fn a_bad_value_outside_of_the_lists_stops_the_file_and_its_place_is_told() -> Result<()> {
    let fields = Template::read()?.fields()?;
    let sound = sound()?;
    let outside = |field: &&Field| ["licence", "about"].contains(&field.list());
    let shell = shell()?;
    for field in fields.iter().filter(outside) {
        for value in values()?
            .iter()
            .filter(|value| !may_stand(value, field.hole))
        {
            let mut data = sound.clone();
            let pointer = format!("/{}", field.path.replace('*', "0"));
            *data.pointer_mut(&pointer).context("a field")? = value.text.as_str().into();
            let Err(LoadError::Malformed(reason)) = Catalogue::from_json(&data.to_string()) else {
                anyhow::bail!("{} may be {:?}", field.path, value.text);
            };
            ensure!(is_located(&reason), "{}: {reason}", field.path);
        }
    }
    // These are read at build time alone.
    let settings = Settings::local(&Base::default());
    for field in fields.iter().filter(|field| field.list() == "withdrawn") {
        for value in values()?
            .iter()
            .filter(|value| !may_stand(value, field.hole))
        {
            let mut data = sound.clone();
            let pointer = format!("/{}", field.path.replace('*', "0"));
            *data.pointer_mut(&pointer).context("a field")? = value.text.as_str().into();
            let written = pages::texts(&shell, &settings, &data.to_string());
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

/// The fields that are neither texts nor addresses: ids, references, dates, words of a list.
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

/// The fields that hold ids, of the record itself or of others.
const IDS: [&str; 8] = [
    "id",
    "former_ids",
    "areas",
    "regions",
    "city",
    "national_cluster",
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
        // A word of small letters may be somebody's id.
        let takes_ids = IDS.contains(&name) && list != "countries";
        let mut data = sound.clone();
        let form = sound[list][0].clone();
        let mut told = Vec::new();
        for value in values()?.iter().filter(|value| !value.is_long()) {
            // The one word of the table that is a word of a list as well.
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
