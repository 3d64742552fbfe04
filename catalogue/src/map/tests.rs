use super::geometry::EARTH;
use super::*;
use crate::model::Coordinates;
use proptest::prelude::*;

/// The distance from the centre of the projection along the surface of the earth, in radians.
fn distance_from_centre(lat: f64, lon: f64) -> f64 {
    let half = |degrees: f64| (degrees.to_radians() / 2.0).sin().powi(2);
    let (cos, cos_centre) = (lat.to_radians().cos(), 52_f64.to_radians().cos());
    let haversine = half(lat - 52.0) + cos * cos_centre * half(lon - 10.0);
    2.0 * haversine.sqrt().asin()
}

#[test]
fn points_are_projected() {
    for (lat, lon, x, y) in [
        (52.0, 10.0, 0, 0),
        // A degree of latitude is 111.2 km.
        (53.0, 10.0, 0, -1112),
        (45.4642, 9.19, -633, 7260),
    ] {
        assert_eq!(Point::of(Coordinates { lat, lon }), Point { x, y });
    }
}

proptest! {
    #[test]
    fn areas_are_true_to_scale(lat in 30.0..72.0, lon in -25.0..45.0) {
        // A cap of the earth has the area of the circle in which it is drawn.
        let Point { x, y } = Point::of(Coordinates { lat, lon });
        let cap = 2.0 * EARTH * (distance_from_centre(lat, lon) / 2.0).sin();
        prop_assert!((f64::from(x).hypot(f64::from(y)) - cap).abs() < 1.0);
    }
}

#[test]
fn every_place_has_a_position() {
    for (lat, lon) in [(-52.0, -170.0), (90.0, 0.0), (-90.0, 180.0)] {
        let Point { x, y } = Point::of(Coordinates { lat, lon });
        assert!(x.abs() < i32::MAX && y.abs() < i32::MAX, "{lat} {lon}");
    }
}

#[test]
fn cities_lie_in_their_areas() {
    for (id, lat, lon) in [
        ("lombardia", 45.4642, 9.19),
        ("sicilia", 38.1157, 13.3615),
        ("puglia", 41.1171, 16.8719),
        ("ES", 40.4168, -3.7038),
        ("FI", 60.1699, 24.9384),
        ("IS", 64.1466, -21.9426),
    ] {
        let bounds = Area::of(id).map(|area| area.bounds);
        let point = Bounds::of(Point::of(Coordinates { lat, lon }));
        assert_eq!(bounds.map(|bounds| bounds.and(point)), bounds, "{id}");
    }
}

#[test]
fn single_points_are_centred_in_the_minimum_view_box() {
    let view_box = ViewBox::around(Bounds::of(Point { x: 650, y: 4546 }), 800);
    let expected = ViewBox {
        x: 250,
        y: 4146,
        size: 800,
    };
    assert_eq!(view_box, expected);
}

#[test]
fn whole_map_is_the_farthest_view() {
    let view = ViewBox::around(Bounds::of(CENTRE), 5000);
    let farthest = view.zoomed(100.0, (0.5, 0.5));
    assert_eq!(farthest.size, WHOLE);
    assert_eq!(view.zoomed(0.001, (0.5, 0.5)).size, NEAREST);
    for area in &AREAS {
        // Other areas are drawn, but need not be reachable.
        let is_european =
            area.id.starts_with(char::is_lowercase) || ["IS", "FI", "PT", "CY"].contains(&area.id);
        assert!(
            !is_european || farthest.contains(area.centre),
            "{}",
            area.id
        );
    }
}

proptest! {
    #[test]
    fn everything_is_within_the_margins(
        points in prop::collection::vec((-20_000..20_000, -20_000..20_000), 1..20), least in 1..9000,
    ) {
        let points: Vec<Point> = points.into_iter().map(|(x, y)| Point { x, y }).collect();
        let bounds = points.iter().copied().map(Bounds::of).reduce(Bounds::and);
        let Some(bounds) = bounds else {
            return Err(TestCaseError::fail("there are points"));
        };
        let view = ViewBox::around(bounds, least);
        prop_assert!(view.size >= least);
        // Rounding costs some units.
        let margin = view.size / 12 - 3;
        for point in points {
            prop_assert!(view.contains(point));
            for offset in [point.x - view.x, point.y - view.y] {
                prop_assert!((margin..=view.size - margin).contains(&offset));
            }
        }
    }

    #[test]
    fn zooming_keeps_the_point_at_the_pointer(
        x in -9000..9000, y in -9000..9000, size in 2000..12_000,
        factor in 0.6..1.6, across in 0.0..1.0, down in 0.0..1.0,
    ) {
        let view = ViewBox { x: x - size / 2, y: y - size / 2, size };
        let zoomed = view.zoomed(factor, (across, down));
        let place = |view: ViewBox| {
            let size = f64::from(view.size);
            (f64::from(view.x) + size * across, f64::from(view.y) + size * down)
        };
        let (before, after) = (place(view), place(zoomed));
        prop_assert!((before.0 - after.0).abs() <= 2.0 && (before.1 - after.1).abs() <= 2.0);
    }

    #[test]
    fn views_stay_on_the_map(x in -90_000..90_000, y in -90_000..90_000, size in NEAREST..WHOLE) {
        let view = ViewBox { x, y, size }.moved((0.1, -0.1));
        let whole = ViewBox::around(Bounds::of(CENTRE), WHOLE + 2);
        let centre = Point { x: view.x + size / 2, y: view.y + size / 2 };
        prop_assert!(whole.contains(centre));
    }
}
