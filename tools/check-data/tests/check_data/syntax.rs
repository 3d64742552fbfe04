//! Files that are not JSON, or not text, or not finished.

use catalogue::model::Date;
use check_data::Lang;

use super::{BrokenFile, Problem, SOUND, TODAY, TestResult, check, each_is_told, position, told};

const SLIPS: &[BrokenFile] = &[
    BrokenFile {
        name: "no comma between fields",
        change: ("\"LE2C\",", "\"LE2C\""),
        record: "cluster \"le2c\"",
        pointer: "/clusters/0",
        at: "\"level\": \"regional\"",
        says: &["A comma is missing before this", "Add a comma"],
    },
    BrokenFile {
        name: "a comma before the end of a list",
        change: ("[\"energy\", \"mobility\"]", "[\"energy\", \"mobility\", ]"),
        record: "cluster \"blue-energy\"",
        pointer: "/clusters/1/areas",
        at: "],\n      \"country\": \"IT\",\n      \"description\"",
        says: &["a comma before the closing ]", "Remove that comma"],
    },
    BrokenFile {
        name: "a text that is not closed",
        change: ("\"acronym\": \"LE2C\",", "\"acronym\": \"LE2C,"),
        record: "cluster \"le2c\"",
        pointer: "/clusters/0/acronym",
        at: "\n      \"level\": \"regional\"",
        says: &[
            "The line ends in the middle of a text",
            "closing quotation mark",
        ],
    },
    BrokenFile {
        name: "printed quotation marks",
        change: ("\"LE2C\"", "“LE2C”"),
        record: "cluster \"le2c\"",
        pointer: "/clusters/0/acronym",
        at: "“LE2C”",
        says: &["'“'", "straight double quotation marks"],
    },
    BrokenFile {
        name: "a word without quotation marks",
        change: ("\"strong\"", "strong"),
        record: "cluster \"le2c\"",
        pointer: "/clusters/0/evidence",
        at: "strong",
        says: &["without quotation marks", "Put the text between"],
    },
    BrokenFile {
        name: "a remark",
        change: ("\"founded\": 2009,", "\"founded\": 2009, // or 2010"),
        record: "cluster \"le2c\"",
        pointer: "/clusters/0",
        at: "// or 2010",
        says: &["comments are not allowed"],
    },
    BrokenFile {
        name: "an unfinished merge",
        change: (
            "      \"founded\": 2009,",
            "<<<<<<< HEAD\n      \"founded\": 2009,",
        ),
        record: "cluster \"le2c\"",
        pointer: "/clusters/0",
        at: "<<<<<<<",
        says: &["unfinished merge"],
    },
    BrokenFile {
        name: "a number that is none",
        change: ("2009", "02009"),
        record: "cluster \"le2c\"",
        pointer: "/clusters/0/founded",
        at: "02009",
        says: &["not a number", "no 0 in front"],
    },
    BrokenFile {
        name: "a backslash",
        change: ("LE2C", "LE\\2C"),
        record: "cluster \"le2c\"",
        pointer: "/clusters/0/acronym",
        at: "\"LE\\2C\"",
        says: &["backslash that means nothing"],
    },
    BrokenFile {
        name: "a tab in a text",
        change: ("LE2C", "LE\t2C"),
        record: "cluster \"le2c\"",
        pointer: "/clusters/0/acronym",
        at: "\t2C",
        says: &["control character"],
    },
    BrokenFile {
        name: "a bracket too many",
        change: ("\n    }\n  ]\n}\n", "\n    }\n  ]\n}\n] end"),
        record: "the file",
        pointer: "",
        at: "] end",
        says: &["the file goes on", "Remove what follows"],
    },
    BrokenFile {
        name: "a field twice",
        change: (
            "\"founded\": 2009,",
            "\"founded\": 2009, \"founded\": 2008,",
        ),
        record: "cluster \"le2c\"",
        pointer: "/clusters/0/founded",
        at: "\"founded\": 2008",
        says: &["\"founded\" appears twice", "on line 43", "Keep one"],
    },
];

#[test]
fn typing_errors_are_reported_with_the_record() -> TestResult {
    each_is_told(SLIPS)
}

/// The one problem of a file that cannot be read.
fn the_problem(bytes: &[u8]) -> Result<Problem, Box<dyn std::error::Error>> {
    let mut problems = check_data::check_bytes(bytes, "", &Date::new(TODAY)?);
    match (problems.pop(), problems.is_empty()) {
        (Some(problem), true) => Ok(problem),
        (last, _) => Err(format!("one problem is expected, not {problems:?} and {last:?}").into()),
    }
}

#[test]
fn a_file_that_is_cut_off_is_reported_wherever_the_cut_is() -> TestResult {
    for length in (0..SOUND.trim_end().len()).filter(|&length| SOUND.is_char_boundary(length)) {
        let problem = the_problem(&SOUND.as_bytes()[..length])?;
        let told = told(&problem);
        let lines = SOUND[..length].matches('\n').count() + 1;
        assert!(problem.line <= lines, "cut at byte {length}: {problem:?}");
        assert!(
            !problem.what(Lang::En).is_empty() && !problem.fix(Lang::En).is_empty(),
            "cut at byte {length}: {told}"
        );
    }
    let cut = SOUND.find("\"legal_form\"").ok_or("no legal form")?;
    let problem = the_problem(&SOUND.as_bytes()[..cut + 5])?;
    assert_eq!(problem.record(Lang::En), "cluster \"le2c\"");
    assert_eq!(problem.pointer, "/clusters/0");
    assert_eq!((problem.line, problem.column), (42, 12));
    assert!(problem.what(Lang::En).contains("cut off"), "{problem:?}");
    Ok(())
}

