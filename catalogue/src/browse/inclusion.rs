//! The clusters that a number of results includes without its filters saying so.

use super::facets::sort_by_count;
use super::listing::Listing;
use crate::model::Level;
use crate::query::{Facet, Query};

/// What a number of results includes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Inclusion {
    /// This many of a region's clusters are national ones with their seat there.
    National(u32),
    /// The clusters of a level are in several countries: these, each with its number of clusters, most clusters
    /// first.
    Countries(Vec<(u32, u32)>),
}

impl Listing {
    /// What the number of results of `query` includes: of a region without a level, the national clusters; of a level
    /// without a place, the countries.
    pub fn inclusion(&self, query: &Query) -> Option<Inclusion> {
        let is_open = |facet: Facet| query.chosen(facet).is_empty();
        let (level, region) = (is_open(Facet::Level), is_open(Facet::Region));
        if level && !region {
            let national = self.facets[Facet::Level as usize].get(Level::National as usize)?;
            return (national.count > 0).then_some(Inclusion::National(national.count));
        }
        if level || !Facet::PLACES.into_iter().all(is_open) {
            return None;
        }
        let counts = self.facets[Facet::Country as usize].iter();
        let counts = (0..).zip(counts.map(|of| of.count));
        let mut countries: Vec<(u32, u32)> = counts.filter(|(_, count)| *count > 0).collect();
        sort_by_count(&mut countries);
        (countries.len() > 1).then_some(Inclusion::Countries(countries))
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::REAL;
    use super::*;
    use crate::model::Lang;
    use std::cmp::Reverse;

    fn total(query: &str) -> usize {
        REAL.listing(&Query::parse(query), Lang::En).total
    }

    fn inclusion(query: &str) -> Option<Inclusion> {
        let query = Query::parse(query);
        REAL.listing(&query, Lang::En).inclusion(&query)
    }

    #[test]
    fn regions_include_national_clusters() {
        for query in [
            "region=lazio",
            "region=lombardia&area=energy",
            "region=lazio&region=campania",
        ] {
            let national = total(&[query, "&level=national"].concat());
            let expected = u32::try_from(national).ok().filter(|count| *count > 0);
            assert_eq!(
                inclusion(query),
                expected.map(Inclusion::National),
                "{query}"
            );
        }
        assert!(inclusion("region=lazio").is_some());
        assert_eq!(inclusion("region=lazio&level=national"), None);
    }

    #[test]
    fn levels_include_several_countries() {
        let countries = REAL.values(Facet::Country);
        let Some(Inclusion::Countries(found)) = inclusion("level=national") else {
            panic!("national clusters are in several countries");
        };
        assert!(found.is_sorted_by_key(|(_, count)| Reverse(*count)));
        for (country, count) in found {
            let query = ["level=national&country=", countries.id(country)].concat();
            assert_eq!(total(&query), count as usize);
        }
        for query in [
            "",
            "level=national&country=IT",
            "level=national&city=roma",
            "q=zzzz&level=national",
        ] {
            assert_eq!(inclusion(query), None, "{query}");
        }
    }
}
