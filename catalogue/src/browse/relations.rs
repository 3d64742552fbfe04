//! Who belongs to what, from either side.

use crate::model::Catalogue;

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
        let cluster = |n: usize| clusters.number(memberships[n].cluster.as_str());
        let organisation = |n: usize| organisations.number(memberships[n].organisation.as_str());
        Self {
            of_clusters: Groups::new(clusters.len(), memberships.len(), cluster),
            of_organisations: Groups::new(organisations.len(), memberships.len(), organisation),
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
}

/// Numbers in groups, all in one list: group `g` is `items[starts[g]..starts[g + 1]]`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Groups {
    starts: Vec<u32>,
    items: Vec<u32>,
}

impl Groups {
    /// Puts the numbers `0..items` into groups; an item without a group is left out.
    fn new(groups: usize, items: usize, group: impl Fn(usize) -> Option<usize>) -> Self {
        let mut lists = vec![Vec::new(); groups];
        for (number, item) in (0..).zip(0..items) {
            if let Some(group) = group(item) {
                lists[group].push(number);
            }
        }
        let mut built = Self::default();
        for list in &lists {
            built.push(list);
        }
        built
    }

    /// Adds the next group.
    pub(super) fn push(&mut self, items: &[u32]) {
        if self.starts.is_empty() {
            self.starts.push(0);
        }
        self.items.extend_from_slice(items);
        self.starts
            .push(u32::try_from(self.items.len()).unwrap_or(u32::MAX));
    }

    /// The items of one group.
    pub(super) fn get(&self, group: usize) -> &[u32] {
        let start = self.starts.get(group).copied().unwrap_or(0) as usize;
        let end = self.starts.get(group + 1).copied().unwrap_or(0) as usize;
        self.items.get(start..end).unwrap_or(&[])
    }
}
