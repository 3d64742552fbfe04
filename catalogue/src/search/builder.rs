//! Builds the index: texts in, sorted words and their postings out.
//!
//! Texts are grouped into segments. Texts that many documents share, such as the synonyms of an area, form
//! a segment that is indexed once; the texts of a single document form another. A text that was seen
//! before costs one hash lookup. Postings are counted before they are written, so that no list grows and
//! only the words are sorted.

use super::accumulator::FIELDS;
use super::fold::{fold, lower};
use super::forward_index::{ForwardIndex, with_spelling};
use super::index::Index;
use super::interner::Interner;
use super::postings::Postings;
use super::prefix_cache::PrefixCache;
use super::score::DETAIL_BITS;
use super::search_text::{ambiguous_words, is_stop_word, small_words};
use super::shared_segments::SharedSegments;
use super::term_dictionary::TermDictionary;
use super::tokenizer::{ACCENTED, Tokenizer};
use crate::jagged_array::JaggedArray;

/// The number of [`FIELDS`] in a field mask.
pub(super) const MAX_FIELDS: usize = FIELDS.count_ones() as usize;
/// Segment numbers use the bits of a posting that its details leave free.
const MAX_SEGMENTS: u32 = 1 << (u32::BITS - DETAIL_BITS);

/// The maximum number of words of a text that is a subject or a name rather than a sentence.
const MAX_TOPIC_LEN: usize = 5;

/// Collects the texts of documents and turns them into an [`Index`].
#[derive(Debug)]
pub struct IndexBuilder {
    /// Weight and number of each field, heaviest first. The position of a field is its rank.
    ranking: Vec<(u32, usize)>,
    /// The rank of each field.
    ranks: Vec<u8>,
    /// The ranks of indirect fields, as a bit mask.
    indirect: u16,
    /// The ranks of fields that hold prose, as a bit mask.
    prose: u16,
    known_texts: Interner,
    texts: ForwardIndex,
    known_words: Interner,
    /// All words, concatenated in order of arrival.
    letters: String,
    ends: Vec<usize>,
    /// The original spelling of words that have accents where they first occur.
    accented: Vec<(u32, String)>,
    /// Words of queries, and the words of the index that they also match.
    aliases: Vec<(String, String)>,
    /// The first words of proper names, which match their adjectives.
    names: Vec<String>,
    /// The words that are the whole name.
    single_names: Vec<String>,
    tokenizer: Tokenizer,
    /// The shared segments of each document.
    shared: JaggedArray,
}

impl IndexBuilder {
    /// A builder for documents with one field per weight. The position of a weight is the number of its
    /// field.
    ///
    /// # Panics
    /// If there are more than twelve fields.
    pub fn new(weights: &[u16]) -> Self {
        assert!(
            weights.len() <= MAX_FIELDS,
            "an index has at most {MAX_FIELDS} fields"
        );
        let mut ranking: Vec<(u32, usize)> = Vec::with_capacity(weights.len());
        for (field, weight) in weights.iter().enumerate() {
            let weight = u32::from(*weight);
            let position = ranking
                .iter()
                .take_while(|(other, _)| *other >= weight)
                .count();
            ranking.insert(position, (weight, field));
        }
        let mut ranks = vec![0; weights.len()];
        for (rank, (_, field)) in (0..).zip(&ranking) {
            ranks[*field] = rank;
        }
        Self {
            ranking,
            ranks,
            indirect: 0,
            prose: 0,
            known_texts: Interner::default(),
            texts: ForwardIndex::default(),
            known_words: Interner::default(),
            letters: String::new(),
            ends: Vec::new(),
            accented: Vec::new(),
            aliases: Vec::new(),
            names: Vec::new(),
            single_names: Vec::new(),
            tokenizer: Tokenizer::default(),
            shared: JaggedArray::default(),
        }
    }

    /// Makes the first word of a proper name match its adjectives, and the reverse: the regular
    /// adjectives, and the given irregular ones. A name of one word is not sought inside other words.
    pub fn add_name(&mut self, name: &str, adjectives: &str) {
        self.tokenizer.tokenize(name);
        let Some(first) = self.tokenizer.tokens.first() else {
            return;
        };
        let first = self.tokenizer.word(&first.folded).to_owned();
        for adjective in adjectives.split_terminator(' ') {
            self.aliases.push((fold(adjective), first.clone()));
        }
        if self.tokenizer.tokens.len() == 1 && !self.single_names.contains(&first) {
            self.single_names.push(first.clone());
        }
        if !self.names.contains(&first) {
            self.names.push(first);
        }
    }

    /// Makes a field indirect: its texts are not about the document itself, but about a class that it
    /// belongs to.
    ///
    /// # Panics
    /// If there is no such field.
    pub fn set_indirect(&mut self, field: usize) {
        self.indirect |= 1 << self.ranks[field];
    }

    /// Marks a field whose texts are prose. Its words need not be what a document is about: where no document
    /// has all words of a query, they say less.
    ///
    /// # Panics
    /// If there is no such field.
    pub fn set_prose(&mut self, field: usize) {
        self.prose |= 1 << self.ranks[field];
    }

    /// Adds a value of a field to the open segment. A field may have several values.
    ///
    /// # Panics
    /// If there is no such field.
    pub fn add(&mut self, field: usize, text: &str) {
        let (number, is_new) = self.known_texts.intern(text.as_bytes());
        if is_new {
            self.add_text(text);
        }
        self.texts.add_value(self.ranks[field], number);
    }

