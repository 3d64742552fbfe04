//! Broken data files: for each, the report names the record, the position, what is wrong and how to
//! fix it, and nothing else.

use std::collections::BTreeSet;
use std::error::Error;
use std::fs;

use catalogue::model::{Date, Tombstone};
use check_data::{Lang, Problem, Report, Severity};
use project::folders::{data_file, fixture_file, published_ids_file, schema_file};
use serde::Deserialize;
use serde_json::Value;

#[path = "check_data/acceptance.rs"]
mod acceptance;
#[path = "check_data/editor.rs"]
mod editor;
#[path = "check_data/form.rs"]
mod form;
#[path = "check_data/meaning.rs"]
mod meaning;
#[path = "check_data/syntax.rs"]
mod syntax;
#[path = "check_data/traces.rs"]
mod traces;

/// A small catalogue without errors; every broken file is this one with one change.
const SOUND: &str = include_str!("broken/sound.json");

/// The day on which the checks of these tests are run.
const TODAY: &str = "2026-11-23";

type TestResult = Result<(), Box<dyn Error>>;

/// A file that is broken in one way.
struct BrokenFile {
    /// What is broken.
    name: &'static str,
    /// The text of the sound file whose first occurrence is replaced, and its replacement.
    change: (&'static str, &'static str),
    /// The record that must be named.
    record: &'static str,
    /// The value that must be named.
    pointer: &'static str,
    /// The text of the broken file whose start must be at the reported line and column.
    at: &'static str,
    /// Parts of the expected message.
    says: &'static [&'static str],
}

fn check(text: &str) -> Result<Vec<Problem>, Box<dyn Error>> {
    Ok(check_data::check(text, "", &Date::new(TODAY)?))
}

/// The line and column of a part of a text, from 1, in characters.
fn position(text: &str, piece: &str) -> Option<(usize, usize)> {
    let before = &text[..text.find(piece)?];
    let line = before.rsplit('\n').next().unwrap_or_default();
    Some((before.matches('\n').count() + 1, line.chars().count() + 1))
}

/// What the report says.
fn told(problem: &Problem) -> String {
    format!("{} {}", problem.what(Lang::En), problem.fix(Lang::En))
}

/// Checks that each broken file gives exactly its one error.
fn each_is_told(files: &[BrokenFile]) -> TestResult {
    for BrokenFile {
        name,
        change: (from, to),
        record,
        pointer,
        at,
        says,
    } in files
    {
        assert!(
            SOUND.contains(from),
            "{name}: the sound file does not hold {from:?}"
        );
        let text = SOUND.replacen(from, to, 1);
        let problems = check(&text)?;
        let [problem] = problems.as_slice() else {
            return Err(format!("{name}: one error is expected, not {problems:#?}").into());
        };
        assert_eq!(problem.severity, Severity::Error, "{name}");
        assert_eq!(problem.record(Lang::En), *record, "{name}");
        assert_eq!(problem.pointer, *pointer, "{name}");
        assert_eq!(
            Some((problem.line, problem.column)),
            position(&text, at),
            "{name}: {problem:?}"
        );
        let told = told(problem);
        for words in *says {
            assert!(
                told.contains(words),
                "{name}: {words:?} is missing from {told:?}"
            );
        }
    }
    Ok(())
}

#[test]
fn the_sound_file_is_sound() -> TestResult {
    assert_eq!(check(SOUND)?, []);
    Ok(())
}

#[test]
fn the_published_file_and_the_fixture_are_without_errors() -> TestResult {
    for file in [data_file(), fixture_file()] {
        let report = check_data::inspect(&file)?;
        assert_eq!(report.errors(), 0, "{}", report.render(Lang::En, false));
    }
    Ok(())
}

/// The check of a file ignores a list of published ids if most of them are missing. The published file
/// must have all.
#[test]
fn no_published_id_is_lost() -> TestResult {
    let data: Value = serde_json::from_str(&fs::read_to_string(data_file())?)?;
    let records = |list: &'static str| data[list].as_array().into_iter().flatten();
    let mut known = BTreeSet::new();
    for list in ["areas", "clusters", "organisations"] {
        for record in records(list) {
            let former = record["former_ids"].as_array().into_iter().flatten();
            let ids = former.chain([&record["id"]]).filter_map(Value::as_str);
            known.extend(ids.map(|id| format!("{list}/{id}")));
        }
    }
    for record in records("withdrawn") {
        let record = Tombstone::deserialize(record)?;
        known.insert(format!("{}/{}", record.kind.list(), record.id));
    }
    let published = fs::read_to_string(published_ids_file())?;
    let ids = published
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'));
    let lost: Vec<_> = ids.filter(|id| !known.contains(*id)).collect();
    assert!(
        lost.is_empty(),
        "links to these lead nowhere any more: {lost:?}"
    );
    Ok(())
}

#[test]
fn published_ids_that_lead_nowhere_are_errors() -> TestResult {
    let published = "# For ever.\nareas/energy\nareas/mobility\nclusters/le2c\nclusters/blue-energy\n\
        clusters/mer-bretagne\nclusters/lombardia-energia\nclusters/gone\n\
        organisations/politecnico-di-milano\norganisations/milan-polytechnic\n";
    let today = Date::new(TODAY)?;
    let problems = check_data::check(SOUND, published, &today);
    let [problem] = problems.as_slice() else {
        return Err(format!("one error is expected, not {problems:#?}").into());
    };
    assert_eq!(problem.pointer, "/clusters");
    let told = told(problem);
    assert!(
        told.contains("\"gone\" was published") && told.contains("\"withdrawn\""),
        "{told}"
    );

    let of_another_catalogue = "clusters/a\nclusters/b\nclusters/c\nclusters/d\nclusters/le2c\n";
    assert_eq!(check_data::check(SOUND, of_another_catalogue, &today), []);
    Ok(())
}

