//! Text search: text in, scored document numbers and highlight spans out.
//!
//! # Goals
//! - Forgiving: case, accents, elisions, connectors, unfinished words and typos do not matter, but better
//!   matches come first.
//! - Fast: one keystroke within a frame at a hundred thousand documents, without a worker. Words are
//!   looked up in an index; documents are never scanned.
//! - Small: no dependency, no hash map of strings, a dozen flat arrays. The same index finds phrases,
//!   tolerates typos and explains its results.
//! - Deterministic: the same input gives the same output, in the same order.
//!
//! # Non-goals
//! - Domain knowledge. Documents and fields are numbers; what they stand for, which filters apply and how
//!   ties are broken is up to the caller.
//! - Incremental updates. The index is built once, in a fraction of a second.
//! - Languages that do not separate words.
//!
//! # Rejected alternatives
//! - *Stemming* needs the language of each word, but the catalogue mixes two in one sentence, and it cuts
//!   `port`, `porto` and `porta` to the same stem. Instead, a word has the few other forms and relatives
//!   that its ending allows, and those count where they occur (`inflection`, `word_families`).
//! - *A radix tree of words* (MiniSearch): the sorted word list does the same with binary search and the
//!   length of the prefix shared with the previous word; it is two arrays, built by one sort.
//! - *A trigram index* for infix matches: one scan over all distinct words takes a fraction of a
//!   millisecond, because documents mostly repeat the same words.
//! - *Term frequency and average field length* (BM25): names, places and synonyms are a few words long.
//!   Which field matches, and how much of it, says more, and can be explained to visitors.
//! - *Positions in postings*: phrases are rare, and texts repeat. Each distinct text is stored once as a
//!   sequence of word numbers, and read only where all words of a phrase occur.
//!
//! # How it works
//! [`IndexBuilder`] splits texts into words (`tokenizer`, `fold`) and groups the texts into segments: those
//! that several documents share, and one for each document (`shared_segments`). It sorts the words
//! (`term_dictionary`) and records which segments contain each of them (`postings`) and the words of each
//! text (`forward_index`); the documents of the most frequent prefixes are merged in advance
//! (`prefix_cache`).
//!
//! [`SearchText`] reads what was typed: words, phrases, operators, and the words with which people ask,
//! which are set aside; [`Index::parse`] does so knowing which words occur (`interpretation`). [`Index::search`] finds the words of the index that each word of the query may
//! match (`term_dictionary`, `inflection`, `word_families`, `proper_names`, `known_words`, `split_words`, `typo`, `phrase`), collects the
//! points of their segments, passes them on to the documents (`accumulator`), and adds them up (`scorer`,
//! `score`); which documents are hits, and which words decide where none has all, says `tally`.
//! [`highlight()`] and [`Index::explain`]
//! apply the same rules to a single text or document (`matcher`); tests compare all of them with a naive
//! scan.
//!
//! Segments are shared because most texts are: of the eighty values of a cluster in the catalogue, five in
//! six are synonyms of areas, names of organisations and labels of places.

mod accumulator;
mod builder;
mod explain;
mod fold;
mod forward_index;
mod highlight;
mod index;
mod inflection;
mod interner;
mod interpretation;
mod known_words;
mod matcher;
mod matches;
mod phrase;
mod postings;
mod prefix_cache;
mod proper_names;
mod score;
mod scorer;
mod search_text;
mod shared_segments;
mod spelling;
mod split_words;
mod tally;
mod term_dictionary;
mod tokenizer;
mod typo;
mod word_families;

#[cfg(test)]
mod tests;

pub use builder::IndexBuilder;
pub use explain::WordMatch;
pub use fold::fold;
pub use highlight::{contains_word, highlight};
pub use index::Index;
pub(crate) use interner::Interner;
pub use matches::{Closeness, Coverage, Hit, Matches};
pub use score::Tier;
pub use search_text::{Operator, SearchText, is_quote};
pub(crate) use tokenizer::words_of;
