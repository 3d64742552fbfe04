//! Which letters of a text to mark, by the same rules as the search but without an index: static
//! pages mark the same letters.

use std::ops::Range;

use super::matcher::Matcher;
use super::phrase::spellings;
use super::search_text::{SearchText, TermKind};
use super::tokenizer::{Tokenizer, locate};

/// So many ranges of a text are marked, more than any reader follows.
const MAX_RANGES: usize = 500;

/// The letters of a text while marks are made.
struct Marks<'t> {
    text: &'t str,
    tokens: Tokenizer,
    /// Folded letters and place of each word: parts, and runs written as one.
    words: Vec<(Range<usize>, Range<usize>)>,
    /// For each byte of the text, whether it is marked.
    marked: Vec<bool>,
}

/// The byte ranges of `text` that match `query`: on character boundaries, in order, disjoint, only
/// the letters that match, at most 500 times. Typing errors are marked where the text has nothing better
/// for the word.
pub fn highlight(text: &str, query: &SearchText) -> Vec<Range<usize>> {
    if query.terms.is_empty() {
        return Vec::new();
    }
    let mut marks = Marks::new(text);
    for (place, term) in query.terms.iter().enumerate() {
        match term.kind {
            TermKind::Word => marks.mark_word(query, place),
            TermKind::Phrase => {
                for words in spellings(&term.words) {
                    marks.mark_phrase(&words, term.still_typing);
                }
            }
            TermKind::Optional => {}
        }
    }
    marks.ranges()
}

impl<'t> Marks<'t> {
    fn new(text: &'t str) -> Self {
        let mut tokens = Tokenizer::default();
        tokens.tokenize(text);
        let parts = tokens
            .parts
            .iter()
            .map(|part| (part.folded.clone(), part.source.clone()));
        let joined = tokens
            .runs
            .iter()
            .filter(|run| run.is_joined(&tokens.parts));
        let runs = joined.map(|run| (run.folded.clone(), run.source.clone()));
        let words = parts.chain(runs).collect();
        Self {
            text,
            tokens,
            words,
            marked: vec![false; text.len()],
        }
    }

    fn mark_word(&mut self, query: &SearchText, place: usize) {
        let term = &query.terms[place];
        let matcher = Matcher::new(&term.words[0], term.still_typing);
        let compounds = || {
            query
                .compounds
                .iter()
                .filter(|other| other.terms >> place & 1 == 1)
        };
        let mut is_certain = self.mark_apart(&term.words[0]);
        for word in 0..self.words.len() {
            let folded = self.tokens.word(&self.words[word].0);
            let certain = matcher.find(folded).map(|(_, letters)| letters);
            let begun = compounds().find(|compound| folded.starts_with(&compound.word));
            for letters in [certain, begun.map(|compound| 0..compound.word.len())] {
                is_certain |= letters.is_some();
                self.mark(word, letters);
            }
        }
        let unfinished = [false, true]
            .into_iter()
            .take(1 + usize::from(term.still_typing));
        for unfinished in unfinished {
            for word in 0..self.words.len() {
                let folded = self.tokens.word(&self.words[word].0);
                if !is_certain && matcher.fuzzy(folded, unfinished).is_some() {
                    self.mark(word, Some(0..folded.len()));
                }
            }
            is_certain |= self.marked.contains(&true);
        }
    }

    /// Neighbours that are `word` when written as one.
    fn mark_apart(&mut self, word: &str) -> bool {
        let mut is_found = false;
        for second in 1..self.tokens.parts.len() {
            let [one, other] = [second - 1, second].map(|place| {
                let part = &self.tokens.parts[place];
                self.tokens.word(&part.folded)
            });
            let is_long = |part: &str| part.chars().nth(1).is_some();
            if word.strip_prefix(one) == Some(other) && is_long(one) && is_long(other) {
                let letters = [one.len(), other.len()];
                self.mark(second - 1, Some(0..letters[0]));
                self.mark(second, Some(0..letters[1]));
                is_found = true;
            }
        }
        is_found
    }

    fn mark_phrase(&mut self, words: &[String], allow_prefix: bool) {
        let is_last = |place: usize| allow_prefix && place + 1 == words.len();
        for first in 0..(self.tokens.parts.len() + 1).saturating_sub(words.len()) {
            let is_here = words.iter().enumerate().all(|(place, word)| {
                let folded = self.tokens.word(&self.tokens.parts[first + place].folded);
                folded == word || (is_last(place) && folded.starts_with(word.as_str()))
            });
            for (place, word) in words.iter().enumerate().filter(|_| is_here) {
                self.mark(first + place, Some(0..word.len()));
            }
        }
        let joined = words.concat();
        for word in 0..self.words.len() {
            if self.tokens.word(&self.words[word].0) == joined {
                self.mark(word, Some(0..joined.len()));
            }
        }
    }

    fn mark(&mut self, word: usize, letters: Option<Range<usize>>) {
        let Some(letters) = letters else { return };
        let source = self.words[word].1.clone();
        locate(&self.text[source.clone()], &letters, |found| {
            self.marked[source.start + found.start..source.start + found.end].fill(true);
        });
    }

    fn ranges(&self) -> Vec<Range<usize>> {
        let mut ranges: Vec<Range<usize>> = Vec::new();
        for (at, _) in self
            .marked
            .iter()
            .enumerate()
            .filter(|(_, marked)| **marked)
        {
            match ranges.last_mut() {
                Some(range) if range.end == at => range.end += 1,
                _ => ranges.push(at..at + 1),
            }
        }
        // In a million letters a hundred thousand would be marked, and the browser be busy for minutes.
        ranges.truncate(MAX_RANGES);
        ranges
    }
}
