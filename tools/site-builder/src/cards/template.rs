//! Filling the template of preview images, `card.svg`, and drawing it.

use std::{ops::Range, sync::Arc};

use anyhow::{Context, Result, bail, ensure};
use resvg::{
    tiny_skia::{Pixmap, Transform},
    usvg::{
        Options, Tree,
        roxmltree::{Document, Node},
    },
};

use super::{
    content::CardTexts,
    indexed_png,
    type_setting::{Block, CAPITALS, Font, FontFiles, Fonts, LEADING, Limits},
};
use crate::markup::escaped;

/// The width of every picture in pixels: every service that shows previews accepts it uncropped.
pub const WIDTH: u32 = 1200;
/// The height of every picture, in pixels.
pub const HEIGHT: u32 = 630;

pub(super) const TEMPLATE: &str = include_str!("card.svg");

/// The fonts that a thread draws with.
pub(super) struct Painter<'a> {
    fonts: Fonts<'a>,
    options: Options<'static>,
}

impl<'a> Painter<'a> {
    pub(super) fn new(files: &'a FontFiles) -> Result<Self> {
        let mut options = Options::default();
        *Arc::make_mut(&mut options.fontdb) = files.database();
        Ok(Self {
            fonts: files.fonts()?,
            options,
        })
    }

    /// Draws a picture and packs it as PNG.
    pub(super) fn draw(&self, content: &CardTexts<'_>) -> Result<Vec<u8>> {
        let svg = filled(&self.fonts, content)?;
        let tree = Tree::from_str(&svg, &self.options)?;
        let mut picture = Pixmap::new(WIDTH, HEIGHT).context("a picture has an area")?;
        ensure!(
            tree.size().to_int_size().dimensions() == (WIDTH, HEIGHT),
            "card.svg is not {WIDTH} by {HEIGHT}"
        );
        resvg::render(&tree, Transform::identity(), &mut picture.as_mut());
        indexed_png::packed(&picture)
    }
}

/// The template with the texts of a picture.
fn filled(fonts: &Fonts<'_>, content: &CardTexts<'_>) -> Result<String> {
    let document = Document::parse(TEMPLATE)?;
    let room = Rectangle::of(element(&document, "room")?)?;
    let text = |id| TextElement::of(element(&document, id)?, fonts);
    let (site, kicker, name, lead) = (text("site")?, text("kicker")?, text("name")?, text("lead")?);
    let labels = element(&document, "labels")?;

    let mut edits = vec![site.filled(&site.block(content.site, &room, f32::MAX), 0.0)];
    edits.push((
        labels.range(),
        filled_labels(labels, &content.labels, &fonts.bold, &room)?,
    ));
    // How far the next element up is moved from its position in the template.
    let mut moved = 0.0;
    if content.labels.is_empty() {
        moved = room.y + room.height - lead.y;
    }

    let block = lead.block(&content.lead, &room, f32::MAX);
    edits.push(lead.filled(&block, moved));
    moved -= block.height() - lead.size * CAPITALS;

    let mut height = name.y + moved - room.y;
    if content.kicker.is_some() {
        height -= name.top() - kicker.top();
    }
    let block = name.block(&content.name, &room, height);
    edits.push(name.filled(&block, moved));
    moved -= block.height() - name.size * CAPITALS;

    edits.push(match content.kicker {
        Some(text) => kicker.filled(&kicker.block(text, &room, f32::MAX), moved),
        None => (kicker.node.range(), String::new()),
    });

    edits.sort_by_key(|(range, _)| range.start);
    let mut svg = TEMPLATE.to_owned();
    for (range, text) in edits.iter().rev() {
        svg.replace_range(range.clone(), text);
    }
    Ok(svg)
}

/// A part of the template and its replacement.
type Edit = (Range<usize>, String);

/// A text of the template.
struct TextElement<'doc> {
    node: Node<'doc, 'static>,
    font: &'doc Font<'doc>,
    x: f32,
    /// The baseline.
    y: f32,
    size: f32,
    most_lines: usize,
}

