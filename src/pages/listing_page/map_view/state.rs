//! What the map shows, and which part of it.

use crate::dom;
use crate::i18n::Strings;
use crate::names::facet_label;
use crate::site::{ListingState, SignalPair, Site};
use catalogue::browse::{Collection, MapArea, Seats};
use catalogue::map::{Mark, Point, Shades, ViewBox, is_shaded, rounded};
use catalogue::model::Lang;
use catalogue::query::{Address, Facet, Query};
use leptos::prelude::*;

/// The map, which takes the focus when the mark that had it disappears.
pub(super) const CANVAS: &str = "[id=\"map-canvas\"]";

/// The minimum width of the map at first, in the units of [`catalogue::map`]: 200 km.
const MIN_SIZE: i32 = 2000;

/// The height of the letters on the map, in pixels.
const EM: f64 = 12.0;

/// The number of cities of one mark that are named.
const NAMED: usize = 3;

/// What the map shows of a listing.
pub(super) struct MapContent {
    /// The cities with their positions and numbers of clusters.
    pub(super) places: Vec<(Point, u32)>,
    /// The numbers of these cities.
    pub(super) cities: Vec<u32>,
    /// The number of clusters in cities whose position is unknown.
    pub(super) unlocated: usize,
    /// The areas with their clusters.
    pub(super) areas: Vec<MapArea>,
    /// The classes of the areas.
    pub(super) shades: Shades,
    /// The clusters of the listing.
    clusters: Vec<u32>,
    /// The query of the listing, and its address.
    pub(super) listing: (Address, Query),
}

/// The part of the map that is shown, and how large.
#[derive(Clone, Copy)]
pub(super) struct Frame {
    /// The part of the map.
    pub(super) view: ViewBox,
    /// Its width on the screen, in pixels.
    pub(super) width: u32,
}

impl Frame {
    /// The length of a pixel.
    fn pixel(&self) -> f64 {
        self.view.pixel(self.width)
    }
}

/// Something on the map that can be chosen: an area, or the cities of a mark.
pub(super) struct Choice {
    /// Its name.
    pub(super) name: String,
    /// The facet of its values.
    pub(super) facet: Facet,
    /// The numbers of its values.
    pub(super) values: Vec<u32>,
    /// Its clusters.
    pub(super) clusters: Vec<u32>,
}

/// The state of the map. It is reset with each listing.
#[derive(Clone, Copy)]
pub(super) struct MapState {
    /// The data.
    pub(super) collection: &'static Collection,
    /// The URL of the outlines.
    pub(super) outlines: &'static str,
    /// The language of the page.
    pub(super) lang: Lang,
    /// The whole view: all areas and cities of the listing.
    pub(super) whole: ViewBox,
    /// Which part of the map is shown.
    pub(super) frame: SignalPair<Frame>,
    /// Whether areas are shaded, rather than cities marked.
    pub(super) shaded: Memo<bool>,
    /// The id of the element that is chosen; empty if none is.
    pub(super) chosen: SignalPair<String>,
    /// What the map shows of the listing.
    pub(super) content: StoredValue<MapContent>,
}

/// The id of the element of an area.
pub(super) fn area_id(area: &MapArea) -> String {
    format!("map-{}", area.area.id)
}

/// The id of the element of a mark: the indices of its places.
pub(super) fn mark_id(mark: &Mark) -> String {
    let mut id = "map".to_owned();
    for place in &mark.places {
        id.push('-');
        id.push_str(&place.to_string());
    }
    id
}

impl MapState {
    /// The map of a listing; `None` if nothing in it has a position.
    pub(super) fn of(site: Site, lang: Lang, state: &ListingState, seats: &Seats) -> Option<Self> {
        let clusters = &state.listing.clusters;
        let areas = site.collection.map_areas(clusters);
        let bounds = site.collection.map_bounds(&areas, clusters)?;
        let whole = ViewBox::around(bounds, MIN_SIZE);
        let (mut places, mut cities, mut unlocated) = (Vec::new(), Vec::new(), 0);
        for &(city, count) in &seats.cities {
            if let Some(centre) = site.collection.catalogue.cities[city as usize].centre {
                places.push((Point::of(centre), count));
                cities.push(city);
            } else {
                unlocated += count as usize;
            }
        }
        let numbers = areas.iter().map(|area| area.clusters.len());
        let numbers = numbers.map(|number| u32::try_from(number).unwrap_or(u32::MAX));
        let shades = Shades::of_numbers(numbers.collect());
        let content = MapContent {
            places,
            cities,
            unlocated,
            areas,
            shades,
            clusters: clusters.clone(),
            listing: (state.address.clone(), state.query.clone()),
        };
        let frame = signal(Frame {
            view: whole,
            width: 560,
        });
        Some(Self {
            collection: site.collection,
            outlines: &site.outlines.whole,
            lang,
            whole,
            frame,
            shaded: Memo::new(move |_| is_shaded(frame.0.with(Frame::pixel))),
            chosen: signal(String::new()),
            content: StoredValue::new(content),
        })
    }

