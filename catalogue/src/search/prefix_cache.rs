//! Precomputed documents of short prefixes. The first letters of a word are typed most often and match
//! so many words that walking all their postings would take a whole frame.

use std::ops::Range;

use super::postings::{Postings, merge, segment, with_segment};
use super::shared_segments::SharedSegments;
use super::term_dictionary::TermDictionary;

/// Longer prefixes match few enough words.
pub(super) const MAX_LEN: usize = 3;
/// A prefix is cached if its words have at least this many postings per document; fewer would cost
/// memory and save little.
const MIN_POSTINGS_PER_DOCUMENT: usize = 3;

/// For the most frequent prefixes, the documents with any word of that prefix. Every document is listed
/// by its own segment, even where the word occurs in a shared one.
#[derive(Debug)]
pub(super) struct PrefixCache {
    /// The words of each prefix.
    words: Vec<Range<u32>>,
    /// The documents of each prefix.
    pub(super) postings: Postings,
}

impl PrefixCache {
    /// Merges the postings of all words that share one, two or three letters.
    pub(super) fn new(
        dictionary: &TermDictionary,
        word_postings: &Postings,
        segments: &SharedSegments,
    ) -> Self {
        let mut cache = Self {
            words: Vec::new(),
            postings: Postings::empty(),
        };
        let first_own = segments.shared_count as usize;
        let mut merged = vec![0; segments.total_count()];
        let mut fields = vec![0; segments.total_count()];
        for len in 1..=MAX_LEN {
            for words in dictionary.prefixes(len) {
                let count: usize = words.clone().map(|word| word_postings.count(word)).sum();
                if count < MIN_POSTINGS_PER_DOCUMENT * segments.document_count() {
                    continue;
                }
                fields.fill(0);
                for word in words.clone() {
                    let (postings, all_fields) = word_postings.of(word);
                    for (posting, more) in postings.iter().zip(all_fields) {
                        let index = segment(*posting) as usize;
                        merge(&mut merged[index], &mut fields[index], *posting, *more);
                    }
                }
                for shared in 0..segments.shared_count {
                    let (details, more) = (merged[shared as usize], fields[shared as usize]);
                    if more == 0 {
                        continue;
                    }
                    for document in segments.documents_of(shared) {
                        let index = first_own + *document as usize;
                        let posting = with_segment(details, segments.shared_count + document);
                        merge(&mut merged[index], &mut fields[index], posting, more);
                    }
                }
                cache
                    .postings
                    .push(&merged[first_own..], &fields[first_own..]);
                cache.words.push(words);
            }
        }
        cache
    }

    /// The cache entry of the prefix that exactly these words share.
    pub(super) fn find(&self, words: &Range<u32>) -> Option<u32> {
        (0..)
            .zip(&self.words)
            .find(|(_, other)| *other == words)
            .map(|(entry, _)| entry)
    }
}
