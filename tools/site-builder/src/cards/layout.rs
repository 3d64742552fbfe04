//! The layout and colours of preview images.

use anyhow::Result;
use tiny_skia::{Path, PathBuilder, PathStroker, Stroke, Transform};

use super::{
    canvas::{Canvas, Colour},
    content::Content,
    type_setting::{CAPITALS, Fonts, STEP},
};

/// Width and height in pixels: what every service that shows previews takes whole.
pub(super) const SIZE: (u32, u32) = (1200, 630);

/// The blue of the site's header; white text on it has a contrast of 5.6 to 1.
const GROUND: Colour = [0x00, 0x66, 0xcc];
/// Halfway to the darker blue: seen, but never in the way of words.
const FIGURE: Colour = [0x00, 0x5a, 0xb3];
const INK: Colour = [0xff, 0xff, 0xff];
/// The darker blue of the site's styles.
const LABEL_INK: Colour = [0x00, 0x4d, 0x99];

/// As in the icon, where dots and centre have outlines too.
const ICON: Mark = Mark {
    scale: 2.6,
    stroke: 2.0,
    centre: 4.5,
    dot: 3.0,
};

/// The same behind the words, finer, and larger than the picture is high.
const BACKDROP: Mark = Mark {
    scale: 38.0,
    stroke: 0.7,
    centre: 2.6,
    dot: 1.5,
};

/// Services crop edges and corners, so no text is nearer to them than this.
const MARGIN: f32 = 72.0;
const WIDTH: f32 = 1200.0 - 2.0 * MARGIN;
const BOTTOM: f32 = 630.0 - MARGIN;

/// Draws a picture and packs it. Everything is set upwards from the bottom, so that the name stands
/// large above what is said of it, however long it is.
pub(super) fn draw(fonts: &Fonts<'_>, content: &Content<'_>) -> Result<Vec<u8>> {
    let mut canvas = Canvas::new(SIZE, GROUND)?;
    fill(&mut canvas, BACKDROP.at(960.0, 270.0), FIGURE);
    header(&mut canvas, fonts, content.site);
    let base = labels(&mut canvas, fonts, &content.labels);
    let base = lead(&mut canvas, fonts, &content.lead, base);
    name(&mut canvas, fonts, content, base);
    canvas.png()
}

/// The mark and the site's name.
fn header(canvas: &mut Canvas, fonts: &Fonts<'_>, site: &str) {
    fill(canvas, ICON.at(MARGIN + 26.0, 84.0), INK);
    let name = fonts.bold.line(site, 34.0);
    fill(canvas, name.at(MARGIN + 72.0, 96.0), INK);
}

/// The labels in a row; returns the baseline of what is above them.
fn labels(canvas: &mut Canvas, fonts: &Fonts<'_>, labels: &[String]) -> f32 {
    const HEIGHT: f32 = 52.0;
    // In em, so that any number of labels fits when they are small enough.
    const PADDING: f32 = 0.7;
    const GAP: f32 = 0.6;
    if labels.is_empty() {
        return BOTTOM;
    }
    let mut size = 28.0;
    let lines = loop {
        let set = labels.iter().map(|label| fonts.bold.line(label, size));
        let lines: Vec<_> = set.collect();
        let widths = lines
            .iter()
            .map(|line| line.width + (2.0 * PADDING + GAP) * size);
        if widths.sum::<f32>() - GAP * size <= WIDTH {
            break lines;
        }
        size *= STEP;
    };
    let mut x = MARGIN;
    for line in lines {
        let width = line.width + 2.0 * PADDING * size;
        fill(canvas, tag(x, BOTTOM - HEIGHT, width, HEIGHT), INK);
        let base = BOTTOM - (HEIGHT - size * CAPITALS) / 2.0;
        fill(canvas, line.at(x + PADDING * size, base), LABEL_INK);
        x += width + GAP * size;
    }
    BOTTOM - HEIGHT - 34.0
}

