//! Similar clusters, and organisations that often belong to the same clusters.

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

impl Collection {
    /// The organisations that share the most clusters with this one, at most `count`, each with the
    /// number of shared clusters. A single shared cluster says little and does not count.
    pub fn co_members(&self, organisation: u32, count: usize) -> Vec<(u32, u32)> {
        let values = self.values(Facet::Organisation);
        let mut met = vec![0_u32; values.len()];
        for &cluster in values.clusters(organisation) {
            for &other in values.of(cluster as usize) {
                met[other as usize] += u32::from(other != organisation);
            }
        }
        let met = (0..).zip(met).filter(|(_, times)| *times > 1);
        let mut co_members: Vec<(u32, u32)> = met.collect();
        co_members.sort_by_key(|(_, times)| Reverse(*times));
        co_members.truncate(count);
        co_members
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::REAL;
    use super::*;

    #[test]
    fn co_members_share_the_most_clusters() {
        let values = REAL.values(Facet::Organisation);
        let number = values.number("university-of-brescia");
        let co_members = number.map(|number| REAL.co_members(number, 8));
        let co_members = co_members.unwrap_or_default();
        assert!(!co_members.is_empty() && co_members.len() <= 8);
        // Most shared clusters first; equals in the order of the data file.
        assert!(co_members.is_sorted_by_key(|(other, times)| (Reverse(*times), *other)));
        for (other, times) in co_members {
            let shared = (0..REAL.catalogue.clusters.len())
                .map(|cluster| values.of(cluster))
                .filter(|of| of.contains(&other) && number.is_some_and(|n| of.contains(&n)));
            assert_eq!(shared.count(), times as usize, "{}", values.id(other));
            assert!(times > 1 && Some(other) != number);
        }
        // A single shared cluster does not count, even without a limit.
        let all = number.map(|number| REAL.co_members(number, usize::MAX));
        assert!(all.unwrap_or_default().iter().all(|(_, times)| *times > 1));
    }
}
