//! Who belongs to what, from either side.

use super::ids::Ids;
use crate::groups::Groups;
use crate::model::{Catalogue, Identified};

/// The memberships of each cluster and of each organisation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Relations {
    of_clusters: Groups,
    of_organisations: Groups,
}

impl Relations {
    pub(super) fn new(catalogue: &Catalogue) -> Self {
        let Catalogue {
            clusters,
            organisations,
            memberships,
            ..
        } = catalogue;
        let cluster_ids = memberships.iter().map(|it| it.cluster.as_str());
        let organisation_ids = memberships.iter().map(|it| it.organisation.as_str());
        Self {
            of_clusters: grouped(cluster_ids, clusters),
            of_organisations: grouped(organisation_ids, organisations),
        }
    }

    /// The numbers of the memberships of one cluster, in the order of the file.
    pub fn of_cluster(&self, cluster: usize) -> &[u32] {
        self.of_clusters.get(cluster)
    }

    /// The numbers of the memberships of one organisation, in the order of the file.
    pub fn of_organisation(&self, organisation: usize) -> &[u32] {
        self.of_organisations.get(organisation)
    }

    /// For each of so many memberships the number of its organisation.
    pub(super) fn organisations(&self, memberships: usize) -> Groups {
        self.of_organisations.inverted(memberships)
    }
}

/// For each record the places where its id stands in `named`.
fn grouped<'a, T: Identified>(named: impl Iterator<Item = &'a str>, records: &[T]) -> Groups {
    let ids = Ids::new(&mut records.iter().map(Identified::id));
    let mut numbers = Groups::default();
    for id in named {
        numbers.push(ids.number(id).as_slice());
    }
    numbers.inverted(records.len())
}