#[test]
fn a_cut_between_records_names_the_bracket_that_is_open() -> TestResult {
    let cut = SOUND
        .find("    {\n      \"id\": \"blue-energy\"")
        .ok_or("no second cluster")?;
    let problem = the_problem(SOUND[..cut].trim_end().trim_end_matches(',').as_bytes())?;
    assert_eq!(problem.pointer, "/clusters");
    assert!(
        problem
            .what(Lang::En)
            .contains("the [ on line 30 is not closed"),
        "{problem:?}"
    );
    Ok(())
}

#[test]
fn an_empty_file_is_reported() -> TestResult {
    for empty in ["", " \n\t\r\n"] {
        let problem = the_problem(empty.as_bytes())?;
        assert_eq!(
            (problem.record(Lang::En).as_str(), problem.pointer.as_str()),
            ("the file", "")
        );
        assert!(
            problem.what(Lang::En).contains("The file is empty"),
            "{problem:?}"
        );
    }
    Ok(())
}

#[test]
fn a_web_page_is_reported() -> TestResult {
    let problem = the_problem(b"<!doctype html>\n<html><body>404</body></html>")?;
    assert_eq!((problem.line, problem.column), (1, 1));
    assert!(problem.fix(Lang::En).contains("web page"), "{problem:?}");
    Ok(())
}

#[test]
fn a_byte_order_mark_is_reported() -> TestResult {
    let problem = the_problem(format!("\u{FEFF}{SOUND}").as_bytes())?;
    assert_eq!((problem.line, problem.column), (1, 1));
    assert!(
        problem.fix(Lang::En).contains("byte order mark"),
        "{problem:?}"
    );
    Ok(())
}

#[test]
fn a_file_in_another_encoding_is_reported_at_its_first_strange_letter() -> TestResult {
    let (line, column) = position(SOUND, "à\"").ok_or("no accent")?;
    let latin1: Vec<u8> = SOUND
        .chars()
        .map(|letter| u8::try_from(letter).unwrap_or(b'?'))
        .collect();
    let problem = the_problem(&latin1)?;
    assert_eq!(
        (problem.line, problem.column),
        (line, column),
        "{problem:?}"
    );
    assert!(problem.fix(Lang::En).contains("UTF-8"), "{problem:?}");
    Ok(())
}

#[test]
fn fifty_megabytes_of_nonsense_are_reported_in_a_few_words() -> TestResult {
    const SIZE: usize = 50_000_000;
    // A linear congruential generator (Numerical Recipes); any noise would do.
    let noise = |seed: u32| {
        std::iter::successors(Some(seed), |x| {
            Some(x.wrapping_mul(1_664_525).wrapping_add(1_013_904_223))
        })
    };
    let binary: Vec<u8> = noise(1).flat_map(u32::to_be_bytes).take(SIZE).collect();
    let files: [(&str, Vec<u8>, &str); 6] = [
        ("noise", binary, "not text"),
        (
            "one endless text",
            [b"\"".as_slice(), &vec![b'a'; SIZE]].concat(),
            "cut off",
        ),
        ("spaces", vec![b' '; SIZE], "empty"),
        ("zeros", b"0,".repeat(SIZE / 2), "the file goes on"),
        (
            "a list of zeros",
            [b"[".as_slice(), &b"0,".repeat(SIZE / 2)].concat(),
            "more than 100000 values",
        ),
        ("brackets", vec![b'['; SIZE], "brackets are open"),
    ];
    for (name, bytes, says) in files {
        let problem = the_problem(&bytes)?;
        assert!(problem.what(Lang::En).contains(says), "{name}: {problem:?}");
        let length = problem.what(Lang::En).len()
            + problem.fix(Lang::En).len()
            + problem.record(Lang::En).len()
            + problem.pointer.len();
        assert!(
            length < 500,
            "{name}: {length} bytes are not a short message"
        );
    }
    Ok(())
}

#[test]
fn a_flood_of_wrong_records_is_counted() -> TestResult {
    let records = "{\"id\": 1},\n".repeat(2_000);
    let text = SOUND.replacen(
        "\"organisations\": [",
        &format!("\"organisations\": [{records}"),
        1,
    );
    let problems = check(&text)?;
    assert_eq!(
        problems.len(),
        2_000 * 4,
        "id is not a text; name, kind and country are missing"
    );
    assert_eq!(problems[7_999].record(Lang::En), "organisation number 2000");
    assert_eq!(
        problems[7_999].line,
        position(&text, "{\"id\": 1},\n\n    {")
            .ok_or("no last record")?
            .0
    );
    Ok(())
}

#[test]
fn deep_nesting_does_not_exhaust_the_stack() -> TestResult {
    for open in ["[", "{\"a\":"] {
        let problem = the_problem(open.repeat(100_000).as_bytes())?;
        assert_eq!((problem.line, problem.column), (1, 64 * open.len() + 1));
        assert!(
            problem.what(Lang::En).contains("More than 64 brackets"),
            "{problem:?}"
        );
    }
    let nested = format!(
        "\"note\": {}{}, \"founded\"",
        "[".repeat(100_000),
        "]".repeat(100_000)
    );
    let problem = the_problem(SOUND.replacen("\"founded\"", &nested, 1).as_bytes())?;
    assert_eq!(problem.record(Lang::En), "cluster \"le2c\"");
    assert!(
        problem.pointer.starts_with("/clusters/0/note/0/0"),
        "{problem:?}"
    );
    Ok(())
}
