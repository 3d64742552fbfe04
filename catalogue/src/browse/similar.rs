//! Similar clusters.

use std::cmp::Reverse;

use super::collection::Collection;
use crate::query::Facet;

/// A cluster similar to another, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Similar {
    /// The cluster.
    pub cluster: u32,
    /// The shared areas.
    pub areas: Vec<u32>,
    /// The number of shared organisations.
    pub organisations: usize,
    /// Whether they share a region.
    pub same_region: bool,
}

impl Similar {
    /// A shared area makes clusters comparable. Shared organisations show that they work together,
    /// and three of them weigh as much as an area. A shared region only breaks ties.
    const AREA: usize = 3 * Self::ORGANISATION;
    const ORGANISATION: usize = 2 * Self::REGION;
    const REGION: usize = 1;

    fn similarity(&self) -> usize {
        self.areas.len() * Self::AREA
            + self.organisations * Self::ORGANISATION
            + usize::from(self.same_region) * Self::REGION
    }
}

impl Collection {
    /// The clusters most similar to this one, at most `count`. Clusters that share neither an area
    /// nor an organisation are not similar.
    pub fn similar(&self, cluster: u32, count: usize) -> Vec<Similar> {
        let shared = |facet: Facet, other: usize| {
            let values = self.values(facet);
            let of_other = values.of(other);
            let both = values
                .of(cluster as usize)
                .iter()
                .filter(|value| of_other.contains(value));
            both.copied().collect::<Vec<u32>>()
        };
        let others = (0_u32..)
            .take(self.catalogue.clusters.len())
            .filter(|&other| other != cluster);
        let mut similar: Vec<Similar> = others
            .map(|other| Similar {
                cluster: other,
                areas: shared(Facet::Area, other as usize),
                organisations: shared(Facet::Organisation, other as usize).len(),
                same_region: !shared(Facet::Region, other as usize).is_empty(),
            })
            .filter(|similar| !similar.areas.is_empty() || similar.organisations > 0)
            .collect();
        similar.sort_by_key(|similar| Reverse(similar.similarity()));
        similar.truncate(count);
        similar
    }
}
