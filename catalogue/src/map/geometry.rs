//! Points, rectangles and areas of the map.

use crate::model::Coordinates;

/// The radius of the earth.
pub(super) const EARTH: f64 = 63_710.0;

/// A point on the map. `x` grows eastwards, `y` southwards.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Point {
    /// The distance east of the centre of the projection.
    pub x: i32,
    /// The distance south of the centre of the projection.
    pub y: i32,
}

impl Point {
    /// The position of a place on the map.
    pub fn of(place: Coordinates) -> Self {
        let (sin_centre, cos_centre) = 52_f64.to_radians().sin_cos();
        let (sin, cos) = place.lat.to_radians().sin_cos();
        let (sin_lon, cos_lon) = (place.lon - 10.0).to_radians().sin_cos();
        // Zero only at the opposite point of the earth, which has no position.
        let opposite = (1.0 + sin_centre * sin + cos_centre * cos * cos_lon).max(1e-9);
        let scale = EARTH * (2.0 / opposite).sqrt();
        Self {
            x: rounded(scale * cos * sin_lon),
            y: rounded(-scale * (cos_centre * sin - sin_centre * cos * cos_lon)),
        }
    }
}

/// The nearest whole number.
#[expect(
    clippy::cast_possible_truncation,
    reason = "lengths on the earth fit, and greater numbers saturate"
)]
pub fn rounded(number: f64) -> i32 {
    number.round() as i32
}

/// A rectangle around something on the map.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bounds {
    /// The western edge.
    pub west: i32,
    /// The northern edge.
    pub north: i32,
    /// The eastern edge.
    pub east: i32,
    /// The southern edge.
    pub south: i32,
}

impl Bounds {
    /// The rectangle around one point.
    pub fn of(Point { x, y }: Point) -> Self {
        Self {
            west: x,
            north: y,
            east: x,
            south: y,
        }
    }

    /// The smallest rectangle around both.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self {
            west: self.west.min(other.west),
            north: self.north.min(other.north),
            east: self.east.max(other.east),
            south: self.south.max(other.south),
        }
    }
}

/// An area: its id, its western, northern, eastern and southern edge, and a point far from them.
pub(super) const fn area(id: &'static str, edges: [i32; 4], [x, y]: [i32; 2]) -> Area {
    let [west, north, east, south] = edges;
    Area {
        id,
        bounds: Bounds {
            west,
            north,
            east,
            south,
        },
        centre: Point { x, y },
    }
}

/// An area with an outline in `public/map.svg`: a region of Italy, or another country.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Area {
    /// The id of the region, or the code of the country; the id of its outline, too.
    pub id: &'static str,
    /// Its extent, without far islands.
    pub bounds: Bounds,
    /// A point far from its borders.
    pub centre: Point,
}
