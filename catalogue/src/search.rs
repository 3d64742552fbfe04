//! Text search: text in, scored document numbers and highlight spans out.
//!
//! # Goals
//! - What people mean, not what they typed: case, accents, elisions, joints, unfinished words and
//!   typing errors are forgiven, and what needs less forgiving comes first.
//! - A keystroke within a frame at a hundred thousand documents, with no worker to talk to: words
//!   are looked up in an index, never documents one by one.
//! - Small: no dependency, no hash map of strings, a dozen flat arrays. The same index finds
//!   phrases, forgives errors and explains itself.
//! - The same input gives the same output, in the same order.
//!
//! # Non-goals
//! - Knowing what is searched. Documents and fields are numbers; what they stand for, which filters
//!   apply and how ties are broken is the caller's business.
//! - Changing the index. It is built from all documents in a fraction of a second, once.
//! - Languages whose words are not separated.
//!
//! # Rejected
//! - *Stemming*: it needs to know the language of each word, and the catalogue mixes two in one
//!   sentence. Prefixes, insides and typing errors reach the same words, and say how they did.
//! - *A radix tree of words* (MiniSearch): the sorted word list does the same with binary search and
//!   the number of letters shared with the word before; it is built by one sort and is two arrays.
//! - *An index of letter triples* for the insides of words: one pass over all distinct words costs a
//!   fraction of a millisecond, because documents repeat words far more than they invent them.
//! - *Term frequency and average field length* (BM25): names, places and synonyms are a few words
//!   long; which field it is and how much of it matched says more, and can be explained to a reader.
//! - *Positions per posting*: phrases are rare, texts repeat. Each distinct text is kept once as
//!   word numbers and looked at only where all words of the phrase meet.
//!
//! # How it works
//! [`IndexBuilder`] takes texts apart (`tokens`, `fold`) in segments: those that documents share, and
//! one of its own for each (`sharing`). It sorts the words (`vocabulary`) and notes in which segments
//! each occurs (`postings`, `texts`); for the commonest beginnings the documents are merged
//! beforehand (`prefix_cache`). [`Index::search`] finds for each word of the text the words of the index it
//! may stand for (`vocabulary`, `typo`, `phrase`), credits their segments, which hand on to their
//! documents (`accumulator`), and adds up points (`scorer`, `score`). [`highlight()`] and
//! [`Index::explain`] apply the same rules to a single text or document (`matcher`); tests hold all
//! of them to a naive scan.
//!
//! What is shared is indexed once because it is most of the text: of the eighty values of a cluster in
//! the catalogue, five in six are synonyms of areas, names of organisations and labels of places.

mod accumulator;
mod builder;
mod explain;
mod fold;
mod forward_index;
mod highlight;
mod index;
mod interner;
mod matcher;
mod phrase;
mod postings;
mod prefix_cache;
mod score;
mod scorer;
mod search_text;
mod shared_segments;
mod spelling;
mod term_dictionary;
mod tokenizer;
mod typo;

#[cfg(test)]
mod tests;

pub use builder::IndexBuilder;
pub use explain::WordMatch;
pub use fold::fold;
pub use highlight::highlight;
pub use index::Index;
pub(crate) use interner::Interner;
pub use score::Tier;
pub use scorer::{Coverage, Hit, Matches};
pub use search_text::{Operator, SearchText, is_quote};
