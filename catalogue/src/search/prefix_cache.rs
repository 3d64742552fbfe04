//! Short beginnings with their documents ready: the first letters of a word are typed most often,
//! and stand for so many words that going through all their documents would take a frame.

use std::ops::Range;

use super::postings::{Postings, merge, segment, with_segment};
use super::shared_segments::SharedSegments;
use super::term_dictionary::TermDictionary;

/// Longer beginnings stand for few enough words.
pub(super) const MAX_LEN: usize = 3;
/// A beginning is worth a list of its own if its words occur so many times per document; shorter
/// lists would cost memory and save little.
const PER_DOCUMENT: usize = 3;

/// The documents of words with the same beginning, each by its own segment, whichever of its segments
/// has them; for the beginnings that occur most.
#[derive(Debug)]
pub(super) struct PrefixCache {
    /// The words that have each beginning.
    words: Vec<Range<u32>>,
    /// The documents of each beginning.
    pub(super) postings: Postings,
}

impl PrefixCache {
    /// Merges the documents of all words that share one, two or three letters.
    pub(super) fn new(
        words: &TermDictionary,
        of_words: &Postings,
        segments: &SharedSegments,
    ) -> Self {
        let mut prefix_cache = Self {
            words: Vec::new(),
            postings: Postings::empty(),
        };
        let own = segments.shared_count as usize;
        let mut merged = vec![0; own + segments.document_count()];
        let mut fields = vec![0; merged.len()];
        for letters in 1..=MAX_LEN {
            for range in words.beginnings(letters) {
                let count: usize = range.clone().map(|word| of_words.count(word)).sum();
                if count < PER_DOCUMENT * segments.document_count() {
                    continue;
                }
                fields.fill(0);
                for word in range.clone() {
                    let (postings, all_fields) = of_words.of(word);
                    for (posting, more) in postings.iter().zip(all_fields) {
                        let place = segment(*posting) as usize;
                        merge(&mut merged[place], &mut fields[place], *posting, *more);
                    }
                }
                for shared in 0..segments.shared_count {
                    let (details, more) = (merged[shared as usize], fields[shared as usize]);
                    if more == 0 {
                        continue;
                    }
                    for document in segments.documents_of(shared) {
                        let place = own + *document as usize;
                        let posting = with_segment(details, segments.shared_count + document);
                        merge(&mut merged[place], &mut fields[place], posting, more);
                    }
                }
                prefix_cache.postings.push(&merged[own..], &fields[own..]);
                prefix_cache.words.push(range);
            }
        }
        prefix_cache
    }

    /// The place of the beginning that all these words and no others have, if it has a list.
    pub(super) fn find(&self, words: &Range<u32>) -> Option<u32> {
        (0..)
            .zip(&self.words)
            .find(|(_, other)| *other == words)
            .map(|(place, _)| place)
    }
}
