//! Places, and in which other place each lies.

use super::facets::{Facets, sort_by_count};
use crate::model::Catalogue;
use crate::query::Facet;

/// A place: a value of one of the facets in [`Facet::PLACES`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// Country, region or city.
    pub facet: Facet,
    /// The number of the value.
    pub value: u32,
}

/// All places that clusters have, those with most clusters first, each with the place in which it lies: the country
/// of a region; the region of a city or, if that is not known, its country.
pub(super) fn places(catalogue: &Catalogue, facets: &Facets) -> Vec<(Place, Option<Place>)> {
    let place = |facet: Facet, id: &str| {
        let value = facets[facet as usize].number(id)?;
        Some(Place { facet, value })
    };
    let mut all = Vec::new();
    for facet in Facet::PLACES {
        for (value, number) in (0..).zip(0..facets[facet as usize].len()) {
            let (region, country) = match facet {
                Facet::City => {
                    let city = &catalogue.cities[number];
                    (city.region.as_ref(), Some(&city.country))
                }
                Facet::Region => (None, Some(&catalogue.regions[number].country)),
                _ => (None, None),
            };
            let region = region.and_then(|id| place(Facet::Region, id.as_str()));
            let country = country.and_then(|id| place(Facet::Country, id.as_str()));
            all.push((Place { facet, value }, region.or(country)));
        }
    }
    let mut counts = Vec::new();
    for (index, (place, _)) in (0..).zip(&all) {
        let clusters = facets[place.facet as usize].clusters(place.value);
        counts.push((index, u32::try_from(clusters.len()).unwrap_or(u32::MAX)));
    }
    counts.retain(|(_, count)| *count > 0);
    sort_by_count(&mut counts);
    let mut places = Vec::with_capacity(counts.len());
    for (index, _) in counts {
        places.push(all[index as usize]);
    }
    places
}
