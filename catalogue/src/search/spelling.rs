//! "Did you mean …": words that occur nowhere, replaced by the nearest that do.

use std::cmp::Reverse;

use super::index::Index;
use super::matcher::Matcher;
use super::phrase::spellings;
use super::postings::segment;
use super::search_text::{SearchText, TermKind};
use super::tokenizer::Tokenizer;
use super::typo::{Automaton, allowed};

/// A suggestion may be bolder than the search: the visitor decides, not the program.
const BOLDER: usize = 1;

impl Index {
    /// The text with its words that occur nowhere replaced by the nearest ones that do: fewest
    /// errors first, then most documents. Nothing if all occur, or nothing is near.
    ///
    /// Exclusions stay as they are.
    pub fn suggest_spelling(&self, text: &SearchText) -> Option<String> {
        let mut tokens = Tokenizer::default();
        tokens.tokenize(&text.text);
        let mut suggestion = String::new();
        let mut copied = 0;
        for part in &tokens.parts {
            let word = tokens.word(&part.folded);
            let place = text.terms.iter().position(|term| {
                term.source.start <= part.source.start && part.source.end <= term.source.end
            });
            let Some(place) = place.filter(|place| !self.occurs(text, *place, word)) else {
                continue;
            };
            if let Some(nearest) = self.nearest(word) {
                suggestion.push_str(&text.text[copied..part.source.start]);
                suggestion.push_str(nearest);
                copied = part.source.end;
            } else if text.terms[place].kind == TermKind::Phrase {
                return None;
            }
        }
        suggestion.push_str(&text.text[copied..]);
        (copied > 0).then_some(suggestion)
    }

    /// Whether a word is found without guessing.
    fn occurs(&self, text: &SearchText, place: usize, word: &str) -> bool {
        let begins = |word: &str| !self.words.prefix(word).is_empty();
        let term = &text.terms[place];
        if term.kind == TermKind::Phrase {
            return self.words.exact(word).is_some() || (term.still_typing && begins(word));
        }
        let mut is_inside = false;
        if Matcher::new(word, false).allows_infix() {
            self.words.inside(word, &mut |_| is_inside = true);
        }
        let mut compounds = text
            .compounds
            .iter()
            .filter(|other| other.terms >> place & 1 == 1);
        is_inside
            || begins(word)
            || compounds.any(|compound| begins(&compound.word))
            || spellings(&term.words)[1..]
                .iter()
                .any(|apart| self.phrase_positions(apart, false).is_some())
    }

    fn nearest(&self, word: &str) -> Option<&str> {
        let letters = word.chars().count();
        let mut best = None;
        let automaton = Automaton::new(word, allowed(letters) + BOLDER);
        self.words.near(&automaton, &mut |number, errors, _| {
            if let Some(errors) = errors {
                let rank = (errors, Reverse(self.uses(number)), number);
                if best.is_none_or(|best| rank < best) {
                    best = Some(rank);
                }
            }
        });
        best.map(|(_, _, number)| self.spelling(number))
    }

    /// How often documents use a word, each of its shared texts counted for each that shares it.
    fn uses(&self, number: u32) -> usize {
        let segments = self.postings.of(number).0.iter();
        segments.map(|it| self.segments.count(segment(*it))).sum()
    }

    /// The word with the accents it had where it was first seen.
    fn spelling(&self, number: u32) -> &str {
        let accented = self.accented.iter().find(|(other, _)| *other == number);
        accented.map_or_else(|| self.words.word(number), |(_, word)| word)
    }
}
