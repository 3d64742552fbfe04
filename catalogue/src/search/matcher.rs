//! Matches one query word against one word of a text by the rules of the tiers: for highlighting, which
//! has no index, and for explaining, which looks at few words.

use std::ops::Range;

use super::inflection::{forms, stem_len};
use super::prefix_cache;
use super::score;
use super::search_text::Scope;
use super::typo::{Automaton, allowed};

/// Shorter words occur in too many others: `ict` in `district`, `lab` in `collaboration`.
pub(super) const MIN_INFIX_LEN: usize = 4;

/// A query word, prepared for matching.
pub(super) struct Matcher<'q> {
    word: &'q str,
    letters: usize,
    still_typing: bool,
    automaton: Automaton,
    /// Other forms of the word.
    forms: Vec<String>,
    /// Whether all of them are known to occur. Only then may they match prefixes and infixes:
    /// `cars` matches words that start with `car`, but `unibs` none that start with `unib`.
    forms_occur: bool,
    scope: Scope,
    /// The length in bytes of the common prefix of the word and all its forms.
    stem: usize,
}

impl<'q> Matcher<'q> {
    /// A matcher for a word whose other forms may not occur.
    pub(super) fn new(word: &'q str, still_typing: bool) -> Self {
        Self::build(word, still_typing, forms(word), None)
    }

    /// A matcher for a word with those of its forms that occur.
    pub(super) fn with_forms(
        word: &'q str,
        still_typing: bool,
        forms: Vec<String>,
        scope: Scope,
    ) -> Self {
        Self::build(word, still_typing, forms, Some(scope))
    }

    /// A matcher for a compound, which has no other forms.
    pub(super) fn of_compound(word: &'q str, still_typing: bool) -> Self {
        Self::with_forms(word, still_typing, Vec::new(), Scope::Anywhere)
    }

    /// A matcher with forms that occur if there is a `scope`.
    fn build(word: &'q str, still_typing: bool, forms: Vec<String>, scope: Option<Scope>) -> Self {
        let letters = word.chars().count();
        Self {
            stem: stem_len(word, &forms),
            forms,
            forms_occur: scope.is_some(),
            scope: scope.unwrap_or(Scope::Anywhere),
            word,
            letters,
            still_typing,
            automaton: Automaton::new(word, allowed(letters)),
        }
    }

    pub(super) fn automaton(&self) -> &Automaton {
        &self.automaton
    }

    /// Other forms of the word.
    pub(super) fn forms(&self) -> &[String] {
        &self.forms
    }

    /// The word, followed by its other forms.
    pub(super) fn words(&self) -> impl Iterator<Item = &str> {
        std::iter::once(self.word).chain(self.forms.iter().map(String::as_str))
    }

    /// The word in the form in which it is matched.
    pub(super) fn word(&self) -> &'q str {
        self.word
    }

    /// Where the word is looked for.
    pub(super) fn scope(&self) -> Scope {
        self.scope
    }

    /// Substrings of which every infix match contains at least one.
    pub(super) fn infixes(&self) -> Vec<&str> {
        if self.scope == Scope::Whole {
            return Vec::new();
        }
        if self.stem >= MIN_INFIX_LEN {
            return vec![&self.word[..self.stem]];
        }
        self.words_inside().collect()
    }

    /// The words to look for as infixes: the word, and its forms if they occur.
    fn words_inside(&self) -> impl Iterator<Item = &str> {
        let count = if self.forms_occur {
            self.forms.len() + 1
        } else {
            1
        };
        let is_long = |word: &&str| word.chars().count() >= MIN_INFIX_LEN;
        // `bioenergia` is about energy even where only `energie` occurs, but `packaging` is not about
        // ageing.
        let is_other = self.scope == Scope::Forms && self.stem < MIN_INFIX_LEN;
        let words = self.words().take(count).skip(usize::from(is_other));
        words.filter(is_long)
    }

    /// Whether the word is short enough for the prefix cache, in which all prefix matches score the same.
    pub(super) fn is_cacheable_prefix(&self) -> bool {
        self.letters <= prefix_cache::MAX_LEN
    }

    /// The quality of a longer word that starts with this one, whatever is missing.
    pub(super) fn shortest_prefix(&self) -> u8 {
        score::prefix(usize::MAX, self.still_typing)
    }

    /// The quality of `other`, which starts with this word.
    pub(super) fn prefix_quality(&self, other: &str) -> u8 {
        match other.chars().count() - self.letters {
            0 => score::exact(),
            _ if self.is_cacheable_prefix() => self.shortest_prefix(),
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
        if other == self.word {
            return Some((score::exact(), 0..other.len()));
        }
        if self.forms.iter().any(|form| form == other) {
            return Some((score::inflected(), 0..other.len()));
        }
        if self.scope == Scope::Whole {
            return None;
        }
        let may_begin = self.scope != Scope::Forms;
        if let Some(quality) = self.match_prefix(other).filter(|_| may_begin) {
            return Some((quality, 0..self.word.len()));
        }
        let begins = |form: &&String| self.forms_occur && other.starts_with(form.as_str());
        if let Some(form) = self.forms.iter().find(begins) {
            return Some((form_prefix(), 0..form.len()));
        }
        let inside = |word: &str| {
            let start = match self.scope {
                Scope::Anywhere => other.find(word)?,
                Scope::Ends | Scope::Forms | Scope::Whole => other.strip_suffix(word)?.len(),
            };
            Some((score::infix(), start..start + word.len()))
        };
        self.words_inside().find_map(inside)
    }

    /// The quality of a match with typos; in a prefix of `other` only if `allow_prefix`.
    pub(super) fn fuzzy(&self, other: &str, allow_prefix: bool) -> Option<u8> {
        let (whole, prefix) = self.automaton.read(other);
        typo_quality(whole, prefix.filter(|_| allow_prefix))
    }
}

/// The quality of a longer word with another form of the word as a prefix.
pub(super) fn form_prefix() -> u8 {
    score::prefix(usize::MAX, false)
}

/// The better quality of a match with `whole` typos in the whole word and one with `prefix` typos in a
/// prefix of it.
pub(super) fn typo_quality(whole: Option<usize>, prefix: Option<usize>) -> Option<u8> {
    let whole = whole.map(|errors| score::typo(errors, true));
    whole.max(prefix.map(|errors| score::typo(errors, false)))
}
