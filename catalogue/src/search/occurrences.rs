//! For each word the bundles that have it, where, and in what way.

use std::cmp::Ordering;
use std::ops::Range;

use super::score::{DETAIL_BITS, better_detail, detail};
use super::texts::{Texts, number, spelling};

/// The bits of an occurrence that hold its details.
const DETAIL: u32 = (1 << DETAIL_BITS) - 1;

/// For each word its bundles in ascending order.
#[derive(Debug)]
pub(super) struct Occurrences {
    /// Where each word's bundles start, and where the last ones end.
    starts: Vec<u32>,
    /// The bundle's number, above the details of the occurrence in its heaviest field.
    bundles: Vec<u32>,
    /// The ranks of the fields that have the word, one bit each: the heaviest is the lowest bit.
    fields: Vec<u16>,
}

/// The bundle's number of an occurrence.
pub(super) fn bundle(occurrence: u32) -> u32 {
    occurrence >> DETAIL_BITS
}

/// The details of an occurrence.
pub(super) fn details(occurrence: u32) -> u8 {
    (occurrence & DETAIL) as u8
}

/// The same occurrence in another bundle.
pub(super) fn of_bundle(occurrence: u32, bundle: u32) -> u32 {
    bundle << DETAIL_BITS | (occurrence & DETAIL)
}

impl Occurrences {
    /// Counts each word's bundles, then writes them: nothing grows, and bundles stay in ascending
    /// order by themselves.
    pub(super) fn new(texts: &Texts, words: usize) -> Self {
        let mut starts = vec![0_u32; words + 1];
        let mut last = vec![u32::MAX; words];
        for bundle in 0..to_u32(texts.bundles()) {
            for (_, text) in texts.values(bundle) {
                for entry in texts.found_by(text) {
                    let word = number(*entry) as usize;
                    if last[word] != bundle {
                        last[word] = bundle;
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
            bundles: vec![0; total],
            fields: vec![0; total],
        };
        all.write(texts, last);
        all
    }

    /// Writes every occurrence where it belongs; `next` is room for one place per word.
    fn write(&mut self, texts: &Texts, mut next: Vec<u32>) {
        let words = next.len();
        next.copy_from_slice(&self.starts[..words]);
        for number_of_bundle in 0..to_u32(texts.bundles()) {
            for (rank, text) in texts.values(number_of_bundle) {
                let length = texts.length(text);
                for (place, entry) in texts.found_by(text).iter().enumerate() {
                    let word = number(*entry) as usize;
                    let place = if place < length { place } else { usize::MAX };
                    let detail = detail(place, length, spelling(*entry));
                    let occurrence = number_of_bundle << DETAIL_BITS | u32::from(detail);
                    let after = next[word] as usize;
                    let is_known = after > self.starts[word] as usize
                        && bundle(self.bundles[after - 1]) == number_of_bundle;
                    if is_known {
                        let (known, fields) =
                            (&mut self.bundles[after - 1], &mut self.fields[after - 1]);
                        merge(known, fields, occurrence, 1 << rank);
                    } else {
                        self.bundles[after] = occurrence;
                        self.fields[after] = 1 << rank;
                        next[word] += 1;
                    }
                }
            }
        }
    }

    /// No words yet.
    pub(super) fn empty() -> Self {
        Self {
            starts: vec![0],
            bundles: Vec::new(),
            fields: Vec::new(),
        }
    }

    /// Adds a word with the bundles that have fields.
    pub(super) fn push(&mut self, bundles: &[u32], fields: &[u16]) {
        for (occurrence, fields) in bundles.iter().zip(fields) {
            if *fields != 0 {
                self.bundles.push(*occurrence);
                self.fields.push(*fields);
            }
        }
        self.starts.push(to_u32(self.bundles.len()));
    }

    /// The bundles and fields of a word.
    pub(super) fn of(&self, word: u32) -> (&[u32], &[u16]) {
        let range = self.range(word);
        (&self.bundles[range.clone()], &self.fields[range])
    }

    /// In how many bundles a word occurs.
    pub(super) fn count(&self, word: u32) -> usize {
        self.range(word).len()
    }

    fn range(&self, word: u32) -> Range<usize> {
        let word = word as usize;
        self.starts[word] as usize..self.starts[word + 1] as usize
    }
}

/// Adds another occurrence in the same bundle; the details are those of the heavier field. An
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

/// Counts here stay below 2³²: what they count would not fit into the memory of a page.
fn to_u32(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
