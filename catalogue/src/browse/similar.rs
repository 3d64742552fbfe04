//! Clusters that are like one another.

use std::cmp::Reverse;

use super::Collection;
use crate::query::Facet;

/// A cluster that is like another, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Similar {
    /// Its number.
    pub cluster: u32,
    /// The numbers of the areas that both have.
    pub areas: Vec<u32>,
    /// How many organisations belong to both.
    pub organisations: usize,
    /// Whether they share a region.
    pub same_region: bool,
}

impl Similar {
    /// A shared subject is what makes clusters comparable; shared organisations show that they work
    /// together, and three of them weigh as much as the subject; a shared region alone only breaks ties.
    const AREA: usize = 3 * Self::ORGANISATION;
    const ORGANISATION: usize = 2 * Self::REGION;
    const REGION: usize = 1;

    fn likeness(&self) -> usize {
        self.areas.len() * Self::AREA
            + self.organisations * Self::ORGANISATION
            + usize::from(self.same_region) * Self::REGION
    }
}

impl Collection {
    /// The clusters most like one, at most `count`; none that shares neither area nor organisation.
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
        similar.sort_by_key(|similar| Reverse(similar.likeness()));
        similar.truncate(count);
        similar
    }
}
