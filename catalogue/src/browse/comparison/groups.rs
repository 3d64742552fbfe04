//! Figures of groups of clusters: those of an area, a region, a country or an organisation.

use super::{Cell, Property, Row, Section, Topic};
use crate::browse::Collection;
use crate::model::{Role, Unit};
use crate::query::{Facet, Query};
use std::cmp::Reverse;

/// The maximum number of rows about one facet: enough for all areas.
const MAX_ROWS: usize = 20;

/// The same for organisations, of which the most frequent are shown.
const MAX_ORGANISATIONS: usize = 10;

impl Collection {
    /// The sections about the clusters of each value of a facet.
    pub(super) fn compare_groups(
        &self,
        facet: Facet,
        columns: &[u32],
        sections: &mut Vec<Section>,
    ) {
        let clusters = |column: u32| self.values(facet).clusters(column);
        let mut rows = Vec::new();
        self.push_row(&mut rows, Property::Total, columns, &|column| {
            Cell::Count(
                clusters(column).len(),
                Some(self.group_query(facet, column)),
            )
        });
        if facet == Facet::Organisation {
            self.push_roles(&mut rows, columns);
        }
        sections.push(section(Topic::Clusters, rows));
        let facets: &[Facet] = match facet {
            Facet::Organisation => &[Facet::Level, Facet::Area],
            Facet::Area => &[Facet::Level, Facet::Status, Facet::Area, Facet::Country],
            _ => &[Facet::Level, Facet::Status, Facet::Area],
        };
        for &by in facets {
            sections.push(self.counts_by(by, facet, columns, 1));
        }
        if facet == Facet::Organisation {
            return;
        }
        let year = |cluster: u32| {
            let year = self.catalogue.clusters[cluster as usize].founded;
            year.map(u32::from)
        };
        let founded = self.range_rows(facet, columns, &year);
        sections.push(section(Topic::Founded, founded));
        // Companies or founders are fewer than all members, and cannot be compared with them.
        let members = |cluster: u32| {
            let members = self.catalogue.clusters[cluster as usize].members.as_ref();
            members
                .filter(|members| members.unit == Unit::Members)?
                .count
        };
        let members = self.range_rows(facet, columns, &members);
        sections.push(section(Topic::Members, members));
        let organisations = |cluster: u32| self.values(Facet::Organisation).of(cluster as usize);
        let mut rows = Vec::new();
        self.push_row(&mut rows, Property::Total, columns, &|column| {
            let of_clusters = clusters(column).iter();
            let mut all: Vec<u32> = of_clusters
                .flat_map(|&cluster| organisations(cluster))
                .copied()
                .collect();
            all.sort_unstable();
            all.dedup();
            Cell::Count(all.len(), None)
        });
        self.push_row(&mut rows, Property::Known, columns, &|column| {
            self.coverage(facet, column, &|cluster| !organisations(cluster).is_empty())
        });
        sections.push(section(Topic::Organisations, rows));
        let mut shared = self.counts_by(Facet::Organisation, facet, columns, 2);
        shared.topic = Topic::InCommon(Facet::Organisation);
        sections.push(shared);
    }

    /// The query with the clusters of a group.
    fn group_query(&self, facet: Facet, column: u32) -> Query {
        Query::choosing(facet, [self.values(facet).id(column)])
    }

