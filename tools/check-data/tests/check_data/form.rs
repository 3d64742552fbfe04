//! Files that are JSON, but not of the catalogue's form.

use catalogue::model::Catalogue;
use check_data::{Lang, Severity};
use serde_json::{Value, json};

use super::{BrokenFile, SOUND, TestResult, check, each_is_told};

const AGAINST_THE_SCHEMA: &[BrokenFile] = &[
    BrokenFile {
        name: "a field is missing",
        change: ("      \"level\": \"national\",\n", ""),
        record: "cluster \"blue-energy\"",
        pointer: "/clusters/1",
        at: "{\n      \"id\": \"blue-energy\"",
        says: &[
            "The field \"level\" is missing",
            "Add \"level\"",
            "\"regional\"",
        ],
    },
    BrokenFile {
        name: "a text in two languages is missing",
        change: (
            "      \"name\": {\"en\": \"Polytechnic University of Milan\", \"it\": \"Politecnico di Milano\"}, \"other_names\": [\"Polimi\"],\n",
            "",
        ),
        record: "organisation \"politecnico-di-milano\"",
        pointer: "/organisations/0",
        at: "{\n      \"id\": \"politecnico-di-milano\"",
        says: &[
            "The field \"name\" is missing",
            "Add \"name\": {\"en\": …, \"it\": …}",
        ],
    },
    BrokenFile {
        name: "a list of the file is missing",
        change: (
            "\"licence\": {\"name\": \"CC BY 4.0\", \"url\": \"https://creativecommons.org/licenses/by/4.0/\"},",
            "",
        ),
        record: "the file",
        pointer: "",
        at: "{",
        says: &["The field \"licence\" is missing"],
    },
    BrokenFile {
        name: "a field is misspelt",
        change: ("\"acronym\"", "\"acronim\""),
        record: "cluster \"le2c\"",
        pointer: "/clusters/0/acronim",
        at: "\"acronim\"",
        says: &["There is no field \"acronim\"", "Did you mean \"acronym\"?"],
    },
    BrokenFile {
        name: "a field that is not known at all",
        change: ("\"acronym\"", "\"turnover\""),
        record: "cluster \"le2c\"",
        pointer: "/clusters/0/turnover",
        at: "\"turnover\"",
        says: &["There is no field \"turnover\"", "Remove it", "website"],
    },
    BrokenFile {
        name: "a number in quotation marks",
        change: ("\"founded\": 2009", "\"founded\": \"2009\""),
        record: "cluster \"le2c\"",
        pointer: "/clusters/0/founded",
        at: "\"2009\"",
        says: &[
            "text, but it should be a whole number",
            "without quotation marks",
        ],
    },
    BrokenFile {
        name: "a text where a list should be",
        change: ("\"areas\": [\"energy\"]", "\"areas\": \"energy\""),
        record: "cluster \"le2c\"",
        pointer: "/clusters/0/areas",
        at: "\"energy\",\n      \"country\"",
        says: &["text, but it should be a list", "square brackets"],
    },
    BrokenFile {
        name: "a text where two languages should be",
        change: (
            "{\"en\": \"association\", \"it\": \"associazione\"}",
            "\"association\"",
        ),
        record: "cluster \"le2c\"",
        pointer: "/clusters/0/legal_form",
        at: "\"association\"",
        says: &["a group of fields", "{\"en\": \"…\", \"it\": \"…\"}"],
    },
    BrokenFile {
        name: "a language that the catalogue does not have",
        change: ("\"legal_form\": {\"en\"", "\"legal_form\": {\"de\""),
        record: "cluster \"le2c\"",
        pointer: "/clusters/0/legal_form/de",
        at: "\"de\"",
        says: &["There is no field \"de\"", "en, it"],
    },
    BrokenFile {
        name: "no language",
        change: ("{\"en\": \"association\", \"it\": \"associazione\"}", "{}"),
        record: "cluster \"le2c\"",
        pointer: "/clusters/0/legal_form",
        at: "{}",
        says: &["nothing between the braces", "{\"en\": …, \"it\": …}"],
    },
    BrokenFile {
        name: "a word that is not in the list",
        change: ("\"role\": \"founder\"", "\"role\": \"foundr\""),
        record: "membership of \"politecnico-di-milano\" in \"le2c\"",
        pointer: "/memberships/1/role",
        at: "\"foundr\"",
        says: &[
            "\"foundr\" is not one of the words",
            "Did you mean \"founder\"?",
            "\"coordinator\"",
        ],
    },
    BrokenFile {
        name: "a fact that is not in the list",
        change: ("{\"fact\": \"members\"}", "{\"fact\": \"weather\"}"),
        record: "cluster \"le2c\"",
        pointer: "/clusters/0/unverified/0/fact",
        at: "\"weather\"",
        says: &[
            "\"weather\" is not one of the words",
            "\"national_cluster\"",
        ],
    },
    BrokenFile {
        name: "a number below nought",
        change: ("\"count\": 140", "\"count\": -140"),
        record: "cluster \"le2c\"",
        pointer: "/clusters/0/members/count",
        at: "-140",
        says: &["-140 is too small", "not below 0"],
    },
    BrokenFile {
        name: "a whole number with decimals",
        change: ("\"founded\": 2009", "\"founded\": 2009.0"),
        record: "cluster \"le2c\"",
        pointer: "/clusters/0/founded",
        at: "2009.0",
        says: &["decimal point", "digits only"],
    },
    BrokenFile {
        name: "a later version of the form",
        change: ("\"schema_version\": 1", "\"schema_version\": 2"),
        record: "the file's field \"schema_version\"",
        pointer: "/schema_version",
        at: "2,\n",
        says: &["2 is too large"],
    },
];

