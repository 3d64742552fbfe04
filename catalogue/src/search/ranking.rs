//! Searching: each word of the text against the index, then the points of all words added up.

use super::builder::MOST_FIELDS;
use super::index::Index;
use super::matcher::{Matcher, guess};
use super::occurrences::{Occurrences, bundle, details};
use super::phrase::Extent;
use super::score::{self, DETAIL_BITS};
use super::text::{Kind, SearchText};

/// What a search found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Matches {
    /// The documents found, in ascending order of their numbers.
    pub hits: Vec<Hit>,
    /// How much of the text each hit matches.
    pub coverage: Coverage,
}

/// Whether the hits match the whole text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Coverage {
    /// Every hit matches all words, articles and prepositions aside.
    All,
    /// No document matches all words. The hits are those that match most.
    Most {
        /// How many words each hit matches.
        matched: usize,
        /// How many there are.
        of: usize,
    },
}

/// A document found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hit {
    /// The number it was added under.
    pub document: u32,
    /// The higher, the better; comparable within one search.
    pub score: u32,
}

/// What the word at hand earns one bundle.
#[derive(Clone, Copy, Default)]
struct Earned {
    /// The best of its matches.
    points: u32,
    /// The fields it was found in.
    fields: u16,
}

/// What all words so far earn one document.
#[derive(Clone, Copy, Default)]
struct Points {
    total: u32,
    /// The fields that all required words were found in.
    fields: u16,
    /// How many required words were found.
    matched: u8,
    is_excluded: bool,
}

/// The points of all documents while one text is searched.
struct Sheet<'i> {
    index: &'i Index,
    weights: [u32; MOST_FIELDS],
    points: Vec<Points>,
    /// For each bundle; apart from the points, because it is what a search goes through over and over.
    earned: Vec<Earned>,
    /// The bundles that the word at hand earns something.
    found: Vec<u32>,
    /// The words of the index that the word at hand may stand for, and how well each.
    candidates: Vec<u32>,
    qualities: Vec<u8>,
}

impl Index {
    /// The documents that match `text`, with their scores.
    ///
    /// Exclusions alone find every document that has none of them; an empty text finds nothing.
    pub fn search(&self, text: &SearchText) -> Matches {
        let mut sheet = Sheet::new(self);
        for (place, term) in text.terms.iter().enumerate() {
            match term.kind {
                Kind::Word => sheet.find_word(text, place),
                Kind::Optional => sheet.find_exactly(&term.words[0], term.spelling),
                Kind::Phrase => sheet.find_phrase(&term.words, term.still_typing),
            }
            sheet.add_up(term.kind != Kind::Optional);
        }
        sheet.find_whole_fields(text);
        for words in &text.excluded {
            sheet.exclude(words);
        }
        sheet.into_matches(text)
    }
}

impl<'i> Sheet<'i> {
    fn new(index: &'i Index) -> Self {
        let mut weights = [0; MOST_FIELDS];
        for (slot, (weight, _)) in weights.iter_mut().zip(&index.ranking) {
            *slot = *weight;
        }
        Self {
            index,
            weights,
            points: vec![Points::default(); index.sharing.documents()],
            earned: vec![Earned::default(); index.texts.bundles()],
            found: Vec::new(),
            candidates: Vec::new(),
            qualities: vec![0; index.words.len()],
        }
    }

    /// A word in all tiers, also as part of a compound and written apart.
    fn find_word(&mut self, text: &SearchText, place: usize) {
        let index = self.index;
        let term = &text.terms[place];
        let word = term.words[0].as_str();
        let matcher = Matcher::new(word, term.still_typing);
        let beginnings = index.words.prefix(word);
        let is_known = !beginnings.is_empty();
        let details = score::details(term.spelling);
        let mut each = beginnings.clone();
        if let Some(head) = index.heads.find(&beginnings).filter(|_| matcher.is_short()) {
            let quality = score::prefix(usize::MAX, term.still_typing);
            self.add_occurrences(&index.heads.occurrences, head, quality, &details);
            // The word itself, if it is one, comes first and is worth more than its beginning.
            each.end = each.start + 1;
        }
        for number in each {
            self.consider(number, matcher.beginning(index.words.word(number)));
        }
        for compound in text
            .compounds
            .iter()
            .filter(|compound| compound.terms >> place & 1 == 1)
        {
            let whole = Matcher::new(&compound.word, compound.still_typing);
            for number in index.words.prefix(&compound.word) {
                self.consider(number, whole.beginning(index.words.word(number)));
            }
        }
        if matcher.looks_inside() {
            index
                .words
                .inside(word, &mut |number| self.consider(number, score::inside()));
        }
        index
            .words
            .near(matcher.automaton(), &mut |number, whole, beginning| {
                // Guessing at what an unfinished word may become is for words that lead nowhere.
                if let Some(quality) = guess(whole, beginning.filter(|_| !is_known)) {
                    self.consider(number, quality);
                }
            });
        for number in std::mem::take(&mut self.candidates) {
            let quality = std::mem::take(&mut self.qualities[number as usize]);
            self.add_occurrences(&index.occurrences, number, quality, &details);
        }
        for places in index.apart(word) {
            index.with_phrase(&places, Extent::Part, &mut |bundle, fields| {
                self.add(bundle, fields, score::inside());
            });
        }
    }

    fn find_exactly(&mut self, word: &str, spelling: u8) {
        if let Some(number) = self.index.words.exact(word) {
            let details = score::details(spelling);
            self.add_occurrences(&self.index.occurrences, number, score::exact(), &details);
        }
    }

