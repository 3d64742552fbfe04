//! Listings: the results of a query.

use super::collection::Collection;
use super::facets::ValueCount;
use super::zero_results::Suggestion;
use crate::model::Lang;
use crate::query::{Facet, Query, View};
use crate::search::{Coverage, SearchText};

/// The results of a query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listing {
    /// The number of clusters that match.
    pub total: usize,
    /// The first matching clusters in the requested order: at most [`Query::shown`], or all of them
    /// for a map.
    pub clusters: Vec<u32>,
    /// The counts of all values of each facet, in the order of [`Facet::ALL`].
    pub facets: [Vec<ValueCount>; Facet::ALL.len()],
    /// Whether the clusters match all words of the text, or only most.
    pub coverage: Coverage,
    /// Suggestions if nothing matches.
    pub suggestions: Vec<Suggestion>,
}

impl Collection {
    /// Runs a query.
    pub fn listing(&self, query: &Query, lang: Lang) -> Listing {
        let text = SearchText::parse(&query.text);
        let (mut hits, coverage) = self.candidates(&self.typed_text(&query.text));
        let failed = self.failed_facets(query);
        let mut failed_of_hits = vec![NO_HIT; failed.len()];
        for hit in &hits {
            failed_of_hits[hit.document as usize] = failed[hit.document as usize];
        }
        hits.retain(|hit| failed[hit.document as usize] == 0);
        let total = hits.len();
        let shown = match query.view {
            View::Map => total,
            View::Cards | View::Table => query.shown() as usize,
        };
        let clusters = self.sort_keys.sorted(&hits, shown, query.sort, lang);
        let suggestions = if total == 0 {
            self.suggestions(query, &text)
        } else {
            Vec::new()
        };
        Listing {
            total,
            clusters,
            facets: self.counts(query, &failed_of_hits, total),
            coverage,
            suggestions,
        }
    }

    /// All matching clusters, in the requested order.
    pub fn matching_clusters(&self, query: &Query, lang: Lang) -> Vec<u32> {
        self.listing(&query.with_view(View::Map), lang).clusters
    }

    /// Counts all values of all facets: each among the clusters that match in all other facets or, if
    /// all chosen values are required, among the results.
    fn counts(
        &self,
        query: &Query,
        failed_of_hits: &[u16],
        total: usize,
    ) -> [Vec<ValueCount>; Facet::ALL.len()] {
        // Counts the hits or the other clusters, whichever are fewer.
        let are_most = total > failed_of_hits.len() / 2;
        Facet::ALL.map(|facet| {
            let elsewhere = if query.requires_all(facet) {
                u16::MAX
            } else {
                !(1 << facet as u16)
            };
            let fewer = failed_of_hits
                .iter()
                .map(|failed| (failed & elsewhere == 0) != are_most);
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

/// Set in the bit mask of failed facets if the text does not match.
const NO_HIT: u16 = 1 << Facet::ALL.len();
