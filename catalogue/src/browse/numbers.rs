//! The numbers of a listing, as its charts show them.

use super::collection::Collection;
use crate::model::{Lang, OrganisationKind};
use crate::query::{Facet, Query};

/// The facets whose values are compared if exactly two of them are chosen: the first of these.
const COMPARED: [Facet; 4] = [Facet::Region, Facet::Country, Facet::Area, Facet::Level];

/// The numbers of some clusters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Numbers {
    /// The value that all of them have, if two values are compared.
    pub value: Option<(Facet, u32)>,
    /// The number of clusters.
    pub clusters: usize,
    /// The number of clusters with each value of each facet, in the order of [`Facet::ALL`].
    pub values: [Vec<u32>; Facet::ALL.len()],
    /// The number of clusters with any value of each facet, in the order of [`Facet::ALL`].
    pub known: [usize; Facet::ALL.len()],
    /// The number of organisations of each kind that belong to them, in the order of
    /// [`OrganisationKind::ALL`]. An organisation in several clusters counts once.
    pub kinds: [u32; OrganisationKind::ALL.len()],
    /// The years in which they were founded, each with the number of clusters, earliest first.
    pub years: Vec<(u16, u32)>,
    /// How many state a number of members.
    pub with_members: usize,
}

impl Collection {
    /// The numbers of the results of a query: of all of them or, if exactly two regions, countries, areas
    /// or levels are chosen, of each of the two.
    pub fn numbers(&self, query: &Query, lang: Lang) -> Vec<Numbers> {
        let of = |query: &Query, value| {
            let clusters = self.matching_clusters(query, lang);
            self.numbers_of(&clusters, value)
        };
        let Some((facet, [first, second])) = self.compared(query) else {
            return vec![of(query, None)];
        };
        let only = |other: &str| query.toggled(facet, other);
        let values = self.values(facet);
        vec![
            of(&only(values.id(second)), Some((facet, first))),
            of(&only(values.id(first)), Some((facet, second))),
        ]
    }

    /// The facet with exactly two chosen values, and their numbers.
    fn compared(&self, query: &Query) -> Option<(Facet, [u32; 2])> {
        COMPARED.into_iter().find_map(|facet| {
            let [first, second] = query.chosen(facet) else {
                return None;
            };
            let values = self.values(facet);
            let numbers = [values.number(first)?, values.number(second)?];
            (!query.requires_all(facet)).then_some((facet, numbers))
        })
    }

    fn numbers_of(&self, clusters: &[u32], value: Option<(Facet, u32)>) -> Numbers {
        let mut is_marked = vec![false; self.catalogue.clusters.len()];
        let mut years = Vec::new();
        let mut with_members = 0;
        for &number in clusters {
            is_marked[number as usize] = true;
            let cluster = &self.catalogue.clusters[number as usize];
            years.extend(cluster.founded);
            with_members += usize::from(
                cluster
                    .members
                    .as_ref()
                    .is_some_and(|of| of.count.is_some()),
            );
        }
        let values = Facet::ALL.map(|facet| {
            let counts = self.values(facet).count(&is_marked, false);
            counts.into_iter().map(|value| value.count).collect()
        });
        let known = Facet::ALL.map(|facet| {
            let values = self.values(facet);
            let has_value = |number: &&u32| !values.of(**number as usize).is_empty();
            clusters.iter().filter(has_value).count()
        });
        let mut kinds = [0; OrganisationKind::ALL.len()];
        let organisations: &Vec<u32> = &values[Facet::Organisation as usize];
        for (organisation, clusters) in self.catalogue.organisations.iter().zip(organisations) {
            kinds[organisation.kind as usize] += u32::from(*clusters > 0);
        }
        Numbers {
            value,
            clusters: clusters.len(),
            values,
            known,
            kinds,
            years: counted(years),
            with_members,
        }
    }
}

/// The distinct years in ascending order, each with its number of occurrences.
fn counted(mut years: Vec<u16>) -> Vec<(u16, u32)> {
    years.sort_unstable();
    let runs = years.chunk_by(PartialEq::eq);
    runs.map(|run| (run[0], u32::try_from(run.len()).unwrap_or(u32::MAX)))
        .collect()
}

/// A time axis of whole years.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TimeAxis {
    /// Its first year, a multiple of `step`.
    pub start: u16,
    /// Its last year, a multiple of `step`.
    pub end: u16,
    /// The years between two labels: a multiple of ten.
    pub step: u16,
}

impl TimeAxis {
    /// The most labels that a narrow screen has room for.
    const MAX_STEPS: u16 = 6;

