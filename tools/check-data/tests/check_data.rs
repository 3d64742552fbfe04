//! Broken data files: each must give exactly one error, with record, position, message and fix.

use std::error::Error;

use catalogue::model::Date;
use check_data::{Problem, Severity};
use project::folders::{data_file, fixture_file, schema_file};

#[path = "check_data/form.rs"]
mod form;
#[path = "check_data/meaning.rs"]
mod meaning;
#[path = "check_data/syntax.rs"]
mod syntax;

/// A small valid catalogue; every broken file is this one with one change.
const VALID: &str = include_str!("broken/valid.json");

/// The current date of these tests.
const TODAY: &str = "2026-11-23";

type TestResult = Result<(), Box<dyn Error>>;

/// A file with one error.
struct BrokenFile {
    /// The name of the error.
    name: &'static str,
    /// The text of the valid file whose first occurrence is replaced, and its replacement.
    change: (&'static str, &'static str),
    /// The expected record.
    record: &'static str,
    /// The expected pointer.
    pointer: &'static str,
    /// The text of the broken file at the expected position.
    at: &'static str,
    /// Expected parts of the message.
    says: &'static [&'static str],
}

fn check(text: &str) -> Result<Vec<Problem>, Box<dyn Error>> {
    Ok(check_data::check(text, &Date::new(TODAY)?))
}

/// The line and column, from 1, in characters, of a substring.
fn position(text: &str, piece: &str) -> Option<(usize, usize)> {
    let before = &text[..text.find(piece)?];
    let line = before.rsplit('\n').next().unwrap_or_default();
    Some((before.matches('\n').count() + 1, line.chars().count() + 1))
}

/// Checks that each broken file gives exactly its one error.
fn each_gives_its_error(files: &[BrokenFile]) -> TestResult {
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
            VALID.contains(from),
            "{name}: the valid file does not contain {from:?}"
        );
        let text = VALID.replacen(from, to, 1);
        let problems = check(&text)?;
        let [problem] = problems.as_slice() else {
            return Err(format!("{name}: one error is expected, not {problems:#?}").into());
        };
        assert_eq!(problem.severity, Severity::Error, "{name}");
        assert_eq!(problem.record, *record, "{name}");
        assert_eq!(problem.pointer, *pointer, "{name}");
        assert_eq!(
            Some((problem.line, problem.column)),
            position(&text, at),
            "{name}: {problem:?}"
        );
        let told = format!("{} {}", problem.what, problem.fix);
        for words in *says {
            assert!(told.contains(words), "{name}: {words:?} is not in {told:?}");
        }
    }
    Ok(())
}

#[test]
fn the_valid_file_has_no_errors() -> TestResult {
    assert_eq!(check(VALID)?, []);
    Ok(())
}

#[test]
fn the_published_file_and_the_fixture_are_without_errors() -> TestResult {
    for file in [data_file(), fixture_file()] {
        let report = check_data::inspect(&file)?;
        assert_eq!(report.errors(), 0, "{}", report.render(false));
    }
    Ok(())
}

#[test]
fn the_published_schema_is_that_of_the_types() -> TestResult {
    let path = schema_file();
    let published: serde_json::Value = serde_json::from_str(&std::fs::read_to_string(&path)?)?;
    let right = published == check_data::schema::schema();
    assert!(
        right,
        "the types have changed since {} was made; rewrite it with `cargo xtask schema`",
        path.display()
    );
    Ok(())
}

#[test]
fn the_published_schema_is_one_and_refuses_a_broken_file() -> TestResult {
    let schema = check_data::schema::schema();
    jsonschema::meta::validate(&schema).map_err(|error| error.to_string())?;
    let validator = jsonschema::validator_for(&schema)?;
    let mut file: serde_json::Value = serde_json::from_str(VALID)?;
    assert!(validator.is_valid(&file));
    file["clusters"][0]["areas"] = "energy".into();
    assert!(!validator.is_valid(&file));
    Ok(())
}

#[test]
fn a_written_schema_is_the_schema() -> TestResult {
    let directory = tempfile::tempdir()?;
    let path = directory.path().join("schema.json");
    check_data::schema::write(&path)?;
    let written = std::fs::read_to_string(&path)?;
    assert!(
        written.ends_with("}\n"),
        "a text file ends with a line break"
    );
    assert_eq!(
        serde_json::from_str::<serde_json::Value>(&written)?,
        check_data::schema::schema()
    );
    Ok(())
}

#[test]
fn errors_are_reported_in_the_order_of_the_file() -> TestResult {
    let text = VALID
        .replacen("\"areas\": [\"energy\"]", "\"areas\": [\"enrgy\"]", 1)
        .replacen("\"evidence\": \"strong\"", "\"evidence\": \"sure\"", 1)
        .replacen("\"city\": \"brest\"", "\"city\": \"brset\"", 1)
        .replacen("\"kind\": \"university\",", "", 1)
        .replacen("2022-06", "2027-06", 1);
    let told: Vec<String> = check(&text)?
        .iter()
        .map(|problem| format!("{} {}", problem.record, problem.pointer))
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
        let text = VALID.replacen(website, &website.replace("https", "http"), 1);
        let problems = check(&text)?;
        let [warning] = problems.as_slice() else {
            return Err(format!("one warning is expected, not {problems:#?}").into());
        };
        assert_eq!(
            (warning.severity, warning.pointer.as_str()),
            (Severity::Warning, pointer)
        );
        assert!(warning.fix.contains("https://"), "{warning:?}");
    }
    Ok(())
}

#[test]
fn a_country_with_unknown_borders_is_a_warning() -> TestResult {
    let problems = check(&VALID.replace("FR", "JP"))?;
    let [warning] = problems.as_slice() else {
        return Err(format!("one warning is expected, not {problems:#?}").into());
    };
    assert_eq!(warning.severity, Severity::Warning);
    assert_eq!(warning.record, "city \"brest\"");
    assert!(warning.what.contains("borders of JP"), "{warning:?}");
    Ok(())
}

#[test]
fn a_report_cannot_command_the_terminal() -> TestResult {
    let text = VALID.replacen("\"acronym\"", "\"acr\\u001b[31m\\u202enym\"", 1);
    let problems = check(&text)?;
    assert_eq!(problems.len(), 1, "{problems:#?}");
    let told = format!("{problems:?}");
    assert!(
        !told.contains('\u{1b}') && !told.contains('\u{202e}'),
        "{told}"
    );
    let report = check_data::Report {
        file: "a.json".into(),
        problems,
    };
    let rendered = report.render(false);
    assert!(
        !rendered.contains('\u{1b}') && !rendered.contains('\u{202e}'),
        "{rendered:?}"
    );
    Ok(())
}