impl<'doc> TextElement<'doc> {
    fn of(node: Node<'doc, 'static>, fonts: &'doc Fonts<'doc>) -> Result<Self> {
        let is_bold = number(node, "font-weight")? > 500.0;
        let most_lines = node.attribute("data-lines").map(str::parse);
        Ok(Self {
            node,
            font: if is_bold { &fonts.bold } else { &fonts.regular },
            x: number(node, "x")?,
            y: number(node, "y")?,
            size: number(node, "font-size")?,
            most_lines: most_lines.transpose()?.unwrap_or(usize::MAX),
        })
    }

    /// The top of the capital letters.
    fn top(&self) -> f32 {
        self.y - self.size * CAPITALS
    }

    /// Sets a text in the size of the template, or smaller.
    fn block(&self, text: &str, room: &Rectangle, height: f32) -> Block {
        let limits = Limits {
            size: self.size,
            width: room.x + room.width - self.x,
            height,
            lines: self.most_lines,
        };
        self.font.block(text, limits)
    }

    /// The element with these lines, moved by `moved`.
    fn filled(&self, block: &Block, moved: f32) -> Edit {
        let mut y = self.y + moved - block.height() + block.size * CAPITALS;
        let lines = block.lines.iter().map(|line| {
            let (x, line) = (self.x, escaped(line));
            let line = format!("<tspan x=\"{x}\" y=\"{y}\">{line}</tspan>");
            y += block.size * LEADING;
            line
        });
        let lines: String = lines.collect();
        let element = with_content(self.node, &[("font-size", block.size)], &lines);
        (self.node.range(), element)
    }
}

/// The labels in a row, all of them smaller if they do not fit. The first two in the template
/// define how they look and how far apart they are.
fn filled_labels(
    group: Node<'_, '_>,
    labels: &[String],
    font: &Font<'_>,
    room: &Rectangle,
) -> Result<String> {
    let elements: Vec<_> = group.children().filter(Node::is_element).collect();
    let [frame_node, text_node, second, _] = elements[..] else {
        bail!("card.svg needs two labels, each a rectangle and a text");
    };
    let frame = Rectangle::of(frame_node)?;
    let padding = number(text_node, "x")? - frame.x;
    let gap = number(second, "x")? - frame.x - frame.width;
    let size = number(text_node, "font-size")?;

    let mut x = frame.x;
    let mut content = String::new();
    for label in labels {
        let label = font.writable(label);
        let width = font.width(&label) * size + 2.0 * padding;
        content += &with_content(frame_node, &[("x", x), ("width", width)], "");
        content += &with_content(text_node, &[("x", x + padding)], &escaped(&label));
        x += width + gap;
    }
    let scale = (room.width / (x - gap - frame.x)).min(1.0);
    let (x, bottom) = (frame.x, frame.y + frame.height);
    Ok(format!(
        "<g transform=\"translate({x} {bottom}) scale({scale}) translate(-{x} -{bottom})\">{}</g>",
        with_content(group, &[], &content)
    ))
}

/// A rectangle of the template.
struct Rectangle {
    x: f32,
    y: f32,
    width: f32,
    height: f32,
}

impl Rectangle {
    fn of(node: Node<'_, '_>) -> Result<Self> {
        Ok(Self {
            x: number(node, "x")?,
            y: number(node, "y")?,
            width: number(node, "width")?,
            height: number(node, "height")?,
        })
    }
}

fn element<'doc>(document: &'doc Document<'static>, id: &str) -> Result<Node<'doc, 'static>> {
    document
        .descendants()
        .find(|node| node.attribute("id") == Some(id))
        .with_context(|| format!("card.svg has no element with the id {id}"))
}

/// A number among the attributes of an element, or inherited from those around it.
fn number(node: Node<'_, '_>, attribute: &str) -> Result<f32> {
    node.ancestors()
        .find_map(|node| node.attribute(attribute))
        .and_then(|value| value.parse().ok())
        .with_context(|| {
            format!(
                "card.svg has no number {attribute} for {:?}",
                node.tag_name()
            )
        })
}

