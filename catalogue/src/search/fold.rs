//! Folding: maps all spellings of a word to one.

include!(concat!(env!("OUT_DIR"), "/fold_table.rs"));

/// How the tokenizer treats a character.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum CharClass {
    /// A letter or digit: part of a word.
    Letter,
    /// A combining mark or an invisible character: part of a word, folds to nothing.
    Ignorable,
    /// A hyphen, dot, slash or ampersand: separates two words that may also be written as one.
    Connector,
    /// An apostrophe: a connector, or the end of an Italian elision.
    Apostrophe,
    /// Anything else: ends the word.
    Other,
}

/// The [`CharClass`] of a character.
pub(crate) fn class(c: char) -> CharClass {
    match c {
        'a'..='z' | 'A'..='Z' | '0'..='9' => CharClass::Letter,
        '\'' | '`' | '´' | 'ʼ' | '‘' | '’' | '′' => CharClass::Apostrophe,
        '-' | '.' | '/' | '&' | '_' | '@' | '·' | '‐' | '‑' | '–' => CharClass::Connector,
        '\0'..='\x7f' => CharClass::Other,
        _ if is_ignorable(c) => CharClass::Ignorable,
        // `is_alphanumeric` would link in another table, for the digits of other scripts.
        _ if c.is_alphabetic() || plain(c).is_some() => CharClass::Letter,
        _ => CharClass::Other,
    }
}

/// Combining marks, the soft hyphen and the joiners.
fn is_ignorable(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{300}'..='\u{36f}' | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}'
        | '\u{200c}' | '\u{200d}' | '\u{2060}' | '\u{20d0}'..='\u{20ff}' | '\u{fe20}'..='\u{fe2f}')
}

/// The table entry of a character, if it has one.
fn plain(c: char) -> Option<u8> {
    let code = c as u32;
    TABLES
        .iter()
        .find_map(|(first, table)| table.get(code.checked_sub(*first)? as usize))
        .copied()
        .filter(|byte| *byte != 0)
}

/// Appends the folded form of `c`: nothing for an ignorable character, otherwise at least one
/// character.
pub(crate) fn fold_into(c: char, out: &mut String) {
    if c.is_ascii() {
        out.push(c.to_ascii_lowercase());
    } else if let Some(byte) = plain(c) {
        match EXPANSIONS.get(usize::from(byte).wrapping_sub(128)) {
            Some(letters) => out.push_str(letters),
            None => out.push(char::from(byte)),
        }
    } else if !is_ignorable(c) {
        // Some distant capitals (K for kelvin, Å for ångström) have lower-case letters in the
        // table's range.
        match lower(c) {
            small if small == c => out.push(c),
            small => fold_into(small, out),
        }
    }
}

/// Folds case and accents, `ß` to `ss`, `æ` to `ae` and so on, and leaves everything else
/// unchanged.
///
/// Folding is idempotent.
pub fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        fold_into(c, &mut out);
    }
    out
}

/// The lower-case form of a character, as a single character (plain `i` for `İ`). The few capitals
/// beyond the first 2¹⁶ characters are left unchanged.
pub(crate) fn lower(c: char) -> char {
    if c.is_ascii() {
        return c.to_ascii_lowercase();
    }
    let Ok(code) = u16::try_from(u32::from(c)) else {
        return c;
    };
    let position = LOWER_CASE.partition_point(|(_, last, _)| *last < code);
    match LOWER_CASE.get(position) {
        Some((first, _, 1)) if (code.wrapping_sub(*first)) % 2 == 1 => c,
        Some((first, _, distance)) if *first <= code => {
            char::from_u32(code.wrapping_add(*distance).into()).unwrap_or(c)
        }
        _ => c,
    }
}

/// Whether `c` is a capital.
pub(crate) fn is_capital(c: char) -> bool {
    lower(c) != c
}

/// Whether folding changes more than the case: an accent, a ligature, a stroke.
pub(crate) fn is_accented(c: char) -> bool {
    !c.is_ascii() && plain(c).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_are_classified() {
        for (c, expected) in [
            ('a', CharClass::Letter),
            ('9', CharClass::Letter),
            ('è', CharClass::Letter),
            ('²', CharClass::Letter),
            ('т', CharClass::Letter),
            ('\u{301}', CharClass::Ignorable),
            ('\u{ad}', CharClass::Ignorable),
            ('.', CharClass::Connector),
            ('–', CharClass::Connector),
            ('’', CharClass::Apostrophe),
            (' ', CharClass::Other),
            ('(', CharClass::Other),
            ('\u{7f}', CharClass::Other),
            ('€', CharClass::Other),
            ('“', CharClass::Other),
            ('\u{a0}', CharClass::Other),
            ('😀', CharClass::Other),
        ] {
            assert_eq!(class(c), expected, "{c:?}");
        }
    }

    #[test]
    fn capitals_and_accents_are_known() {
        for (c, is_big, is_marked) in [
            ('a', false, false),
            ('A', true, false),
            ('è', false, true),
            ('È', true, true),
            ('ß', false, true),
            ('т', false, false),
            ('Т', true, false),
            ('4', false, false),
            ('😀', false, false),
        ] {
            assert_eq!(
                (is_capital(c), is_accented(c)),
                (is_big, is_marked),
                "{c:?}"
            );
        }
    }

    #[test]
    fn folding_is_idempotent() {
        for c in '\0'..=char::MAX {
            let once = fold(c.encode_utf8(&mut [0; 4]));
            assert_eq!(fold(&once), once, "{c:?}");
        }
    }

    #[test]
    fn lower_case_agrees_with_the_standard_library() {
        for c in '\0'..='\u{ffff}' {
            assert_eq!(Some(lower(c)), c.to_lowercase().next(), "{c:?}");
        }
    }

    #[test]
    fn letters_fold_to_plain_latin() {
        for (text, folded) in [
            ("Università", "universita"),
            ("PERCHE\u{301}", "perche"),
            ("Straße, STRAẞE", "strasse, strasse"),
            ("Ærø Œuvre Łódź Đakovo Þór", "aero oeuvre lodz dakovo thor"),
            ("CO₂ n.º ﬁne ＩＴ", "co2 n.o fine it"),
            ("Ωμέγα Ђ İıſ", "ωμέγα ђ iis"),
            ("\u{212b}ngstr\u{f6}m \u{212a}", "angstrom k"),
        ] {
            assert_eq!(fold(text), folded);
        }
    }

    #[test]
    fn letters_fold_to_letters() {
        for c in '\0'..=char::MAX {
            let folded = fold(c.encode_utf8(&mut [0; 4]));
            match class(c) {
                CharClass::Ignorable => assert_eq!(folded, "", "{c:?}"),
                CharClass::Letter => assert!(
                    !folded.is_empty() && folded.chars().all(|c| class(c) == CharClass::Letter),
                    "{c:?} folds to {folded:?}"
                ),
                _ => {}
            }
        }
    }
}
