//! What documents earn with all words of a text, and which of them are hits.

use super::accumulator::{Accumulator, TYPO_FREE};
use super::matches::{Coverage, Hit, Matches};
use super::score;

/// More than there are words in a text.
const EXCLUDED: u8 = u8::MAX;

/// The points of all documents while one text is searched.
pub(super) struct Tally {
    /// For each document how many required words it has, or [`EXCLUDED`].
    matched: Vec<u8>,
    /// For each document how much those words tell, by [`score::information`]; half where only an
    /// error was forgiven.
    information: Vec<u16>,
    /// What words earn that some documents have and others have not.
    distinctive: Points,
    /// What words earn that every document has: it decides only where there are no others.
    common: Points,
    /// What is earned by words together.
    boosts: Vec<u32>,
}

/// What some words earn.
struct Points {
    words: u8,
    /// For each document the points of all these words.
    sums: Vec<u32>,
    /// For each document the fields that all these words were found in, and whether all are
    /// [`TYPO_FREE`].
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

    /// What a document earns with these words and, beside them, with words together.
    fn score(&self, document: usize, boosts: u32) -> u32 {
        let mut score = self.sums[document].saturating_add(boosts);
        let fields = self.shared_fields[document];
        if self.words > 1 && fields & !TYPO_FREE != 0 {
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

    /// Counts a required word that earned what is in the accumulator.
    ///
    /// A word that every document has tells none from another: among clusters, `cluster energia` is
    /// a search for `energia`. So it earns something only if all words are such.
    pub(super) fn add_word(&mut self, accumulator: &mut Accumulator) {
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
            information[document] += if fields & TYPO_FREE == 0 {
                told / 2
            } else {
                told
            };
        });
        points.words += u8::from(found > 0);
    }

    /// Adds what words together are worth that earned so many points.
    pub(super) fn add_boost(&mut self, accumulator: &mut Accumulator, worth: &dyn Fn(u32) -> u32) {
        accumulator.propagate_shared();
        accumulator.drain(&mut |document, points, _| {
            let boost = &mut self.boosts[document];
            *boost = boost.saturating_add(worth(points));
        });
    }

    /// Takes out the documents that are in the accumulator.
    pub(super) fn exclude(&mut self, accumulator: &mut Accumulator) {
        accumulator.propagate_shared();
        accumulator.drain(&mut |document, _, _| self.matched[document] = EXCLUDED);
    }

    /// The hits: documents with all `required` words or, if there are none, those whose words tell
    /// most. Then a rare word decides, and not how many common ones stand beside it.
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
            });
        }
        Matches { hits, coverage }
    }
}
