//! Operators in a search text, and the parts that are not searched for: signs, and text beyond the
//! length limit.
//!
//! Operators are words in capitals. In lower case, or if the whole text is in capitals, they are
//! ordinary words.

use super::terms::{SearchText, TermKind};
use crate::search::fold::{CharClass, class};

/// Dashes that exclude the following word. Phones and word processors insert long ones.
const DASHES: [char; 4] = ['-', '–', '—', '−'];
/// Words that exclude the next word.
const EXCLUDING: [&str; 2] = ["NOT", "NON"];
/// Words between alternatives.
const ALTERNATIVE: [&str; 3] = ["OR", "OPPURE", "O"];

/// Operators for words that must all match, which is the default.
const JOINING: [&str; 3] = ["AND", "ED", "E"];

/// Whether a character opens or closes a phrase.
pub fn is_quote(c: char) -> bool {
    matches!(c, '"' | '“' | '”' | '„' | '«' | '»')
}

/// Whether a word in capitals is an operator.
pub(super) fn is_operator(word: &str) -> bool {
    let mut operators = EXCLUDING.iter().chain(&ALTERNATIVE).chain(&JOINING);
    operators.any(|operator| *operator == word)
}

/// The length in bytes of an excluding operator at the start of `rest`; `before` is the preceding
/// text.
pub(super) fn excluding_len(before: &str, rest: &str) -> Option<usize> {
    if before
        .chars()
        .next_back()
        .is_some_and(|c| !c.is_whitespace())
    {
        return None;
    }
    let dash = rest.chars().next().filter(|c| DASHES.contains(c));
    dash.map(char::len_utf8).or_else(|| {
        let behind = EXCLUDING.iter().find_map(|word| rest.strip_prefix(word))?;
        let next = behind.trim_start();
        let is_followed = !next.is_empty() && next.len() < behind.len();
        let is_text = has_lower_case(before) || has_lower_case(next);
        (is_followed && is_text).then(|| rest.len() - next.len())
    })
}

/// Whether a text has lower-case letters, so that capitals are significant.
fn has_lower_case(text: &str) -> bool {
    text.chars().any(char::is_lowercase)
}

impl SearchText {
    /// Marks the words on both sides of `OR` as alternatives: one of them must match.
    pub(super) fn mark_alternatives(&mut self) {
        if !has_lower_case(&self.text) {
            return;
        }
        for place in 1..self.terms.len().saturating_sub(1) {
            let (before, behind) = (&self.terms[place - 1], &self.terms[place + 1]);
            let term = &self.terms[place];
            let is_between = before.is_required() && behind.is_required();
            let word = &self.text[term.source.clone()];
            let is_or = term.kind != TermKind::Phrase && ALTERNATIVE.contains(&word);
            if is_or && is_between {
                self.terms[place].kind = TermKind::Optional;
                self.terms[place + 1].is_alternative = true;
            }
        }
    }

    /// Whether there are alternatives.
    pub fn has_alternatives(&self) -> bool {
        self.terms.iter().any(|term| term.is_alternative)
    }
}

/// Signs that people type without meaning to search for them.
const PUNCTUATION: &str = ",;:!?()[]{}…¿¡";

impl SearchText {
    /// The signs that are ignored, as typed, without ordinary punctuation; all of them if there is
    /// nothing else.
    pub fn ignored_signs(&self) -> Vec<&str> {
        let text = self.text.trim();
        if self.is_empty() {
            return if text.is_empty() {
                Vec::new()
            } else {
                vec![text]
            };
        }
        let is_punctuation = |c: char| c.is_whitespace() || is_quote(c) || PUNCTUATION.contains(c);
        let is_sign = |c: char| class(c) == CharClass::Other && !is_punctuation(c);
        let signs = text.split(|c| !is_sign(c));
        signs.filter(|signs| !signs.is_empty()).collect()
    }

    /// Whether the text was too long to be searched for in full.
    pub fn is_cut(&self) -> bool {
        self.is_cut
    }
}

#[cfg(test)]
mod tests {
    use super::super::MAX_LEN;
    use super::*;

    #[test]
    fn ignored_signs_are_named_but_not_punctuation() {
        for (text, expected) in [
            // Signs alone find everything, as an empty text does: visitors would take that for an
            // answer.
            ("🔋", &["🔋"][..]),
            (" - ", &["-"]),
            ("?!", &["?!"]),
            ("c++", &["++"]),
            ("C# energy", &["#"]),
            ("100% wood + stone", &["%", "+"]),
            ("🔋 energy", &["🔋"]),
            // Wildcards are not operators here.
            ("hydro*", &["*"]),
            ("", &[]),
            ("  ", &[]),
            ("energy, (smart) \"wind farm\"?", &[]),
            ("R&D l'Aquila agri-food e/o C.N.R.", &[]),
            ("-food", &[]),
        ] {
            assert_eq!(SearchText::parse(text).ignored_signs(), expected, "{text}");
        }
    }

    #[test]
    fn texts_beyond_the_limit_are_cut() {
        let longest = "è".repeat(MAX_LEN);
        assert!(!SearchText::parse(&longest).is_cut());
        assert!(!SearchText::parse(&[longest.as_str(), "  "].concat()).is_cut());
        assert!(SearchText::parse(&[longest.as_str(), "a"].concat()).is_cut());
    }
}