/// An element with other content, and with other values of some attributes.
fn with_content(node: Node<'_, '_>, changed: &[(&str, f32)], content: &str) -> String {
    let attributes = node.attributes().map(|attribute| {
        let is_changed = |(name, _): &&(&str, f32)| *name == attribute.name();
        let value = match changed.iter().find(is_changed) {
            Some((_, value)) => value.to_string(),
            None => escaped(attribute.value()),
        };
        format!(" {}=\"{value}\"", attribute.name())
    });
    let attributes: String = attributes.collect();
    let name = node.tag_name().name();
    format!("<{name}{attributes}>{content}</{name}>")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn content<'a>(
        name: &str,
        lead: &str,
        kicker: Option<&'a str>,
        labels: &[&str],
    ) -> CardTexts<'a> {
        CardTexts {
            site: "Site",
            kicker,
            name: name.to_owned(),
            lead: lead.to_owned(),
            labels: labels.iter().map(|&label| label.to_owned()).collect(),
        }
    }

    /// The texts of a picture, each with its place.
    fn texts(content: &CardTexts<'_>) -> Result<Vec<(String, f32, f32)>> {
        let files = FontFiles::unpack()?;
        let svg = filled(&files.fonts()?, content)?;
        let document = Document::parse(&svg)?;
        let texts = document.descendants().filter(|node| {
            let is_line = node.has_tag_name("tspan") || node.has_tag_name("text");
            is_line && node.text().is_some()
        });
        let places = texts.map(|node| {
            let text = node.text().unwrap_or_default().to_owned();
            Ok((text, number(node, "x")?, number(node, "y")?))
        });
        places.collect()
    }

    #[test]
    fn the_figure_is_that_of_the_icon() -> Result<()> {
        let icon = Document::parse(include_str!("../../../../public/icon.svg"))?;
        let template = Document::parse(TEMPLATE)?;
        let shapes = |document: &Document<'_>| -> Vec<String> {
            let shapes = document.descendants().filter_map(|node| {
                let circle = || Some([node.attribute("cx")?, node.attribute("cy")?].join(" "));
                node.attribute("d").map(str::to_owned).or_else(circle)
            });
            shapes.collect()
        };
        assert_eq!(shapes(&template), [shapes(&icon), shapes(&icon)].concat());
        Ok(())
    }

    #[test]
    fn texts_replace_the_placeholders_as_text() -> Result<()> {
        let content = content("A & <B>", "Lead", Some("K"), &["One", "Two"]);
        let texts = texts(&content)?;
        let said: Vec<_> = texts.iter().map(|(text, ..)| text.as_str()).collect();
        assert_eq!(said, ["Site", "K", "A & <B>", "Lead", "One", "Two"]);
        Ok(())
    }

    #[test]
    fn elements_above_make_room_and_keep_their_distance() -> Result<()> {
        let y = |texts: &[(String, f32, f32)], word: &str| {
            let place = texts.iter().find(|(text, ..)| text.starts_with(word));
            place.map(|(.., y)| *y).context("it is there")
        };
        let short = texts(&content("Name", "Lead", Some("K"), &["One"]))?;
        assert!(
            (y(&short, "Name")? - 404.8).abs() < 0.01,
            "as in the template"
        );
        let tall = texts(&content("Name", &"Lead ".repeat(20), Some("K"), &["One"]))?;
        let line = 36.0 * LEADING;
        for word in ["K", "Name"] {
            assert!((y(&short, word)? - y(&tall, word)? - line).abs() < 0.01);
        }
        let bare = texts(&content("Name", "Lead", None, &[]))?;
        assert!((y(&bare, "Lead")? - 558.0).abs() < 0.01, "at the bottom");
        assert_eq!(bare.len(), 3, "nothing else remains of the template");
        Ok(())
    }

    #[test]
    fn nothing_leaves_the_frame() -> Result<()> {
        let name = "Cluster Tecnologico Nazionale ".repeat(8);
        let label = "Tecnologie per gli ambienti di vita";
        let content = content(&name, &name, Some(label), &[label; 5]);
        for (text, x, y) in texts(&content)?.into_iter().skip(1) {
            assert!(
                x >= 72.0 && (160.0..=558.0).contains(&y),
                "{text} at {x}, {y}"
            );
        }
        Ok(())
    }
}
