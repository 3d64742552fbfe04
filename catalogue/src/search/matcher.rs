//! Matches one query word against one word of a text by the rules of the tiers: for highlighting, which
//! has no index, and for explaining, which looks at few words.

use std::ops::Range;

use super::prefix_cache;
use super::score;
use super::typo::{Automaton, allowed};

/// Shorter words occur in too many others: `ict` in `district`, `lab` in `collaboration`.
pub(super) const MIN_INFIX_LEN: usize = 4;

/// A query word, prepared for matching.
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

    /// Whether the word is long enough for infix matches.
    pub(super) fn allows_infix(&self) -> bool {
        self.letters >= MIN_INFIX_LEN
    }

    /// Whether the word is short enough for the prefix cache, in which all prefix matches score the same.
    pub(super) fn is_cacheable_prefix(&self) -> bool {
        self.letters <= prefix_cache::MAX_LEN
    }

    /// The quality of `other`, which starts with this word.
    pub(super) fn prefix_quality(&self, other: &str) -> u8 {
        match other.chars().count() - self.letters {
            0 => score::exact(),
            _ if self.is_cacheable_prefix() => score::prefix(usize::MAX, self.still_typing),
            missing => score::prefix(missing, self.still_typing),
        }
    }

    /// The quality of `other` if it starts with this word.
    pub(super) fn match_prefix(&self, other: &str) -> Option<u8> {
        other
            .starts_with(self.word)
            .then(|| self.prefix_quality(other))
    }

    /// The quality of a match without typos, and the matched bytes of `other`.
    pub(super) fn find(&self, other: &str) -> Option<(u8, Range<usize>)> {
        let length = self.word.len();
        if other.starts_with(self.word) {
            return Some((self.prefix_quality(other), 0..length));
        }
        if !self.allows_infix() {
            return None;
        }
        let mut windows = other.as_bytes().windows(length);
        let at = windows.position(|letters| letters == self.word.as_bytes())?;
        Some((score::infix(), at..at + length))
    }

    /// The quality of a match with typos; in a prefix of `other` only if `allow_prefix`.
    pub(super) fn fuzzy(&self, other: &str, allow_prefix: bool) -> Option<u8> {
        let (whole, prefix) = self.automaton.read(other);
        typo_quality(whole, prefix.filter(|_| allow_prefix))
    }
}

/// The better quality of a match with `whole` typos in the whole word and one with `prefix` typos in a
/// prefix of it.
pub(super) fn typo_quality(whole: Option<usize>, prefix: Option<usize>) -> Option<u8> {
    let whole = whole.map(|errors| score::typo(errors, true));
    whole.max(prefix.map(|errors| score::typo(errors, false)))
}
