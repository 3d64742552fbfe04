//! Ties between clusters that share organisations, and between organisations that share clusters.

use std::cmp::Reverse;

use super::collection::Collection;
use crate::jagged_array::JaggedArray;
use crate::query::Facet;

/// Two clusters with the organisations that they share, or two organisations with the clusters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tie {
    /// The numbers of the two, the smaller first.
    pub between: [u32; 2],
    /// What belongs to both.
    pub shared: Vec<u32>,
}

/// The ties between some clusters, or some organisations.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Network {
    /// Those with the strongest ties, ordered so that tied ones are adjacent where possible.
    pub nodes: Vec<u32>,
    /// The ties between these, strongest first.
    pub ties: Vec<Tie>,
    /// The number of all tied pairs.
    pub pairs: usize,
}

/// A tied pair: how much they share, and their numbers, the smaller first.
type Pair = (u32, [u32; 2]);

impl Network {
    /// The tie between two nodes.
    pub fn tie(&self, one: u32, other: u32) -> Option<&Tie> {
        let between = [one.min(other), one.max(other)];
        self.ties.iter().find(|tie| tie.between == between)
    }

    fn strength(&self, one: u32, other: u32) -> usize {
        let tie = self.tie(one, other);
        tie.map_or(0, |tie| tie.shared.len())
    }

    /// Orders nodes so that those with strong ties are adjacent, which makes groups visible.
    fn arrange(&mut self) {
        for index in 1..self.nodes.len() {
            let last = self.nodes[index - 1];
            let strength = |at: &usize| self.strength(last, self.nodes[*at]);
            // `max_by_key` would return the last of several equals, not the first.
            let nearest = (index..self.nodes.len()).min_by_key(|at| Reverse(strength(at)));
            self.nodes.swap(index, nearest.unwrap_or(index));
        }
    }
}

impl Collection {
    /// The network of some clusters, reduced to at most `wanted` nodes: these clusters
    /// ([`Facet::Cluster`]), or the organisations that belong to them ([`Facet::Organisation`]). Organisations
    /// are tied by two clusters or more: a single one says little.
    pub fn network(&self, facet: Facet, clusters: &[u32], wanted: usize) -> Network {
        let values = self.values(Facet::Organisation);
        let mut is_among = vec![false; self.catalogue.clusters.len()];
        for &cluster in clusters {
            is_among[cluster as usize] = true;
        }
        let mut members = JaggedArray::default();
        for (cluster, is_among) in is_among.into_iter().enumerate() {
            members.push(if is_among { values.of(cluster) } else { &[] });
        }
        let transposed = members.transposed(values.len());
        if facet == Facet::Organisation {
            network(&transposed, &members, 2, wanted)
        } else {
            network(&members, &transposed, 1, wanted)
        }
    }
}

/// The network of nodes that share at least `least` things, reduced to at most `wanted` of them. `things` has the
/// things of each node, `nodes` the nodes of each thing.
fn network(things: &JaggedArray, nodes: &JaggedArray, least: u32, wanted: usize) -> Network {
    let mut pairs = pairs(things, nodes, least);
    pairs.sort_unstable_by_key(|(strength, between)| (Reverse(*strength), *between));
    let mut shown = Vec::new();
    for node in pairs.iter().flat_map(|(_, between)| *between) {
        if shown.len() == wanted {
            break;
        }
        if !shown.contains(&node) {
            shown.push(node);
        }
    }
    let mut ties = Vec::new();
    for &(_, between) in &pairs {
        if between.iter().all(|of| shown.contains(of)) {
            let [one, other] = between.map(|node| things.get(node as usize));
            let shared = one.iter().filter(|thing| other.contains(thing));
            ties.push(Tie {
                between,
                shared: shared.copied().collect(),
            });
        }
    }
    let mut network = Network {
        nodes: shown,
        ties,
        pairs: pairs.len(),
    };
    network.arrange();
    network
}

/// All pairs of nodes that share at least `least` things.
fn pairs(things: &JaggedArray, nodes: &JaggedArray, least: u32) -> Vec<Pair> {
    let mut pairs = Vec::new();
    let mut strengths = vec![0; things.len()];
    // Visits only nodes with something in common: most pairs have nothing.
    let mut met = Vec::new();
    for (node, one) in (0..things.len()).zip(0_u32..) {
        for &thing in things.get(node) {
            for &other in nodes.get(thing as usize) {
                if other > one {
                    if strengths[other as usize] == 0 {
                        met.push(other);
                    }
                    strengths[other as usize] += 1;
                }
            }
        }
        for other in met.drain(..) {
            let strength = std::mem::take(&mut strengths[other as usize]);
            if strength >= least {
                pairs.push((strength, [one, other]));
            }
        }
    }
    pairs
}

