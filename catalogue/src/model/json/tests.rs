use super::*;
use proptest::prelude::*;
use serde_json::Value;

/// Whether a tree is what `serde_json` reads.
fn is_same(ours: &Json, theirs: &Value) -> bool {
    match (ours, theirs) {
        (Json::Null, Value::Null) => true,
        (Json::Bool(ours), Value::Bool(theirs)) => ours == theirs,
        (Json::Number(ours), Value::Number(theirs)) => {
            serde_json::from_str(ours).ok().as_ref() == Some(theirs)
        }
        (Json::Text(ours), Value::String(theirs)) => ours == theirs,
        (Json::List(ours), Value::Array(theirs)) => {
            let mut pairs = ours.iter().zip(theirs);
            ours.len() == theirs.len() && pairs.all(|(ours, theirs)| is_same(ours, theirs))
        }
        // Theirs keeps the last of several fields with one name.
        (Json::Record(ours), Value::Object(theirs)) => {
            let names = ours.iter().map(|(name, _)| name.as_ref());
            let last = |name: &str| ours.iter().rfind(|(other, _)| other == name);
            names.collect::<std::collections::BTreeSet<_>>().len() == theirs.len()
                && theirs
                    .iter()
                    .all(|(name, theirs)| last(name).is_some_and(|(_, ours)| is_same(ours, theirs)))
        }
        _ => false,
    }
}

/// Whether both refuse a text, or both read the same.
fn agrees(text: &str) -> bool {
    match (Json::parse(text), serde_json::from_str::<Value>(text)) {
        (Ok(ours), Ok(theirs)) => is_same(&ours, &theirs),
        (Err(_), Err(_)) => true,
        // How large a number may be is for whoever needs the number.
        (Ok(_), Err(theirs)) => theirs.to_string().starts_with("number out of range"),
        (Err(_), Ok(_)) => false,
    }
}

fn values() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        any::<String>().prop_map(Value::from),
    ];
    leaf.prop_recursive(4, 40, 6, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(Value::from),
            prop::collection::btree_map(any::<String>(), inner, 0..6)
                .prop_map(|fields| Value::Object(fields.into_iter().collect())),
        ]
    })
}

proptest! {
    #[test]
    fn what_is_written_is_read(value in values()) {
        for text in [format!("{value}"), format!("{value:#}")] {
            prop_assert!(Json::parse(&text).is_ok() && agrees(&text), "{text}");
        }
    }

    #[test]
    fn pieces_of_json_are_read_alike(pieces in prop::collection::vec(prop::sample::select(PIECES), 0..12)) {
        let text = pieces.concat();
        prop_assert!(agrees(&text), "{text}");
    }

    #[test]
    fn pieces_of_texts_are_read_alike(pieces in prop::collection::vec(prop::sample::select(LETTERS), 0..6)) {
        let text = ["\"", &pieces.concat(), "\""].concat();
        prop_assert!(agrees(&text), "{text}");
    }

    #[test]
    fn pieces_of_numbers_are_read_alike(text in "[-+.eE01]{1,6}") {
        prop_assert!(agrees(&text), "{text}");
    }
}

const PIECES: &[&str] = &[
    "{", "}", "[", "]", ":", ",", "\"a\"", "\"b\"", "\"a\":", "1", "-2.5", "null", "true", "false",
    " ", "\n", "\u{a0}", "nul", "x",
];
const LETTERS: &[&str] = &[
    "a", "è", "😀", "\\n", "\\\"", "\\/", "\\x", "\\", "\n", "\u{7f}", "\\u00e8", "\\uD83D",
    "\\uDE00", "\\u12", "\\u+123",
];

#[test]
fn each_escape_is_read_as_what_it_stands_for() {
    let all = r#""\b\f\n\r\t\"\\\/\u00e8\uD83D\uDE00\u20ac""#;
    let meant = "\u{8}\u{c}\n\r\t\"\\/è😀€";
    assert_eq!(Json::parse(all), Ok(Json::Text(Cow::Borrowed(meant))));
    // Half of a character, alone or before another.
    for half in [
        r#""\uD83D""#,
        r#""\uD83D\u0061""#,
        r#""\uDE00""#,
        r#""\uD83Dxx""#,
    ] {
        assert!(Json::parse(half).is_err() && agrees(half), "{half}");
    }
}

#[test]
fn texts_without_escapes_are_not_copied() {
    assert_eq!(
        Json::parse("\"energia\""),
        Ok(Json::Text(Cow::Borrowed("energia")))
    );
}

#[test]
fn numbers_too_large_for_others_are_kept_as_written() {
    assert_eq!(Json::parse("1e1011"), Ok(Json::Number("1e1011")));
    assert!(agrees("1e1011"));
}

#[test]
fn faults_say_where() {
    for (text, words) in [
        ("", "line 1, byte 1: a value is missing"),
        ("<html>", "line 1, byte 1: a value is missing"),
        ("{\n  \"a\" 1}", "line 2, byte 7: a colon is missing"),
        (
            "[1,\n2",
            "line 2, byte 2: a comma or a closing bracket is missing",
        ),
        (
            "1\n\n 2",
            "line 3, byte 2: nothing may follow the last bracket",
        ),
    ] {
        let fault = Json::parse(text).err().map(String::from);
        assert_eq!(fault.as_deref(), Some(words), "{text}");
    }
}

#[test]
fn deep_nonsense_does_not_exhaust_the_stack() {
    for open in ["[", "{\"a\":"] {
        let fault = Json::parse(&open.repeat(1_000_000)).err().map(String::from);
        assert!(fault.is_some_and(|words| words.contains("within each other")));
    }
}