    /// The axis that contains all years. `None` without any.
    pub fn of(years: impl Iterator<Item = u16>) -> Option<Self> {
        let (mut first, mut last) = (u16::MAX, u16::MIN);
        for year in years {
            first = first.min(year);
            last = last.max(year);
        }
        // Years are less than 10,000, so that one of these steps is large enough.
        let steps = [10, 20, 50, 100, 500, 2000].into_iter();
        let axes = steps.map(|step| Self {
            start: first / step * step,
            end: (last / step + 1) * step,
            step,
        });
        let fits = |axis: &Self| (axis.end - axis.start) / axis.step <= Self::MAX_STEPS;
        (first <= last)
            .then(|| axes.into_iter().find(fits))
            .flatten()
    }

    /// The labelled years, at equal distances. The last year has no label, because the axis ends where it begins.
    pub fn labels(self) -> impl Iterator<Item = u16> {
        (self.start..self.end).step_by(usize::from(self.step))
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::REAL;
    use super::*;
    use crate::query::View;

    fn sum(numbers: &[u32]) -> usize {
        numbers.iter().map(|count| *count as usize).sum()
    }

    /// A journalist who adds up a chart gets the number above it.
    #[test]
    fn numbers_add_up_to_the_listing() {
        for query_string in [
            "",
            "country=IT",
            "q=energy",
            "level=regional&area=energy",
            "q=xyzzy",
        ] {
            let query = Query::parse(query_string);
            let total = REAL.listing(&query, Lang::En).total;
            let numbers = REAL.numbers(&query, Lang::En);
            assert_eq!(numbers.len(), 1, "{query_string}");
            let numbers = &numbers[0];
            assert_eq!(numbers.clusters, total, "{query_string}");
            // Each cluster has one level and one status, and at most one year and one city.
            for facet in [Facet::Level, Facet::Status, Facet::Founded, Facet::City] {
                let known = numbers.known[facet as usize];
                assert_eq!(
                    sum(&numbers.values[facet as usize]),
                    known,
                    "{query_string}"
                );
                assert!(known <= total, "{query_string}");
            }
            let in_years: Vec<u32> = numbers.years.iter().map(|(_, count)| *count).collect();
            assert_eq!(sum(&in_years), numbers.known[Facet::Founded as usize]);
            assert!(numbers.years.is_sorted());
            let organisations = &numbers.values[Facet::Organisation as usize];
            let belonging = organisations.iter().filter(|count| **count > 0).count();
            assert_eq!(sum(&numbers.kinds), belonging, "{query_string}");
        }
    }

    #[test]
    fn two_chosen_values_are_compared() {
        let series = |query_string: &str| {
            let numbers = REAL.numbers(&Query::parse(query_string), Lang::En);
            let id = |of: &Numbers| {
                of.value
                    .map(|(facet, value)| REAL.values(facet).id(value).to_owned())
            };
            numbers
                .iter()
                .map(|of| (id(of), of.clusters))
                .collect::<Vec<_>>()
        };
        let total = |query_string: &str| REAL.listing(&Query::parse(query_string), Lang::En).total;
        let both = |facet: &str, first: &str, second: &str, rest: &str| {
            [first, second].map(|id| (Some(id.to_owned()), total(&format!("{facet}={id}{rest}"))))
        };
        assert_eq!(
            series("region=lombardia&region=piemonte&level=regional"),
            both("region", "lombardia", "piemonte", "&level=regional")
        );
        assert_eq!(
            series("country=IT&country=DE"),
            both("country", "DE", "IT", "")
        );
        // Not one, not three, not two that are both required, and not two that do not exist.
        for query_string in [
            "region=lombardia",
            "region=lombardia&region=piemonte&region=puglia",
            "area=energy&area=mobility&match=all",
            "region=lombardia&region=nowhere",
        ] {
            assert_eq!(
                series(query_string),
                [(None, total(query_string))],
                "{query_string}"
            );
        }
    }

    #[test]
    fn the_numbers_of_a_listing_cover_all_of_it() {
        let query = Query::default().with_view(View::Numbers);
        assert_eq!(
            REAL.numbers(&query, Lang::En)[0].clusters,
            REAL.catalogue.clusters.len()
        );
    }

    #[test]
    fn time_axes_have_room_for_all_years() {
        let axis = |years: &[u16]| {
            let axis = TimeAxis::of(years.iter().copied())?;
            Some((axis.start, axis.end, axis.step))
        };
        assert_eq!(axis(&[]), None);
        assert_eq!(axis(&[2015]), Some((2010, 2020, 10)));
        assert_eq!(axis(&[2020]), Some((2020, 2030, 10)));
        assert_eq!(axis(&[2024, 1998, 2003]), Some((1990, 2030, 10)));
        assert_eq!(axis(&[1945, 2024]), Some((1940, 2040, 20)));
        assert_eq!(axis(&[1088, 2024]), Some((1000, 2500, 500)));
        assert_eq!(axis(&[0, 9999]), Some((0, 10_000, 2000)));
        let labels = TimeAxis::of([1998, 2024].into_iter()).map(|axis| axis.labels().collect());
        assert_eq!(labels, Some(vec![1990, 2000, 2010, 2020]));
    }
}