    /// The number of clusters of each group with each value of the facet `by`, for the values that at
    /// least `min_columns` groups have.
    fn counts_by(&self, by: Facet, facet: Facet, columns: &[u32], min_columns: usize) -> Section {
        let values = self.values(by);
        let groups = self.values(facet);
        let mut counts: Vec<Vec<usize>> = vec![vec![0; columns.len()]; values.len()];
        for (index, &column) in columns.iter().enumerate() {
            for &cluster in groups.clusters(column) {
                for &value in values.of(cluster as usize) {
                    counts[value as usize][index] += 1;
                }
            }
        }
        let is_shown =
            |counts: &Vec<usize>| counts.iter().filter(|count| **count > 0).count() >= min_columns;
        let mut shown: Vec<(u32, Vec<usize>)> = (0..).zip(counts).collect();
        shown.retain(|(_, counts)| is_shown(counts));
        let max = if by == Facet::Organisation {
            MAX_ORGANISATIONS
        } else {
            MAX_ROWS
        };
        let rest = shown.len().saturating_sub(max);
        if rest > 0 || by == Facet::Organisation || by == Facet::Country {
            shown.sort_by_key(|(_, counts)| Reverse(counts.iter().sum::<usize>()));
            shown.truncate(max);
        }
        let mut rows = Vec::new();
        for (value, counts) in shown {
            let property = Property::Value(by, value);
            self.push_row(&mut rows, property, columns, &|column| {
                let index = columns.iter().position(|other| *other == column);
                let count = index.map_or(0, |index| counts[index]);
                let query = self.group_query(facet, column);
                // Both of two areas, instead of either.
                let needs_both = by == facet && value != column;
                let mut query = query.with_match_all(needs_both);
                query.choose(by, values.id(value));
                Cell::Count(count, (count > 0).then_some(query))
            });
        }
        Section {
            topic: Topic::By(by),
            rows,
            rest,
        }
    }

    /// The clusters in which organisations have each role.
    fn push_roles(&self, rows: &mut Vec<Row>, columns: &[u32]) {
        for role in Role::ALL {
            let of_role = |column: u32| {
                let memberships = self
                    .membership_index
                    .of_organisation(column as usize)
                    .iter();
                let memberships = memberships.map(|&of| &self.catalogue.memberships[of as usize]);
                let clusters = memberships.filter(|of| of.role == role).filter_map(|of| {
                    let clusters = self.values(Facet::Cluster);
                    clusters.number(of.cluster.as_str())
                });
                let mut clusters: Vec<u32> = clusters.collect();
                clusters.sort_unstable();
                clusters.dedup();
                clusters
            };
            if columns.iter().all(|&column| of_role(column).is_empty()) {
                continue;
            }
            self.push_row(rows, Property::Role(role), columns, &|column| {
                let clusters = of_role(column);
                Cell::Count(clusters.len(), self.query_of(&clusters))
            });
        }
    }

    /// The least and the greatest value in each group, and for how many clusters it is known.
    fn range_rows(
        &self,
        facet: Facet,
        columns: &[u32],
        value_of: &dyn Fn(u32) -> Option<u32>,
    ) -> Vec<Row> {
        let extreme = |column: u32, is_last: bool| {
            let clusters = self.values(facet).clusters(column);
            let known = clusters.iter().filter_map(|&cluster| value_of(cluster));
            let value = if is_last { known.max() } else { known.min() };
            let Some(value) = value else {
                return Cell::Unknown;
            };
            let mut with_it = clusters.to_vec();
            with_it.retain(|&cluster| value_of(cluster) == Some(value));
            Cell::Extreme(value, with_it)
        };
        let mut rows = Vec::new();
        self.push_row(&mut rows, Property::First, columns, &|column| {
            extreme(column, false)
        });
        self.push_row(&mut rows, Property::Last, columns, &|column| {
            extreme(column, true)
        });
        self.push_row(&mut rows, Property::Known, columns, &|column| {
            self.coverage(facet, column, &|cluster| value_of(cluster).is_some())
        });
        rows
    }

    /// The number of clusters of a group for which something is known.
    fn coverage(&self, facet: Facet, column: u32, is_known: &dyn Fn(u32) -> bool) -> Cell {
        let all = self.values(facet).clusters(column);
        let mut known = all.to_vec();
        known.retain(|&cluster| is_known(cluster));
        let query = if known.len() == all.len() {
            Some(self.group_query(facet, column))
        } else {
            self.query_of(&known)
        };
        Cell::Coverage(known.len(), all.len(), query)
    }
}

fn section(topic: Topic, rows: Vec<Row>) -> Section {
    Section {
        topic,
        rows,
        rest: 0,
    }
}
