//! Comparisons: up to five records of one kind side by side.

mod groups;
mod records;

use super::collection::Collection;
use crate::model::Role;
use crate::query::{Facet, Query};

/// The maximum number of records side by side: more would fit neither on a screen nor on a sheet of
/// paper.
pub const MAX_COMPARED: usize = 5;

/// The maximum number of clusters that a link lists one by one, so that it can still be pasted into a
/// message.
const MAX_LISTED: usize = 50;

/// Records of one kind side by side.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Comparison {
    /// The kind of records: the facet of which they are values.
    pub facet: Facet,
    /// The records, by their numbers: at most [`MAX_COMPARED`], in the order of the address.
    pub columns: Vec<u32>,
    /// The records that do not fit.
    pub left_out: Vec<u32>,
    /// The ids that no record has.
    pub unknown: Vec<String>,
    /// Whether records of other kinds are requested too; they are not shown.
    pub is_mixed: bool,
    /// What is compared.
    pub sections: Vec<Section>,
}

/// Rows about one topic.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    /// The topic.
    pub topic: Topic,
    /// The rows; at least one.
    pub rows: Vec<Row>,
    /// The number of further values that are not shown.
    pub rest: usize,
}

/// The topic of a section.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Topic {
    /// Facts of the records themselves.
    Facts,
    /// The number of clusters.
    Clusters,
    /// The number of clusters by value of a facet.
    By(Facet),
    /// The founding years of the clusters.
    Founded,
    /// The members of the clusters.
    Members,
    /// The organisations of the clusters.
    Organisations,
    /// Which organisations, or which clusters, the records have in common.
    InCommon(Facet),
}

/// A property of all compared records.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The property.
    pub property: Property,
    /// Its value for each record, in the order of [`Comparison::columns`].
    pub cells: Vec<Cell>,
    /// Whether the values are the same.
    pub agreement: Agreement,
}

/// The subject of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Property {
    /// Values of a facet.
    Facet(Facet),
    /// Whether a cluster is active.
    Status,
    /// The year in which a cluster was founded.
    Founded,
    /// The number of its members.
    Members,
    /// Who coordinates it.
    Coordinators,
    /// The website.
    Website,
    /// The kind of an organisation.
    Kind,
    /// The city and country of an organisation.
    Seat,
    /// A number of clusters or organisations.
    Total,
    /// The number of clusters for which the topic is known.
    Known,
    /// The first in order: earliest, fewest.
    First,
    /// The last in order: latest, most.
    Last,
    /// The clusters in which an organisation has this role.
    Role(Role),
    /// One value of a facet.
    Value(Facet, u32),
    /// The values of a facet that no other record has.
    Apart(Facet),
}

/// The value of a property for one record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cell {
    /// No source tells.
    Unknown,
    /// As the record itself states it. The numbers are the same if and only if the statements are; none
    /// if no two records are expected to agree.
    Stated(Vec<u32>),
    /// Values of a facet.
    Values(Facet, Vec<u32>),
    /// Memberships, by their numbers; none if no page names one.
    Memberships(Vec<u32>),
    /// A number, and the query with exactly these clusters; `None` for anything but clusters, and for
    /// long lists.
    Count(usize, Option<Query>),
    /// A number of clusters out of all, and the query with exactly these.
    Coverage(usize, usize, Option<Query>),
    /// The least or greatest value, and the clusters with it.
    Extreme(u32, Vec<u32>),
}

impl Cell {
    /// The part that is compared with other cells of the row; empty if that would say nothing.
    fn key(&self, collection: &Collection) -> Vec<u32> {
        let mut key = match self {
            Self::Stated(key) => return key.clone(),
            Self::Values(_, values) => values.clone(),
            Self::Memberships(memberships) => {
                let organisation = |&number: &u32| collection.organisation_of(number);
                memberships.iter().filter_map(organisation).collect()
            }
            Self::Count(count, _) => vec![u32::try_from(*count).unwrap_or(u32::MAX)],
            Self::Extreme(value, _) => vec![*value],
            Self::Unknown | Self::Coverage(..) => Vec::new(),
        };
        key.sort_unstable();
        key.dedup();
        key
    }
}

/// Whether the cells of a row are the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Agreement {
    /// All are known and the same.
    Same,
    /// At least two are known, and they differ.
    Different,
    /// There is nothing to compare, or all those that are known are the same.
    Unclear,
}

impl Collection {
    /// Sets the records that a query chooses side by side. `None` if it chooses none.
    pub fn comparison(&self, query: &Query) -> Option<Comparison> {
        let facet = query.compared()?;
        let mut columns = Vec::new();
        let mut unknown = Vec::new();
        for id in query.chosen(facet) {
            match self.values(facet).number(id) {
                Some(number) => columns.push(number),
                None => unknown.push(id.clone()),
            }
        }
        let left_out = columns.split_off(columns.len().min(MAX_COMPARED));
        let mut others = Facet::COMPARED.into_iter().filter(|of| *of != facet);
        let mut sections = Vec::new();
        if !columns.is_empty() {
            if facet == Facet::Cluster {
                self.compare_clusters(&columns, &mut sections);
            } else {
                self.compare_groups(facet, &columns, &mut sections);
            }
            if facet == Facet::Organisation {
                self.compare_organisations(&columns, &mut sections);
            }
            sections.retain(|section| !section.rows.is_empty());
        }
        Some(Comparison {
            facet,
            is_mixed: others.any(|other| !query.chosen(other).is_empty()),
            columns,
            left_out,
            unknown,
            sections,
        })
    }

    /// A row with a cell for each record; nothing if no cell is known.
    fn push_row(
        &self,
        rows: &mut Vec<Row>,
        property: Property,
        columns: &[u32],
        cell: &dyn Fn(u32) -> Cell,
    ) {
        let cells: Vec<Cell> = columns.iter().map(|&column| cell(column)).collect();
        if cells.iter().all(|cell| *cell == Cell::Unknown) {
            return;
        }
        let mut keys: Vec<Vec<u32>> = cells.iter().map(|cell| cell.key(self)).collect();
        keys.retain(|key| !key.is_empty());
        let agreement = if keys.windows(2).any(|pair| pair[0] != pair[1]) {
            Agreement::Different
        } else if keys.len() > 1 && keys.len() == cells.len() {
            Agreement::Same
        } else {
            Agreement::Unclear
        };
        rows.push(Row {
            property,
            cells,
            agreement,
        });
    }

    /// The number of a membership's organisation.
    fn organisation_of(&self, membership: u32) -> Option<u32> {
        let id = &self.catalogue.memberships[membership as usize].organisation;
        self.values(Facet::Organisation).number(id.as_str())
    }

    /// The query that lists exactly these clusters; `None` for no clusters, and for too many.
    fn query_of(&self, clusters: &[u32]) -> Option<Query> {
        let id = |&cluster: &u32| self.values(Facet::Cluster).id(cluster);
        (1..=MAX_LISTED)
            .contains(&clusters.len())
            .then(|| Query::choosing(Facet::Cluster, clusters.iter().map(id)))
    }
}

#[cfg(test)]
mod tests;