#[test]
fn what_the_schema_requires_is_said_in_plain_words() -> TestResult {
    each_is_told(AGAINST_THE_SCHEMA)
}

const AGAINST_THE_TYPES: &[BrokenFile] = &[
    BrokenFile {
        name: "an id with capitals",
        change: ("\"id\": \"mer-bretagne\"", "\"id\": \"Mer Bretagne\""),
        record: "cluster \"Mer Bretagne\"",
        pointer: "/clusters/2/id",
        at: "\"Mer Bretagne\"",
        says: &["lower-case letters", "university-of-brescia"],
    },
    BrokenFile {
        name: "an address without scheme",
        change: ("\"https://www.polimi.it\"", "\"www.polimi.it\""),
        record: "organisation \"politecnico-di-milano\"",
        pointer: "/organisations/0/website",
        at: "\"www.polimi.it\"",
        says: &["does not begin with https://", "from the browser"],
    },
    BrokenFile {
        name: "an address that runs a program",
        change: ("\"https://www.polimi.it\"", "\"javascript:alert(1)\""),
        record: "organisation \"politecnico-di-milano\"",
        pointer: "/organisations/0/website",
        at: "\"javascript:",
        says: &["does not begin with https://"],
    },
    BrokenFile {
        name: "an address that only the type refuses",
        change: ("\"https://www.polimi.it\"", "\"https://polimi\""),
        record: "organisation \"politecnico-di-milano\"",
        pointer: "/organisations/0/website",
        at: "\"https://polimi\"",
        says: &["names no host"],
    },
    BrokenFile {
        name: "a space at the end",
        change: ("\"LE2C\"", "\"LE2C \""),
        record: "cluster \"le2c\"",
        pointer: "/clusters/0/acronym",
        at: "\"LE2C \"",
        says: &["begins or ends with a space"],
    },
    BrokenFile {
        name: "an invisible character",
        change: ("\"LE2C\"", "\"LE\u{202E}2C\""),
        record: "cluster \"le2c\"",
        pointer: "/clusters/0/acronym",
        at: "\"LE\u{202E}2C\"",
        says: &["reverses the direction", "\\u{202e}"],
    },
    BrokenFile {
        name: "an empty text",
        change: ("\"hydrogen\"", "\"\""),
        record: "cluster \"le2c\"",
        pointer: "/clusters/0/keywords/en/0",
        at: "\"\"",
        says: &["the text is empty"],
    },
    BrokenFile {
        name: "a day that no calendar has",
        change: ("\"2022-06\"", "\"2022-02-30\""),
        record: "membership of \"politecnico-di-milano\" in \"le2c\"",
        pointer: "/memberships/0/as_of",
        at: "\"2022-02-30\"",
        says: &["a date is a year", "\"2022-06\""],
    },
    BrokenFile {
        name: "a day in another order",
        change: ("\"2026-11-20\"", "\"20/11/2026\""),
        record: "the file's field \"updated\"",
        pointer: "/updated",
        at: "\"20/11/2026\"",
        says: &["year-month-day"],
    },
    BrokenFile {
        name: "a point off the globe",
        change: ("45.4669", "454669"),
        record: "city \"milano\"",
        pointer: "/cities/0/centre/lat",
        at: "454669",
        says: &["too large", "90"],
    },
    BrokenFile {
        name: "a country in small letters",
        change: ("\"country\": \"FR\",\n", "\"country\": \"fr\",\n"),
        record: "cluster \"mer-bretagne\"",
        pointer: "/clusters/2/country",
        at: "\"fr\"",
        says: &["two capital letters"],
    },
];