#[test]
fn a_reference_to_a_renamed_record_is_reported_with_the_new_id() -> TestResult {
    let text = SOUND.replace(
        "\"organisation\": \"politecnico-di-milano\"",
        "\"organisation\": \"milan-polytechnic\"",
    );
    let problems = check(&text)?;
    let [problem] = problems.as_slice() else {
        return Err(format!("one error is expected, not {problems:#?}").into());
    };
    let told = told(problem);
    assert!(
        told.contains("another id now: \"politecnico-di-milano\", and 2 places"),
        "{told}"
    );
    Ok(())
}

#[test]
fn the_published_schema_is_that_of_the_types() -> TestResult {
    let path = schema_file();
    let published: serde_json::Value = serde_json::from_str(&std::fs::read_to_string(&path)?)?;
    let right = published == check_data::schema();
    assert!(
        right,
        "the types have changed since {} was made; rewrite it with `cargo xtask schema`",
        path.display()
    );
    Ok(())
}

#[test]
fn the_published_schema_is_valid_and_rejects_a_broken_file() -> TestResult {
    let schema = check_data::schema();
    jsonschema::meta::validate(&schema).map_err(|error| error.to_string())?;
    let validator = jsonschema::validator_for(&schema)?;
    let mut file: serde_json::Value = serde_json::from_str(SOUND)?;
    assert!(validator.is_valid(&file));
    file["clusters"][0]["areas"] = "energy".into();
    assert!(!validator.is_valid(&file));
    Ok(())
}

#[test]
fn a_written_schema_is_the_schema() -> TestResult {
    let directory = tempfile::tempdir()?;
    let path = directory.path().join("schema.json");
    check_data::write_schema(&path)?;
    let written = std::fs::read_to_string(&path)?;
    assert!(
        written.ends_with("}\n"),
        "a text file ends with a line break"
    );
    assert_eq!(
        serde_json::from_str::<serde_json::Value>(&written)?,
        check_data::schema()
    );
    Ok(())
}

#[test]
fn all_errors_are_reported_in_the_order_of_the_file() -> TestResult {
    let text = SOUND
        .replacen("\"areas\": [\"energy\"]", "\"areas\": [\"enrgy\"]", 1)
        .replacen("\"evidence\": \"strong\"", "\"evidence\": \"sure\"", 1)
        .replacen("\"city\": \"brest\"", "\"city\": \"brset\"", 1)
        .replacen("\"kind\": \"university\",", "", 1)
        .replacen("2022-06", "2027-06", 1);
    let told: Vec<String> = check(&text)?
        .iter()
        .map(|problem| format!("{} {}", problem.record(Lang::En), problem.pointer))
        .collect();
    let expected = [
        "cluster \"le2c\" /clusters/0/areas/0",
        "cluster \"le2c\" /clusters/0/evidence",
        "cluster \"mer-bretagne\" /clusters/2/city",
        "organisation \"politecnico-di-milano\" /organisations/0",
        "membership of \"politecnico-di-milano\" in \"le2c\" /memberships/0/as_of",
    ];
    assert_eq!(told, expected);
    Ok(())
}

#[test]
fn a_website_without_encryption_is_a_warning() -> TestResult {
    for (website, pointer) in [
        ("https://www.energycluster.it\"", "/clusters/0/website"),
        ("https://www.polimi.it", "/organisations/0/website"),
    ] {
        let text = SOUND.replacen(website, &website.replace("https", "http"), 1);
        let problems = check(&text)?;
        let [warning] = problems.as_slice() else {
            return Err(format!("one warning is expected, not {problems:#?}").into());
        };
        assert_eq!(
            (warning.severity, warning.pointer.as_str()),
            (Severity::Warning, pointer)
        );
        assert!(warning.fix(Lang::En).contains("https://"), "{warning:?}");
    }
    Ok(())
}

#[test]
fn a_country_of_unknown_location_is_a_warning() -> TestResult {
    let problems = check(&SOUND.replace("FR", "JP"))?;
    let [warning] = problems.as_slice() else {
        return Err(format!("one warning is expected, not {problems:#?}").into());
    };
    assert_eq!(warning.severity, Severity::Warning);
    assert_eq!(warning.record(Lang::En), "city \"brest\"");
    assert!(
        warning.what(Lang::En).contains("where JP lies"),
        "{warning:?}"
    );
    Ok(())
}

#[test]
fn a_report_cannot_command_the_terminal() -> TestResult {
    let text = SOUND.replacen("\"acronym\"", "\"acr\\u001b[31m\\u202enym\"", 1);
    let problems = check(&text)?;
    assert_eq!(problems.len(), 1, "{problems:#?}");
    let told = format!("{problems:?}");
    assert!(
        !told.contains('\u{1b}') && !told.contains('\u{202e}'),
        "{told}"
    );
    let report = Report::new("a.json".into(), text, problems);
    let rendered = report.render(Lang::En, false);
    assert!(
        !rendered.contains('\u{1b}') && !rendered.contains('\u{202e}'),
        "{rendered:?}"
    );
    Ok(())
}
