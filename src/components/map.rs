//! A small map with linked points.

use crate::site::use_site;
use catalogue::map::{Bounds, Point, TARGET, ViewBox, diameter};
use catalogue::model::City;
use leptos::prelude::*;
use leptos::svg;

/// A point of a map.
#[derive(Debug, Clone)]
pub struct MapPoint {
    /// The position.
    pub at: Point,
    /// The number of clusters.
    pub count: u32,
    /// The accessible name: the place and its number of clusters.
    pub name: String,
    /// The URL of the link.
    pub href: String,
}

/// A city as a point of a map, if its coordinates are known.
pub fn city_point(city: &City, count: u32, name: String, href: String) -> Option<MapPoint> {
    Some(MapPoint {
        at: Point::of(city.centre?),
        count,
        name,
        href,
    })
}

/// A map of points; empty if there are none.
#[component]
pub fn Map(
    /// The accessible name of the map.
    label: &'static str,
    /// The points, bottom-most first.
    points: Vec<MapPoint>,
    /// The minimum width of the map, in the units of [`catalogue::map`].
    min_size: i32,
) -> impl IntoView {
    let bounds = points.iter().map(|point| Bounds::of(point.at));
    let ViewBox { x, y, size } = ViewBox::around(bounds.reduce(Bounds::and)?, min_size);
    let land = format!("{}#land", use_site().outlines.small);
    let points = points
        .into_iter()
        .map(|point| view! { <Dot point map_size=size /> }.into_any());
    Some(
        view! {
            <svg
                class="map"
                viewBox=format!("{x} {y} {size} {size}")
                role="group"
                aria-label=label
            >
                <use_ class="land" href=land></use_>
                {points.collect_view()}
            </svg>
        }
        .into_any(),
    )
}

/// The circles of a mark: lines of length zero with round caps, because the width of a line can stay the same at
/// any scale of the map. Their area grows with the number of clusters.
pub fn mark_circles(Point { x, y }: Point, count: u32) -> Vec<AnyView> {
    let diameter = diameter(count);
    // The widest is the click target, the next one separates the mark from what lies beneath.
    let circles = [
        ("target", diameter.max(TARGET)),
        ("halo", diameter + 3),
        ("point", diameter),
    ];
    let circles = circles.map(|(class, width)| {
        view! { <path class=class d=format!("M{x} {y}h0") stroke-width=width.to_string()></path> }.into_any()
    });
    circles.into()
}

/// A point with its number of clusters, which leads to them.
#[component]
fn Dot(
    /// The point.
    point: MapPoint,
    /// The width of the map, in the units of [`catalogue::map`].
    map_size: i32,
) -> impl IntoView {
    let MapPoint {
        at: Point { x, y },
        count,
        name,
        href,
    } = point;
    let number = (count > 1).then(|| {
        view! {
            <text
                x=x.to_string()
                y=y.to_string()
                font-size=(map_size / 64).to_string()
                aria-hidden="true"
            >
                {count.to_string()}
            </text>
        }
        .into_any()
    });
    // HTML also has `a` and `title` elements: the group makes `view!` choose the SVG link, and the
    // title is built without the macro.
    view! {
        <g>
            <a href=href>
                {svg::title().child(name)}
                {mark_circles(Point { x, y }, count)}
                {number}
            </a>
        </g>
    }
}
