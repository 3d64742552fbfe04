//! The index itself: which words there are, where they occur, and the texts as word numbers.

use std::ops::Range;

use super::score::DETAIL_BITS;
use super::vocabulary::Vocabulary;

/// Finds documents by text. Made by [`IndexBuilder`](super::IndexBuilder); never changes.
#[derive(Debug)]
pub struct Index {
    /// Weight and number of the fields, heaviest first. A field's place is its rank.
    pub(super) ranking: Vec<(u32, usize)>,
    pub(super) words: Vocabulary,
    pub(super) occurrences: Occurrences,
    pub(super) texts: Texts,
}

/// For each word the documents that have it, in ascending order.
#[derive(Debug)]
pub(super) struct Occurrences {
    /// Where each word's documents start, and where the last ones end.
    pub(super) starts: Vec<u32>,
    /// The document's number, above the details of the occurrence in its heaviest field.
    pub(super) documents: Vec<u32>,
    /// The ranks of the fields that have the word, one bit each: the heaviest is the lowest bit.
    pub(super) fields: Vec<u16>,
}

impl Occurrences {
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

/// The document's number of an occurrence.
pub(super) fn document(occurrence: u32) -> u32 {
    occurrence >> DETAIL_BITS
}

/// Every distinct text once, as word numbers, and which documents have it where: what the words
/// alone cannot tell, namely which follow each other.
#[derive(Debug)]
pub(super) struct Texts {
    /// For each text its words in order, then what else it is found by.
    pub(super) words: Vec<u32>,
    /// Where each text starts in `words`, and where the last one ends.
    pub(super) starts: Vec<u32>,
    /// How many of a text's entries in `words` are its words in order.
    pub(super) lengths: Vec<u32>,
    /// The texts of all documents, one document after the other.
    values: Vec<u32>,
    /// The rank of each value's field.
    ranks: Vec<u8>,
    /// Where each document's values start, and, once closed, where the last ones end.
    documents: Vec<u32>,
}

impl Default for Texts {
    fn default() -> Self {
        Self {
            words: Vec::new(),
            starts: vec![0],
            lengths: Vec::new(),
            values: Vec::new(),
            ranks: Vec::new(),
            documents: Vec::new(),
        }
    }
}

impl Texts {
    /// Notes that a document has a text in the field of this rank.
    pub(super) fn add_value(&mut self, document: u32, rank: u8, text: u32) {
        assert!(
            self.documents.len() <= document as usize + 1,
            "documents must ascend"
        );
        while self.documents.len() <= document as usize {
            self.close();
        }
        self.values.push(text);
        self.ranks.push(rank);
    }

    /// Ends the document that values were added to.
    pub(super) fn close(&mut self) {
        self.documents
            .push(u32::try_from(self.values.len()).unwrap_or(u32::MAX));
    }

    /// One more than the highest document.
    pub(super) fn documents(&self) -> u32 {
        u32::try_from(self.documents.len().saturating_sub(1)).unwrap_or(u32::MAX)
    }

    /// Rank and text of each value of a document.
    pub(super) fn values(&self, document: u32) -> impl Iterator<Item = (u8, u32)> {
        let document = document as usize;
        let range = match self.documents.get(document..document + 2) {
            Some(ends) => ends[0] as usize..ends[1] as usize,
            None => 0..0,
        };
        self.ranks[range.clone()]
            .iter()
            .copied()
            .zip(self.values[range].iter().copied())
    }

    /// The words of a text, in order.
    pub(super) fn sequence(&self, text: u32) -> &[u32] {
        &self.found_by(text)[..self.lengths[text as usize] as usize]
    }

    /// Everything that a text is found by.
    pub(super) fn found_by(&self, text: u32) -> &[u32] {
        let text = text as usize;
        &self.words[self.starts[text] as usize..self.starts[text + 1] as usize]
    }
}