/// What is said of the name, its last line at `base`; gives back the base line for the name.
fn lead(canvas: &mut Canvas, fonts: &Fonts<'_>, text: &str, base: f32) -> f32 {
    let block = fonts.regular.block(text, 36.0, (WIDTH, 70.0));
    let top = base - block.height();
    fill(canvas, block.ending_at(MARGIN, base), INK);
    top - 42.0
}

/// The name, its last line at `base`, and the line above it.
fn name(canvas: &mut Canvas, fonts: &Fonts<'_>, content: &Content<'_>, base: f32) {
    const HEADER: f32 = 160.0;
    let kicker = content
        .kicker
        .map(|kicker| fonts.bold.block(kicker, 38.0, (WIDTH, 28.0)));
    let room = base - HEADER - if kicker.is_some() { 54.0 } else { 0.0 };
    let block = fonts.bold.block(&content.name, 96.0, (WIDTH, room));
    let top = base - block.height();
    fill(canvas, block.ending_at(MARGIN, base), INK);
    if let Some(kicker) = kicker {
        fill(canvas, kicker.ending_at(MARGIN, top - 26.0), INK);
    }
}

fn fill(canvas: &mut Canvas, paths: impl IntoIterator<Item = Path>, colour: Colour) {
    for path in paths {
        canvas.fill(&path, colour);
    }
}

/// A rectangle with round corners.
fn tag(x: f32, y: f32, width: f32, height: f32) -> Option<Path> {
    let radius = 8.0;
    let (right, bottom) = (x + width, y + height);
    let mut path = PathBuilder::new();
    path.move_to(x + radius, y);
    path.line_to(right - radius, y);
    path.quad_to(right, y, right, y + radius);
    path.line_to(right, bottom - radius);
    path.quad_to(right, bottom, right - radius, bottom);
    path.line_to(x + radius, bottom);
    path.quad_to(x, bottom, x, bottom - radius);
    path.line_to(x, y + radius);
    path.quad_to(x, y, x + radius, y);
    path.finish()
}

/// A figure like that of `public/icon.svg`: a cluster, and what it joins.
struct Mark {
    /// Pixels to a unit of the icon, which is 32 wide.
    scale: f32,
    /// In units of the icon, like all that follow.
    stroke: f32,
    centre: f32,
    dot: f32,
}

impl Mark {
    const MIDDLE: (f32, f32) = (16.0, 16.0);
    const AROUND: [(f32, f32); 4] = [(9.0, 9.0), (24.0, 10.0), (11.0, 24.0), (23.0, 23.0)];

    /// The outlines, with the middle at a place.
    fn at(&self, x: f32, y: f32) -> Vec<Path> {
        let mut lines = PathBuilder::new();
        let mut dots = PathBuilder::new();
        dots.push_circle(Self::MIDDLE.0, Self::MIDDLE.1, self.centre);
        for (x, y) in Self::AROUND {
            lines.move_to(Self::MIDDLE.0, Self::MIDDLE.1);
            lines.line_to(x, y);
            dots.push_circle(x, y, self.dot);
        }
        let stroke = Stroke {
            width: self.stroke,
            ..Stroke::default()
        };
        let lines = lines
            .finish()
            .and_then(|lines| PathStroker::new().stroke(&lines, &stroke, self.scale));
        let place = Transform::from_translate(-Self::MIDDLE.0, -Self::MIDDLE.1)
            .post_scale(self.scale, self.scale)
            .post_translate(x, y);
        [lines, dots.finish()]
            .into_iter()
            .flatten()
            .filter_map(|path| path.transform(place))
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_mark_is_that_of_the_icon() {
        let icon = include_str!("../../../../public/icon.svg");
        let circle = |(x, y): (f32, f32), radius: f32| {
            // In the icon, half of a circle's stroke is outside its radius.
            let radius = radius - ICON.stroke / 2.0;
            format!(r#"<circle cx="{x}" cy="{y}" r="{radius}"/>"#)
        };
        assert!(icon.contains(&format!("stroke-width=\"{}\"", ICON.stroke)));
        assert!(icon.contains(&circle(Mark::MIDDLE, ICON.centre)));
        for dot in Mark::AROUND {
            assert!(icon.contains(&circle(dot, ICON.dot)), "{dot:?}");
        }
    }
}
