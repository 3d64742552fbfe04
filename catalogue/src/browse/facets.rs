//! Facets as data: one table says how each facet reads its values; one loop filters, one counts.

use super::ids::Ids;
use super::{Relations, ValueCount};
use crate::groups::Groups;
use crate::model::{AreaId, Catalogue, CityId, Identified, Level, RegionId, Table};
use crate::query::Facet;

/// The values of all facets, in the order of [`Facet::ALL`].
pub(super) type Facets = [FacetValues; Facet::ALL.len()];

/// The values of one facet, and which of them each cluster has.
pub struct FacetValues {
    ids: Vec<Box<str>>,
    by_id: Ids,
    of_clusters: Groups,
    clusters: Groups,
}

impl FacetValues {
    pub(super) fn new(facet: Facet, catalogue: &Catalogue, relations: &Relations) -> Self {
        let ids = match facet {
            Facet::Area => ids(&catalogue.areas),
            Facet::Level => Level::ALL.map(|level| level.id().into()).into(),
            Facet::Country => ids(&catalogue.countries),
            Facet::Region => ids(&catalogue.regions),
            Facet::Organisation => ids(&catalogue.organisations),
            Facet::Founded => spans(catalogue),
            Facet::City => ids(&catalogue.cities),
        };
        let by_id = Ids::new(&mut ids.iter().map(AsRef::as_ref));
        let of_clusters = values(facet, catalogue, relations, &by_id);
        Self {
            by_id,
            clusters: of_clusters.inverted(ids.len()),
            ids,
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
        self.by_id.number(id)
    }

    /// The values that one cluster has.
    pub fn of(&self, cluster: usize) -> &[u32] {
        self.of_clusters.get(cluster)
    }

    /// The clusters that have a value, in the order of their numbers.
    pub(super) fn clusters(&self, value: u32) -> &[u32] {
        self.clusters.get(value as usize)
    }

    /// For each value how many clusters have it, of those that are marked; or, if the marked are to be
    /// `left_out`, of all others.
    pub(super) fn count(&self, is_marked: &[bool], left_out: bool) -> Vec<ValueCount> {
        let mut counts = vec![0; self.len()];
        self.of_clusters.count(is_marked, &mut counts);
        let mut all = Vec::with_capacity(counts.len());
        for (value, count) in counts.into_iter().enumerate() {
            let of_all = if left_out {
                self.clusters.get(value).len()
            } else {
                0
            };
            all.push(ValueCount {
                count: u32::try_from(of_all).unwrap_or(u32::MAX).abs_diff(count),
                chosen: false,
            });
        }
        all
    }
}

/// The values that each cluster has in one facet: the table's column "how to read values".
fn values(facet: Facet, catalogue: &Catalogue, relations: &Relations, by_id: &Ids) -> Groups {
    let Catalogue {
        areas,
        regions,
        cities,
        clusters,
        memberships,
        ..
    } = catalogue;
    let organisations = relations.organisations(memberships.len());
    let mut all = Groups::default();
    for (number, cluster) in clusters.iter().enumerate() {
        all.push(&match facet {
            Facet::Area => numbers(areas, cluster.areas.iter().map(AreaId::as_str)),
            Facet::Level => vec![cluster.level as u32],
            Facet::Country => countries(catalogue, number),
            Facet::Region => numbers(regions, cluster.regions.iter().map(RegionId::as_str)),
            Facet::Organisation => {
                let belonging = relations.of_cluster(number).iter();
                distinct(
                    belonging
                        .flat_map(|&n| organisations.get(n as usize))
                        .copied(),
                )
            }
            Facet::Founded => {
                let span = cluster.founded.and_then(|year| by_id.number(&span(year)));
                span.into_iter().collect()
            }
            Facet::City => numbers(cities, cluster.city.iter().map(CityId::as_str)),
        });
    }
    all
}

/// The spans of years in which any cluster was set up, the earliest first.
fn spans(catalogue: &Catalogue) -> Vec<Box<str>> {
    let clusters = catalogue.clusters.iter();
    let mut years: Vec<u16> = clusters.filter_map(|cluster| cluster.founded).collect();
    years.sort_unstable();
    let mut spans: Vec<Box<str>> = years.into_iter().map(span).collect();
    spans.dedup();
    spans
}

/// The five years that a year belongs to: single ones are too many to choose from.
fn span(year: u16) -> Box<str> {
    let first = year - year % 5;
    format!("{first}-{}", u32::from(first) + 4).into()
}

/// The countries of a cluster: that of its seat, and those of its regions.
fn countries(catalogue: &Catalogue, cluster: usize) -> Vec<u32> {
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
    let numbers = ids.filter_map(|id| table.number(id));
    distinct(numbers.filter_map(|number| u32::try_from(number).ok()))
}

/// Each number once: a cluster has few values, and one organisation in two roles is one value.
fn distinct(all: impl Iterator<Item = u32>) -> Vec<u32> {
    let mut numbers = Vec::new();
    for number in all {
        if !numbers.contains(&number) {
            numbers.push(number);
        }
    }
    numbers
}
