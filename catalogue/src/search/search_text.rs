//! Parses what the visitor has typed: words, "quoted phrases" and -exclusions.

mod filler;
mod operators;
mod terms;

use std::ops::Range;

pub(super) use filler::ambiguous_words;
use filler::{filler_words, is_entry};
use operators::excluding_len;
pub use operators::is_quote;
use terms::stop_words;
pub(super) use terms::{
    Compound, CompoundKind, Hint, KnownWord, Scope, Term, TermKind, is_stop_word,
};
pub use terms::{Operator, SearchText};

use super::tokenizer::{CAPITALS, Run, Tokenizer};

/// Longer texts are cut, so that no link can cost more time than typing does.
const MAX_LEN: usize = 200;
/// The maximum number of words and phrases; further ones are ignored.
pub(super) const MAX_TERMS: usize = 32;
/// Texts with more words are sentences, whose words are not tried as compounds.
const MAX_PAIRED_WORDS: usize = 8;

impl SearchText {
    /// Parses the first 200 characters of `text`. Never fails: an open quote extends to the end of
    /// the text, and a lone minus is ignored.
    pub fn parse(text: &str) -> Self {
        Self::read(text).interpreted(&[])
    }

    /// Splits a text into words, phrases and exclusions.
    pub(super) fn read(text: &str) -> Self {
        let end = text
            .char_indices()
            .nth(MAX_LEN)
            .map_or(text.len(), |(at, _)| at);
        let (text, rest) = text.split_at(end);
        let mut parsed = Self {
            text: text.to_owned(),
            is_cut: !rest.trim().is_empty(),
            ..Self::default()
        };
        let mut tokenizer = Tokenizer::default();
        let mut bare_from = 0;
        let mut at = 0;
        while let Some(c) = text[at..].chars().next() {
            let opens = is_quote(c);
            let operator = excluding_len(&text[..at], &text[at..]);
            let excludes = operator.is_some();
            if !opens && !excludes {
                at += c.len_utf8();
                continue;
            }
            parsed.add_bare(&mut tokenizer, bare_from..at);
            let from = at;
            at += operator.unwrap_or(c.len_utf8());
            let quoted = opens || text[at..].starts_with(is_quote);
            let start = at
                + if quoted && !opens {
                    quote_length(&text[at..])
                } else {
                    0
                };
            let ends = |c: char| {
                if quoted {
                    is_quote(c)
                } else {
                    c.is_whitespace() || is_quote(c)
                }
            };
            let length = text[start..].find(ends).unwrap_or(text.len() - start);
            let is_one = parsed.add_phrase(&mut tokenizer, start..start + length, excludes);
            at = start + length;
            at += if quoted { quote_length(&text[at..]) } else { 0 };
            if is_one {
                let rest = &text[at..];
                let tail = rest.strip_prefix(char::is_whitespace).unwrap_or(rest);
                parsed.operators.push(Operator {
                    excludes,
                    words: start..start + length,
                    source: from..text.len() - tail.len(),
                });
            }
            bare_from = at;
        }
        parsed.add_bare(&mut tokenizer, bare_from..text.len());
        parsed
    }

    /// Decides which words of a text that was [`read`](Self::read) must match, with hints for its terms if
    /// there are any.
    #[must_use]
    pub(super) fn interpreted(mut self, hints: &[Hint]) -> Self {
        self.mark_stop_words();
        self.set_fillers_aside(hints);
        self.mark_alternatives();
        self.add_word_pairs();
        self
    }

    /// Whether there is nothing to search for. A text of exclusions alone is not empty.
    pub fn is_empty(&self) -> bool {
        self.terms.is_empty() && self.excluded.is_empty()
    }

    /// The words and phrases that must match, in order, each as a search text of its own; a compound
    /// that is known to occur is one word.
    pub fn words(&self) -> impl Iterator<Item = Self> {
        let mut end_of_last = 0;
        let terms = self.terms.iter().enumerate();
        let terms = terms.filter(|(_, term)| term.is_required());
        let sources = terms.filter_map(move |(position, term)| {
            let source = self.source_of_word(position);
            let is_new = source.start >= end_of_last;
            end_of_last = source.end;
            is_new.then_some((term, source))
        });
        sources.map(|(term, source)| {
            let is_phrase = term.kind == TermKind::Phrase;
            let (begin, end) = if is_phrase { ("\"", "\"") } else { ("", " ") };
            // A word with something after it is finished.
            let end = if term.still_typing { "" } else { end };
            let word = &self.text[source];
            Self::parse(&[begin, word, end].concat())
        })
    }

