//! The index itself: which words there are, where they occur, and the texts as word numbers.

use super::occurrences::Occurrences;
use super::prefix_cache::PrefixCache;
use super::sharing::Sharing;
use super::texts::Texts;
use super::vocabulary::Vocabulary;

/// Finds documents by text. Made by [`IndexBuilder`](super::IndexBuilder); never changes.
#[derive(Debug)]
pub struct Index {
    /// Weight and number of the fields, heaviest first. A field's place is its rank.
    pub(super) ranking: Vec<(u32, usize)>,
    /// The ranks of the fields that count extra when they are matched whole, one bit each.
    pub(super) heavy: u16,
    pub(super) sharing: Sharing,
    pub(super) words: Vocabulary,
    pub(super) occurrences: Occurrences,
    pub(super) prefix_cache: PrefixCache,
    pub(super) texts: Texts,
    /// Words whose first spelling has accents, in that spelling without capitals.
    pub(super) accented: Vec<(u32, String)>,
}
