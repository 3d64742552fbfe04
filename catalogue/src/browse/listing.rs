//! The answer to a query.

use super::{Collection, Rescue};
use crate::model::Lang;
use crate::query::{Facet, Query};
use crate::search::{Coverage, Hit, SearchText};

/// The answer to a query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listing {
    /// How many clusters match.
    pub total: usize,
    /// The numbers of the first of them, in the order asked for: [`Query::shown`] at most.
    pub clusters: Vec<u32>,
    /// For each facet, in the order of [`Facet::ALL`], all its values in the order of their numbers.
    pub facets: [Vec<ValueCount>; Facet::ALL.len()],
    /// Whether the clusters match all words of the text, or only most of them.
    pub coverage: Coverage,
    /// Ways on when nothing matches.
    pub rescues: Vec<Rescue>,
}

/// A value of a facet within a listing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ValueCount {
    /// How many clusters the list would hold if this value alone were chosen in its facet, all else
    /// as it is.
    pub count: u32,
    /// Whether it is chosen.
    pub chosen: bool,
}

impl Collection {
    /// Answers a query.
    pub fn listing(&self, query: &Query, lang: Lang) -> Listing {
        let text = SearchText::parse(&query.text);
        let (candidates, coverage) = self.candidates(&text);
        let mut facets = Facet::ALL.map(|facet| self.unchosen_counts(facet));
        let mut narrowed = [false; Facet::ALL.len()];
        for facet in Facet::ALL {
            for id in query.chosen(facet) {
                // A value that does not exist narrows too: to nothing, and the page says so.
                narrowed[facet as usize] = true;
                if let Some(value) = self.values(facet).number(id) {
                    facets[facet as usize][value as usize].chosen = true;
                }
            }
        }
        let hits = self.filter(candidates, narrowed, &mut facets);
        let total = hits.len();
        let clusters = self
            .orders
            .first(&hits, query.shown() as usize, query.sort, lang);
        let rescues = if total == 0 {
            self.rescues(query, &text)
        } else {
            Vec::new()
        };
        Listing {
            total,
            clusters,
            facets,
            coverage,
            rescues,
        }
    }

    /// How many clusters match, and nothing else.
    pub(super) fn count(&self, query: &Query) -> usize {
        let (candidates, _) = self.candidates(&SearchText::parse(&query.text));
        let matches = |hit: &&Hit| {
            Facet::ALL.into_iter().all(|facet| {
                let chosen = query.chosen(facet);
                let values = self.values(facet);
                let has_one = || {
                    values
                        .of(hit.document as usize)
                        .iter()
                        .any(|&v| chosen.iter().any(|id| id == values.id(v)))
                };
                chosen.is_empty() || has_one()
            })
        };
        candidates.iter().filter(matches).count()
    }

    /// The clusters that match the text; all of them when there is none.
    fn candidates(&self, text: &SearchText) -> (Vec<Hit>, Coverage) {
        if text.is_empty() {
            let all = (0..).take(self.catalogue.clusters.len());
            (
                all.map(|document| Hit { document, score: 0 }).collect(),
                Coverage::All,
            )
        } else {
            let matches = self.index.search(text);
            (matches.hits, matches.coverage)
        }
    }

    fn unchosen_counts(&self, facet: Facet) -> Vec<ValueCount> {
        vec![
            ValueCount {
                count: 0,
                chosen: false
            };
            self.values(facet).len()
        ]
    }

    /// Keeps the hits that have a chosen value in every narrowed facet, and counts all values in the
    /// same pass: a hit that fails in no facet counts for all, one that fails in a single facet
    /// counts for that facet alone, because there it is what another choice would lead to.
    fn filter(
        &self,
        candidates: Vec<Hit>,
        narrowed: [bool; Facet::ALL.len()],
        facets: &mut [Vec<ValueCount>; Facet::ALL.len()],
    ) -> Vec<Hit> {
        let mut kept = candidates;
        kept.retain(|hit| {
            let cluster = hit.document as usize;
            let fails = |facet: &Facet| {
                let counts = &facets[*facet as usize];
                let has_chosen = |&value: &u32| counts[value as usize].chosen;
                narrowed[*facet as usize] && !self.values(*facet).of(cluster).iter().any(has_chosen)
            };
            let mut failing = Facet::ALL.into_iter().filter(fails);
            let (first, second) = (failing.next(), failing.next());
            if second.is_some() {
                return false;
            }
            for facet in Facet::ALL
                .into_iter()
                .filter(|&facet| first.is_none_or(|first| first == facet))
            {
                for &value in self.values(facet).of(cluster) {
                    facets[facet as usize][value as usize].count += 1;
                }
            }
            first.is_none()
        });
        kept
    }
}
