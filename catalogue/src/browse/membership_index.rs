//! Memberships by cluster and by organisation.

use super::id_index::IdIndex;
use crate::jagged_array::JaggedArray;
use crate::model::{Catalogue, Identified};

/// The memberships of each cluster and of each organisation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MembershipIndex {
    of_clusters: JaggedArray,
    of_organisations: JaggedArray,
}

impl MembershipIndex {
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

    /// The memberships of a cluster, in the order of the data file.
    pub fn of_cluster(&self, cluster: usize) -> &[u32] {
        self.of_clusters.get(cluster)
    }

    /// The memberships of an organisation, in the order of the data file.
    pub fn of_organisation(&self, organisation: usize) -> &[u32] {
        self.of_organisations.get(organisation)
    }

    /// The organisation of each membership.
    pub(super) fn organisations(&self, memberships: usize) -> JaggedArray {
        self.of_organisations.transposed(memberships)
    }
}

/// For each record the positions of its id in `named`.
fn grouped<'a, T: Identified>(named: impl Iterator<Item = &'a str>, records: &[T]) -> JaggedArray {
    let ids = IdIndex::new(&mut records.iter().map(Identified::id));
    let mut numbers = JaggedArray::default();
    for id in named {
        numbers.push(ids.number(id).as_slice());
    }
    numbers.transposed(records.len())
}
