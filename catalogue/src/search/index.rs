//! The index itself: which words there are, where they occur, and the texts as word numbers.

use super::forward_index::ForwardIndex;
use super::postings::Postings;
use super::prefix_cache::PrefixCache;
use super::shared_segments::SharedSegments;
use super::term_dictionary::TermDictionary;

/// Finds documents by text. Made by [`IndexBuilder`](super::IndexBuilder); never changes.
#[derive(Debug)]
pub struct Index {
    /// Weight and number of the fields, heaviest first. A field's place is its rank.
    pub(super) ranking: Vec<(u32, usize)>,
    /// The ranks of the fields that count extra when they are matched whole, one bit each.
    pub(super) heavy: u16,
    pub(super) segments: SharedSegments,
    pub(super) words: TermDictionary,
    pub(super) postings: Postings,
    pub(super) prefix_cache: PrefixCache,
    pub(super) texts: ForwardIndex,
    /// Words whose first spelling has accents, in that spelling without capitals.
    pub(super) accented: Vec<(u32, String)>,
}
