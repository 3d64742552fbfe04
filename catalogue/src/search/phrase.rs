//! Words that must follow each other: quoted phrases, and words that a record writes apart.

use std::ops::Range;

use super::index::Index;
use super::occurrences::document;

/// Word numbers for each place of a phrase; more than one where its last word may go on.
pub(super) type Places = Vec<Range<u32>>;

impl Index {
    /// The places of a phrase; nothing if some word occurs nowhere.
    pub(super) fn places(&self, words: &[String], may_go_on: bool) -> Option<Places> {
        let mut places = Vec::with_capacity(words.len());
        for (place, word) in words.iter().enumerate() {
            let numbers = if may_go_on && place + 1 == words.len() {
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

    /// Every way to write `word` as two words of the index, each of two letters or more.
    pub(super) fn apart(&self, word: &str) -> impl Iterator<Item = Places> {
        word.char_indices().skip(2).filter_map(move |(middle, _)| {
            let (one, other) = word.split_at(middle);
            other.chars().nth(1)?;
            let (one, other) = (self.words.exact(one)?, self.words.exact(other)?);
            Some(vec![one..one + 1, other..other + 1])
        })
    }

    /// Hands `found` each document with the phrase, and the ranks of the fields
    /// that have it, one bit each; a document may come again where the last word may go on.
    pub(super) fn with_phrase(&self, places: &[Range<u32>], found: &mut dyn FnMut(u32, u16)) {
        let documents = |place: &Range<u32>| -> usize {
            place.clone().map(|word| self.occurrences.count(word)).sum()
        };
        let Some(rarest) = places.iter().min_by_key(|place| documents(place)) else {
            return;
        };
        let single = |place: &&Range<u32>| place.len() == 1;
        for word in rarest.clone() {
            let mut others: Vec<_> = (places.iter().filter(single))
                .map(|place| self.occurrences.of(place.start))
                .collect();
            let (occurrences, fields) = self.occurrences.of(word);
            for (occurrence, fields) in occurrences.iter().zip(fields) {
                let document = document(*occurrence);
                let mut fields = *fields;
                for other in &mut others {
                    fields &= advance(other, document);
                }
                if fields != 0 {
                    fields = self.phrase_fields(document, fields, places);
                }
                if fields != 0 {
                    found(document, fields);
                }
            }
        }
    }

    /// Those of the `fields` in which one value of the document has the phrase.
    pub(super) fn phrase_fields(&self, document: u32, fields: u16, places: &[Range<u32>]) -> u16 {
        if places.len() == 1 {
            return fields;
        }
        let mut with = 0;
        for (rank, text) in self.texts.values(document) {
            if fields >> rank & 1 == 1 && with >> rank & 1 == 0 {
                with |= u16::from(is_in(self.texts.sequence(text), places)) << rank;
            }
        }
        with
    }
}

/// Skips the documents before this one, and gives the fields of this one, if it is there.
fn advance((occurrences, fields): &mut (&[u32], &[u16]), until: u32) -> u16 {
    let skipped = occurrences
        .iter()
        .take_while(|other| document(**other) < until)
        .count();
    *occurrences = &occurrences[skipped..];
    *fields = &fields[skipped..];
    match (occurrences.first(), fields.first()) {
        (Some(occurrence), Some(fields)) if document(*occurrence) == until => *fields,
        _ => 0,
    }
}

/// Whether the words at the places follow each other somewhere in the text.
fn is_in(text: &[u32], places: &[Range<u32>]) -> bool {
    text.windows(places.len()).any(|words| {
        words
            .iter()
            .zip(places)
            .all(|(word, place)| place.contains(word))
    })
}
