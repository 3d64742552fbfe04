//! Facets as data: a table defines how to read the values of each facet; one loop filters, another
//! counts.

use std::cmp::Reverse;

use super::indexes::{IdIndex, MembershipIndex};
use crate::jagged_array::JaggedArray;
use crate::model::{
    AreaId, Catalogue, CityId, Identified, Level, Members, RegionId, Status, Table, Unit,
};
use crate::query::Facet;

/// The values of all facets, in the order of [`Facet::ALL`].
pub(super) type Facets = [FacetValues; Facet::ALL.len()];

/// The values of a facet, and the values of each cluster.
pub struct FacetValues {
    ids: Vec<Box<str>>,
    by_id: IdIndex,
    of_clusters: JaggedArray,
    clusters: JaggedArray,
}

/// The count of a facet value in a listing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ValueCount {
    /// The number of results if this were the only value chosen in its facet, all else being equal; if
    /// all chosen values are required, if it were chosen, too. Places are one facet in this.
    pub count: u32,
    /// Whether the value is chosen. A place is not if another chosen one lies in it.
    pub chosen: bool,
    /// Whether a place that lies in it is chosen.
    pub chosen_in_part: bool,
}

impl FacetValues {
    pub(super) fn new(
        facet: Facet,
        catalogue: &Catalogue,
        membership_index: &MembershipIndex,
    ) -> Self {
        let ids = match facet {
            Facet::Area => ids(&catalogue.areas),
            Facet::Level => Level::ALL.map(|level| level.id().into()).into(),
            Facet::Country => ids(&catalogue.countries),
            Facet::Region => ids(&catalogue.regions),
            Facet::Organisation => ids(&catalogue.organisations),
            Facet::Founded => spans(catalogue),
            Facet::Members => MEMBER_RANGES.map(|(id, _)| id.into()).into(),
            Facet::Status => Status::ALL.map(|status| status.id().into()).into(),
            Facet::City => ids(&catalogue.cities),
            Facet::Cluster => ids(&catalogue.clusters),
        };
        let by_id = IdIndex::new(&mut ids.iter().map(AsRef::as_ref));
        let of_clusters = values(facet, catalogue, membership_index, &by_id);
        Self {
            by_id,
            clusters: of_clusters.transposed(ids.len()),
            ids,
            of_clusters,
        }
    }

    /// The number of values; they are numbered from 0.
    pub fn len(&self) -> usize {
        self.ids.len()
    }

    /// Whether there are no values.
    pub fn is_empty(&self) -> bool {
        self.ids.is_empty()
    }

    /// The id of a value, as used in addresses.
    pub fn id(&self, value: u32) -> &str {
        &self.ids[value as usize]
    }

    /// The number of the value with this id.
    pub fn number(&self, id: &str) -> Option<u32> {
        self.by_id.number(id)
    }

    /// The values of a cluster.
    pub fn of(&self, cluster: usize) -> &[u32] {
        self.of_clusters.get(cluster)
    }

    /// The clusters that have a value, in ascending order.
    pub fn clusters(&self, value: u32) -> &[u32] {
        self.clusters.get(value as usize)
    }

    /// The number of clusters with each value: of those in `is_marked`, or of all others if
    /// `left_out`.
    pub(super) fn count(&self, is_marked: &[bool], left_out: bool) -> Vec<ValueCount> {
        let mut counts = vec![0; self.len()];
        self.of_clusters.count_items(is_marked, &mut counts);
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
                chosen_in_part: false,
            });
        }
        all
    }
}

/// Sorts numbers of values with their counts: highest counts first, equal ones in their order.
pub(super) fn sort_by_count(counts: &mut [(u32, u32)]) {
    counts.sort_by_key(|(_, count)| Reverse(*count));
}

/// The values of each cluster in one facet: how the facet is read from the catalogue.
fn values(
    facet: Facet,
    catalogue: &Catalogue,
    membership_index: &MembershipIndex,
    by_id: &IdIndex,
) -> JaggedArray {
    let Catalogue {
        areas,
        regions,
        cities,
        clusters,
        memberships,
        ..
    } = catalogue;
    let organisations = membership_index.organisations(memberships.len());
    let mut all = JaggedArray::default();
    for (number, cluster) in clusters.iter().enumerate() {
        all.push(&match facet {
            Facet::Area => numbers(areas, cluster.areas.iter().map(AreaId::as_str)),
            Facet::Level => vec![cluster.level as u32],
            Facet::Country => countries(catalogue, number),
            Facet::Region => numbers(regions, cluster.regions.iter().map(RegionId::as_str)),
            Facet::Organisation => {
                let belonging = membership_index.of_cluster(number).iter();
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
            Facet::Members => vec![member_range(cluster.members.as_ref())],
            Facet::Status => vec![cluster.status as u32],
            Facet::City => numbers(cities, cluster.city.iter().map(CityId::as_str)),
            Facet::Cluster => by_id.number(cluster.id.as_str()).into_iter().collect(),
        });
    }
    all
}

/// The periods in which any cluster was founded, earliest first.
fn spans(catalogue: &Catalogue) -> Vec<Box<str>> {
    let clusters = catalogue.clusters.iter();
    let mut years: Vec<u16> = clusters.filter_map(|cluster| cluster.founded).collect();
    years.sort_unstable();
    let mut spans: Vec<Box<str>> = years.into_iter().map(span).collect();
    spans.dedup();
    spans
}

/// The five-year period of a year: single years would be too many choices.
fn span(year: u16) -> Box<str> {
    let first = year - year % 5;
    format!("{first}-{}", u32::from(first) + 4).into()
}

/// The ranges of numbers of members: their ids, and the smallest number of each. The last stands for unknown numbers.
const MEMBER_RANGES: [(&str, u32); 5] = [
    ("up-to-49", 0),
    ("50-99", 50),
    ("100-249", 100),
    ("from-250", 250),
    ("unknown", u32::MAX),
];

/// The range that a number of members falls into. Founders, companies or partners alone cannot be compared with
/// all members: of these, the number of members is unknown.
fn member_range(members: Option<&Members>) -> u32 {
    let members = members.filter(|members| members.unit == Unit::Members);
    let count = members
        .and_then(|members| members.count)
        .unwrap_or(u32::MAX);
    let mut range = 0;
    for (_, least) in &MEMBER_RANGES[1..] {
        range += u32::from(count >= *least);
    }
    range
}

/// The countries of a cluster: the country of its seat, and those of its regions.
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

/// The numbers of some ids, without duplicates.
fn numbers<'a, T: Identified>(table: &Table<T>, ids: impl Iterator<Item = &'a str>) -> Vec<u32> {
    let numbers = ids.filter_map(|id| table.number(id));
    distinct(numbers.filter_map(|number| u32::try_from(number).ok()))
}

/// Removes duplicates: a cluster has few values, and an organisation in two roles is one value.
fn distinct(all: impl Iterator<Item = u32>) -> Vec<u32> {
    let mut numbers = Vec::new();
    for number in all {
        if !numbers.contains(&number) {
            numbers.push(number);
        }
    }
    numbers
}
