//! Searching: each word of the text against the index, then the points of all words added up.

use super::accumulator::{Accumulator, TYPO_FREE};
use super::builder::MAX_FIELDS;
use super::index::Index;
use super::matcher::{Matcher, typo_quality};
use super::phrase::{Extent, spellings};
use super::postings::{Postings, details, segment};
use super::score::{self, DETAIL_BITS};
use super::search_text::{SearchText, Term, TermKind};

/// What a search found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Matches {
    /// The documents found, in ascending order of their numbers.
    pub hits: Vec<Hit>,
    /// How much of the text each hit matches.
    pub coverage: Coverage,
}

/// Whether the hits match the whole text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Coverage {
    /// Every hit matches all words, articles and prepositions aside.
    All,
    /// No document matches all words. The hits are those that match most.
    Most {
        /// How many words each hit matches.
        matched: usize,
        /// How many there are.
        of: usize,
    },
}

/// A document found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hit {
    /// The number it was added under.
    pub document: u32,
    /// The higher, the better; comparable within one search.
    pub score: u32,
}

/// The points of all documents while one text is searched.
struct Scorer<'i> {
    index: &'i Index,
    weights: [u32; MAX_FIELDS],
    /// What the word at hand earns.
    accumulator: Accumulator<'i>,
    /// For each document what all words so far earn it.
    totals: Vec<u32>,
    /// For each document the fields that all required words were found in, and whether all are
    /// [`TYPO_FREE`].
    shared_fields: Vec<u16>,
    /// For each document how many required words were found, or [`EXCLUDED`].
    matched: Vec<u8>,
    /// The words of the index that the word at hand may stand for, and how well each.
    candidates: Vec<u32>,
    qualities: Vec<u8>,
}

/// More than there are words in a text.
const EXCLUDED: u8 = u8::MAX;

impl Index {
    /// The documents that match `text`, with their scores.
    ///
    /// Exclusions alone find every document that has none of them; an empty text finds nothing.
    pub fn search(&self, text: &SearchText) -> Matches {
        let mut scorer = Scorer::new(self);
        for (place, term) in text.terms.iter().enumerate() {
            match term.kind {
                TermKind::Word => scorer.score_word(text, place),
                TermKind::Optional => scorer.score_exact_word(&term.words[0], term.spelling),
                TermKind::Phrase => scorer.score_phrase(&term.words, term.still_typing),
            }
            scorer.finish_term(term.kind != TermKind::Optional);
        }
        scorer.boost_adjacent_words(text);
        scorer.boost_whole_fields(text);
        for words in &text.excluded {
            scorer.exclude(words);
        }
        scorer.into_matches(text)
    }
}

impl<'i> Scorer<'i> {
    fn new(index: &'i Index) -> Self {
        let mut weights = [0; MAX_FIELDS];
        for (slot, (weight, _)) in weights.iter_mut().zip(&index.ranking) {
            *slot = *weight;
        }
        Self {
            index,
            weights,
            accumulator: Accumulator::new(&index.segments),
            totals: vec![0; index.segments.document_count()],
            shared_fields: vec![0; index.segments.document_count()],
            matched: vec![0; index.segments.document_count()],
            candidates: Vec::new(),
            qualities: vec![0; index.words.len()],
        }
    }

    /// A word in all tiers, also as part of a compound and written apart.
    fn score_word(&mut self, text: &SearchText, place: usize) {
        let index = self.index;
        let term = &text.terms[place];
        let word = term.words[0].as_str();
        let matcher = Matcher::new(word, term.still_typing);
        let beginnings = index.words.prefix(word);
        let is_known = !beginnings.is_empty();
        let details = score::details(term.spelling);
        let mut each = beginnings.clone();
        if let Some(head) = index
            .prefix_cache
            .find(&beginnings)
            .filter(|_| matcher.is_short())
        {
            let quality = score::prefix(usize::MAX, term.still_typing);
            self.add_postings(&index.prefix_cache.postings, head, quality, &details);
            // The word itself, if it is one, comes first and is worth more than its beginning.
            each.end = each.start + 1;
        }
        for number in each {
            self.add_candidate(number, matcher.beginning(index.words.word(number)));
        }
        for compound in text
            .compounds
            .iter()
            .filter(|compound| compound.terms >> place & 1 == 1)
        {
            let whole = Matcher::new(&compound.word, compound.still_typing);
            for number in index.words.prefix(&compound.word) {
                self.add_candidate(number, whole.beginning(index.words.word(number)));
            }
        }
        if matcher.allows_infix() {
            index.words.inside(word, &mut |number| {
                self.add_candidate(number, score::inside())
            });
        }
        index
            .words
            .near(matcher.automaton(), &mut |number, whole, beginning| {
                // Guessing at what an unfinished word may become is for words that lead nowhere.
                if let Some(quality) = typo_quality(whole, beginning.filter(|_| !is_known)) {
                    self.add_candidate(number, quality);
                }
            });
        for number in std::mem::take(&mut self.candidates) {
            let quality = std::mem::take(&mut self.qualities[number as usize]);
            self.add_postings(&index.postings, number, quality, &details);
        }
        for apart in &spellings(&term.words)[1..] {
            self.score_word_sequence(apart, false, Extent::Anywhere, score::inside());
        }
    }

    fn score_exact_word(&mut self, word: &str, spelling: u8) {
        if let Some(number) = self.index.words.exact(word) {
            let details = score::details(spelling);
            self.add_postings(&self.index.postings, number, score::exact(), &details);
        }
    }

