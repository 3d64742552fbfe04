//! A flat map: positions of points, the areas that are drawn, and the part of the map that shows them.
//!
//! The projection is Lambert's azimuthal equal-area one centred at 52° north and 10° east, as European
//! statistics use it (EPSG:3035), on a sphere: areas can be compared by their colour. The unit is a tenth of a
//! kilometre, as in `public/map.svg`, which shows the outlines.

mod areas;
mod geometry;
mod marks;
mod shades;

pub use areas::NAME_SCALES;
pub use geometry::{Area, Bounds, Point, rounded};
pub use marks::{Mark, Side, TARGET, diameter, gather, label_sides};
pub use shades::Shades;

use areas::AREAS;

/// The width of the drawn part of the earth, and the centre of the largest view.
const WHOLE: i32 = 50_000;
const CENTRE: Point = Point { x: 0, y: -1000 };

/// The smallest width that can be zoomed to: the outlines have no more details.
const NEAREST: i32 = 1000;

/// From this number of units per pixel upwards, areas are shaded by their number of clusters. Nearer, cities
/// are marked.
const SHADED: f64 = 16.0;

impl Area {
    /// The area of a region or country, if its outline is drawn.
    pub fn of(id: &str) -> Option<&'static Self> {
        AREAS.iter().find(|area| area.id == id)
    }
}

/// A square part of the map.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ViewBox {
    /// The western edge.
    pub x: i32,
    /// The northern edge.
    pub y: i32,
    /// The width and height.
    pub size: i32,
}

impl ViewBox {
    /// The smallest view box with something in its centre and a margin of a twelfth on each side, never
    /// smaller than `min_size`, so that a single point is shown with its surroundings.
    pub fn around(bounds: Bounds, min_size: i32) -> Self {
        let Bounds {
            west,
            north,
            east,
            south,
        } = bounds;
        // The margins leave ten twelfths.
        let size = ((east - west).max(south - north) * 12 / 10).max(min_size);
        Self {
            x: i32::midpoint(west, east) - size / 2,
            y: i32::midpoint(north, south) - size / 2,
            size,
        }
    }

    /// The view box that is `factor` times as large, with the same point at `at`: shares of width and height.
    #[must_use]
    pub fn zoomed(self, factor: f64, at: (f64, f64)) -> Self {
        let old = f64::from(self.size);
        let size = rounded(old * factor).clamp(NEAREST, WHOLE);
        let grown = old - f64::from(size);
        let moved = Self {
            x: self.x + rounded(grown * at.0),
            y: self.y + rounded(grown * at.1),
            size,
        };
        moved.kept()
    }

    /// The view box that lies `by` further to the east and to the south: shares of width and height.
    #[must_use]
    pub fn moved(self, by: (f64, f64)) -> Self {
        let size = f64::from(self.size);
        let moved = Self {
            x: self.x + rounded(size * by.0),
            y: self.y + rounded(size * by.1),
            size: self.size,
        };
        moved.kept()
    }

    /// The view box of the same size with a point in its centre.
    #[must_use]
    pub fn centred(self, Point { x, y }: Point) -> Self {
        let centred = Self {
            x: x - self.size / 2,
            y: y - self.size / 2,
            size: self.size,
        };
        centred.kept()
    }

    /// The nearest view box whose centre is on the drawn part of the earth.
    fn kept(self) -> Self {
        let half = self.size / 2;
        let kept = |from: i32, centre: i32| {
            (from + half).clamp(centre - WHOLE / 2, centre + WHOLE / 2) - half
        };
        Self {
            x: kept(self.x, CENTRE.x),
            y: kept(self.y, CENTRE.y),
            size: self.size,
        }
    }

    /// Whether a point is in it.
    pub fn contains(self, Point { x, y }: Point) -> bool {
        (self.x..=self.x + self.size).contains(&x) && (self.y..=self.y + self.size).contains(&y)
    }

    /// The length of a pixel, if the view box is `width` pixels wide.
    pub fn pixel(self, width: u32) -> f64 {
        f64::from(self.size) / f64::from(width.max(1))
    }
}

/// Whether areas are shaded where a pixel has this length; otherwise cities are marked.
pub fn is_shaded(pixel: f64) -> bool {
    pixel > SHADED
}

#[cfg(test)]
mod tests;
