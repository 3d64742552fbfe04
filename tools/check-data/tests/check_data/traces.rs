//! Facts that neither a source nor a mark accounts for.

use super::{BrokenFile, SOUND, TestResult, check, each_is_told};

const UNTRACED: &[BrokenFile] = &[
    BrokenFile {
        name: "a year with neither a source nor a mark",
        change: (
            "\"supports\": [{\"fact\": \"founded\"}]",
            "\"supports\": []",
        ),
        record: "cluster \"le2c\"",
        pointer: "/clusters/0/founded",
        at: "2009,",
        says: &[
            "No source of the record supports \"founded\", and it is not marked as unverified",
            "Add {\"fact\": \"founded\"} under \"supports\"",
        ],
    },
    BrokenFile {
        name: "several facts of a cluster with neither a source nor a mark",
        change: (
            "\"unverified\": [{\"fact\": \"name_it\"}, {\"fact\": \"areas\"}, {\"fact\": \"region\"}, {\"fact\": \"city\"}],",
            "",
        ),
        record: "cluster \"mer-bretagne\"",
        pointer: "/clusters/2/name",
        at: "{\"en\": \"Brittany Sea Cluster\"",
        says: &[
            "supports \"name\", \"areas\", \"city\", \"region\", and they are not marked",
            "under \"unverified\": {\"fact\": \"name\"}, {\"fact\": \"areas\"}",
        ],
    },
    BrokenFile {
        name: "facts of an organisation with neither a source nor a mark",
        change: (
            "\"unverified\": [{\"fact\": \"name_en\"}, {\"fact\": \"city\"}, {\"fact\": \"website\"}],",
            "",
        ),
        record: "organisation \"politecnico-di-milano\"",
        pointer: "/organisations/0/name",
        at: "{\"en\": \"Polytechnic University of Milan\"",
        says: &["supports \"name_en\", \"city\", \"website\", and they are not marked"],
    },
];

#[test]
fn each_fact_has_a_source_or_a_mark() -> TestResult {
    each_is_told(UNTRACED)
}

#[test]
fn an_acronym_that_is_part_of_the_name_needs_no_trace_of_its_own() -> TestResult {
    let without_mark = SOUND.replacen("{\"fact\": \"acronym\"}, ", "", 1);
    assert_eq!(check(&without_mark)?.len(), 1);
    let with_name =
        without_mark.replacen("\"Lombardy Energy Clean", "\"LE2C Lombardy Energy Clean", 1);
    assert_eq!(check(&with_name)?, []);
    Ok(())
}
