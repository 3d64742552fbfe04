//! Ties between clusters that share organisations.

use std::cmp::Reverse;

use super::collection::Collection;
use crate::query::Facet;

/// Two clusters with the organisations that they share.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tie {
    /// The numbers of the two clusters, the smaller first.
    pub between: [u32; 2],
    /// The organisations that belong to both.
    pub organisations: Vec<u32>,
}

/// The ties between some clusters.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Network {
    /// The clusters with the strongest ties, ordered so that tied clusters are adjacent where
    /// possible.
    pub clusters: Vec<u32>,
    /// The ties between these clusters, strongest first.
    pub ties: Vec<Tie>,
    /// The number of tied pairs among all clusters of the query.
    pub pairs: usize,
}

impl Network {
    /// The tie between two clusters.
    pub fn tie(&self, one: u32, other: u32) -> Option<&Tie> {
        let between = [one.min(other), one.max(other)];
        self.ties.iter().find(|tie| tie.between == between)
    }

    fn strength(&self, one: u32, other: u32) -> usize {
        let tie = self.tie(one, other);
        tie.map_or(0, |tie| tie.organisations.len())
    }

    /// Orders clusters so that those with strong ties are adjacent, which makes groups visible.
    fn arrange(&mut self) {
        for index in 1..self.clusters.len() {
            let last = self.clusters[index - 1];
            let strength = |at: &usize| self.strength(last, self.clusters[*at]);
            // `max_by_key` would return the last of several equals, not the first.
            let nearest = (index..self.clusters.len()).min_by_key(|at| Reverse(strength(at)));
            self.clusters.swap(index, nearest.unwrap_or(index));
        }
    }
}

impl Collection {
    /// The network of some clusters, reduced to at most `wanted` of them.
    pub fn network(&self, clusters: &[u32], wanted: usize) -> Network {
        let mut ties = self.ties(clusters);
        ties.sort_by_key(|tie| Reverse(tie.organisations.len()));
        let pairs = ties.len();
        let mut shown = Vec::new();
        for cluster in ties.iter().flat_map(|tie| tie.between) {
            if shown.len() == wanted {
                break;
            }
            if !shown.contains(&cluster) {
                shown.push(cluster);
            }
        }
        ties.retain(|tie| tie.between.iter().all(|of| shown.contains(of)));
        let mut network = Network {
            clusters: shown,
            ties,
            pairs,
        };
        network.arrange();
        network
    }

    /// All ties between some clusters.
    fn ties(&self, clusters: &[u32]) -> Vec<Tie> {
        let values = self.values(Facet::Organisation);
        let mut is_among = vec![false; self.catalogue.clusters.len()];
        for &cluster in clusters {
            is_among[cluster as usize] = true;
        }
        let mut ties: Vec<Tie> = Vec::new();
        for &one in clusters {
            // Visits only clusters with a shared organisation: most pairs have none.
            let first = ties.len();
            for &organisation in values.of(one as usize) {
                for &other in values.clusters(organisation) {
                    if other <= one || !is_among[other as usize] {
                        continue;
                    }
                    let between = [one, other];
                    match ties[first..].iter_mut().find(|tie| tie.between == between) {
                        Some(tie) => tie.organisations.push(organisation),
                        None => ties.push(Tie {
                            between,
                            organisations: vec![organisation],
                        }),
                    }
                }
            }
        }
        ties
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::REAL;
    use super::*;
    use crate::model::Lang;
    use crate::query::Query;

    fn clusters(query_string: &str) -> Vec<u32> {
        REAL.matching_clusters(&Query::parse(query_string), Lang::En)
    }

    /// The shared organisations of two clusters, by comparing all pairs.
    fn shared(one: u32, other: u32) -> Vec<u32> {
        let values = REAL.values(Facet::Organisation);
        let of_other = values.of(other as usize);
        let of_one = values.of(one as usize).iter().copied();
        of_one
            .filter(|organisation| of_other.contains(organisation))
            .collect()
    }

    #[test]
    fn all_pairs_with_a_shared_organisation_are_tied() {
        for query_string in ["", "area=energy", "region=lombardia"] {
            let clusters = clusters(query_string);
            let ties = REAL.ties(&clusters);
            assert!(!ties.is_empty());
            for tie in &ties {
                let [one, other] = tie.between;
                assert!(one < other && clusters.contains(&one) && clusters.contains(&other));
                assert_eq!(tie.organisations, shared(one, other));
            }
            let pairs = clusters.iter().flat_map(|&one| {
                let others = clusters.iter().filter(move |&&other| other > one);
                others.map(move |&other| (one, other))
            });
            let expected = pairs.filter(|&(one, other)| !shared(one, other).is_empty());
            assert_eq!(expected.count(), ties.len(), "{query_string}");
        }
    }

    #[test]
    fn networks_contain_the_strongest_ties() {
        let clusters = clusters("");
        let all = REAL.ties(&clusters);
        let network = REAL.network(&clusters, 12);
        assert_eq!(network.pairs, all.len());
        assert_eq!(network.clusters.len(), 12);
        let strengths = network.ties.iter().map(|tie| tie.organisations.len());
        // Strongest first; equals in the order of the data file.
        let order = |tie: &Tie| (Reverse(tie.organisations.len()), tie.between[0]);
        assert!(network.ties.is_sorted_by_key(order));
        assert_eq!(
            strengths.max(),
            all.iter().map(|tie| tie.organisations.len()).max()
        );
        // Each cluster is followed by the remaining one with the strongest tie to it.
        for (index, pair) in network.clusters.windows(2).enumerate() {
            let later = &network.clusters[index + 1..];
            let strongest = later.iter().map(|&other| shared(pair[0], other).len());
            assert_eq!(Some(shared(pair[0], pair[1]).len()), strongest.max());
        }
        for &one in &network.clusters {
            for &other in network.clusters.iter().filter(|&&other| other != one) {
                let tie = network.tie(one, other);
                let tie = tie.map(|tie| tie.organisations.clone());
                assert_eq!(
                    tie.unwrap_or_default(),
                    shared(one.min(other), one.max(other))
                );
            }
        }
    }

    #[test]
    fn clusters_without_ties_have_an_empty_network() {
        let tied = REAL.network(&clusters(""), usize::MAX).clusters;
        let alone = clusters("").into_iter().filter(|one| !tied.contains(one));
        let alone: Vec<u32> = alone.collect();
        assert!(!alone.is_empty());
        assert_eq!(REAL.network(&alone, 12), Network::default());
    }
}
