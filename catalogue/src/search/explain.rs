//! Explains why a document matches: the rules of the search, applied to a single document.

use super::index::Index;
use super::matcher::Matcher;
use super::phrase::{Extent, PhrasePositions, spellings};
use super::score::{self, Tier};
use super::search_text::{Compound, SearchText, Term, TermKind, is_small_word};

/// How a word of the query matches a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WordMatch {
    /// Its index among the terms of the query.
    pub word: usize,
    /// The field that scores the most.
    pub field: usize,
    /// How it matches there.
    pub tier: Tier,
}

/// The rank of a field, and the quality of a match in it.
type FieldMatch = (u8, u8);

impl Index {
    /// Where and how each matching word of `text` matches a document, in the order of the words.
    ///
    /// Reads all words of the document: meant for the documents on the page, not for all.
    pub fn explain(&self, text: &SearchText, document: u32) -> Vec<WordMatch> {
        let mut matches = Vec::with_capacity(text.terms.len());
        for (word, term) in text.terms.iter().enumerate() {
            let compounds = text
                .compounds
                .iter()
                .filter(|other| other.terms >> word & 1 == 1);
            let found = match term.kind {
                TermKind::Phrase => self.explain_phrase(term, document),
                TermKind::Word => {
                    let typed = text.typed_words(word);
                    let half = text.half(word).map(|half| self.matcher(half, false));
                    let itself = self.term_matcher(text, word);
                    self.explain_word(&itself, half.as_ref(), compounds, typed, document)
                }
                TermKind::Filler => None,
                TermKind::Optional => {
                    let exactly = |other: &str| (other == term.words[0]).then(score::exact);
                    self.best_word(document, false, &exactly)
                }
            };
            if let Some((rank, quality)) = found {
                let field = self.ranking[usize::from(rank)].1;
                matches.push(WordMatch {
                    word,
                    field,
                    tier: score::tier(quality),
                });
            }
        }
        matches
    }

    fn explain_word<'q>(
        &self,
        matcher: &Matcher,
        half: Option<&Matcher>,
        compounds: impl Iterator<Item = &'q Compound>,
        typed: impl Iterator<Item = &'q str>,
        document: u32,
    ) -> Option<FieldMatch> {
        let compounds: Vec<Matcher> = compounds
            .map(|compound| Matcher::new(&compound.word, compound.still_typing))
            .collect();
        let is_known = self.is_known(matcher);
        let is_word = self.has_word(matcher);
        let found = self.best_word(document, is_word, &|other| {
            let compound = compounds
                .iter()
                .filter_map(|compound| compound.match_prefix(other))
                .max();
            let itself = matcher.find(other).map(|(quality, _)| quality);
            let is_half = half.is_some_and(|half| half.words().any(|word| word == other));
            let part = is_half.then(score::infix);
            compound.max(itself).max(part).or_else(|| {
                let guess = matcher.fuzzy(other, true).filter(|_| !is_known);
                guess.filter(|_| !is_small_word(other))
            })
        });
        let apart = typed
            .flat_map(|word| self.splits(word))
            .filter_map(|apart| self.phrase(document, &self.phrase_positions(&apart, false)?))
            .min();
        self.better(is_word, found, apart.map(|rank| (rank, score::inflected())))
    }

    fn explain_phrase(&self, term: &Term, document: u32) -> Option<FieldMatch> {
        let joined = term.words.concat();
        let as_one = self.best_word(document, false, &|other| {
            (other == joined).then(score::exact)
        });
        let mut found = as_one;
        for words in spellings(&term.words) {
            let in_row = |allow_prefix: bool, quality: u8| {
                let positions = self.phrase_positions(&words, allow_prefix)?;
                let rank = self.phrase(document, &positions)?;
                Some((rank, quality))
            };
            found = self.better(false, found, in_row(false, score::exact()));
            if term.still_typing {
                found = self.better(false, found, in_row(true, score::prefix(0, true)));
            }
        }
        found
    }

    /// The best match among the words of a document, by the `quality` of each.
    fn best_word(
        &self,
        document: u32,
        is_word: bool,
        quality: &dyn Fn(&str) -> Option<u8>,
    ) -> Option<FieldMatch> {
        let mut best = None;
        for (rank, text) in self.values_of(document) {
            for number in self.texts.terms(text) {
                let word = self.dictionary.word(*number);
                best = self.better(is_word, best, quality(word).map(|quality| (rank, quality)));
            }
        }
        best
    }

    /// The field rank and text of each value of a document, including shared ones.
    fn values_of(&self, document: u32) -> impl Iterator<Item = (u8, u32)> {
        let segments = self.segments.segments_of(document);
        segments.flat_map(|segment| self.texts.values(segment))
    }

    /// The rank of the heaviest field that contains the phrase.
    fn phrase(&self, document: u32, positions: &PhrasePositions) -> Option<u8> {
        let has_word = |text| {
            let words = self.texts.terms(text);
            words.iter().any(|word| positions[0].contains(word))
        };
        let in_segment = |segment| {
            let candidates = (self.texts.values(segment)).filter(|(_, text)| has_word(*text));
            let fields = candidates.fold(0, |fields, (rank, _)| fields | 1_u16 << rank);
            self.phrase_fields(segment, fields, positions, Extent::Anywhere)
        };
        let segments = self.segments.segments_of(document);
        let rank =
            (segments.fold(0, |fields, segment| fields | in_segment(segment))).trailing_zeros();
        u8::try_from(rank)
            .ok()
            .filter(|rank| usize::from(*rank) < self.ranking.len())
    }

    /// The match that scores more, ignoring details, of a term that occurs as a word or does not.
    fn better(
        &self,
        is_word: bool,
        one: Option<FieldMatch>,
        other: Option<FieldMatch>,
    ) -> Option<FieldMatch> {
        let worth = |(rank, quality): FieldMatch| {
            (
                score::points(self.ranking[usize::from(rank)].0, quality, is_word),
                quality,
                std::cmp::Reverse(rank),
            )
        };
        if other.map(worth) > one.map(worth) {
            other
        } else {
            one
        }
    }
}
