//! Matches of word sequences: quoted phrases, and words that a document writes as two.

use std::ops::Range;

use super::index::Index;
use super::postings::{details, segment};
use super::score::allows_length;

/// Checking the texts of more segments than this would take half a frame.
const MAX_ADJACENT: usize = 4096;

/// For each position of a phrase the words that may stand there: several if the last word is a prefix.
pub(super) type PhrasePositions = Vec<Range<u32>>;

impl Index {
    /// The words of a phrase by position; `None` if one of them occurs nowhere.
    pub(super) fn phrase_positions(
        &self,
        words: &[String],
        allow_prefix: bool,
    ) -> Option<PhrasePositions> {
        let mut positions = Vec::with_capacity(words.len());
        for (position, word) in words.iter().enumerate() {
            let numbers = if allow_prefix && position + 1 == words.len() {
                self.dictionary.with_prefix(word)
            } else {
                let number = self.dictionary.find(word)?;
                number..number + 1
            };
            if numbers.is_empty() {
                return None;
            }
            positions.push(numbers);
        }
        Some(positions)
    }

    /// Calls `found` with each segment that contains the phrase, and the ranks of the fields that do as a
    /// bit mask. A segment may be reported repeatedly if the last word is a prefix.
    pub(super) fn for_each_phrase_match(
        &self,
        positions: &[Range<u32>],
        extent: Extent,
        found: &mut dyn FnMut(u32, u16),
    ) {
        let count = |position: &Range<u32>| -> usize {
            position.clone().map(|word| self.postings.count(word)).sum()
        };
        let Some(rarest) = positions.iter().min_by_key(|position| count(position)) else {
            return;
        };
        if extent == Extent::Adjacent && count(rarest) > MAX_ADJACENT {
            return;
        }
        let single = |position: &&Range<u32>| position.len() == 1;
        for word in rarest.clone() {
            let mut others: Vec<_> = (positions.iter().filter(single))
                .map(|position| self.postings.of(position.start))
                .collect();
            let (postings, fields) = self.postings.of(word);
            for (posting, fields) in postings.iter().zip(fields) {
                let mut fields = *fields;
                if extent == Extent::Whole {
                    fields &= self.heavy;
                    let detail = details(*posting);
                    // The details describe a single field: with several fields they cannot rule
                    // anything out.
                    if fields.is_power_of_two() && !allows_length(detail, positions.len()) {
                        continue;
                    }
                }
                if fields == 0 {
                    continue;
                }
                let segment = segment(*posting);
                for other in &mut others {
                    fields &= advance(other, segment);
                }
                if fields != 0 {
                    fields = self.phrase_fields(segment, fields, positions, extent);
                }
                if fields != 0 {
                    found(segment, fields);
                }
            }
        }
    }

    /// Calls `found` with each segment that has a value of exactly these words, in ascending order.
    pub fn for_each_equal_value(&self, words: &[String], found: &mut dyn FnMut(u32)) {
        let Some(positions) = self.phrase_positions(words, false) else {
            return;
        };
        self.for_each_phrase_match(&positions, Extent::Anywhere, &mut |segment, fields| {
            if self.phrase_fields(segment, fields, &positions, Extent::Whole) != 0 {
                found(segment);
            }
        });
    }

    /// Those of `fields` in which a value of the segment contains the phrase.
    pub(super) fn phrase_fields(
        &self,
        segment: u32,
        fields: u16,
        positions: &[Range<u32>],
        extent: Extent,
    ) -> u16 {
        if positions.len() == 1 && extent != Extent::Whole {
            return fields;
        }
        let mut with = 0;
        for (rank, text) in self.texts.values(segment) {
            if fields >> rank & 1 == 1 && with >> rank & 1 == 0 {
                let words = self.texts.sequence(text);
                let has_room = extent != Extent::Whole || words.len() == positions.len();
                with |= u16::from(has_room && is_in(words, positions)) << rank;
            }
        }
        with
    }
}

/// A phrase, and its variants with two adjacent words joined or one word split in two of at least two
/// letters: `agrifood cluster` matches `agri-food cluster`.
pub(super) fn spellings(words: &[String]) -> Vec<Vec<String>> {
    let mut all = vec![words.to_vec()];
    for (position, word) in words.iter().enumerate() {
        let (before, after) = (&words[..position], &words[position + 1..]);
        if let Some((next, after)) = after.split_first() {
            let joined = [word.as_str(), next].concat();
            all.push([before, &[joined], after].concat());
        }
        for (middle, _) in word.char_indices().skip(2) {
            let (one, other) = word.split_at(middle);
            if other.chars().nth(1).is_some() {
                all.push([before, &[one.to_owned(), other.to_owned()], after].concat());
            }
        }
    }
    all
}

/// Where in a text a phrase must stand.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Extent {
    /// Anywhere.
    Anywhere,
    /// Anywhere, but phrases whose words are all very common are skipped: their adjacency says little.
    Adjacent,
    /// It must be the whole text, in one of the heavy fields.
    Whole,
}

/// Skips the postings of earlier segments. Returns the fields of segment `until`, or 0 if it is absent.
fn advance((postings, fields): &mut (&[u32], &[u16]), until: u32) -> u16 {
    // Galloping search, because the segment is often close.
    let mut stride = 1;
    while stride < postings.len() && segment(postings[stride]) < until {
        stride *= 2;
    }
    let stretch = &postings[..postings.len().min(stride + 1)];
    let skipped = stretch.partition_point(|other| segment(*other) < until);
    *postings = &postings[skipped..];
    *fields = &fields[skipped..];
    match (postings.first(), fields.first()) {
        (Some(posting), Some(fields)) if segment(*posting) == until => *fields,
        _ => 0,
    }
}

/// Whether the text contains the phrase.
fn is_in(text: &[u32], positions: &[Range<u32>]) -> bool {
    let Some((first, others)) = positions.split_first() else {
        return true;
    };
    for (at, word) in text.iter().enumerate() {
        // The hot loop of phrase searches: compare further only where the first word matches.
        if first.contains(word) {
            let next = &text[at + 1..];
            let mut pairs = next.iter().zip(others);
            if next.len() >= others.len() && pairs.all(|(word, position)| position.contains(word)) {
                return true;
            }
        }
    }
    false
}
