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
        let (hits, coverage) = self.candidates(&text);
        let narrowed = self.narrow(query, hits);
        let total = narrowed.hits.len();
        let clusters = self
            .orders
            .first(&narrowed.hits, query.shown() as usize, query.sort, lang);
        let rescues = if total == 0 {
            self.rescues(query, &text)
        } else {
            Vec::new()
        };
        Listing {
            total,
            clusters,
            facets: self.counts(query, &narrowed),
            coverage,
            rescues,
        }
    }

    /// How many clusters match, and nothing else.
    pub(super) fn count(&self, query: &Query) -> usize {
        let (hits, _) = self.candidates(&SearchText::parse(&query.text));
        self.narrow(query, hits).hits.len()
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

    /// Parts the hits by what the chosen values leave of them.
    fn narrow(&self, query: &Query, mut hits: Vec<Hit>) -> Narrowed {
        let mut failing_one = <[Vec<u32>; Facet::ALL.len()]>::default();
        if query.choices().next().is_none() {
            return Narrowed { hits, failing_one };
        }
        let fails = self.fails(query);
        hits.retain(|hit| {
            let fails = fails[hit.document as usize];
            if fails.is_power_of_two() {
                failing_one[fails.trailing_zeros() as usize].push(hit.document);
            }
            fails == 0
        });
        Narrowed { hits, failing_one }
    }

    /// For each cluster the facets in which it has none of the chosen values, one bit each. A value
    /// that does not exist narrows too: to nothing, and the page says so.
    fn fails(&self, query: &Query) -> Vec<u8> {
        let narrowed = query.choices().map(|(facet, _)| 1 << facet as u8);
        let narrowed = narrowed.fold(0, |facets, facet| facets | facet);
        let mut fails = vec![narrowed; self.catalogue.clusters.len()];
        for (facet, id) in query.choices() {
            let values = self.values(facet);
            for cluster in values
                .number(id)
                .map_or(&[][..], |value| values.clusters(value))
            {
                fails[*cluster as usize] &= !(1 << facet as u8);
            }
        }
        fails
    }

    /// Counts all values of all facets.
    fn counts(&self, query: &Query, narrowed: &Narrowed) -> [Vec<ValueCount>; Facet::ALL.len()] {
        let clusters = self.catalogue.clusters.len();
        let mut is_hit = vec![false; clusters];
        for hit in &narrowed.hits {
            is_hit[hit.document as usize] = true;
        }
        // Whichever are fewer are counted: those that are hits, or those that are not.
        let are_most = narrowed.hits.len() > clusters / 2;
        let mut fewer = Vec::new();
        for (cluster, is_hit) in (0..).zip(is_hit) {
            if is_hit != are_most {
                fewer.push(cluster);
            }
        }
        Facet::ALL.map(|facet| {
            let values = self.values(facet);
            let of_fewer = values.count(&fewer);
            let of_others = values.count(&narrowed.failing_one[facet as usize]);
            let counts = (0..).zip(of_fewer.iter().zip(&of_others));
            let mut counts: Vec<ValueCount> = counts
                .map(|(value, (fewer, others))| {
                    let hits = if are_most {
                        // Whatever is no hit was counted.
                        u32::try_from(values.clusters(value).len()).unwrap_or(u32::MAX) - fewer
                    } else {
                        *fewer
                    };
                    ValueCount {
                        count: hits + others,
                        chosen: false,
                    }
                })
                .collect();
            for value in query
                .chosen(facet)
                .iter()
                .filter_map(|id| values.number(id))
            {
                counts[value as usize].chosen = true;
            }
            counts
        })
    }
}

/// Hits, parted by what the chosen values leave of them.
struct Narrowed {
    /// Those with a chosen value in every narrowed facet.
    hits: Vec<Hit>,
    /// For each facet the clusters that fail there and nowhere else: it is there alone that they
    /// count, because another choice in that facet would lead to them.
    failing_one: [Vec<u32>; Facet::ALL.len()],
}
