//! Citations, parsed as by the programs that read them.

use anyhow::{Context, Result, bail, ensure};

use crate::built::Piece;

/// The citations of a page: plain text, BibLaTeX and RIS.
fn citations(pieces: &[Piece]) -> Vec<&str> {
    let pairs = pieces.windows(2).filter_map(|pair| match pair {
        [Piece::Start(name, _), Piece::Text(text)] if name == "pre" => Some(text.as_str()),
        _ => None,
    });
    pairs.collect()
}

/// Checks that the citations of a page are those of the harmless page, with the values of `in_place_of`.
pub(super) fn compare_citations(
    wanted: &[Piece],
    found: &[Piece],
    in_place_of: impl Fn(&str) -> Result<String>,
) -> Result<()> {
    let (wanted, found) = (citations(wanted), citations(found));
    if wanted.is_empty() {
        return Ok(());
    }
    let [sentence, entry, record] = wanted[..] else {
        bail!("the page is cited in {} forms", wanted.len());
    };
    let [its_sentence, its_entry, its_record] = found[..] else {
        bail!("the page is cited in {} forms", found.len());
    };
    let sentence = in_place_of(sentence)?;
    ensure!(sentence == its_sentence, "cited as {its_sentence}");
    for (read, wanted, found) in [
        (bibtex as fn(&str) -> Result<_>, entry, its_entry),
        (ris, record, its_record),
    ] {
        let wanted = read(wanted).with_context(|| wanted.to_owned())?;
        let found = read(found).with_context(|| found.to_owned())?;
        let wanted = wanted.into_iter().map(|(name, value)| {
            let value = in_place_of(&value)?;
            Ok((name, value))
        });
        let wanted: Vec<(String, String)> = wanted.collect::<Result<_>>()?;
        ensure!(wanted == found, "cited as {found:?}, not {wanted:?}");
    }
    Ok(())
}

/// The fields of a LaTeX entry, each as TeX would typeset it.
pub(super) fn bibtex(entry: &str) -> Result<Vec<(String, String)>> {
    let rest = entry.strip_prefix("@online{").context("no entry")?;
    let (key, mut rest) = rest.split_once(",\n").context("no key")?;
    ensure!(
        key.chars().all(|c| c.is_ascii_alphanumeric() || c == '-'),
        "the key is {key}"
    );
    let mut fields = Vec::new();
    loop {
        let (name, value) = rest.split_once(" = {").context("no field")?;
        let end = closing(value).context("a field does not end")?;
        let (value, after) = (&value[..end], &value[end + 1..]);
        fields.push((name.trim().to_owned(), set(value)?));
        if after == "\n}" {
            return Ok(fields);
        }
        rest = after
            .strip_prefix(",\n")
            .context("unexpected text after a field")?;
    }
}

/// The position of the brace that closes one opened before this text.
fn closing(text: &str) -> Option<usize> {
    let mut depth = 0;
    let mut is_escaped = false;
    for (at, letter) in text.char_indices() {
        match letter {
            _ if is_escaped => {
                is_escaped = false;
                continue;
            }
            '{' => depth += 1,
            '}' if depth == 0 => return Some(at),
            '}' => depth -= 1,
            _ => {}
        }
        is_escaped = letter == '\\';
    }
    None
}

/// The text that TeX would typeset; fails on anything but letters.
fn set(text: &str) -> Result<String> {
    const NAMES: [(&str, char); 3] = [
        ("textbackslash{}", '\\'),
        ("textasciitilde{}", '~'),
        ("textasciicircum{}", '^'),
    ];
    let mut rest = text
        .strip_prefix('{')
        .and_then(|text| text.strip_suffix('}'))
        .unwrap_or(text);
    let mut set = String::new();
    while let Some(letter) = rest.chars().next() {
        rest = &rest[letter.len_utf8()..];
        if letter != '\\' {
            ensure!(!"{}%&#_$~^".contains(letter), "TeX would obey {letter}");
            set.push(letter);
            continue;
        }
        let named = NAMES
            .iter()
            .find_map(|(name, letter)| Some((rest.strip_prefix(name)?, *letter)));
        let (after, letter) = if let Some(named) = named {
            named
        } else {
            let letter = rest.chars().next().context("a lone backslash")?;
            ensure!("{}%&#_$".contains(letter), "TeX would obey \\{letter}");
            (&rest[1..], letter)
        };
        set.push(letter);
        rest = after;
    }
    Ok(set)
}

/// The tags of a RIS record, each with its value.
pub(super) fn ris(record: &str) -> Result<Vec<(String, String)>> {
    let lines = record.split(['\n', '\r']);
    let tags = lines.map(|line| {
        let (tag, value) = line.split_once("  - ").context("a line without a tag")?;
        ensure!(tag.len() == 2, "{tag} is not a tag");
        Ok((tag.to_owned(), value.to_owned()))
    });
    let tags: Vec<(String, String)> = tags.collect::<Result<_>>()?;
    let ends: Vec<_> = tags.iter().filter(|(tag, _)| tag == "ER").collect();
    ensure!(
        ends.len() == 1 && tags.last().is_some_and(|(tag, _)| tag == "ER"),
        "the record ends {} times",
        ends.len()
    );
    Ok(tags)
}

#[test]
fn entries_are_read_as_tex_reads_them() -> Result<()> {
    let read =
        bibtex("@online{a-b,\n  title = {{A \\{\\} \\% \\textbackslash{}x}},\n  url = {y}\n}")?;
    assert_eq!(
        read,
        [("title", "A {} % \\x"), ("url", "y")].map(|(name, value)| (name.into(), value.into()))
    );
    for bad in [
        "@online{a,\n  title = {{x}}},\n  url = {y}\n}",
        "@online{a,\n  title = {{\\input{x}}}\n}",
        "@online{a,\n  title = {{100%}}\n}",
        "@online{a,\n  title = {{x}}\n}\n@online{b,\n  url = {y}\n}",
    ] {
        assert!(bibtex(bad).is_err(), "{bad}");
    }
    Ok(())
}

#[test]
fn a_record_ends_once() -> Result<()> {
    assert_eq!(ris("TY  - ELEC\nTI  - x\nER  - ")?.len(), 3);
    for bad in ["TY  - ELEC\nx", "TI  - a\nER  - \nTY  - ELEC\nER  - "] {
        assert!(ris(bad).is_err(), "{bad}");
    }
    Ok(())
}
