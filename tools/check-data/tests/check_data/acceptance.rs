//! Warnings that an editor has accepted.

use check_data::Lang;

use super::{SOUND, TestResult, check};

/// The sound file with an acceptance, and another website shared by both organisations and by both
/// clusters.
fn with_shared_website(accepted: &str) -> String {
    SOUND
        .replacen("https://www.polimi.it", "http://energycluster.it/", 1)
        .replacen(
            "\"memberships\": [",
            &format!("\"accepted\": {accepted},\n  \"memberships\": ["),
            1,
        )
}

/// The places and messages of all problems.
fn all_told(text: &str) -> Result<Vec<(String, String)>, Box<dyn std::error::Error>> {
    let problems = check(text)?.into_iter();
    let told = problems.map(|problem| (problem.pointer.clone(), problem.what(Lang::En)));
    Ok(told.collect())
}

#[test]
fn an_accepted_warning_is_not_reported() -> TestResult {
    let warned = all_told(&with_shared_website("[]"))?;
    let [(first, shared), (second, unencrypted)] = warned.as_slice() else {
        return Err(format!("two warnings are expected, not {warned:?}").into());
    };
    assert_eq!(first, "/organisations/0/website");
    assert_eq!(second, "/organisations/0/website");
    assert!(
        shared.contains("also that of the cluster \"le2c\""),
        "{shared}"
    );
    assert!(unencrypted.contains("http://"), "{unencrypted}");

    let accepted = r#"[
        {"check": "same-website", "records": ["clusters/le2c", "organisations/politecnico-di-milano"], "reason": "It runs it."},
        {"check": "encryption", "records": ["organisations/politecnico-di-milano"], "reason": "It has no other."}
    ]"#;
    assert_eq!(all_told(&with_shared_website(accepted))?, []);
    Ok(())
}

#[test]
fn an_acceptance_that_matches_nothing_is_reported() -> TestResult {
    let accepted = |check: &str, record: &str| {
        let entry = format!(r#"{{"check": "{check}", "records": ["{record}"], "reason": "Yes."}}"#);
        let list = format!("\"accepted\": [{entry}],\n  \"memberships\": [");
        SOUND.replacen("\"memberships\": [", &list, 1)
    };
    for (check, record, pointer, words) in [
        (
            "seat",
            "clusters/le2c",
            "/accepted/0/records/0",
            "no longer warns of",
        ),
        (
            "seat",
            "clusters/le2d",
            "/accepted/0/records/0",
            "There is no record",
        ),
        (
            "seats",
            "clusters/le2c",
            "/accepted/0/check",
            "not one of the words",
        ),
    ] {
        let told = all_told(&accepted(check, record))?;
        let [(place, what)] = told.as_slice() else {
            return Err(format!("{check} {record}: {told:?}").into());
        };
        assert_eq!(place, pointer, "{check} {record}");
        assert!(what.contains(words), "{check} {record}: {what}");
    }
    Ok(())
}