    /// The byte range of a term, or of the known compound that it is part of.
    fn source_of_word(&self, position: usize) -> Range<usize> {
        let term = &self.terms[position];
        let mut compounds = self.compounds.iter();
        let is_known = |word: &str| term.known.as_ref().is_some_and(|known| known.word == word);
        let compound = compounds
            .find(|it| it.is_one_word() && it.terms >> position & 1 == 1 && is_known(&it.word));
        let Some(compound) = compound else {
            return term.source.clone();
        };
        let parts = self.terms.iter().enumerate();
        let parts = parts.filter(|(part, _)| compound.terms >> part & 1 == 1);
        parts.fold(term.source.clone(), |all, (_, part)| {
            all.start.min(part.source.start)..all.end.max(part.source.end)
        })
    }

    /// The phrases and exclusions in order, with their words as typed.
    pub fn operators(&self) -> impl Iterator<Item = (&Operator, &str)> {
        let operators = self.operators.iter();
        operators.map(|operator| (operator, &self.text[operator.words.clone()]))
    }

    /// The text without one of its phrases or exclusions.
    pub fn without(&self, operator: &Operator) -> String {
        let Range { start, end } = operator.source;
        [&self.text[..start], &self.text[end..]].concat()
    }

    /// A bare word and the compounds it was typed in: all of them may be written as several.
    pub(super) fn typed_words(&self, position: usize) -> impl Iterator<Item = &str> {
        let compounds = self.compounds.iter();
        let compounds =
            compounds.filter(move |it| it.is_one_word() && it.terms >> position & 1 == 1);
        std::iter::once(&self.terms[position].words[0])
            .chain(compounds.map(|compound| &compound.word))
            .map(String::as_str)
    }

    /// Whether two words most likely are one.
    pub(super) fn is_meant(&self, one: &Term, other: &Term) -> bool {
        let mut compounds = self.compounds.iter();
        let word = [one.words[0].as_str(), &other.words[0]].concat();
        compounds.any(|it| it.kind == CompoundKind::Meant && it.word == word)
    }

    /// The word at this position, if it and a neighbour most likely are one word.
    pub(super) fn half(&self, position: usize) -> Option<&str> {
        let mut compounds = self.compounds.iter();
        let is_half =
            compounds.any(|it| it.kind == CompoundKind::Meant && it.terms >> position & 1 == 1);
        is_half.then(|| self.terms[position].words[0].as_str())
    }

    /// The number of terms that must match, alternatives counted once.
    pub(super) fn required(&self) -> usize {
        let terms = self.terms.iter();
        terms
            .filter(|term| term.is_required() && !term.is_alternative)
            .count()
    }

    fn add_bare(&mut self, tokenizer: &mut Tokenizer, range: Range<usize>) {
        tokenizer.tokenize(&self.text[range.clone()]);
        for run in &tokenizer.runs {
            if self.join_initials(tokenizer, run, &range) {
                continue;
            }
            let first = self.terms.len();
            for token in &tokenizer.tokens[run.tokens.clone()] {
                let source = range.start + token.source.start..range.start + token.source.end;
                if self.terms.len() < MAX_TERMS {
                    self.terms.push(Term {
                        still_typing: source.end == self.text.len(),
                        source,
                        words: vec![tokenizer.word(&token.folded).to_owned()],
                        kind: TermKind::Word,
                        spelling: token.spelling,
                        known: None,
                        is_alternative: false,
                    });
                }
            }
            if run.is_joined(&tokenizer.tokens) {
                self.compounds.push(Compound {
                    word: tokenizer.word(&run.folded).to_owned(),
                    terms: (first..self.terms.len()).fold(0, |bits, term| bits | 1 << term),
                    still_typing: range.start + run.source.end == self.text.len(),
                    kind: CompoundKind::Typed,
                });
            }
        }
    }

