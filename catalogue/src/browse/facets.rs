//! Facets as data: one table says how each facet reads its values; one loop filters, one counts.

use super::Relations;
use super::relations::Groups;
use crate::model::{AreaId, Catalogue, Identified, Level, RegionId, Table};
use crate::query::Facet;
use crate::ranked;

/// The values of one facet, and which of them each cluster has.
pub struct FacetValues {
    ids: Vec<Box<str>>,
    /// Value numbers in the order of their ids.
    by_id: Vec<u32>,
    of_clusters: Groups,
}

impl FacetValues {
    pub(super) fn new(facet: Facet, catalogue: &Catalogue, relations: &Relations) -> Self {
        let ids = match facet {
            Facet::Area => ids(&catalogue.areas),
            Facet::Level => Level::ALL.map(|level| level.id().into()).into(),
            Facet::Country => ids(&catalogue.countries),
            Facet::Region => ids(&catalogue.regions),
            Facet::Organisation => ids(&catalogue.organisations),
        };
        let by_id = ranked::by_text(&mut ids.iter().map(AsRef::as_ref));
        let mut of_clusters = Groups::default();
        for cluster in 0..catalogue.clusters.len() {
            of_clusters.push(&values(facet, catalogue, relations, cluster));
        }
        Self {
            ids,
            by_id,
            of_clusters,
        }
    }

    /// How many values there are; they are numbered from 0.
    pub fn len(&self) -> usize {
        self.ids.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.ids.is_empty()
    }

    /// The id of a value, as in addresses.
    pub fn id(&self, value: u32) -> &str {
        &self.ids[value as usize]
    }

    /// The number of the value with this id.
    pub fn number(&self, id: &str) -> Option<u32> {
        let found = self.by_id.binary_search_by(|&value| self.id(value).cmp(id));
        found.ok().map(|place| self.by_id[place])
    }

    /// The values that one cluster has.
    pub fn of(&self, cluster: usize) -> &[u32] {
        self.of_clusters.get(cluster)
    }
}

/// The values that one cluster has in one facet: the table's column "how to read values".
fn values(facet: Facet, catalogue: &Catalogue, relations: &Relations, cluster: usize) -> Vec<u32> {
    let record = &catalogue.clusters[cluster];
    let Catalogue {
        areas,
        regions,
        organisations,
        memberships,
        ..
    } = catalogue;
    match facet {
        Facet::Area => numbers(areas, record.areas.iter().map(AreaId::as_str)),
        Facet::Level => vec![record.level as u32],
        Facet::Country => countries(catalogue, cluster),
        Facet::Region => numbers(regions, record.regions.iter().map(RegionId::as_str)),
        Facet::Organisation => {
            let belonging = relations.of_cluster(cluster).iter();
            numbers(
                organisations,
                belonging.map(|&n| memberships[n as usize].organisation.as_str()),
            )
        }
    }
}

/// The countries of a cluster: that of its seat, and those of its regions.
pub(super) fn countries(catalogue: &Catalogue, cluster: usize) -> Vec<u32> {
    let record = &catalogue.clusters[cluster];
    let regions = record
        .regions
        .iter()
        .filter_map(|id| catalogue.regions.get(id.as_str()));
    let of_regions = regions.map(|region| region.country.as_str());
    let all = std::iter::once(record.country.as_str()).chain(of_regions);
    numbers(&catalogue.countries, all)
}

fn ids<T: Identified>(table: &Table<T>) -> Vec<Box<str>> {
    table.iter().map(|record| record.id().into()).collect()
}

/// The numbers of some ids, each once.
fn numbers<'a, T: Identified>(table: &Table<T>, ids: impl Iterator<Item = &'a str>) -> Vec<u32> {
    let mut numbers = Vec::new();
    for number in ids
        .filter_map(|id| table.number(id))
        .filter_map(|n| u32::try_from(n).ok())
    {
        // A cluster has few values; one organisation in two roles is one value.
        if !numbers.contains(&number) {
            numbers.push(number);
        }
    }
    numbers
}
