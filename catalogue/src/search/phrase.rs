//! Words that must follow each other: quoted phrases, and words that a record writes apart.

use std::ops::Range;

use super::index::Index;
use super::postings::{details, segment};
use super::score::may_have_length;

/// Looking at the texts of more segments than these would take half a frame.
const MAX_ADJACENT: usize = 4096;

/// Word numbers for each place of a phrase; more than one where its last word may go on.
pub(super) type PhrasePositions = Vec<Range<u32>>;

impl Index {
    /// The places of a phrase; nothing if some word occurs nowhere.
    pub(super) fn phrase_positions(
        &self,
        words: &[String],
        allow_prefix: bool,
    ) -> Option<PhrasePositions> {
        let mut places = Vec::with_capacity(words.len());
        for (place, word) in words.iter().enumerate() {
            let numbers = if allow_prefix && place + 1 == words.len() {
                self.words.prefix(word)
            } else {
                let number = self.words.exact(word)?;
                number..number + 1
            };
            if numbers.is_empty() {
                return None;
            }
            places.push(numbers);
        }
        Some(places)
    }

    /// Hands `found` each segment with the phrase, and the ranks of the fields that have it, one bit
    /// each; a segment may come again where the last word may go on.
    pub(super) fn for_each_phrase_match(
        &self,
        places: &[Range<u32>],
        extent: Extent,
        found: &mut dyn FnMut(u32, u16),
    ) {
        let count = |place: &Range<u32>| -> usize {
            place.clone().map(|word| self.postings.count(word)).sum()
        };
        let Some(rarest) = places.iter().min_by_key(|place| count(place)) else {
            return;
        };
        if extent == Extent::Adjacent && count(rarest) > MAX_ADJACENT {
            return;
        }
        let single = |place: &&Range<u32>| place.len() == 1;
        for word in rarest.clone() {
            let mut others: Vec<_> = (places.iter().filter(single))
                .map(|place| self.postings.of(place.start))
                .collect();
            let (postings, fields) = self.postings.of(word);
            for (posting, fields) in postings.iter().zip(fields) {
                let mut fields = *fields;
                if extent == Extent::Whole {
                    fields &= self.heavy;
                    let detail = details(*posting);
                    // The details are those of one field; where there are more they tell nothing.
                    if fields.is_power_of_two() && !may_have_length(detail, places.len()) {
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
                    fields = self.phrase_fields(segment, fields, places, extent);
                }
                if fields != 0 {
                    found(segment, fields);
                }
            }
        }
    }

    /// Those of the `fields` in which one value of the segment has the phrase.
    pub(super) fn phrase_fields(
        &self,
        segment: u32,
        fields: u16,
        places: &[Range<u32>],
        extent: Extent,
    ) -> u16 {
        if places.len() == 1 && extent != Extent::Whole {
            return fields;
        }
        let mut with = 0;
        for (rank, text) in self.texts.values(segment) {
            if fields >> rank & 1 == 1 && with >> rank & 1 == 0 {
                let words = self.texts.sequence(text);
                let has_room = extent != Extent::Whole || words.len() == places.len();
                with |= u16::from(has_room && is_in(words, places)) << rank;
            }
        }
        with
    }
}

/// A phrase, the same with two neighbours written as one, and with one word written as two of two
/// letters or more: `agrifood cluster` stands in `agri-food cluster`.
pub(super) fn spellings(words: &[String]) -> Vec<Vec<String>> {
    let mut all = vec![words.to_vec()];
    for (place, word) in words.iter().enumerate() {
        let (before, after) = (&words[..place], &words[place + 1..]);
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

/// How much of a text a phrase must be.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Extent {
    /// Any stretch of it.
    Anywhere,
    /// The same, but not where all its words are so common that following each other says little.
    Adjacent,
    /// All of it, in one of the heavy fields.
    Whole,
}

/// Skips the segments before this one, and gives the fields of this one, if it is there.
fn advance((postings, fields): &mut (&[u32], &[u16]), until: u32) -> u16 {
    // It is often near: strides that double find the stretch in which it is.
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

/// Whether the words at the places follow each other somewhere in the text.
fn is_in(text: &[u32], places: &[Range<u32>]) -> bool {
    let Some((first, others)) = places.split_first() else {
        return true;
    };
    for (at, word) in text.iter().enumerate() {
        // Looking closer only where the first word is, because this is where phrases spend their time.
        if first.contains(word) {
            let next = &text[at + 1..];
            let mut pairs = next.iter().zip(others);
            if next.len() >= others.len() && pairs.all(|(word, place)| place.contains(word)) {
                return true;
            }
        }
    }
    false
}
