//! The cities in which the clusters of a listing have their seats.

use super::collection::Collection;
use super::facets::sort_by_count;
use crate::query::Facet;

/// The seats of some clusters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seats {
    /// The cities, each with its number of clusters; most clusters first.
    pub cities: Vec<(u32, u32)>,
    /// The clusters whose city is unknown.
    pub unknown: Vec<u32>,
}

impl Collection {
    /// Groups clusters by the city of their seat.
    pub fn seats(&self, clusters: &[u32]) -> Seats {
        let values = self.values(Facet::City);
        let mut counts = vec![0_u32; values.len()];
        let mut unknown = Vec::new();
        for &cluster in clusters {
            match values.of(cluster as usize).first() {
                Some(&city) => counts[city as usize] += 1,
                None => unknown.push(cluster),
            }
        }
        let counts = (0..).zip(counts).filter(|(_, count)| *count > 0);
        let mut cities: Vec<(u32, u32)> = counts.collect();
        sort_by_count(&mut cities);
        Seats { cities, unknown }
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::REAL;
    use super::*;
    use crate::model::Lang;
    use crate::query::{Query, View};
    use std::cmp::Reverse;

    #[test]
    fn every_cluster_has_one_city_or_none() {
        for query_string in ["", "country=IT", "area=energy&level=regional", "q=xyzzy"] {
            let query = Query::parse(query_string).with_view(View::Map);
            let listing = REAL.listing(&query, Lang::En);
            assert_eq!(
                listing.clusters.len(),
                listing.total,
                "a map shows all of {query_string}"
            );
            let seats = REAL.seats(&listing.clusters);
            let in_cities: u32 = seats.cities.iter().map(|(_, count)| count).sum();
            let elsewhere = seats.unknown.len();
            assert_eq!(in_cities as usize + elsewhere, listing.total);
            // Most clusters first; equals in the order of the data file.
            let order = |(city, count): &(u32, u32)| (Reverse(*count), *city);
            assert!(seats.cities.is_sorted_by_key(order), "{query_string}");
            for (city, count) in seats.cities {
                assert!(count > 0, "cities without clusters are left out");
                let id = REAL.values(Facet::City).id(city);
                let narrowed = REAL.listing(&query.toggled(Facet::City, id), Lang::En);
                assert_eq!(narrowed.total, count as usize, "{id}");
            }
        }
    }
}
