//! A flat map: positions of points, and the part of the map that shows them.
//!
//! The projection is an equirectangular one with the standard parallel 45° north: meridians and
//! parallels are straight lines, and distances are nearly true in all of Europe. The unit is a
//! hundredth of a degree of latitude, about a kilometre: finer than the outlines in
//! `public/map.svg`, which use the same unit, and shorter in markup than fractions.

use crate::model::Coordinates;

/// The ratio of a degree of longitude to a degree of latitude at 45° north: its cosine.
const SHORTER: f64 = std::f64::consts::FRAC_1_SQRT_2;

/// A point on the map. `x` grows eastwards from Greenwich, `y` southwards from the equator.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Point {
    /// The distance east of Greenwich.
    pub x: i32,
    /// The distance south of the equator.
    pub y: i32,
}

impl Point {
    /// The position of a place on the map.
    #[expect(
        clippy::cast_possible_truncation,
        reason = "degrees are at most 180, so that hundredths of them fit"
    )]
    pub fn of(place: Coordinates) -> Self {
        Self {
            x: (place.lon * 100.0 * SHORTER).round() as i32,
            y: (place.lat * -100.0).round() as i32,
        }
    }
}

/// A rectangle of the map, with an aspect ratio of 4:3.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ViewBox {
    /// The western edge.
    pub x: i32,
    /// The northern edge.
    pub y: i32,
    /// The width, from west to east.
    pub width: i32,
    /// The height, from north to south.
    pub height: i32,
}

impl ViewBox {
    /// The smallest view box with all points in its centre and a margin of an eighth on each side.
    /// It is never narrower than `min_width`, so that a single point is shown with its surroundings.
    /// `None` without points.
    pub fn around(points: &[Point], min_width: i32) -> Option<Self> {
        let first = points.first()?;
        let (mut low, mut high) = (*first, *first);
        for point in points {
            low = Point {
                x: low.x.min(point.x),
                y: low.y.min(point.y),
            };
            high = Point {
                x: high.x.max(point.x),
                y: high.y.max(point.y),
            };
        }
        let needed = (high.x - low.x).max((high.y - low.y) * 4 / 3);
        // The margins leave three quarters of the width.
        let width = (needed * 4 / 3).max(min_width);
        let height = width * 3 / 4;
        Some(Self {
            x: i32::midpoint(low.x, high.x) - width / 2,
            y: i32::midpoint(low.y, high.y) - height / 2,
            width,
            height,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn points_are_projected() {
        for (lat, lon, x, y) in [
            (0.0, 0.0, 0, 0),
            (45.4642, 9.19, 650, -4546),
            (-33.87, 151.21, 10692, 3387),
        ] {
            assert_eq!(Point::of(Coordinates { lat, lon }), Point { x, y });
        }
    }

    #[test]
    fn single_points_are_centred_in_the_minimum_view_box() {
        let view_box = ViewBox::around(&[Point { x: 650, y: -4546 }], 800);
        let expected = ViewBox {
            x: 250,
            y: -4846,
            width: 800,
            height: 600,
        };
        assert_eq!(view_box, Some(expected));
        assert_eq!(ViewBox::around(&[], 800), None);
    }

    #[test]
    fn view_boxes_are_as_small_as_possible() {
        for (points, x, y, width, height) in [
            // 600 is three quarters of 800.
            ([(0, 0), (600, 30)], -100, -285, 800, 600),
            // A height of 300 corresponds to a width of 400, which is three quarters of 533.
            ([(0, 0), (0, 300)], -266, -49, 533, 399),
        ] {
            let points = points.map(|(x, y)| Point { x, y });
            let expected = ViewBox {
                x,
                y,
                width,
                height,
            };
            assert_eq!(ViewBox::around(&points, 10), Some(expected));
        }
    }

    proptest! {
        #[test]
        fn all_points_are_within_the_margins(
            points in prop::collection::vec((-13_000..13_000, -9000..9000), 1..20), least in 1..2000,
        ) {
            let points: Vec<Point> = points.into_iter().map(|(x, y)| Point { x, y }).collect();
            let Some(view_box) = ViewBox::around(&points, least) else {
                return Err(TestCaseError::fail("there are points"));
            };
            prop_assert!(view_box.width >= least);
            // Rounding halves and thirds costs at most one unit each.
            let (beside, above) = (view_box.width / 8 - 3, view_box.height / 8 - 4);
            for point in points {
                let (left, top) = (point.x - view_box.x, point.y - view_box.y);
                prop_assert!((beside..=view_box.width - beside).contains(&left));
                prop_assert!((above..=view_box.height - above).contains(&top));
            }
        }
    }
}
