//! Which clusters match a query: its text, and the chosen values of each facet.

use super::collection::Collection;
use crate::query::Query;
use crate::search::Hit;

impl Collection {
    /// The number of matching clusters.
    pub(super) fn count(&self, query: &Query) -> usize {
        let (hits, _) = self.candidates(&self.typed_text(&query.text));
        let failed = self.failed_facets(query);
        let is_left = |hit: &&Hit| failed[hit.document as usize] == 0;
        hits.iter().filter(is_left).count()
    }

    /// For each cluster the facets in which it has none of the chosen values, as a bit mask. A
    /// chosen value that does not exist matches nothing.
    pub(super) fn failed_facets(&self, query: &Query) -> Vec<u8> {
        let narrowed = query.choices().map(|(facet, _)| 1 << facet as u8);
        let narrowed = narrowed.fold(0, |facets, facet| facets | facet);
        let mut failed = vec![narrowed; self.catalogue.clusters.len()];
        for (facet, id) in query.choices() {
            let values = self.values(facet);
            for cluster in values
                .number(id)
                .map_or(&[][..], |value| values.clusters(value))
            {
                failed[*cluster as usize] &= !(1 << facet as u8);
            }
        }
        failed
    }
}
