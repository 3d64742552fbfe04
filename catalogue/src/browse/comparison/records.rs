//! Facts of clusters and organisations, and what they have in common.

use super::{Agreement, Cell, Property, Row, Section, Topic};
use crate::browse::Collection;
use crate::model::{Cluster, Role};
use crate::query::Facet;

impl Collection {
    /// The sections about clusters.
    pub(super) fn compare_clusters(&self, columns: &[u32], sections: &mut Vec<Section>) {
        let mut rows = Vec::new();
        let cluster = |number: u32| &self.catalogue.clusters[number as usize];
        for property in [
            Property::Facet(Facet::Area),
            Property::Facet(Facet::Level),
            Property::Facet(Facet::City),
            Property::Facet(Facet::Region),
            Property::Facet(Facet::Country),
            Property::Status,
            Property::Founded,
            Property::Members,
            Property::Coordinators,
            Property::Facet(Facet::Cluster),
            Property::Website,
        ] {
            self.push_row(&mut rows, property, columns, &|number| {
                self.cluster_cell(property, number, cluster(number))
            });
        }
        sections.push(Section {
            topic: Topic::Facts,
            rows,
            rest: 0,
        });
        let memberships = |number: u32| self.membership_index.of_cluster(number as usize);
        self.compare_memberships(Facet::Organisation, columns, &memberships, sections);
    }

    fn cluster_cell(&self, property: Property, number: u32, cluster: &Cluster) -> Cell {
        let known = match property {
            // The national clusters that it relates to.
            Property::Facet(Facet::Cluster) => {
                let ids = cluster.national_clusters.iter();
                let national = ids.filter_map(|id| self.values(Facet::Cluster).number(id.as_str()));
                return values(Facet::Cluster, national.collect());
            }
            Property::Facet(facet) => {
                return values(facet, self.values(facet).of(number as usize).to_vec());
            }
            Property::Status => Some(vec![cluster.status as u32]),
            Property::Founded => cluster.founded.map(|year| vec![u32::from(year)]),
            Property::Members => cluster.members.as_ref().and_then(|members| {
                let how = [members.precision as u32, members.unit as u32];
                Some([vec![members.count?], how.to_vec()].concat())
            }),
            Property::Coordinators => {
                let all = self.membership_index.of_cluster(number as usize).iter();
                let role = |number: u32| self.catalogue.memberships[number as usize].role;
                let all = all.copied().filter(|&of| role(of) == Role::Coordinator);
                let coordinators: Vec<u32> = all.collect();
                return if coordinators.is_empty() {
                    Cell::Unknown
                } else {
                    Cell::Memberships(coordinators)
                };
            }
            Property::Website => cluster.website.as_ref().map(|_| Vec::new()),
            _ => None,
        };
        known.map_or(Cell::Unknown, Cell::Stated)
    }

    /// The sections about organisations.
    pub(super) fn compare_organisations(&self, columns: &[u32], sections: &mut Vec<Section>) {
        let mut rows = Vec::new();
        for property in [Property::Kind, Property::Seat, Property::Website] {
            self.push_row(&mut rows, property, columns, &|number| {
                let organisation = &self.catalogue.organisations[number as usize];
                match property {
                    Property::Kind => Cell::Stated(vec![organisation.kind as u32]),
                    Property::Seat => {
                        let city = organisation.city.as_ref();
                        let city = city.and_then(|id| self.values(Facet::City).number(id.as_str()));
                        let country = organisation.country.as_str();
                        let country = self.values(Facet::Country).number(country);
                        Cell::Stated([country, city].into_iter().flatten().collect())
                    }
                    _ if organisation.website.is_some() => Cell::Stated(Vec::new()),
                    _ => Cell::Unknown,
                }
            });
        }
        let facts = Section {
            topic: Topic::Facts,
            rows,
            rest: 0,
        };
        sections.insert(0, facts);
        let memberships = |number: u32| self.membership_index.of_organisation(number as usize);
        self.compare_memberships(Facet::Cluster, columns, &memberships, sections);
    }

    /// The values of `facet`, clusters or organisations, that several records have in common, with the
    /// memberships that tie them, and those that each has alone.
    fn compare_memberships<'a>(
        &'a self,
        facet: Facet,
        columns: &[u32],
        memberships: &dyn Fn(u32) -> &'a [u32],
        sections: &mut Vec<Section>,
    ) {
        let other_side = |membership: u32| {
            let membership = &self.catalogue.memberships[membership as usize];
            let id = match facet {
                Facet::Cluster => membership.cluster.as_str(),
                _ => membership.organisation.as_str(),
            };
            self.values(facet).number(id)
        };
        // The records of the other side, each with the number of columns that have it.
        let mut tied: Vec<(u32, usize)> = Vec::new();
        for &column in columns {
            let mut of_column: Vec<u32> = Vec::new();
            of_column.extend(memberships(column).iter().filter_map(|&of| other_side(of)));
            of_column.sort_unstable();
            of_column.dedup();
            for value in of_column {
                match tied.iter_mut().find(|(known, _)| *known == value) {
                    Some((_, count)) => *count += 1,
                    None => tied.push((value, 1)),
                }
            }
        }
        // Those that most records have come first; equals in the order of the data file.
        tied.sort_by_key(|&(value, count)| (std::cmp::Reverse(count), value));
        let of_column = |column: u32, value: u32| {
            let all = memberships(column).iter().copied();
            all.filter(|&of| other_side(of) == Some(value))
                .collect::<Vec<u32>>()
        };
        let apart = |column: u32| {
            let apart = tied.iter().filter(|(_, count)| *count == 1);
            let apart = apart.map(|(value, _)| *value);
            apart
                .filter(|&value| !of_column(column, value).is_empty())
                .collect::<Vec<u32>>()
        };
        let mut rows: Vec<Row> = Vec::new();
        if facet == Facet::Organisation {
            self.push_row(&mut rows, Property::Total, columns, &|column| match self
                .values(facet)
                .of(column as usize)
                .len()
            {
                0 => Cell::Unknown,
                count => Cell::Count(count, None),
            });
        }
        for &(value, _) in tied.iter().filter(|(_, count)| *count > 1) {
            let property = Property::Value(facet, value);
            self.push_row(&mut rows, property, columns, &|column| {
                Cell::Memberships(of_column(column, value))
            });
        }
        if columns.len() > 1 {
            self.push_row(&mut rows, Property::Apart(facet), columns, &|column| {
                let apart = apart(column);
                if memberships(column).is_empty() {
                    Cell::Unknown
                } else {
                    Cell::Values(facet, apart)
                }
            });
        }
        // An organisation in common is no agreement on its roles and dates, and those apart always differ.
        for row in &mut rows {
            if row.property != Property::Total {
                row.agreement = Agreement::Unclear;
            }
        }
        sections.push(Section {
            topic: Topic::InCommon(facet),
            rows,
            rest: 0,
        });
    }
}

/// The values of a facet, or a note that none is known.
fn values(facet: Facet, values: Vec<u32>) -> Cell {
    if values.is_empty() {
        Cell::Unknown
    } else {
        Cell::Values(facet, values)
    }
}