#[cfg(test)]
mod tests {
    use super::super::tests::REAL;
    use super::*;
    use crate::model::Lang;
    use crate::query::Query;

    const KINDS: [Facet; 2] = [Facet::Cluster, Facet::Organisation];

    fn clusters(query_string: &str) -> Vec<u32> {
        REAL.matching_clusters(&Query::parse(query_string), Lang::En)
    }

    /// What two nodes share, by comparing all pairs.
    fn shared(facet: Facet, clusters: &[u32], one: u32, other: u32) -> Vec<u32> {
        let values = REAL.values(Facet::Organisation);
        let [mut of_one, of_other] = [one, other].map(|node| match facet {
            Facet::Cluster => values.of(node as usize).to_vec(),
            _ => values.clusters(node).to_vec(),
        });
        of_one.retain(|thing| {
            of_other.contains(thing) && (facet == Facet::Cluster || clusters.contains(thing))
        });
        of_one
    }

    fn all_nodes(facet: Facet, clusters: &[u32]) -> Vec<u32> {
        match facet {
            Facet::Cluster => clusters.to_vec(),
            _ => (0_u32..).take(REAL.values(facet).len()).collect(),
        }
    }

    #[test]
    fn all_pairs_that_share_something_are_tied() {
        for (query_string, facet) in ["", "area=energy", "region=lombardia"]
            .into_iter()
            .flat_map(|query_string| KINDS.map(|facet| (query_string, facet)))
        {
            let clusters = clusters(query_string);
            let network = REAL.network(facet, &clusters, usize::MAX);
            assert!(!network.ties.is_empty());
            for tie in &network.ties {
                let [one, other] = tie.between;
                assert!(one < other);
                assert_eq!(tie.shared, shared(facet, &clusters, one, other));
            }
            let least = if facet == Facet::Cluster { 1 } else { 2 };
            let nodes = all_nodes(facet, &clusters);
            let pairs = nodes.iter().flat_map(|&one| {
                let others = nodes.iter().filter(move |&&other| other > one);
                others.map(move |&other| (one, other))
            });
            let expected = pairs
                .filter(|&(one, other)| shared(facet, &clusters, one, other).len() >= least)
                .count();
            assert_eq!(expected, network.ties.len(), "{query_string}");
            assert_eq!(expected, network.pairs, "{query_string}");
        }
    }

    #[test]
    fn networks_contain_the_strongest_ties() {
        let clusters = clusters("");
        for facet in KINDS {
            let all = REAL.network(facet, &clusters, usize::MAX).ties;
            let network = REAL.network(facet, &clusters, 12);
            assert_eq!(network.pairs, all.len());
            assert_eq!(network.nodes.len(), 12);
            // Strongest first; equals in the order of the data file.
            let order = |tie: &Tie| (Reverse(tie.shared.len()), tie.between);
            assert!(network.ties.is_sorted_by_key(order));
            assert_eq!(network.ties.first(), all.first());
            // Each node is followed by the remaining one with the strongest tie to it.
            for (index, pair) in network.nodes.windows(2).enumerate() {
                let later = &network.nodes[index + 1..];
                let strongest = later.iter().map(|&other| network.strength(pair[0], other));
                assert_eq!(Some(network.strength(pair[0], pair[1])), strongest.max());
            }
            for &one in &network.nodes {
                for &other in network.nodes.iter().filter(|&&other| other > one) {
                    let expected = all.iter().find(|tie| tie.between == [one, other]);
                    assert_eq!(network.tie(one, other), expected);
                    assert_eq!(network.tie(other, one), expected);
                }
            }
        }
    }

    #[test]
    fn clusters_without_ties_have_an_empty_network() {
        let tied = REAL
            .network(Facet::Cluster, &clusters(""), usize::MAX)
            .nodes;
        let alone = clusters("").into_iter().filter(|one| !tied.contains(one));
        let alone: Vec<u32> = alone.collect();
        assert!(!alone.is_empty());
        for facet in KINDS {
            let network = REAL.network(facet, &alone, 12);
            assert!(facet != Facet::Cluster || network == Network::default());
            assert!(network.ties.len() <= network.pairs);
        }
    }
}
