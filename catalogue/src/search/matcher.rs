//! One query word against one word of a text: the rules of the tiers, for where there is no
//! index to ask (marking) or too little to look through (explaining).

use std::ops::Range;

use super::prefix_cache;
use super::score;
use super::typo::{Automaton, allowed};

/// Fewer letters are inside too many words: `ict` in `district`, `lab` in `collaboration`.
pub(super) const MIN_INFIX_LEN: usize = 4;

/// A query word, ready to be compared.
pub(super) struct Matcher<'q> {
    word: &'q str,
    letters: usize,
    still_typing: bool,
    automaton: Automaton,
}

impl<'q> Matcher<'q> {
    pub(super) fn new(word: &'q str, still_typing: bool) -> Self {
        let letters = word.chars().count();
        Self {
            word,
            letters,
            still_typing,
            automaton: Automaton::new(word, allowed(letters)),
        }
    }

    pub(super) fn automaton(&self) -> &Automaton {
        &self.automaton
    }

    /// Whether it is long enough to be looked for inside words.
    pub(super) fn allows_infix(&self) -> bool {
        self.letters >= MIN_INFIX_LEN
    }

    /// Whether so many words begin with it that all of them are worth the same.
    pub(super) fn is_short(&self) -> bool {
        self.letters <= prefix_cache::MAX_LEN
    }

    /// The quality of a word that begins with this one.
    pub(super) fn beginning(&self, other: &str) -> u8 {
        match other.chars().count() - self.letters {
            0 => score::exact(),
            _ if self.is_short() => score::prefix(usize::MAX, self.still_typing),
            missing => score::prefix(missing, self.still_typing),
        }
    }

    /// The quality of `other` if it begins with this word.
    pub(super) fn begins(&self, other: &str) -> Option<u8> {
        other.starts_with(self.word).then(|| self.beginning(other))
    }

    /// The quality of a match without typing errors, and the matched bytes of `other`.
    pub(super) fn find(&self, other: &str) -> Option<(u8, Range<usize>)> {
        let length = self.word.len();
        if other.starts_with(self.word) {
            return Some((self.beginning(other), 0..length));
        }
        if !self.allows_infix() {
            return None;
        }
        let mut places = other.as_bytes().windows(length);
        let at = places.position(|letters| letters == self.word.as_bytes())?;
        Some((score::inside(), at..at + length))
    }

    /// The quality of a match with typing errors; of an unfinished word only where `unfinished`.
    pub(super) fn fuzzy(&self, other: &str, unfinished: bool) -> Option<u8> {
        let (whole, beginning) = self.automaton.read(other);
        typo_quality(whole, beginning.filter(|_| unfinished))
    }
}

/// The better quality of a whole word and of a beginning with so many errors.
pub(super) fn typo_quality(whole: Option<usize>, beginning: Option<usize>) -> Option<u8> {
    let whole = whole.map(|errors| score::typo(errors, true));
    whole.max(beginning.map(|errors| score::typo(errors, false)))
}
