//! What was typed but is not searched for: signs, and what is beyond the length limit.

use super::is_quote;
use super::terms::SearchText;
use crate::search::fold::{CharClass, class};

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
            // Signs alone find everything, as no text does: visitors would take it for an answer.
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