    /// The length of a pixel (tracked).
    pub(super) fn pixel(self) -> f64 {
        self.frame.0.with(Frame::pixel)
    }

    /// The length of an em of the names on the map (tracked).
    pub(super) fn em(self) -> i32 {
        rounded(self.pixel() * EM)
    }

    /// The part of the map that is shown (untracked).
    pub(super) fn view(self) -> ViewBox {
        self.frame.0.with_untracked(|frame| frame.view)
    }

    /// Shows a part of the map. If the mark that has the focus is gathered with others, the map takes the focus.
    pub(super) fn show(self, view: ViewBox) {
        let focused = dom::focused();
        self.frame.1.update(|frame| frame.view = view);
        if focused.is_some() {
            dom::after_render(move || {
                dom::restore_lost_focus(focused);
                dom::restore_lost_focus(Some(CANVAS.to_owned()));
            });
        }
    }

    /// Shows a point, if it is outside.
    pub(super) fn reveal(self, point: Point) {
        let view = self.view();
        if !view.contains(point) {
            self.show(view.centred(point));
        }
    }

    /// The name of a city.
    pub(super) fn city_name(self, city: u32) -> &'static str {
        let city = &self.collection.catalogue.cities[city as usize];
        city.label.text(self.lang)
    }

    /// The area or cities that an element represents, by its id.
    pub(super) fn choice(self, id: &str) -> Option<Choice> {
        self.content.with_value(|content| {
            let area = content.areas.iter().find(|area| area_id(area) == id);
            if let Some(MapArea {
                area,
                facet,
                value,
                clusters,
            }) = area
            {
                let name = facet_label(self.collection, self.lang, *facet, area.id);
                return Some(Choice {
                    name: name.unwrap_or(area.id).to_owned(),
                    facet: *facet,
                    values: vec![*value],
                    clusters: clusters.clone(),
                });
            }
            let places = id
                .split('-')
                .filter_map(|place| place.parse::<usize>().ok());
            let values: Vec<u32> = places.map(|place| content.cities[place]).collect();
            let cities = self.collection.values(Facet::City);
            let mut clusters = Vec::new();
            for &cluster in &content.clusters {
                let city = cities.of(cluster as usize).first();
                if city.is_some_and(|city| values.contains(city)) {
                    clusters.push(cluster);
                }
            }
            (!values.is_empty()).then(|| Choice {
                name: self.city_names(&values),
                facet: Facet::City,
                values,
                clusters,
            })
        })
    }

    /// The names of the first cities, and the number of the others.
    fn city_names(self, cities: &[u32]) -> String {
        let mut names = String::new();
        for (index, &city) in cities.iter().enumerate() {
            if index > 0 {
                names.push_str(", ");
            }
            if index == NAMED {
                let t = Strings::of(self.lang);
                names.push_str(&t.more_cities.of(cities.len() - NAMED));
                break;
            }
            names.push_str(self.city_name(city));
        }
        names
    }

    /// Chooses an element, and leads to the list of its clusters.
    pub(super) fn choose(self, id: String) {
        self.chosen.1.set(id);
        dom::after_render(|| dom::focus_and_show("#map-choice"));
    }

    /// Chooses nothing, and leads back to the mark.
    pub(super) fn close(self) {
        let id = self.chosen.0.get_untracked();
        self.chosen.1.set(String::new());
        dom::after_render(move || {
            dom::restore_lost_focus(Some(format!("[id=\"{id}\"]")));
            dom::restore_lost_focus(Some(CANVAS.to_owned()));
        });
    }
}
