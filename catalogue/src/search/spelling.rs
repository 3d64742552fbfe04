//! "Did you mean …": replaces words that occur nowhere by the closest that do.

use std::cmp::Reverse;

use super::index::Index;
use super::postings::segment;
use super::search_text::{SearchText, TermKind};
use super::tokenizer::Tokenizer;
use super::typo::{Automaton, allowed};

/// Shorter words are equally close to too many others to tell which was meant: `H2` is not `ha`.
const MIN_LEN: usize = 4;
/// Suggestions allow more typos than the search, because the visitor decides whether to follow
/// them. Short words would have too many suggestions.
const EXTRA_ERRORS: usize = 1;
/// The minimum length of words with extra typos.
const MIN_EXTRA_LEN: usize = 6;

impl Index {
    /// The text with each word that occurs nowhere replaced by the closest one that does: the one with
    /// the fewest typos, then the one in most documents. `None` if all words occur, or none is close
    /// to any other.
    ///
    /// Exclusions are left unchanged.
    pub fn suggest_spelling(&self, text: &SearchText) -> Option<String> {
        let mut tokenizer = Tokenizer::default();
        tokenizer.tokenize(&text.text);
        let mut suggestion = String::new();
        let mut copied = 0;
        for token in &tokenizer.tokens {
            let word = tokenizer.word(&token.folded);
            let position = text.terms.iter().position(|term| {
                term.source.start <= token.source.start && token.source.end <= term.source.end
            });
            let position = position.filter(|position| text.terms[*position].is_required());
            let Some(position) = position.filter(|position| !self.occurs(text, *position, word))
            else {
                continue;
            };
            if let Some(nearest) = self.nearest(word) {
                suggestion.push_str(&text.text[copied..token.source.start]);
                suggestion.push_str(nearest);
                copied = token.source.end;
            } else if text.terms[position].kind == TermKind::Phrase {
                return None;
            }
        }
        suggestion.push_str(&text.text[copied..]);
        (copied > 0).then_some(suggestion)
    }

    /// Whether a word matches anything without typos.
    fn occurs(&self, text: &SearchText, position: usize, word: &str) -> bool {
        let begins = |word: &str| !self.dictionary.with_prefix(word).is_empty();
        let term = &text.terms[position];
        if term.kind == TermKind::Phrase {
            return self.dictionary.find(word).is_some() || (term.still_typing && begins(word));
        }
        let matcher = self.matcher(word, false);
        let mut is_inside = false;
        for part in matcher.infixes() {
            self.dictionary
                .for_each_word_containing(part, &mut |number| {
                    is_inside |= matcher.find(self.dictionary.word(number)).is_some();
                });
        }
        let mut compounds = text
            .compounds
            .iter()
            .filter(|other| other.terms >> position & 1 == 1);
        is_inside
            || self.is_known(&matcher)
            || compounds.any(|compound| begins(&compound.word))
            || text
                .typed_words(position)
                .any(|word| !self.splits(word).is_empty())
    }

    fn nearest(&self, word: &str) -> Option<&str> {
        let letters = word.chars().count();
        if letters < MIN_LEN {
            return None;
        }
        let mut best = None;
        let extra = if letters < MIN_EXTRA_LEN {
            0
        } else {
            EXTRA_ERRORS
        };
        let automaton = Automaton::new(word, allowed(letters) + extra);
        self.dictionary
            .for_each_fuzzy_match(&automaton, &mut |number, errors, _| {
                if let Some(errors) = errors
                    && self.is_worth_suggesting(number)
                {
                    let rank = (errors, Reverse(self.uses(number)), number);
                    if best.is_none_or(|best| rank < best) {
                        best = Some(rank);
                    }
                }
            });
        best.map(|(_, _, number)| self.spelling(number))
    }

    /// Words that are too short, stop words and fillers are never suggested.
    fn is_worth_suggesting(&self, number: u32) -> bool {
        self.dictionary.word(number).chars().count() >= MIN_LEN && self.allows_typos(number)
    }

    /// How often documents use a word; a shared segment counts once for each of its documents.
    fn uses(&self, number: u32) -> usize {
        let segments = self.postings.of(number).0.iter();
        segments.map(|it| self.segments.count(segment(*it))).sum()
    }

    /// The word with the accents that it has where it first occurs.
    fn spelling(&self, number: u32) -> &str {
        let accented = self.accented.iter().find(|(other, _)| *other == number);
        accented.map_or_else(|| self.dictionary.word(number), |(_, word)| word)
    }
}