    /// Closes the open segment as a shared one and returns its number. Shared segments are numbered
    /// from 0.
    ///
    /// # Panics
    /// If there are documents already.
    pub fn end_shared(&mut self) -> u32 {
        assert!(
            self.shared.len() == 0,
            "shared segments come before documents"
        );
        self.texts.end_segment()
    }

    /// Closes the open segment as a document, which also contains these shared segments. Documents are
    /// numbered from 0.
    ///
    /// # Panics
    /// If there are more than 2²⁶ documents and shared segments.
    pub fn end_document(&mut self, shared: &[u32]) {
        let segment = self.texts.end_segment();
        assert!(segment < MAX_SEGMENTS, "too many documents");
        self.shared.push(shared);
    }

    /// Sorts the words and builds their postings.
    pub fn finish(self) -> Index {
        let Self {
            ranking,
            indirect,
            prose,
            mut texts,
            mut accented,
            letters,
            ends,
            known_texts,
            known_words,
            shared,
            aliases,
            names,
            single_names,
            ..
        } = self;
        // Memory use is about to peak, and wasm memory never shrinks.
        drop((known_texts, known_words));
        let word = |number: u32| {
            let number = number as usize;
            let start = number.checked_sub(1).map_or(0, |before| ends[before]);
            &letters[start..ends[number]]
        };
        let mut order: Vec<u32> = (0..to_u32(ends.len())).collect();
        order.sort_unstable_by_key(|number| word(*number));
        let dictionary = TermDictionary::new(order.iter().map(|number| word(*number)));
        let mut renumbered = vec![0; order.len()];
        for (new, old) in (0..).zip(&order) {
            renumbered[*old as usize] = new;
        }
        for (number, _) in &mut accented {
            *number = renumbered[*number as usize];
        }
        texts.renumber(&renumbered);
        let heaviest = ranking.first().map_or(0, |(weight, _)| *weight);
        let heavy = ranking
            .iter()
            .take_while(|(weight, _)| weight * 2 >= heaviest);
        let heavy = heavy.fold(0, |heavy, _| heavy << 1 | 1);
        let segments = SharedSegments::new(shared, texts.segments());
        let postings = Postings::new(&texts, dictionary.len());
        let prefix_cache = PrefixCache::new(&dictionary, &postings, &segments);
        texts.drop_spellings();
        let mut never_corrections: Vec<u32> = Vec::new();
        for entry in small_words() {
            match entry.strip_suffix('*') {
                Some(stem) => never_corrections.extend(dictionary.with_prefix(stem)),
                None => never_corrections.extend(dictionary.find(entry)),
            }
        }
        never_corrections.sort_unstable();
        let is_small = |word: &u32| never_corrections.binary_search(word).is_ok();
        let ambiguous: Vec<u32> = ambiguous_words()
            .filter_map(|it| dictionary.find(it))
            .collect();
        let is_filler = |word: &u32| {
            ambiguous.contains(word) || (is_small(word) && !is_stop_word(dictionary.word(*word)))
        };
        let is_topic = |text: &u32| {
            let words = texts.sequence(*text);
            let has_filler =
                (2..=MAX_TOPIC_LEN).contains(&words.len()) && words.iter().any(is_filler);
            // `small companies` consists of words of questions, but `make-up` is one word.
            let is_one_word = texts.terms(*text).len() == words.len() + 1;
            has_filler && (is_one_word || !words.iter().all(is_small))
        };
        let topics = (0..to_u32(texts.count())).filter(is_topic).collect();
        Index {
            ranking,
            heavy,
            indirect,
            prose,
            segments,
            dictionary,
            postings,
            prefix_cache,
            texts,
            accented,
            small_words: never_corrections,
            topics,
            aliases,
            names,
            single_names,
        }
    }

    /// Tokenizes a new text: its words in order, then its compounds.
    fn add_text(&mut self, text: &str) {
        let mut tokenizer = std::mem::take(&mut self.tokenizer);
        tokenizer.tokenize(text);
        for token in &tokenizer.tokens {
            let is_new = self.add_word(tokenizer.word(&token.folded), token.spelling);
            if is_new && token.spelling & ACCENTED != 0 {
                let number = to_u32(self.ends.len() - 1);
                self.accented.push((
                    number,
                    text[token.source.clone()].chars().map(lower).collect(),
                ));
            }
        }
        for run in tokenizer
            .runs
            .iter()
            .filter(|run| run.is_joined(&tokenizer.tokens))
        {
            let spelling = tokenizer.tokens[run.tokens.clone()]
                .iter()
                .fold(0, |spelling, token| spelling | token.spelling);
            self.add_word(tokenizer.word(&run.folded), spelling);
        }
        self.texts.end_text(tokenizer.tokens.len());
        self.tokenizer = tokenizer;
    }

    /// Adds a word to the text. Returns whether the word is new.
    fn add_word(&mut self, word: &str, spelling: u8) -> bool {
        let (number, is_new) = self.known_words.intern(word.as_bytes());
        if is_new {
            self.letters.push_str(word);
            self.ends.push(self.letters.len());
        }
        self.texts.words.push(with_spelling(number, spelling));
        is_new
    }
}

/// Counts stay below 2³²: that many texts would not fit into the memory of a page.
fn to_u32(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
