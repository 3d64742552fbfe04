//! Countries, their regions and their cities, as one hierarchy.

use super::collection::Collection;
use super::place::Place;
use crate::query::{Facet, Query};

impl Collection {
    /// The places that lie directly in another, or all countries: those with most clusters first. Places without
    /// clusters are left out.
    pub fn places_in(&self, around: Option<Place>) -> impl Iterator<Item = Place> {
        let places = self.places.iter();
        places.filter_map(move |&(place, of)| (of == around).then_some(place))
    }

    /// The place in which another lies directly.
    fn place_around(&self, place: Place) -> Option<Place> {
        let mut places = self.places.iter();
        places.find(|(of, _)| *of == place)?.1
    }

    /// Chooses a value of a facet, or removes it if it is chosen, as [`Query::toggled`] does. A place that is chosen
    /// replaces those in which it lies, and those that lie in it.
    #[must_use]
    pub fn toggled(&self, query: &Query, facet: Facet, id: &str) -> Query {
        let Some(place) = self.place(facet, id) else {
            return query.toggled(facet, id);
        };
        let is_named = query.chosen(facet).iter().any(|chosen| chosen == id);
        let is_whole = is_named && !self.narrowed_places(query).contains(&place);
        if is_whole {
            return query.toggled(facet, id);
        }
        let mut next = query.clone();
        for other in self.chosen_places(query) {
            if self.lies_in(place, other) || self.lies_in(other, place) {
                next = next.toggled(other.facet, self.values(other.facet).id(other.value));
            }
        }
        if is_named {
            next
        } else {
            next.toggled(facet, id)
        }
    }

    /// The places of a query in which another chosen place lies: the narrower one counts.
    pub(super) fn narrowed_places(&self, query: &Query) -> Vec<Place> {
        let mut narrowed = Vec::new();
        for place in self.chosen_places(query) {
            let mut around = self.place_around(place);
            while let Some(place) = around {
                narrowed.push(place);
                around = self.place_around(place);
            }
        }
        narrowed
    }

    fn chosen_places(&self, query: &Query) -> Vec<Place> {
        let choices = query.choices();
        choices
            .filter_map(|(facet, id)| self.place(facet, id))
            .collect()
    }

    /// Whether a place lies in another, directly or not.
    fn lies_in(&self, place: Place, other: Place) -> bool {
        let mut around = self.place_around(place);
        while let Some(place) = around.filter(|place| *place != other) {
            around = self.place_around(place);
        }
        around.is_some()
    }

    /// The place with this id; `None` also for values that are no places.
    fn place(&self, facet: Facet, id: &str) -> Option<Place> {
        let value = self.values(facet).number(id).filter(|_| facet.is_place())?;
        Some(Place { facet, value })
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::REAL;
    use super::*;
    use crate::model::Lang;
    use std::collections::BTreeSet;

    fn place(facet: Facet, id: &str) -> Place {
        match REAL.place(facet, id) {
            Some(place) => place,
            None => panic!("{id} is no place"),
        }
    }

    fn found(query: &str) -> BTreeSet<u32> {
        let query = Query::parse(query);
        BTreeSet::from_iter(REAL.matching_clusters(&query, Lang::En))
    }

    #[test]
    fn cities_lie_in_regions_and_regions_in_countries() {
        let italy = place(Facet::Country, "IT");
        let lombardy = place(Facet::Region, "lombardia");
        assert_eq!(REAL.place_around(lombardy), Some(italy));
        let milan = place(Facet::City, "milano");
        assert_eq!(REAL.place_around(milan), Some(lombardy));
        assert_eq!(REAL.place_around(italy), None);
        // Every place is found from the countries, once.
        let mut all: Vec<Place> = REAL.places_in(None).collect();
        assert_eq!(all.first(), Some(&italy), "most clusters first");
        let mut next = 0;
        while let Some(place) = all.get(next).copied() {
            all.extend(REAL.places_in(Some(place)));
            next += 1;
        }
        let is_used = |facet: Facet, value: u32| !REAL.values(facet).clusters(value).is_empty();
        let used = Facet::PLACES.map(|facet| {
            let values = (0..).take(REAL.values(facet).len());
            values.filter(|value| is_used(facet, *value)).count()
        });
        assert_eq!(all.len(), used.iter().sum::<usize>());
    }

    #[test]
    fn the_narrower_of_two_places_counts() {
        let lombardy = found("region=lombardia");
        assert_eq!(found("country=IT&region=lombardia"), lombardy);
        assert_eq!(found("region=lombardia&city=milano"), found("city=milano"));
        assert_eq!(found("country=IT&city=milano"), found("city=milano"));
        // Places that do not lie in each other are alternatives.
        let both = &lombardy | &found("country=FR");
        assert_eq!(found("country=FR&region=lombardia"), both);
        assert_eq!(found("country=IT&country=FR&region=lombardia"), both);
        let cities = &found("city=milano") | &found("region=lazio");
        assert_eq!(found("city=milano&region=lazio"), cities);
        assert_eq!(
            found("city=milano&region=lazio&area=energy"),
            &cities & &found("area=energy")
        );
    }

    #[test]
    fn counts_of_places_ignore_choices_of_all_places() {
        let counts = |query: &str| {
            let listing = REAL.listing(&Query::parse(query), Lang::En);
            Facet::PLACES.map(|facet| {
                let counts = listing.facets[facet as usize].iter();
                counts.map(|value| value.count).collect::<Vec<_>>()
            })
        };
        let free = counts("area=energy");
        for places in ["country=IT", "region=lombardia", "city=milano&country=FR"] {
            assert_eq!(counts(&format!("area=energy&{places}")), free, "{places}");
        }
    }

    #[test]
    fn places_around_a_chosen_one_are_chosen_in_part() {
        let query = Query::parse("country=IT&city=milano");
        let listing = REAL.listing(&query, Lang::En);
        for (facet, id, chosen, in_part) in [
            (Facet::Country, "IT", false, true),
            (Facet::Region, "lombardia", false, true),
            (Facet::City, "milano", true, false),
            (Facet::Region, "lazio", false, false),
        ] {
            let value = listing.facets[facet as usize][place(facet, id).value as usize];
            assert_eq!(
                (value.chosen, value.chosen_in_part),
                (chosen, in_part),
                "{id}"
            );
        }
    }

    #[test]
    fn a_chosen_place_replaces_those_around_and_within_it() {
        for (before, facet, id, after) in [
            ("country=IT", Facet::Region, "lombardia", "region=lombardia"),
            (
                "region=lombardia&city=roma",
                Facet::Country,
                "IT",
                "country=IT",
            ),
            ("region=lombardia", Facet::City, "milano", "city=milano"),
            (
                "region=lazio",
                Facet::City,
                "milano",
                "region=lazio&city=milano",
            ),
            (
                "country=FR",
                Facet::Region,
                "lombardia",
                "country=FR&region=lombardia",
            ),
            // Chosen together by a link: the country is chosen in part, and now as a whole.
            (
                "country=IT&region=lombardia",
                Facet::Country,
                "IT",
                "country=IT",
            ),
            (
                "country=IT&region=lombardia",
                Facet::Region,
                "lombardia",
                "country=IT",
            ),
            ("country=IT", Facet::Country, "IT", ""),
            (
                "country=IT",
                Facet::Area,
                "energy",
                "area=energy&country=IT",
            ),
        ] {
            let next = REAL.toggled(&Query::parse(before), facet, id);
            assert_eq!(next.write(), after, "{before} {id}");
        }
    }
}
