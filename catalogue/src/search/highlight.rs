//! Finds the letters of a text to highlight. It follows the rules of the search, but needs no index.

use std::ops::Range;

use super::matcher::Matcher;
use super::phrase::spellings;
use super::search_text::{KnownWord, SearchText, Term, TermKind, is_small_word};
use super::split_words::split_len;
use super::tokenizer::{Tokenizer, locate};

/// More ranges than any reader can follow.
const MAX_RANGES: usize = 500;

/// The state of highlighting one text.
struct Highlighter<'t> {
    text: &'t str,
    tokenizer: Tokenizer,
    /// Folded letters and source range of each word: tokens, and runs written as one.
    words: Vec<(Range<usize>, Range<usize>)>,
    /// Whether each byte of the text is marked.
    marked: Vec<bool>,
}

/// The byte ranges of `text` that match `query`: at character boundaries, sorted, disjoint, only the
/// matching letters, at most 500. Matches with typos are marked only if the word has no better match in
/// the text, nor is known to occur (see [`Index::recognise`](super::Index::recognise)).
pub fn highlight(text: &str, query: &SearchText) -> Vec<Range<usize>> {
    if query.terms.is_empty() {
        return Vec::new();
    }
    let mut highlighter = Highlighter::new(text);
    for (position, term) in query.terms.iter().enumerate() {
        match term.kind {
            TermKind::Word => highlighter.mark_word(query, position),
            TermKind::Phrase => {
                for words in spellings(&term.words) {
                    highlighter.mark_phrase(&words, term.still_typing);
                }
            }
            TermKind::Optional | TermKind::Filler => {}
        }
    }
    highlighter.ranges()
}

/// Whether `text` contains a word of `query` in any form, not just as an infix or with typos.
pub fn contains_word(text: &str, query: &SearchText) -> bool {
    let highlighter = Highlighter::new(text);
    let words = || {
        highlighter
            .words
            .iter()
            .map(|(folded, _)| highlighter.tokenizer.word(folded))
    };
    let of_term = |term: &Term| match term.kind {
        TermKind::Word => {
            let matcher = matcher(term);
            words().any(|word| matcher.words().any(|form| form == word))
        }
        TermKind::Phrase => true,
        TermKind::Optional | TermKind::Filler => false,
    };
    query.terms.iter().any(of_term)
}

/// The words that match a bare word.
fn matcher(term: &Term) -> Matcher<'_> {
    let still_typing = term.still_typing;
    match &term.known {
        Some(KnownWord { word, forms, scope }) => {
            Matcher::with_forms(word, still_typing, forms.clone(), *scope)
        }
        None => Matcher::new(&term.words[0], still_typing),
    }
}

impl<'t> Highlighter<'t> {
    fn new(text: &'t str) -> Self {
        let mut tokenizer = Tokenizer::default();
        tokenizer.tokenize(text);
        let tokens = tokenizer
            .tokens
            .iter()
            .map(|token| (token.folded.clone(), token.source.clone()));
        let joined = tokenizer
            .runs
            .iter()
            .filter(|run| run.is_joined(&tokenizer.tokens));
        let runs = joined.map(|run| (run.folded.clone(), run.source.clone()));
        let words = tokens.chain(runs).collect();
        Self {
            text,
            tokenizer,
            words,
            marked: vec![false; text.len()],
        }
    }

    fn mark_word(&mut self, query: &SearchText, position: usize) {
        let term = &query.terms[position];
        let matcher = matcher(term);
        let compounds = || {
            query
                .compounds
                .iter()
                .filter(|other| other.terms >> position & 1 == 1)
        };
        let mut has_typo_free = false;
        for word in query.typed_words(position) {
            has_typo_free |= self.mark_split_word(word);
        }
        if term.is_acronym() {
            self.mark_acronym(&term.words[0]);
            return;
        }
        for word in 0..self.words.len() {
            let folded = self.tokenizer.word(&self.words[word].0);
            let typo_free = matcher.find(folded).map(|(_, letters)| letters);
            let half = query.half(position).map(|half| Matcher::new(half, false));
            let is_half = half.is_some_and(|half| half.words().any(|word| word == folded));
            let typo_free = typo_free.or(is_half.then_some(0..folded.len()));
            let begun = compounds().find(|compound| folded.starts_with(&compound.word));
            for letters in [typo_free, begun.map(|compound| 0..compound.word.len())] {
                has_typo_free |= letters.is_some();
                self.mark(word, letters);
            }
        }
        has_typo_free |= term.known.is_some();
        let unfinished = [false, true]
            .into_iter()
            .take(1 + usize::from(term.still_typing));
        for unfinished in unfinished {
            for word in 0..self.words.len() {
                let folded = self.tokenizer.word(&self.words[word].0);
                let allows_typos = !has_typo_free
                    && matcher.fuzzy(folded, unfinished).is_some()
                    && !is_small_word(folded);
                if allows_typos {
                    self.mark(word, Some(0..folded.len()));
                }
            }
            has_typo_free |= self.marked.contains(&true);
        }
    }

    /// Marks tokens in sequence that are `word` when joined.
    fn mark_split_word(&mut self, word: &str) -> bool {
        let mut is_found = false;
        let tokens = self.tokenizer.tokens.iter();
        let parts: Vec<String> = tokens
            .map(|token| self.tokenizer.word(&token.folded).to_owned())
            .collect();
        for first in 0..parts.len() {
            if let Some(count) = split_len(word, &parts[first..]) {
                for (part, letters) in parts.iter().enumerate().skip(first).take(count) {
                    self.mark(part, Some(0..letters.len()));
                }
                is_found = true;
            }
        }
        is_found
    }

    /// Marks a word in capitals.
    fn mark_acronym(&mut self, word: &str) {
        for index in 0..self.words.len() {
            let (folded, source) = &self.words[index];
            let is_same = self.tokenizer.word(folded) == word;
            if is_same && !self.text[source.clone()].contains(char::is_lowercase) {
                self.mark(index, Some(0..word.len()));
            }
        }
    }

    fn mark_phrase(&mut self, words: &[String], allow_prefix: bool) {
        let is_last = |position: usize| allow_prefix && position + 1 == words.len();
        for first in 0..(self.tokenizer.tokens.len() + 1).saturating_sub(words.len()) {
            let is_here = words.iter().enumerate().all(|(position, word)| {
                let folded = self
                    .tokenizer
                    .word(&self.tokenizer.tokens[first + position].folded);
                folded == word || (is_last(position) && folded.starts_with(word.as_str()))
            });
            for (position, word) in words.iter().enumerate().filter(|_| is_here) {
                self.mark(first + position, Some(0..word.len()));
            }
        }
        let joined = words.concat();
        for word in 0..self.words.len() {
            if self.tokenizer.word(&self.words[word].0) == joined {
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
        // A text of a megabyte may have a hundred thousand matches: marking them all would block the
        // browser for minutes.
        ranges.truncate(MAX_RANGES);
        ranges
    }
}
