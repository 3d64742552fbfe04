//! Sums the points of all terms for each document, and selects the hits.

use super::accumulator::{Accumulator, DIRECT, FIELDS, ITSELF, SUBJECT, TYPO_FREE};
use super::matches::{Closeness, Coverage, Hit, Matches};
use super::score;

/// More than the number of terms in a query.
const EXCLUDED: u8 = u8::MAX;

/// The scores of all documents while a query is evaluated.
pub(super) struct Tally {
    /// The number of required terms that each document matches, or [`EXCLUDED`].
    matched: Vec<u8>,
    /// The information content of these terms, by [`score::information`]; half of it where a term is only
    /// in prose, or occurs only as a part of other words, and a quarter where it has typos.
    information: Vec<u16>,
    /// The points of terms that only some documents match.
    distinctive: Points,
    /// The points of terms that all documents match. Used only if there are no other terms.
    common: Points,
    /// The bonuses for adjacent words and whole fields.
    boosts: Vec<u32>,
}

/// The points of some terms.
struct Points {
    words: u8,
    /// The points of each document.
    sums: Vec<u32>,
    /// For each document the fields that contain all these terms, and whether all matches are
    /// [`TYPO_FREE`], [`DIRECT`] and of the word [`ITSELF`].
    shared_fields: Vec<u16>,
}

impl Points {
    fn new(documents: usize) -> Self {
        Self {
            words: 0,
            sums: vec![0; documents],
            shared_fields: vec![0; documents],
        }
    }

    /// How close the matches of a document are to these terms.
    fn closeness(&self, document: usize) -> Closeness {
        match self.shared_fields[document] {
            fields if fields & DIRECT != 0 => Closeness::Direct,
            fields if fields & ITSELF != 0 => Closeness::Indirect,
            _ => Closeness::Similar,
        }
    }

    /// The score of a document from these terms and its bonuses.
    fn score(&self, document: usize, boosts: u32) -> u32 {
        let mut score = self.sums[document].saturating_add(boosts);
        let fields = self.shared_fields[document];
        if self.words > 1 && fields & FIELDS != 0 {
            score = score::boost_same_field(score);
        }
        if self.words > 1 && fields & TYPO_FREE == 0 {
            score = score::penalise_typos(score);
        }
        score
    }
}

impl Tally {
    pub(super) fn new(documents: usize) -> Self {
        Self {
            matched: vec![0; documents],
            information: vec![0; documents],
            distinctive: Points::new(documents),
            common: Points::new(documents),
            boosts: vec![0; documents],
        }
    }

    /// Adds a required term with the matches in the accumulator.
    ///
    /// A term that all documents match does not discriminate: among clusters, `cluster energia` is
    /// a search for `energia`. Its points count only if all terms are of this kind. Returns whether it is.
    pub(super) fn add_word(&mut self, accumulator: &mut Accumulator) -> bool {
        let documents = self.matched.len();
        let found = accumulator.propagate_shared();
        let rarity = score::rarity(found, documents);
        let told = u16::try_from(score::information(found, documents)).unwrap_or(u16::MAX);
        let Self {
            matched,
            information,
            distinctive,
            common,
            ..
        } = self;
        let points = if found == documents {
            common
        } else {
            distinctive
        };
        let is_first = points.words == 0;
        accumulator.drain(&mut |document, earned, fields| {
            let sum = &mut points.sums[document];
            *sum = sum.saturating_add(earned * rarity);
            let shared = &mut points.shared_fields[document];
            *shared = if is_first { fields } else { *shared & fields };
            matched[document] += 1;
            information[document] += match fields {
                _ if fields & SUBJECT != 0 => told,
                _ if fields & TYPO_FREE != 0 => told / 2,
                _ => told / 4,
            };
        });
        points.words += u8::from(found > 0);
        found == documents
    }

    /// Whether there are terms that only some documents match.
    pub(super) fn has_distinctive_words(&self) -> bool {
        self.distinctive.words > 0
    }

    /// Adds a bonus for each document in the accumulator.
    pub(super) fn add_boost(&mut self, accumulator: &mut Accumulator, worth: &dyn Fn(u32) -> u32) {
        accumulator.propagate_shared();
        accumulator.drain(&mut |document, points, _| {
            let boost = &mut self.boosts[document];
            *boost = boost.saturating_add(worth(points));
        });
    }

    /// Excludes the documents in the accumulator.
    pub(super) fn exclude(&mut self, accumulator: &mut Accumulator) {
        accumulator.propagate_shared();
        accumulator.drain(&mut |document, _, _| self.matched[document] = EXCLUDED);
    }

    /// The hits: documents that match all `required` terms or, if there are none, those that match
    /// the most informative ones. A rare word then outweighs several common ones.
    pub(super) fn into_matches(self, required: usize) -> Matches {
        let most = self.matched.iter().filter(|count| **count != EXCLUDED);
        let most = most.copied().max().unwrap_or(0);
        let coverage = match usize::from(most) {
            matched if matched == required => Coverage::All,
            matched => Coverage::Most {
                matched,
                of: required,
            },
        };
        let mut hits = Vec::new();
        if most == 0 && required > 0 {
            return Matches { hits, coverage };
        }
        // Words that occur in no document do not tell documents apart.
        let findable = self.distinctive.words + self.common.words;
        let points = if self.distinctive.words > 0 {
            &self.distinctive
        } else {
            &self.common
        };
        let of_document = |document: usize| u32::from(self.information[document]);
        let best = (0..self.matched.len())
            .filter(|document| self.matched[*document] != EXCLUDED)
            .map(of_document)
            .max()
            .unwrap_or(0);
        for (document, matched) in self.matched.iter().enumerate() {
            let mut score = points.score(document, self.boosts[document]);
            if coverage != Coverage::All {
                let told = of_document(document);
                if matches!(*matched, 0 | EXCLUDED) || !score::is_enough(told, best) {
                    continue;
                }
                score = score::partial(score, told, best);
            } else if *matched != most {
                continue;
            }
            hits.push(Hit {
                document: u32::try_from(document).unwrap_or(u32::MAX),
                score,
                closeness: if *matched == findable {
                    points.closeness(document)
                } else {
                    Closeness::Similar
                },
            });
        }
        Matches { hits, coverage }
    }
}
