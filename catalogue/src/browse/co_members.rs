//! Organisations that often belong to the same clusters.

use std::cmp::Reverse;

use super::collection::Collection;
use crate::query::Facet;

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
