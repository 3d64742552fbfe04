//! A map with points that are links.

use crate::site::use_site;
use catalogue::map::{Point, ViewBox};
use catalogue::model::City;
use leptos::prelude::*;
use leptos::svg;

/// A point of a map.
#[derive(Debug, Clone)]
pub struct MapPoint {
    /// Where it stands.
    pub at: Point,
    /// How many clusters are there.
    pub count: u32,
    /// What it is, and how many are there.
    pub name: String,
    /// The URL of its link.
    pub href: String,
}

/// The least width of what can be hit, in pixels: success criterion 2.5.8.
const TARGET: u32 = 24;

/// A city as a point of a map, where its centre is known.
pub fn city_point(city: &City, count: u32, name: String, href: String) -> Option<MapPoint> {
    Some(MapPoint {
        at: Point::of(city.centre?),
        count,
        name,
        href,
    })
}

/// A map of some points; nothing without points.
#[component]
pub fn Map(
    /// What the map is called.
    label: &'static str,
    /// The points, the first below the others.
    points: Vec<MapPoint>,
    /// The least width of the land that is shown, in the units of [`catalogue::map`].
    min_width: i32,
) -> impl IntoView {
    let all: Vec<Point> = points.iter().map(|point| point.at).collect();
    let ViewBox {
        x,
        y,
        width,
        height,
    } = ViewBox::around(&all, min_width)?;
    let outlines = use_site().map;
    let points = points
        .into_iter()
        .map(|point| view! { <Dot point map_width=width /> }.into_any());
    Some(
        view! {
            <svg
                class="map"
                viewBox=format!("{x} {y} {width} {height}")
                role="group"
                aria-label=label
            >
                <use_ class="land" href=format!("{outlines}#land")></use_>
                <use_ class="borders" href=format!("{outlines}#borders")></use_>
                {points.collect_view()}
            </svg>
        }
        .into_any(),
    )
}

/// A point: a line of no length with round ends, because the width of a line can stay the same
/// however wide the map is shown. Its area grows with the count.
#[component]
fn Dot(
    /// The point.
    point: MapPoint,
    /// The width of the map, in the units of [`catalogue::map`].
    map_width: i32,
) -> impl IntoView {
    let MapPoint {
        at: Point { x, y },
        count,
        name,
        href,
    } = point;
    let diameter = (196 * count).isqrt();
    // The widest can be hit with a thumb, the next tells the point from others that it touches.
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
                font-size=(map_width / 64).to_string()
                aria-hidden="true"
            >
                {count.to_string()}
            </text>
        }
        .into_any()
    });
    // Links and titles are elements of HTML, too: the group tells `view!` which link is meant, and the
    // title is made without it.
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
