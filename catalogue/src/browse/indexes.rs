//! Looks up records by id, and memberships by cluster and by organisation.

use crate::jagged_array::JaggedArray;
use crate::model::{Catalogue, Identified};
use crate::search::Interner;

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

/// The record number of each id. A hash table, because sorting a hundred thousand ids would take
/// longer.
pub(super) struct IdIndex {
    distinct: Interner,
    /// For each distinct id the number of the first record with it.
    records: Vec<u32>,
}

impl IdIndex {
    /// Numbers ids from 0. Of duplicates the first is kept.
    pub(super) fn new(ids: &mut dyn Iterator<Item = &str>) -> Self {
        let mut all = Self {
            distinct: Interner::default(),
            records: Vec::new(),
        };
        for (record, id) in (0..).zip(ids) {
            if all.distinct.intern(id.as_bytes()).1 {
                all.records.push(record);
            }
        }
        all
    }

    /// The number of the record with this id.
    pub(super) fn number(&self, id: &str) -> Option<u32> {
        let distinct = self.distinct.find(id.as_bytes())?;
        Some(self.records[distinct as usize])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn first_of_duplicate_ids_is_found() {
        let ids = IdIndex::new(&mut ["b", "a", "b", "c"].into_iter());
        let numbers = ["a", "b", "c", "d"].map(|id| ids.number(id));
        assert_eq!(numbers, [Some(1), Some(0), Some(3), None]);
    }
}
