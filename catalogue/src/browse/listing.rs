//! Listings: the results of a query.

use super::collection::Collection;
use super::facets::ValueCount;
use super::matching::facet_bits;
use super::zero_results::Suggestion;
use crate::model::Lang;
use crate::query::{Facet, Query, View};
use crate::search::{Closeness, Coverage};

/// The results of a query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listing {
    /// The number of clusters that match.
    pub total: usize,
    /// How many of them mention all words of the text themselves, how many belong to an area with such a
    /// synonym, and how many have only similar words, in the order of [`Closeness::ALL`]. All 0 if
    /// none of them matches all words.
    pub closeness: [usize; Closeness::ALL.len()],
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
        let (mut hits, coverage) = self.candidates(&self.typed_text(&query.text));
        let failed = self.failed_facets(query);
        let mut failed_of_hits = vec![NO_HIT; failed.len()];
        for hit in &hits {
            failed_of_hits[hit.document as usize] = failed[hit.document as usize];
        }
        hits.retain(|hit| failed[hit.document as usize] == 0);
        let total = hits.len();
        let mut closeness = [0; Closeness::ALL.len()];
        if coverage == Coverage::All {
            for hit in &hits {
                closeness[hit.closeness as usize] += 1;
            }
        }
        let shown = match query.view {
            View::Map => total,
            View::Cards | View::Table | View::Numbers => query.shown() as usize,
        };
        let clusters = self.sort_keys.sorted(&hits, shown, query.sort, lang);
        let suggestions = if total == 0 {
            self.suggestions(query, &self.index.parse(&query.text))
        } else {
            Vec::new()
        };
        Listing {
            total,
            closeness,
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
        let narrowed = self.narrowed_places(query);
        Facet::ALL.map(|facet| {
            let elsewhere = if query.requires_all(facet) {
                u16::MAX
            } else {
                !facet_bits(facet)
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
            for place in narrowed.iter().filter(|place| place.facet == facet) {
                let value = &mut counts[place.value as usize];
                value.chosen = false;
                value.chosen_in_part = true;
            }
            counts
        })
    }
}

/// Set in the bit mask of failed facets if the text does not match.
const NO_HIT: u16 = 1 << Facet::ALL.len();

#[cfg(test)]
mod tests {
    use super::super::Field;
    use super::super::tests::REAL;
    use super::*;
    use crate::search::{SearchText, contains_word};

    /// A visitor who searches for hydrogen wants those that work on it before those of an area with
    /// hydrogen among its synonyms.
    #[test]
    fn clusters_that_mention_the_subject_come_first_and_are_counted() {
        for text in ["idrogeno ", "hydrogen "] {
            let query = Query::default().with_text(text).with_view(View::Map);
            let listing = REAL.listing(&query, Lang::En);
            let mentions = |cluster: &u32| {
                let mut are_own = true;
                for word in SearchText::parse(text).words() {
                    let mut is_own = false;
                    REAL.for_each_text(*cluster as usize, &mut |field, _, text| {
                        is_own |= field != Field::Synonym && contains_word(text, &word);
                    });
                    are_own &= is_own;
                }
                are_own
            };
            let (first, rest) = listing.clusters.split_at(listing.closeness[0]);
            assert!(!first.is_empty() && !rest.is_empty(), "{text}");
            assert!(first.iter().all(mentions), "{text}");
            assert!(!rest.iter().any(mentions), "{text}");
        }
        // An empty text, and one with a word that occurs nowhere.
        for text in ["", "hydrogen zzzzz"] {
            let listing = REAL.listing(&Query::default().with_text(text), Lang::En);
            assert_eq!(listing.closeness[0], 0, "{text}");
        }
    }
}