    /// Words in a row, or written as one; the last may go on if the quote is still open.
    fn score_phrase(&mut self, words: &[String], allow_prefix: bool) {
        self.score_exact_word(&words.concat(), 0);
        for words in spellings(words) {
            self.score_word_sequence(&words, false, Extent::Anywhere, score::exact());
            if allow_prefix {
                self.score_word_sequence(&words, true, Extent::Anywhere, score::prefix(0, true));
            }
        }
    }

    /// Words in a row, exactly as they are but for what the last may become.
    fn score_word_sequence(
        &mut self,
        words: &[String],
        allow_prefix: bool,
        extent: Extent,
        quality: u8,
    ) {
        let index = self.index;
        if let Some(places) = index.phrase_positions(words, allow_prefix) {
            index.for_each_phrase_match(&places, extent, &mut |segment, fields| {
                self.add(segment, fields, quality);
            });
        }
    }

    /// Notes that the word at hand may stand for this word of the index.
    fn add_candidate(&mut self, number: u32, quality: u8) {
        let known = &mut self.qualities[number as usize];
        if *known == 0 {
            self.candidates.push(number);
        }
        *known = quality.max(*known);
    }

    fn add_postings(
        &mut self,
        all: &Postings,
        number: u32,
        quality: u8,
        points: &[u8; 1 << DETAIL_BITS],
    ) {
        let (postings, fields) = all.of(number);
        for (posting, fields) in postings.iter().zip(fields) {
            let quality = quality + points[usize::from(details(*posting))];
            self.add(segment(*posting), *fields, quality);
        }
    }

    /// Accumulator a segment for the word at hand, found in these fields.
    fn add(&mut self, segment: u32, fields: u16, quality: u8) {
        // The mask is for the compiler: there are no more ranks than weights.
        let rank = fields.trailing_zeros() as usize % MAX_FIELDS;
        let points = self.weights[rank] * u32::from(quality);
        let certain = if score::is_typo_free(quality) {
            TYPO_FREE
        } else {
            0
        };
        self.accumulator.add(segment, points, fields | certain);
    }

    /// Closes the word at hand.
    fn finish_term(&mut self, is_required: bool) {
        let rarity = score::rarity(self.accumulator.propagate_shared(), self.totals.len());
        let Self {
            accumulator,
            totals,
            shared_fields,
            matched,
            ..
        } = self;
        accumulator.drain(&mut |document, points, fields| {
            totals[document] = totals[document].saturating_add(points * rarity);
            if is_required {
                shared_fields[document] = match matched[document] {
                    0 => fields,
                    _ => shared_fields[document] & fields,
                };
                matched[document] += 1;
            }
        });
    }

    /// Who types words as they follow each other in a text means what is called so.
    fn boost_adjacent_words(&mut self, text: &SearchText) {
        let worth = score::adjacent_words(self.weights[0]);
        let mut last = None;
        for (place, term) in text.terms.iter().enumerate() {
            if term.kind == TermKind::Optional {
                continue;
            }
            if let Some(last) = last {
                self.boost(&text.terms[last..=place], Extent::Adjacent, &|_| worth);
            }
            last = Some(place);
        }
    }

    /// Who types a field from its first word to its last means it.
    fn boost_whole_fields(&mut self, text: &SearchText) {
        self.boost(&text.terms, Extent::Whole, &score::whole_field);
    }

    /// Adds to what documents earn that have all words of these terms in a row.
    fn boost(&mut self, terms: &[Term], extent: Extent, worth: &dyn Fn(u32) -> u32) {
        let mut words = Vec::new();
        for term in terms {
            words.extend_from_slice(&term.words);
        }
        self.score_word_sequence(&words, false, extent, score::exact());
        self.accumulator.propagate_shared();
        let Self {
            accumulator,
            totals,
            ..
        } = self;
        accumulator.drain(&mut |document, points, _| {
            totals[document] = totals[document].saturating_add(worth(points));
        });
    }

    fn exclude(&mut self, words: &[String]) {
        self.score_phrase(words, false);
        self.accumulator.propagate_shared();
        let Self {
            accumulator,
            matched,
            ..
        } = self;
        accumulator.drain(&mut |document, _, _| matched[document] = EXCLUDED);
    }

    fn into_matches(self, text: &SearchText) -> Matches {
        let of = text.required();
        let mut most = 0;
        for matched in &self.matched {
            if *matched > most && *matched != EXCLUDED {
                most = *matched;
            }
        }
        let coverage = match usize::from(most) {
            matched if matched == of => Coverage::All,
            matched => Coverage::Most { matched, of },
        };
        let mut hits = Vec::new();
        if text.is_empty() || (most == 0 && of > 0) {
            return Matches { hits, coverage };
        }
        for (document, matched) in self.matched.iter().enumerate() {
            if *matched == most {
                let total = self.totals[document];
                let shared_fields = self.shared_fields[document];
                let mut score = total;
                if most > 1 && shared_fields & !TYPO_FREE != 0 {
                    score = score::boost_same_field(score);
                }
                if most > 1 && shared_fields & TYPO_FREE == 0 {
                    score = score::penalise_typos(score);
                }
                let document = u32::try_from(document).unwrap_or(u32::MAX);
                hits.push(Hit { document, score });
            }
        }
        Matches { hits, coverage }
    }
}
