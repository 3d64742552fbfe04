//! Folding: the one spelling under which all spellings of a word are found.

include!(concat!(env!("OUT_DIR"), "/fold_table.rs"));

/// What a character means to the tokeniser.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum CharClass {
    /// A letter or digit: part of a word.
    Letter,
    /// A mark on the letter before it, or invisible: part of the word, folds to nothing.
    Ignorable,
    /// A hyphen, dot, slash, ampersand: parts two words that may also be written as one.
    Connector,
    /// An apostrophe: a joint, or the end of an Italian elision.
    Apostrophe,
    /// Anything else: ends the word.
    Other,
}

/// Which [`CharClass`] a character belongs to.
pub(crate) fn class(c: char) -> CharClass {
    match c {
        'a'..='z' | 'A'..='Z' | '0'..='9' => CharClass::Letter,
        '\'' | '`' | '´' | 'ʼ' | '‘' | '’' | '′' => CharClass::Apostrophe,
        '-' | '.' | '/' | '&' | '_' | '@' | '·' | '‐' | '‑' | '–' => CharClass::Connector,
        '\0'..='\x7f' => CharClass::Other,
        _ if is_ignorable(c) => CharClass::Ignorable,
        // `is_alphanumeric` would bring one more table for the digits of other scripts.
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

/// The table's entry for `c`, if it has one.
fn plain(c: char) -> Option<u8> {
    let code = c as u32;
    TABLES
        .iter()
        .find_map(|(first, table)| table.get(code.checked_sub(*first)? as usize))
        .copied()
        .filter(|byte| *byte != 0)
}

/// Appends what `c` folds to: nothing for a silent character, else at least one character.
pub(crate) fn fold_into(c: char, out: &mut String) {
    if c.is_ascii() {
        out.push(c.to_ascii_lowercase());
    } else if let Some(byte) = plain(c) {
        match EXPANSIONS.get(usize::from(byte).wrapping_sub(128)) {
            Some(letters) => out.push_str(letters),
            None => out.push(char::from(byte)),
        }
    } else if !is_ignorable(c) {
        // Some capitals far away (K for kelvin, Å for ångström) lower into the table's range.
        match lower(c) {
            small if small == c => out.push(c),
            small => fold_into(small, out),
        }
    }
}

/// Case and accents folded, `ß` to `ss`, `æ` to `ae` and so on; everything else as it is.
///
/// Folding what is folded changes nothing.
pub fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        fold_into(c, &mut out);
    }
    out
}

/// The small letter of a capital (of `İ` the bare one), and any other character as it is. The few
/// capitals beyond the first 2¹⁶ characters are left alone.
pub(crate) fn lower(c: char) -> char {
    if c.is_ascii() {
        return c.to_ascii_lowercase();
    }
    let Ok(code) = u16::try_from(u32::from(c)) else {
        return c;
    };
    let place = LOWER_CASE.partition_point(|(_, last, _)| *last < code);
    match LOWER_CASE.get(place) {
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

/// Whether folding takes away more than the case: an accent, a ligature, a stroke.
pub(crate) fn is_accented(c: char) -> bool {
    !c.is_ascii() && plain(c).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_have_their_class() {
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
    fn every_character_folds_once_and_for_all() {
        for c in '\0'..=char::MAX {
            let once = fold(c.encode_utf8(&mut [0; 4]));
            assert_eq!(fold(&once), once, "{c:?}");
        }
    }

    #[test]
    fn small_letters_are_those_of_the_standard_library() {
        for c in '\0'..='\u{ffff}' {
            assert_eq!(Some(lower(c)), c.to_lowercase().next(), "{c:?}");
        }
    }

    #[test]
    fn letters_fold_to_what_keyboards_have() {
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
    fn a_word_character_never_folds_to_nothing_nor_to_a_separator() {
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