#[test]
fn what_the_types_require_is_said_in_their_words() -> TestResult {
    each_is_told(AGAINST_THE_TYPES)
}

#[test]
fn another_file_is_recognised_by_its_missing_fields() -> TestResult {
    let problems = check("{\"name\": \"a package\", \"version\": \"1.0.0\"}")?;
    let missing = problems
        .iter()
        .filter(|problem| problem.what(Lang::En).ends_with("is missing."))
        .count();
    assert_eq!(missing, 10, "{problems:#?}");
    assert!(
        problems
            .iter()
            .any(|problem| problem.what(Lang::En).contains("no field \"version\"")),
        "{problems:#?}"
    );
    for other in ["[]", "3", "\"text\"", "null"] {
        let problems = check(other)?;
        let whats: Vec<_> = problems
            .iter()
            .map(|problem| problem.what(Lang::En))
            .collect();
        assert!(
            matches!(&whats[..], [what] if what.contains("should be a group of fields")),
            "{other}: {whats:?}"
        );
    }
    Ok(())
}

/// The JSON Pointers of all values within a value, itself included.
fn pointers(value: &Value, own: String) -> Vec<String> {
    let within: Vec<String> = match value {
        Value::Array(items) => {
            let placed = items.iter().enumerate();
            placed
                .flat_map(|(at, item)| pointers(item, format!("{own}/{at}")))
                .collect()
        }
        Value::Object(fields) => fields
            .iter()
            .flat_map(|(name, value)| pointers(value, format!("{own}/{name}")))
            .collect(),
        _ => Vec::new(),
    };
    [vec![own], within].concat()
}

#[test]
fn whatever_the_page_would_leave_out_is_an_error() -> TestResult {
    let sound: Value = serde_json::from_str(SOUND)?;
    let replacements = [
        json!(null),
        json!(-1.5),
        json!(70_000),
        json!(" x"),
        json!([]),
        json!({}),
        json!([{}]),
    ];
    let mut refused = 0;
    for pointer in pointers(&sound, String::new()) {
        for replacement in &replacements {
            let mut file = sound.clone();
            *file.pointer_mut(&pointer).ok_or("no such value")? = replacement.clone();
            let text = format!("{file:#}");
            let taken =
                Catalogue::from_json(&text).is_ok_and(|catalogue| catalogue.skipped.is_empty());
            let problems = check(&text)?;
            let errors = problems
                .iter()
                .filter(|problem| problem.severity == Severity::Error)
                .count();
            assert!(
                taken || errors > 0,
                "{pointer} = {replacement}: a part is left out, and no problem is reported"
            );
            let lines = text.lines().count();
            assert!(
                problems
                    .iter()
                    .all(|problem| (1..=lines).contains(&problem.line)),
                "{problems:?}"
            );
            refused += usize::from(!taken);
        }
    }
    assert!(refused > 500, "only {refused} of the files were rejected");
    Ok(())
}
