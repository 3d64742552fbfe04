//! A plane map: where places stand on it, and which part of it shows some of them.
//!
//! The projection is the plate carrée with a standard parallel: straight lines of latitude and
//! longitude, distances true along 45° north and nearly so in all of Europe. Lengths are whole
//! hundredths of a degree of latitude, about a kilometre: finer than the outlines in
//! `public/map.svg`, which are drawn in the same units, and shorter to write than fractions.

use crate::model::Coordinates;

/// How much shorter a degree of longitude is than one of latitude at 45° north: the cosine.
const SHORTER: f64 = std::f64::consts::FRAC_1_SQRT_2;

/// A place on the map. `x` grows eastwards from Greenwich, `y` southwards from the equator.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Point {
    /// Eastwards.
    pub x: i32,
    /// Southwards.
    pub y: i32,
}

impl Point {
    /// Where a place on the earth stands on the map.
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

/// A part of the map, four by three.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Frame {
    /// The western edge.
    pub x: i32,
    /// The northern edge.
    pub y: i32,
    /// From west to east.
    pub width: i32,
    /// From north to south.
    pub height: i32,
}

impl Frame {
    /// The smallest frame in whose middle some points stand, with a margin of an eighth around them;
    /// never narrower than `least`, so that one point stands in a land and not in a void. None
    /// around no points.
    pub fn around(points: &[Point], least: i32) -> Option<Self> {
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
        // An eighth on either side leaves three quarters.
        let width = (needed * 4 / 3).max(least);
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
    fn places_stand_where_they_lie() {
        for (lat, lon, x, y) in [
            (0.0, 0.0, 0, 0),
            (45.4642, 9.19, 650, -4546),
            (-33.87, 151.21, 10692, 3387),
        ] {
            assert_eq!(Point::of(Coordinates { lat, lon }), Point { x, y });
        }
    }

    #[test]
    fn one_point_stands_in_the_middle_of_the_least_frame() {
        let frame = Frame::around(&[Point { x: 650, y: -4546 }], 800);
        let meant = Frame {
            x: 250,
            y: -4846,
            width: 800,
            height: 600,
        };
        assert_eq!(frame, Some(meant));
        assert_eq!(Frame::around(&[], 800), None);
    }

    #[test]
    fn a_frame_is_no_larger_than_its_points_need() {
        for (points, x, y, width, height) in [
            // An eighth of 800 on either side of 600.
            ([(0, 0), (600, 30)], -100, -285, 800, 600),
            // 300 of height are 400 of width, of which three quarters of a frame are needed.
            ([(0, 0), (0, 300)], -266, -49, 533, 399),
        ] {
            let points = points.map(|(x, y)| Point { x, y });
            let meant = Frame {
                x,
                y,
                width,
                height,
            };
            assert_eq!(Frame::around(&points, 10), Some(meant));
        }
    }

    proptest! {
        #[test]
        fn all_points_stand_within_the_margin(
            points in prop::collection::vec((-13_000..13_000, -9000..9000), 1..20), least in 1..2000,
        ) {
            let points: Vec<Point> = points.into_iter().map(|(x, y)| Point { x, y }).collect();
            let Some(frame) = Frame::around(&points, least) else {
                return Err(TestCaseError::fail("there are points"));
            };
            prop_assert!(frame.width >= least);
            // Halves and thirds are rounded, each by one at most.
            let (beside, above) = (frame.width / 8 - 3, frame.height / 8 - 4);
            for point in points {
                let (left, top) = (point.x - frame.x, point.y - frame.y);
                prop_assert!((beside..=frame.width - beside).contains(&left));
                prop_assert!((above..=frame.height - above).contains(&top));
            }
        }
    }
}
