//! The answer to a query.

use super::{Collection, Rescue};
use crate::model::Lang;
use crate::query::{Facet, Query, View};
use crate::search::{Coverage, Hit, SearchText};

/// The answer to a query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listing {
    /// How many clusters match.
    pub total: usize,
    /// The numbers of the first of them, in the order asked for: [`Query::shown`] at most, but all of
    /// them for a map.
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
        let (mut hits, coverage) = self.candidates(&text);
        let fails = self.fails(query);
        let mut standing = vec![NO_HIT; fails.len()];
        for hit in &hits {
            standing[hit.document as usize] = fails[hit.document as usize];
        }
        hits.retain(|hit| fails[hit.document as usize] == 0);
        let total = hits.len();
        let shown = match query.view {
            View::Map => total,
            View::Cards | View::Table => query.shown() as usize,
        };
        let clusters = self.orders.first(&hits, shown, query.sort, lang);
        let rescues = if total == 0 {
            self.rescues(query, &text)
        } else {
            Vec::new()
        };
        Listing {
            total,
            clusters,
            facets: self.counts(query, &standing, total),
            coverage,
            rescues,
        }
    }

    /// All clusters that match, in the order asked for.
    pub fn all(&self, query: &Query, lang: Lang) -> Vec<u32> {
        self.listing(&query.with_view(View::Map), lang).clusters
    }

    /// How many clusters match, and nothing else.
    pub(super) fn count(&self, query: &Query) -> usize {
        let (hits, _) = self.candidates(&SearchText::parse(&query.text));
        let fails = self.fails(query);
        let is_left = |hit: &&Hit| fails[hit.document as usize] == 0;
        hits.iter().filter(is_left).count()
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

    /// Counts all values of all facets, among the clusters that fail in no other facet.
    fn counts(
        &self,
        query: &Query,
        standing: &[u8],
        total: usize,
    ) -> [Vec<ValueCount>; Facet::ALL.len()] {
        // Whichever are fewer are gone through: the hits, or the others.
        let are_most = total > standing.len() / 2;
        Facet::ALL.map(|facet| {
            let elsewhere = !(1 << facet as u8);
            let fewer = standing
                .iter()
                .map(|fails| (fails & elsewhere == 0) != are_most);
            let values = self.values(facet);
            let mut counts = values.count(&fewer.collect::<Vec<bool>>(), are_most);
            for id in query.chosen(facet) {
                if let Some(value) = values.number(id) {
                    counts[value as usize].chosen = true;
                }
            }
            counts
        })
    }
}

/// Stands among the facets in which a cluster fails where the text does not find it.
const NO_HIT: u8 = 1 << 7;
