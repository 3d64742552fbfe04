//! The areas of the map in which the clusters of a listing work.

use super::collection::Collection;
use crate::map::{Area, Bounds, Point};
use crate::query::Facet;

/// An area of the map with its clusters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MapArea {
    /// Where it is.
    pub area: &'static Area,
    /// The facet of its name: region or country.
    pub facet: Facet,
    /// The number of the value of that facet.
    pub value: u32,
    /// Its clusters. One with several regions is in each of them.
    pub clusters: Vec<u32>,
}

impl Collection {
    /// Groups clusters by areas of the map: the regions of Italy, and the other countries. Areas without any are
    /// left out.
    pub fn map_areas(&self, clusters: &[u32]) -> Vec<MapArea> {
        let mut areas = Vec::new();
        for facet in [Facet::Country, Facet::Region] {
            let values = self.values(facet);
            let mut by_value = vec![Vec::new(); values.len()];
            for &cluster in clusters {
                for &value in values.of(cluster as usize) {
                    by_value[value as usize].push(cluster);
                }
            }
            for (value, clusters) in (0..).zip(by_value) {
                if !clusters.is_empty()
                    && let Some(area) = Area::of(values.id(value))
                {
                    areas.push(MapArea {
                        area,
                        facet,
                        value,
                        clusters,
                    });
                }
            }
        }
        areas
    }

    /// The part of the map with the areas and cities of some clusters; `None` if there are none.
    pub fn map_bounds(&self, areas: &[MapArea], clusters: &[u32]) -> Option<Bounds> {
        let cities = clusters.iter().filter_map(|&cluster| {
            let city = self.catalogue.clusters[cluster as usize].city.as_ref()?;
            let city = self.catalogue.cities.get(city.as_str())?;
            Some(Bounds::of(Point::of(city.centre?)))
        });
        let areas = areas.iter().map(|area| area.area.bounds);
        areas.chain(cities).reduce(Bounds::and)
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::REAL;
    use super::*;
    use crate::map::ViewBox;
    use crate::model::Lang;
    use crate::query::{Query, View};

    #[test]
    fn areas_count_what_their_filter_finds() {
        for query_string in ["", "area=energy&level=regional", "q=xyzzy"] {
            let query = Query::parse(query_string).with_view(View::Map);
            let listing = REAL.listing(&query, Lang::En);
            for area in REAL.map_areas(&listing.clusters) {
                let id = REAL.values(area.facet).id(area.value);
                let narrowed = REAL.listing(&query.toggled(area.facet, id), Lang::En);
                assert_eq!(narrowed.total, area.clusters.len(), "{id}");
            }
        }
    }

    #[test]
    fn clusters_with_a_region_are_in_an_area() {
        let all = REAL.listing(&Query::default().with_view(View::Map), Lang::En);
        let areas = REAL.map_areas(&all.clusters);
        for &cluster in &all.clusters {
            let record = &REAL.catalogue.clusters[cluster as usize];
            let is_in_area = areas.iter().any(|area| area.clusters.contains(&cluster));
            assert!(record.regions.is_empty() || is_in_area, "{:?}", record.id);
        }
    }

    #[test]
    fn map_shows_all_areas_and_cities() {
        for query_string in ["", "country=IT", "region=lombardia", "city=milano"] {
            let query = Query::parse(query_string).with_view(View::Map);
            let clusters = REAL.listing(&query, Lang::En).clusters;
            let areas = REAL.map_areas(&clusters);
            let bounds = REAL.map_bounds(&areas, &clusters);
            let view = bounds.map(|bounds| ViewBox::around(bounds, 1000));
            assert_eq!(view.is_none(), clusters.is_empty(), "{query_string}");
            for (city, _) in REAL.seats(&clusters).cities {
                let centre = REAL.catalogue.cities[city as usize].centre;
                let is_shown = |centre| view.is_some_and(|view| view.contains(Point::of(centre)));
                assert!(centre.is_none_or(is_shown), "{query_string}");
            }
            for MapArea { area, .. } in areas {
                assert!(
                    view.is_some_and(|view| view.contains(area.centre)),
                    "{query_string}"
                );
            }
        }
    }

    #[test]
    fn italian_clusters_are_shown_on_the_map_of_italy() {
        let query = Query::parse("country=IT&level=regional").with_view(View::Map);
        let clusters = REAL.listing(&query, Lang::En).clusters;
        let areas = REAL.map_areas(&clusters);
        assert!(areas.iter().all(|area| area.facet == Facet::Region));
        let bounds = REAL.map_bounds(&areas, &clusters);
        let italy = Area::of("lombardia").zip(Area::of("sicilia"));
        let italy = italy.map(|(north, south)| north.bounds.and(south.bounds));
        assert_eq!(
            bounds.zip(italy).map(|(bounds, italy)| bounds.and(italy)),
            bounds
        );
        assert!(bounds.is_some_and(|bounds| bounds.south - bounds.north < 14_000));
    }
}