    /// Words in a row, or written as one; the last may go on if the quote is still open.
    fn find_phrase(&mut self, words: &[String], may_go_on: bool) {
        let index = self.index;
        self.find_exactly(&words.concat(), 0);
        if let Some(places) = index.places(words, false) {
            index.with_phrase(&places, Extent::Part, &mut |bundle, fields| {
                self.add(bundle, fields, score::exact());
            });
        }
        if let Some(places) = index.places(words, true).filter(|_| may_go_on) {
            index.with_phrase(&places, Extent::Part, &mut |bundle, fields| {
                self.add(bundle, fields, score::prefix(0, true));
            });
        }
    }

    /// Notes that the word at hand may stand for this word of the index.
    fn consider(&mut self, number: u32, quality: u8) {
        let known = &mut self.qualities[number as usize];
        if *known == 0 {
            self.candidates.push(number);
        }
        *known = quality.max(*known);
    }

    fn add_occurrences(
        &mut self,
        all: &Occurrences,
        number: u32,
        quality: u8,
        points: &[u8; 1 << DETAIL_BITS],
    ) {
        let (occurrences, fields) = all.of(number);
        for (occurrence, fields) in occurrences.iter().zip(fields) {
            let quality = quality + points[usize::from(details(*occurrence))];
            self.add(bundle(*occurrence), *fields, quality);
        }
    }

    /// Credits a bundle for the word at hand, found in these fields.
    fn add(&mut self, bundle: u32, fields: u16, quality: u8) {
        // The mask is for the compiler: there are no more ranks than weights.
        let rank = fields.trailing_zeros() as usize % MOST_FIELDS;
        let points = self.weights[rank] * u32::from(quality);
        self.credit(bundle, Earned { points, fields });
    }

    fn credit(&mut self, bundle: u32, more: Earned) {
        let earned = &mut self.earned[bundle as usize];
        if earned.fields == 0 {
            self.found.push(bundle);
        }
        earned.fields |= more.fields;
        earned.points = earned.points.max(more.points);
    }

    /// Credits the documents of the shared bundles found; `found` then has documents' own bundles alone.
    fn hand_on(&mut self) {
        let index = self.index;
        let bundles = std::mem::take(&mut self.found);
        for &bundle in &bundles {
            if bundle < index.sharing.shared {
                let earned = std::mem::take(&mut self.earned[bundle as usize]);
                for document in index.sharing.sharers(bundle) {
                    self.credit(index.sharing.shared + document, earned);
                }
            }
        }
        let own = bundles
            .iter()
            .filter(|bundle| **bundle >= index.sharing.shared);
        self.found.extend(own);
    }

    /// Closes the word at hand.
    fn add_up(&mut self, is_required: bool) {
        self.hand_on();
        let rarity = score::rarity(self.found.len(), self.points.len());
        let shared = self.index.sharing.shared;
        for bundle in self.found.drain(..) {
            let earned = std::mem::take(&mut self.earned[bundle as usize]);
            let points = &mut self.points[(bundle - shared) as usize];
            points.total = points.total.saturating_add(earned.points * rarity);
            if is_required {
                points.fields = match points.matched {
                    0 => earned.fields,
                    _ => points.fields & earned.fields,
                };
                points.matched += 1;
            }
        }
    }

    /// Who types a field from its first word to its last means it.
    fn find_whole_fields(&mut self, text: &SearchText) {
        let index = self.index;
        let words = text.terms.iter().flat_map(|term| &term.words);
        let words: Vec<String> = words.cloned().collect();
        let Some(places) = index.places(&words, false) else {
            return;
        };
        index.with_phrase(&places, Extent::Whole, &mut |bundle, fields| {
            self.add(bundle, fields, score::exact());
        });
        self.hand_on();
        for bundle in self.found.drain(..) {
            let earned = std::mem::take(&mut self.earned[bundle as usize]);
            let points = &mut self.points[(bundle - index.sharing.shared) as usize];
            points.total = points
                .total
                .saturating_add(score::whole_field(earned.points));
        }
    }

    fn exclude(&mut self, words: &[String]) {
        self.find_phrase(words, false);
        self.hand_on();
        let shared = self.index.sharing.shared;
        for bundle in self.found.drain(..) {
            self.earned[bundle as usize] = Earned::default();
            self.points[(bundle - shared) as usize].is_excluded = true;
        }
    }

    fn into_matches(self, text: &SearchText) -> Matches {
        let of = text.required();
        let mut matched = 0;
        let mut count = 0;
        for points in self.points.iter().filter(|points| !points.is_excluded) {
            if points.matched > matched {
                matched = points.matched;
                count = 0;
            }
            count += usize::from(points.matched == matched);
        }
        let coverage = match usize::from(matched) {
            matched if matched == of => Coverage::All,
            matched => Coverage::Most { matched, of },
        };
        if text.is_empty() || (matched == 0 && of > 0) {
            return Matches {
                hits: Vec::new(),
                coverage,
            };
        }
        let mut hits = Vec::with_capacity(count);
        for (document, points) in (0..).zip(&self.points) {
            if points.matched == matched && !points.is_excluded {
                let is_together = matched > 1 && points.fields != 0;
                let score = if is_together {
                    score::together(points.total)
                } else {
                    points.total
                };
                hits.push(Hit { document, score });
            }
        }
        Matches { hits, coverage }
    }
}