    /// Joins a lone letter to the one before it across an ampersand, so that `R & D` is read as `R&D`.
    /// Returns whether it was joined.
    fn join_initials(&mut self, tokenizer: &Tokenizer, run: &Run, range: &Range<usize>) -> bool {
        let [token] = &tokenizer.tokens[run.tokens.clone()] else {
            return false;
        };
        let letter = tokenizer.word(&token.folded);
        let source = range.start + token.source.start..range.start + token.source.end;
        let (text, length) = (&self.text, self.text.len());
        let Some(before) = self.terms.last_mut() else {
            return false;
        };
        let between = text.get(before.source.end..source.start).unwrap_or("");
        let is_pair = before.kind == TermKind::Word
            && [before.words[0].as_str(), letter].map(|it| it.chars().count()) == [1, 1];
        if !is_pair || between.trim() != "&" {
            return false;
        }
        before.words[0].push_str(letter);
        before.source.end = source.end;
        before.still_typing = source.end == length;
        before.spelling |= CAPITALS;
        true
    }

    /// Adds a phrase or an exclusion. Returns whether it contains a word.
    fn add_phrase(
        &mut self,
        tokenizer: &mut Tokenizer,
        source: Range<usize>,
        excludes: bool,
    ) -> bool {
        tokenizer.tokenize(&self.text[source.clone()]);
        let words: Vec<String> = tokenizer
            .tokens
            .iter()
            .map(|token| tokenizer.word(&token.folded).to_owned())
            .collect();
        if words.is_empty() {
            return false;
        }
        if excludes {
            self.excluded.push(words);
        } else if self.terms.len() < MAX_TERMS {
            self.terms.push(Term {
                // While its quote is open, the phrase may continue.
                still_typing: source.end == self.text.len(),
                source,
                words,
                kind: TermKind::Phrase,
                spelling: 0,
                known: None,
                is_alternative: false,
            });
        }
        true
    }

    /// Makes stop words optional, unless the query consists of stop words alone.
    fn mark_stop_words(&mut self) {
        let is_small = |term: &Term| {
            let word = term.words[0].as_str();
            // `D.A.Re.` is not the stop word `da`.
            let is_part = word.len() > 1 && self.is_joined(term, '.');
            // `AI` is not the stop word `ai`.
            let is_word = is_part || self.is_name(term);
            term.kind == TermKind::Word && !is_word && is_stop_word(word)
        };
        let are_small: Vec<bool> = self.terms.iter().map(is_small).collect();
        if are_small.iter().all(|is_small| *is_small) {
            return;
        }
        for (term, _) in (self.terms.iter_mut().zip(are_small)).filter(|(_, is_small)| *is_small) {
            term.kind = TermKind::Optional;
        }
    }

    /// Joins every two words in either order, so that word order never decides what is found.
    fn add_word_pairs(&mut self) {
        let words: Vec<usize> = (0..self.terms.len())
            .filter(|term| {
                self.terms[*term].kind == TermKind::Word && self.terms[*term].words[0].len() > 1
            })
            .collect();
        if words.len() > MAX_PAIRED_WORDS || self.has_alternatives() {
            return;
        }
        for first in &words {
            for second in words.iter().filter(|second| *second != first) {
                let (one, other) = (&self.terms[*first], &self.terms[*second]);
                self.compounds.push(Compound {
                    word: [one.words[0].as_str(), &other.words[0]].concat(),
                    terms: 1 << first | 1 << second,
                    still_typing: other.still_typing,
                    kind: CompoundKind::Tried,
                });
            }
        }
    }
}

/// All stop words and fillers; a star stands for any ending.
pub(super) fn small_words() -> impl Iterator<Item = &'static str> {
    stop_words().chain(filler_words())
}

/// Whether a word is a stop word or a filler.
pub(super) fn is_small_word(word: &str) -> bool {
    small_words().any(|entry| is_entry(word, entry))
}

/// The length in bytes of the quote that `text` starts with.
fn quote_length(text: &str) -> usize {
    text.chars()
        .next()
        .filter(|c| is_quote(*c))
        .map_or(0, char::len_utf8)
}

#[cfg(test)]
mod tests;
