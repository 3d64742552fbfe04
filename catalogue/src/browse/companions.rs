//! Organisations that meet one another.

use std::cmp::Reverse;

use super::Collection;
use crate::query::Facet;

impl Collection {
    /// The organisations that belong to most of the clusters that one belongs to, at most `count`,
    /// each with how many these are. Meeting once says little, and is left out.
    pub fn companions(&self, organisation: u32, count: usize) -> Vec<(u32, u32)> {
        let values = self.values(Facet::Organisation);
        let mut met = vec![0_u32; values.len()];
        for &cluster in values.clusters(organisation) {
            for &other in values.of(cluster as usize) {
                met[other as usize] += u32::from(other != organisation);
            }
        }
        let met = (0..).zip(met).filter(|(_, times)| *times > 1);
        let mut companions: Vec<(u32, u32)> = met.collect();
        companions.sort_by_key(|(_, times)| Reverse(*times));
        companions.truncate(count);
        companions
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::REAL;
    use super::*;

    #[test]
    fn companions_are_those_met_in_most_clusters() {
        let values = REAL.values(Facet::Organisation);
        let number = values.number("university-of-brescia");
        let companions = number.map(|number| REAL.companions(number, 8));
        let companions = companions.unwrap_or_default();
        assert!(!companions.is_empty() && companions.len() <= 8);
        // Most first, equals in the order of the data file.
        assert!(companions.is_sorted_by_key(|(other, times)| (Reverse(*times), *other)));
        for (other, times) in companions {
            let shared = (0..REAL.catalogue.clusters.len())
                .map(|cluster| values.of(cluster))
                .filter(|of| of.contains(&other) && number.is_some_and(|n| of.contains(&n)));
            assert_eq!(shared.count(), times as usize, "{}", values.id(other));
            assert!(times > 1 && Some(other) != number);
        }
        // Asked for all of them, nobody comes who was met but once.
        let all = number.map(|number| REAL.companions(number, usize::MAX));
        assert!(all.unwrap_or_default().iter().all(|(_, times)| *times > 1));
    }
}
