//! For any text and any query, highlights cover whole characters, are in order and do not overlap.
#![no_main]

use catalogue::search::{SearchText, fold, highlight};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let input = String::from_utf8_lossy(bytes);
    let (searched, text) = input.split_once('\n').unwrap_or((&input, &input));
    let query = SearchText::parse(searched);
    let mut last = None;
    for mark in highlight(text, &query) {
        assert!(mark.start < mark.end, "an empty mark");
        assert!(last.is_none_or(|last| last < mark.start), "marks meet");
        assert!(text.get(mark.clone()).is_some(), "a character is cut");
        last = Some(mark.end);
    }
    assert!(
        !query.is_empty() || last.is_none(),
        "nothing is searched for, and marked"
    );
    assert_eq!(fold(&fold(text)), fold(text));
});
