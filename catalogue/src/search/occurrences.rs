//! For each word the documents that have it, where, and in what way.

use std::cmp::Ordering;
use std::ops::Range;

use super::score::{DETAIL_BITS, better_detail, detail};
use super::texts::{Texts, number, spelling};
use super::vocabulary::Vocabulary;

/// The bits of an occurrence that hold its details.
const DETAIL: u32 = (1 << DETAIL_BITS) - 1;

/// For each word its documents in ascending order.
#[derive(Debug)]
pub(super) struct Occurrences {
    /// Where each word's documents start, and where the last ones end.
    starts: Vec<u32>,
    /// The document's number, above the details of the occurrence in its heaviest field.
    documents: Vec<u32>,
    /// The ranks of the fields that have the word, one bit each: the heaviest is the lowest bit.
    fields: Vec<u16>,
}

/// The document's number of an occurrence.
pub(super) fn document(occurrence: u32) -> u32 {
    occurrence >> DETAIL_BITS
}

/// The details of an occurrence.
pub(super) fn details(occurrence: u32) -> u8 {
    (occurrence & DETAIL) as u8
}

impl Occurrences {
    /// Counts each word's documents, then writes them: nothing grows, and documents stay in
    /// ascending order by themselves. Whole fields count where they are among the `heavy` ones.
    pub(super) fn new(texts: &Texts, words: &Vocabulary, heavy: usize) -> Self {
        let mut starts = vec![0_u32; words.len() + 1];
        let mut last = vec![u32::MAX; words.len()];
        for_each(texts, words, heavy, |document, word, _, _| {
            if last[word] != document {
                last[word] = document;
                starts[word + 1] += 1;
            }
        });
        for word in 0..words.len() {
            starts[word + 1] += starts[word];
        }
        let total = starts[words.len()] as usize;
        let mut all = Self {
            starts,
            documents: vec![0; total],
            fields: vec![0; total],
        };
        // From here on `last` holds the place behind a word's last occurrence.
        last.copy_from_slice(&all.starts[..words.len()]);
        for_each(texts, words, heavy, |number, word, rank, detail| {
            let next = last[word] as usize;
            let known = next.checked_sub(1).filter(|known| {
                next > all.starts[word] as usize && document(all.documents[*known]) == number
            });
            let place = known.unwrap_or(next);
            let occurrence = number << DETAIL_BITS | u32::from(detail);
            merge(
                &mut all.documents[place],
                &mut all.fields[place],
                occurrence,
                1 << rank,
            );
            last[word] += u32::from(known.is_none());
        });
        all
    }

    /// No words yet.
    pub(super) fn empty() -> Self {
        Self {
            starts: vec![0],
            documents: Vec::new(),
            fields: Vec::new(),
        }
    }

    /// Adds a word with the documents that have fields.
    pub(super) fn push(&mut self, documents: &[u32], fields: &[u16]) {
        for (occurrence, fields) in documents.iter().zip(fields) {
            if *fields != 0 {
                self.documents.push(*occurrence);
                self.fields.push(*fields);
            }
        }
        self.starts
            .push(u32::try_from(self.documents.len()).unwrap_or(u32::MAX));
    }

    /// The documents and fields of a word.
    pub(super) fn of(&self, word: u32) -> (&[u32], &[u16]) {
        let range = self.range(word);
        (&self.documents[range.clone()], &self.fields[range])
    }

    /// In how many documents a word occurs.
    pub(super) fn count(&self, word: u32) -> usize {
        self.range(word).len()
    }

    fn range(&self, word: u32) -> Range<usize> {
        let word = word as usize;
        self.starts[word] as usize..self.starts[word + 1] as usize
    }
}

/// Tells document, word, rank and details of everything that documents are found by.
fn for_each(
    texts: &Texts,
    words: &Vocabulary,
    heavy: usize,
    mut tell: impl FnMut(u32, usize, u8, u8),
) {
    for document in 0..texts.documents() {
        for (rank, text) in texts.values(document) {
            let length = texts.length(text);
            for (place, entry) in texts.found_by(text).iter().enumerate() {
                let word = number(*entry);
                if words.is_whole(word) && usize::from(rank) >= heavy {
                    continue;
                }
                let place = if place < length { place } else { usize::MAX };
                tell(
                    document,
                    word as usize,
                    rank,
                    detail(place, length, spelling(*entry)),
                );
            }
        }
    }
}

/// Adds another occurrence in the same document; the details are those of the heavier field. An
/// occurrence without fields is none yet.
pub(super) fn merge(known: &mut u32, known_fields: &mut u16, other: u32, fields: u16) {
    match fields.trailing_zeros().cmp(&known_fields.trailing_zeros()) {
        Ordering::Less => *known = other,
        Ordering::Equal => {
            let better = better_detail(details(*known), details(other));
            *known = (*known & !DETAIL) | u32::from(better);
        }
        Ordering::Greater => {}
    }
    *known_fields |= fields;
}
