//! A map with points that lead on.

use crate::markup::{El, anchor, el, el_class};
use catalogue::map::{Frame, Point};

/// A point of a map.
pub struct MapPoint {
    /// Where it stands.
    pub at: Point,
    /// How many clusters are there.
    pub count: u32,
    /// What it is, and how many are there.
    pub name: String,
    /// Where it leads.
    pub href: String,
}

/// The least width of what can be hit, in pixels: success criterion 2.5.8.
const TARGET: u32 = 24;

/// A map of some points, the first below the others; at least as wide as `least` says, in the units of
/// [`catalogue::map`]. `drawing` is where the outlines lie.
pub fn map(drawing: &str, label: &'static str, points: Vec<MapPoint>, least: i32) -> Option<El> {
    let all: Vec<Point> = points.iter().map(|point| point.at).collect();
    let frame = Frame::around(&all, least)?;
    let Frame {
        x,
        y,
        width,
        height,
    } = frame;
    let outline =
        |part: &'static str| el_class("use", part).attr("href", format!("{drawing}#{part}"));
    let points = points.into_iter().map(|point| dot(point, width));
    let svg = el_class("svg", "map")
        .attr("viewBox", format!("{x} {y} {width} {height}"))
        .attr("role", "group")
        .attr("aria-label", label)
        .child(outline("land"))
        .child(outline("borders"))
        .children(points);
    Some(svg)
}

/// A point: a line of no length with round ends, because the width of a line can stay the same
/// however wide the map is shown. Its area grows with the count.
fn dot(point: MapPoint, map_width: i32) -> El {
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
        el_class("path", class)
            .attr("d", format!("M{x} {y}h0"))
            .attr("stroke-width", width.to_string())
    });
    let number = (count > 1).then(|| {
        el("text")
            .attr("x", x.to_string())
            .attr("y", y.to_string())
            .attr("font-size", (map_width / 64).to_string())
            .attr("aria-hidden", "true")
            .text(count.to_string())
    });
    anchor(href)
        .child(el("title").text(name))
        .children(circles)
        .child(number)
}
