//! Postings lists: for each word the segments that contain it, and how.

use std::cmp::Ordering;
use std::ops::Range;

use super::forward_index::{ForwardIndex, number, spelling};
use super::score::{DETAIL_BITS, merge_details, pack_detail, with_capitals_of};

/// The bits of a posting that hold its details.
const DETAIL: u32 = (1 << DETAIL_BITS) - 1;

/// The postings of all words; those of one word are sorted by segment.
#[derive(Debug)]
pub(super) struct Postings {
    /// Where the postings of each word start, and the end of the last ones.
    starts: Vec<u32>,
    /// The number of the segment in the high bits, the details of the match in its heaviest field in the
    /// low bits.
    segments: Vec<u32>,
    /// The ranks of the fields that contain the word, as a bit mask: the heaviest is the lowest bit.
    fields: Vec<u16>,
}

/// The segment of a posting.
pub(super) fn segment(posting: u32) -> u32 {
    posting >> DETAIL_BITS
}

/// The details of a posting.
pub(super) fn details(posting: u32) -> u8 {
    (posting & DETAIL) as u8
}

/// The same posting in another segment.
pub(super) fn with_segment(posting: u32, segment: u32) -> u32 {
    segment << DETAIL_BITS | (posting & DETAIL)
}

impl Postings {
    /// Counts the postings of each word first, then writes them: no list grows, and none needs sorting.
    pub(super) fn new(texts: &ForwardIndex, words: usize) -> Self {
        let mut starts = vec![0_u32; words + 1];
        let mut last = vec![u32::MAX; words];
        for segment in 0..to_u32(texts.segments()) {
            for (_, text) in texts.values(segment) {
                for entry in texts.terms(text) {
                    let word = number(*entry) as usize;
                    if last[word] != segment {
                        last[word] = segment;
                        starts[word + 1] += 1;
                    }
                }
            }
        }
        for word in 0..words {
            starts[word + 1] += starts[word];
        }
        let total = starts[words] as usize;
        let mut all = Self {
            starts,
            segments: vec![0; total],
            fields: vec![0; total],
        };
        all.write(texts, last);
        all
    }

    /// Writes all postings; `next` is a buffer with one entry per word.
    fn write(&mut self, texts: &ForwardIndex, mut next: Vec<u32>) {
        let words = next.len();
        next.copy_from_slice(&self.starts[..words]);
        for segment_number in 0..to_u32(texts.segments()) {
            for (rank, text) in texts.values(segment_number) {
                let length = texts.length(text);
                for (position, entry) in texts.terms(text).iter().enumerate() {
                    let word = number(*entry) as usize;
                    let position = if position < length {
                        position
                    } else {
                        usize::MAX
                    };
                    let detail = pack_detail(position, length, spelling(*entry));
                    let posting = segment_number << DETAIL_BITS | u32::from(detail);
                    let after = next[word] as usize;
                    let is_known = after > self.starts[word] as usize
                        && segment(self.segments[after - 1]) == segment_number;
                    if is_known {
                        let (known, fields) =
                            (&mut self.segments[after - 1], &mut self.fields[after - 1]);
                        merge(known, fields, posting, 1 << rank);
                    } else {
                        self.segments[after] = posting;
                        self.fields[after] = 1 << rank;
                        next[word] += 1;
                    }
                }
            }
        }
    }

    /// Postings of no words.
    pub(super) fn empty() -> Self {
        Self {
            starts: vec![0],
            segments: Vec::new(),
            fields: Vec::new(),
        }
    }

    /// Adds a word with those postings that have fields.
    pub(super) fn push(&mut self, segments: &[u32], fields: &[u16]) {
        for (posting, fields) in segments.iter().zip(fields) {
            if *fields != 0 {
                self.segments.push(*posting);
                self.fields.push(*fields);
            }
        }
        self.starts.push(to_u32(self.segments.len()));
    }

    /// The postings of a word, and their fields.
    pub(super) fn of(&self, word: u32) -> (&[u32], &[u16]) {
        let range = self.range(word);
        (&self.segments[range.clone()], &self.fields[range])
    }

    /// The number of segments that contain a word.
    pub(super) fn count(&self, word: u32) -> usize {
        self.range(word).len()
    }

    fn range(&self, word: u32) -> Range<usize> {
        let word = word as usize;
        self.starts[word] as usize..self.starts[word + 1] as usize
    }
}

/// Merges a posting into another of the same segment, keeping the details of the heavier field and
/// the capitals of both. A posting without fields is empty.
pub(super) fn merge(known: &mut u32, known_fields: &mut u16, other: u32, fields: u16) {
    if *known_fields == 0 {
        (*known, *known_fields) = (other, fields);
        return;
    }
    let merged = match fields.trailing_zeros().cmp(&known_fields.trailing_zeros()) {
        Ordering::Less => with_capitals_of(details(other), details(*known)),
        Ordering::Equal => merge_details(details(*known), details(other)),
        Ordering::Greater => with_capitals_of(details(*known), details(other)),
    };
    *known = (*known & !DETAIL) | u32::from(merged);
    *known_fields |= fields;
}

/// Counts stay below 2³²: that many postings would not fit into the memory of a page.
fn to_u32(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
