//! Building the index: texts in, sorted words and their postings out.
//!
//! ForwardIndex come in segments. What thousand documents share, such as an area's synonyms, is a segment of
//! its own, indexed once; what a document alone has is its own segment. A text that was seen before
//! costs one look in a table. Postings are counted first and then written to where they belong,
//! so nothing grows and nothing is sorted but the words.

use super::fold::lower;
use super::forward_index::{ForwardIndex, with_spelling};
use super::index::Index;
use super::interner::Interner;
use super::postings::Postings;
use super::prefix_cache::PrefixCache;
use super::score::DETAIL_BITS;
use super::shared_segments::SharedSegments;
use super::term_dictionary::TermDictionary;
use super::tokenizer::{ACCENTED, Tokenizer};
use crate::groups::Groups;

/// As many fields as an posting has bits for, but for [`TYPO_FREE`](super::accumulator::TYPO_FREE).
pub(super) const MAX_FIELDS: usize = 15;
/// Segments have the bits that details leave.
const MAX_SEGMENTS: u32 = 1 << (u32::BITS - DETAIL_BITS);

/// Collects the texts of documents and turns them into an [`Index`].
#[derive(Debug)]
pub struct IndexBuilder {
    /// Fields from heaviest to lightest, with their weights: a field's rank is its bit.
    ranking: Vec<(u32, usize)>,
    /// The rank of each field.
    ranks: Vec<u8>,
    known_texts: Interner,
    texts: ForwardIndex,
    known_words: Interner,
    /// All words one after the other, in order of arrival.
    letters: String,
    ends: Vec<usize>,
    /// New words that had accents, as they were written.
    accented: Vec<(u32, String)>,
    tokens: Tokenizer,
    /// For each document the segments that it shares.
    shared: Groups,
}

impl IndexBuilder {
    /// A builder for documents with one field per weight; the position is the field's number.
    ///
    /// # Panics
    /// With more than sixteen fields.
    pub fn new(weights: &[u16]) -> Self {
        assert!(
            weights.len() <= MAX_FIELDS,
            "an index has at most {MAX_FIELDS} fields"
        );
        let mut ranking: Vec<(u32, usize)> = Vec::with_capacity(weights.len());
        for (field, weight) in weights.iter().enumerate() {
            let weight = u32::from(*weight);
            let place = ranking
                .iter()
                .take_while(|(other, _)| *other >= weight)
                .count();
            ranking.insert(place, (weight, field));
        }
        let mut ranks = vec![0; weights.len()];
        for (rank, (_, field)) in (0..).zip(&ranking) {
            ranks[*field] = rank;
        }
        Self {
            ranking,
            ranks,
            known_texts: Interner::default(),
            texts: ForwardIndex::default(),
            known_words: Interner::default(),
            letters: String::new(),
            ends: Vec::new(),
            accented: Vec::new(),
            tokens: Tokenizer::default(),
            shared: Groups::default(),
        }
    }

    /// Adds one value of one field to the open segment; a field may have several values.
    ///
    /// # Panics
    /// If the field has no weight.
    pub fn add(&mut self, field: usize, text: &str) {
        let (number, is_new) = self.known_texts.intern(text.as_bytes());
        if is_new {
            self.read(text);
        }
        self.texts.add_value(self.ranks[field], number);
    }

    /// Ends a segment that documents may share, and gives its number: they are numbered from 0.
    ///
    /// # Panics
    /// After the first document.
    pub fn end_shared(&mut self) -> u32 {
        assert!(
            self.shared.len() == 0,
            "shared segments come before documents"
        );
        self.texts.end_segment()
    }

    /// Ends a document: it has the texts added last, and those of some shared segments. Documents
    /// are numbered from 0.
    ///
    /// # Panics
    /// If documents and shared segments are more than 2²⁶.
    pub fn end_document(&mut self, shared: &[u32]) {
        let segment = self.texts.end_segment();
        assert!(segment < MAX_SEGMENTS, "too many documents");
        self.shared.push(shared);
    }

    /// Sorts the words and writes down where each occurs.
    pub fn finish(self) -> Index {
        let Self {
            ranking,
            mut texts,
            mut accented,
            letters,
            ends,
            known_texts,
            known_words,
            shared,
            ..
        } = self;
        // The peak of memory is still to come, and a page never gives any back.
        drop((known_texts, known_words));
        let word = |number: u32| {
            let number = number as usize;
            let start = number.checked_sub(1).map_or(0, |before| ends[before]);
            &letters[start..ends[number]]
        };
        let mut order: Vec<u32> = (0..to_u32(ends.len())).collect();
        order.sort_unstable_by_key(|number| word(*number));
        let words = TermDictionary::new(order.iter().map(|number| word(*number)));
        let mut renumbered = vec![0; order.len()];
        for (new, old) in (0..).zip(&order) {
            renumbered[*old as usize] = new;
        }
        for (number, _) in &mut accented {
            *number = renumbered[*number as usize];
        }
        texts.close(&renumbered);
        let heaviest = ranking.first().map_or(0, |(weight, _)| *weight);
        let heavy = ranking
            .iter()
            .take_while(|(weight, _)| weight * 2 >= heaviest);
        let heavy = heavy.fold(0, |heavy, _| heavy << 1 | 1);
        let segments = SharedSegments::new(shared, texts.segments());
        let postings = Postings::new(&texts, words.len());
        let prefix_cache = PrefixCache::new(&words, &postings, &segments);
        texts.drop_spellings();
        Index {
            ranking,
            heavy,
            segments,
            words,
            postings,
            prefix_cache,
            texts,
            accented,
        }
    }

    /// Takes a new text apart: its words in order, then what else it is found by.
    fn read(&mut self, text: &str) {
        let mut tokens = std::mem::take(&mut self.tokens);
        tokens.tokenize(text);
        for part in &tokens.parts {
            let is_new = self.word(tokens.word(&part.folded), part.spelling);
            if is_new && part.spelling & ACCENTED != 0 {
                let number = to_u32(self.ends.len() - 1);
                self.accented.push((
                    number,
                    text[part.source.clone()].chars().map(lower).collect(),
                ));
            }
        }
        for run in tokens
            .runs
            .iter()
            .filter(|run| run.is_joined(&tokens.parts))
        {
            let spelling = tokens.parts[run.parts.clone()]
                .iter()
                .fold(0, |spelling, part| spelling | part.spelling);
            self.word(tokens.word(&run.folded), spelling);
        }
        self.texts.end_text(tokens.parts.len());
        self.tokens = tokens;
    }

    /// Adds a word to the text, and says whether it is the first of its kind.
    fn word(&mut self, word: &str, spelling: u8) -> bool {
        let (number, is_new) = self.known_words.intern(word.as_bytes());
        if is_new {
            self.letters.push_str(word);
            self.ends.push(self.letters.len());
        }
        self.texts.words.push(with_spelling(number, spelling));
        is_new
    }
}

/// Counts here stay below 2³²: the texts behind them would not fit into the memory of a page.
fn to_u32(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
