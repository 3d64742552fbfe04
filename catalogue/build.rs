//! Generates the tables of `search::fold`.
//!
//! Linking `unicode-normalization` into the wasm would cost 54 KB compressed; the Latin letters of
//! a European catalogue fit into a table of about a kilobyte, so the crate is only used here. The
//! standard library's lower-case table would cost 12 KB; as ranges it takes a tenth.

use std::fmt::Write as _;
use std::path::PathBuf;
use std::{env, fs, io};

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

/// Latin-1, Latin Extended-A and -B, Latin Extended Additional, superscripts and subscripts (CO₂),
/// ligatures, full-width forms.
const RANGES: [(u32, u32); 5] = [
    (0x00A0, 0x024F),
    (0x1E00, 0x1EFF),
    (0x2070, 0x209F),
    (0xFB00, 0xFB06),
    (0xFF10, 0xFF5A),
];

/// Letters that Unicode does not decompose, as people type them on other keyboards.
const BY_HAND: [(char, &str); 27] = [
    ('ß', "ss"),
    ('ẞ', "ss"),
    ('æ', "ae"),
    ('Æ', "ae"),
    ('œ', "oe"),
    ('Œ', "oe"),
    ('ø', "o"),
    ('Ø', "o"),
    ('đ', "d"),
    ('Đ', "d"),
    ('ð', "d"),
    ('Ð', "d"),
    ('þ', "th"),
    ('Þ', "th"),
    ('ħ', "h"),
    ('Ħ', "h"),
    ('ı', "i"),
    ('ĸ', "k"),
    ('ł', "l"),
    ('Ł', "l"),
    ('ŉ', "n"),
    ('ŋ', "n"),
    ('Ŋ', "n"),
    ('ŧ', "t"),
    ('Ŧ', "t"),
    ('ƒ', "f"),
    ('Ɓ', "b"),
];

/// The folded form of `c`, if it consists of plain letters and digits.
fn folded(c: char) -> Option<String> {
    if let Some((_, plain)) = BY_HAND.iter().find(|(letter, _)| *letter == c) {
        return Some((*plain).to_owned());
    }
    let plain: String = c
        .nfkd()
        .filter(|part| !is_combining_mark(*part))
        .flat_map(char::to_lowercase)
        .flat_map(
            |part| match BY_HAND.iter().find(|(letter, _)| *letter == part) {
                Some((_, plain)) => (*plain).chars().collect::<Vec<_>>(),
                None => vec![part],
            },
        )
        .collect();
    (!plain.is_empty() && plain.chars().all(|part| part.is_ascii_alphanumeric())).then_some(plain)
}

/// One byte per character: 0 for "not in the table", an ASCII letter or digit for itself, 128 + n
/// for the n-th expansion.
fn tables() -> Result<String, std::fmt::Error> {
    let mut out = String::new();
    let mut expansions: Vec<String> = Vec::new();
    writeln!(out, "const TABLES: [(u32, &[u8]); {}] = [", RANGES.len())?;
    for (first, last) in RANGES {
        write!(out, "    ({first:#x}, &[")?;
        for code in first..=last {
            let byte = match char::from_u32(code).and_then(folded) {
                None => 0,
                Some(plain) if plain.len() == 1 => plain.as_bytes()[0],
                Some(plain) => {
                    let known = expansions.iter().position(|other| *other == plain);
                    let place = known.unwrap_or_else(|| {
                        expansions.push(plain);
                        expansions.len() - 1
                    });
                    128 + u8::try_from(place).unwrap_or(127)
                }
            };
            write!(out, "{byte},")?;
        }
        writeln!(out, "]),")?;
    }
    writeln!(out, "];\nconst EXPANSIONS: &[&str] = &{expansions:?};")?;
    let lower_case = lower_case();
    let count = lower_case.len();
    writeln!(
        out,
        "static LOWER_CASE: [(u16, u16, u16); {count}] = {lower_case:?};"
    )?;
    Ok(out)
}

/// Ranges of capitals at the same distance from their lower-case letters: first, last, and distance
/// modulo 2¹⁶. In ranges where capitals and lower-case letters alternate, every second character
/// from the first is a capital.
fn lower_case() -> Vec<(u16, u16, u16)> {
    let mut runs: Vec<(u16, u16, u16)> = Vec::new();
    for code in 0x80..=u16::MAX {
        let Some(capital) = char::from_u32(code.into()) else {
            continue;
        };
        let small = capital.to_lowercase().next().map(u32::from);
        let Some(small) = small.and_then(|small| u16::try_from(small).ok()) else {
            continue;
        };
        let distance = small.wrapping_sub(code);
        let step = if distance == 1 { 2 } else { 1 };
        match runs.last_mut() {
            _ if distance == 0 => {}
            Some((_, last, same)) if *same == distance && *last + step == code => *last = code,
            _ => runs.push((code, code, distance)),
        }
    }
    runs
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    println!("cargo::rerun-if-changed=build.rs");
    let directory = env::var_os("OUT_DIR").ok_or_else(|| io::Error::other("no OUT_DIR"))?;
    fs::write(PathBuf::from(directory).join("fold_table.rs"), tables()?)?;
    Ok(())
}
