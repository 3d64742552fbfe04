//! Ego networks, compared with the memberships themselves.

use super::super::tests::REAL;
use super::*;
use proptest::prelude::*;
use std::collections::BTreeSet;

/// All pairs of a cluster and an organisation that belongs to it, read from the memberships.
fn pairs() -> BTreeSet<(u32, u32)> {
    let catalogue = &REAL.catalogue;
    let number = |number: Option<usize>| number.and_then(|number| u32::try_from(number).ok());
    let memberships = catalogue.memberships.iter();
    let pairs = memberships.filter_map(|membership| {
        let cluster = number(catalogue.clusters.number(membership.cluster.as_str()))?;
        let organisation = membership.organisation.as_str();
        Some((
            cluster,
            number(catalogue.organisations.number(organisation))?,
        ))
    });
    pairs.collect()
}

/// The ties between the steps of a network, as pairs of near and far.
fn ties(network: &EgoNetwork, from_near: bool) -> BTreeSet<(u32, u32)> {
    let step = if from_near {
        &network.near
    } else {
        &network.far
    };
    let mut ties = BTreeSet::new();
    for neighbour in step {
        for &tie in &neighbour.ties {
            let is_new = ties.insert(if from_near {
                (neighbour.number, tie)
            } else {
                (tie, neighbour.number)
            });
            assert!(is_new, "no tie is listed twice");
        }
    }
    ties
}

fn numbers(step: &[Neighbour]) -> Vec<u32> {
    step.iter().map(|neighbour| neighbour.number).collect()
}

/// A centre: a cluster or an organisation.
fn centre() -> impl Strategy<Value = (Facet, String)> {
    let facet = prop::sample::select(&[Facet::Cluster, Facet::Organisation][..]);
    (facet, any::<prop::sample::Index>()).prop_map(|(facet, value)| {
        let values = REAL.values(facet);
        let value = u32::try_from(value.index(values.len())).unwrap_or(0);
        (facet, values.id(value).to_owned())
    })
}

proptest! {
    #[test]
    fn all_neighbours_in_two_steps_are_there((facet, id) in centre()) {
        let network = REAL.ego_network(facet, &id);
        prop_assert!(network.is_some());
        let Some(network) = network else { return Ok(()) };
        let centre = network.centre;
        // From the point of view of the centre: its own kind first.
        let pairs: BTreeSet<(u32, u32)> = pairs()
            .into_iter()
            .map(|(cluster, organisation)| match facet {
                Facet::Cluster => (cluster, organisation),
                _ => (organisation, cluster),
            })
            .collect();
        let near: BTreeSet<u32> = pairs
            .iter()
            .filter_map(|&(own, other)| (own == centre).then_some(other))
            .collect();
        let between: BTreeSet<(u32, u32)> = pairs
            .iter()
            .filter(|(own, other)| *own != centre && near.contains(other))
            .map(|&(own, other)| (other, own))
            .collect();
        prop_assert_eq!(&numbers(&network.near).into_iter().collect::<BTreeSet<_>>(), &near);
        prop_assert_eq!(numbers(&network.near).len(), near.len());
        prop_assert_eq!(&ties(&network, true), &between);
        prop_assert_eq!(&ties(&network, false), &between);
        prop_assert!(!numbers(&network.far).contains(&centre));
        for step in [&network.near, &network.far] {
            // Most ties first; equals in the order of the data file.
            prop_assert!(step.is_sorted_by_key(|of| (Reverse(of.ties.len()), of.number)));
        }
    }

    #[test]
    fn surroundings_are_mutual((facet, id) in centre()) {
        let Some(network) = REAL.ego_network(facet, &id) else { return Ok(()) };
        for neighbour in &network.far {
            let back = REAL.ego_network(facet, REAL.values(facet).id(neighbour.number));
            let found = back.and_then(|back| back.far.into_iter().find(|of| of.number == network.centre));
            let mut ties = found.map(|found| found.ties).unwrap_or_default();
            let mut expected = neighbour.ties.clone();
            ties.sort_unstable();
            expected.sort_unstable();
            prop_assert_eq!(ties, expected);
        }
    }

    #[test]
    fn drawn_part_is_connected_and_small((facet, id) in centre(), wanted in 1_usize..20) {
        let Some(network) = REAL.ego_network(facet, &id) else { return Ok(()) };
        let drawn = network.reduced(wanted);
        prop_assert!(drawn.near.len() <= wanted && drawn.far.len() <= wanted);
        prop_assert_eq!(drawn.near.len(), network.near.len().min(wanted));
        prop_assert_eq!(drawn.far.len(), network.far.len().min(wanted));
        prop_assert_eq!(ties(&drawn, true), ties(&drawn, false));
        prop_assert!(ties(&drawn, true).is_subset(&ties(&network, true)));
        prop_assert!(drawn.far.iter().all(|of| !of.ties.is_empty()));
        // Nobody is left out in favour of one with less in common.
        let first: Vec<u32> = numbers(&network.far).into_iter().take(wanted).collect();
        prop_assert!(numbers(&drawn.far).iter().all(|number| first.contains(number)));
        let whole = network.near.len().max(network.far.len());
        let all = network.reduced(whole);
        prop_assert_eq!(ties(&all, true), ties(&network, true));
        prop_assert_eq!(all.far, network.far);
    }
}

#[test]
fn unknown_centres_have_no_network() {
    assert_eq!(REAL.ego_network(Facet::Cluster, "no-such-cluster"), None);
    assert_eq!(REAL.ego_network(Facet::Organisation, ""), None);
    assert_eq!(REAL.ego_network(Facet::Area, "energy"), None);
}
