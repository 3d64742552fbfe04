//! A small map with linked points.

use crate::site::use_site;
use catalogue::map::{Bounds, NAME_SCALES, Point, ViewBox, diameter};
use catalogue::model::{City, Lang};
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

/// The minimum width of a click target in pixels (WCAG 2.5.8).
const TARGET: u32 = 24;

/// The names of the areas that fit in them where an em has this length.
pub fn area_names(outlines: &str, lang: Lang, em: i32) -> Vec<AnyView> {
    let mut names = Vec::new();
    for scale in NAME_SCALES {
        if em <= scale {
            let group = format!("{outlines}#names-{}-{scale}", lang.tag());
            names.push(view! { <use_ href=group></use_> }.into_any());
        }
    }
    names
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

/// A point: a line of length zero with round caps, because the width of a line can stay the same at
/// any scale of the map. Its area is proportional to the count.
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
    let diameter = diameter(count);
    // The widest circle is the click target, the next one separates the point from others that it
    // touches.
    let circles = [
        ("target", diameter.max(TARGET)),
        ("halo", diameter + 3),
        ("point", diameter),
    ];
    let circles = circles.map(|(class, width)| {
        view! { <path class=class d=format!("M{x} {y}h0") stroke-width=width.to_string()></path> }.into_any()
    });
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
    // HTML has `a` and `title` elements, too: the group makes `view!` choose the SVG link, and the
    // title is built without the macro.
    view! {
        <g>
            <a href=href>
                {svg::title().child(name)}
                {circles.into_iter().collect_view()}
                {number}
            </a>
        </g>
    }
}
