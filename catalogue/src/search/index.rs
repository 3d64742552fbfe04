//! The index: the words, where they occur, and the texts as word numbers.

use super::forward_index::ForwardIndex;
use super::postings::Postings;
use super::prefix_cache::PrefixCache;
use super::shared_segments::SharedSegments;
use super::term_dictionary::TermDictionary;

/// An immutable full-text index, built by [`IndexBuilder`](super::IndexBuilder).
#[derive(Debug)]
pub struct Index {
    /// Weight and number of each field, heaviest first. The position of a field is its rank.
    pub(super) ranking: Vec<(u32, usize)>,
    /// The ranks of the fields that get a bonus when the query equals them, as a bit mask.
    pub(super) heavy: u16,
    /// The ranks of indirect fields, as a bit mask.
    pub(super) indirect: u16,
    /// The ranks of fields that hold prose, as a bit mask.
    pub(super) prose: u16,
    pub(super) segments: SharedSegments,
    pub(super) dictionary: TermDictionary,
    pub(super) postings: Postings,
    pub(super) prefix_cache: PrefixCache,
    pub(super) texts: ForwardIndex,
    /// The original spelling, in lower case, of words that have accents where they first occur.
    pub(super) accented: Vec<(u32, String)>,
    /// Stop words and fillers, by ascending number: mistyped words never match them.
    pub(super) small_words: Vec<u32>,
    /// The short texts that contain a filler, such as `guida autonoma`.
    pub(super) topics: Vec<u32>,
    /// Words of queries, and the words of the index that they also match.
    pub(super) aliases: Vec<(String, String)>,
    /// The first words of proper names, which match their adjectives.
    pub(super) names: Vec<String>,
    /// Proper names of one word, which are not sought inside other words.
    pub(super) single_names: Vec<String>,
}
