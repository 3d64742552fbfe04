//! Text as outlines: shaped with the site's own fonts, measured, and made small enough for the room
//! that there is.

use anyhow::{Context, Result, anyhow};
use catalogue::search::fold;
use rustybuzz::{Face, UnicodeBuffer, ttf_parser::OutlineBuilder};
use tiny_skia::{Path, PathBuilder, Transform};

use super::line_breaking::Words;

pub(super) const REGULAR: &[u8] =
    include_bytes!("../../../../public/fonts/titillium-web-latin-400-normal.woff2");
pub(super) const BOLD: &[u8] =
    include_bytes!("../../../../public/fonts/titillium-web-latin-700-normal.woff2");

/// From one base line to the next, in em.
const LEADING: f32 = 1.14;

/// From a base line to the top of a capital letter, in em.
pub(super) const CAPITALS: f32 = 0.7;

/// By how much a text shrinks at a time until it fits.
pub(super) const STEP: f32 = 0.96;

/// The site's fonts as they are before they are packed for the web.
pub(super) struct FontFiles {
    regular: Vec<u8>,
    bold: Vec<u8>,
}

impl FontFiles {
    pub(super) fn unpack() -> Result<Self> {
        let unpack = |packed| {
            wuff::decompress_woff2(packed).map_err(|error| anyhow!("unpacking a font: {error:?}"))
        };
        Ok(Self {
            regular: unpack(REGULAR)?,
            bold: unpack(BOLD)?,
        })
    }

    pub(super) fn fonts(&self) -> Result<Fonts<'_>> {
        Ok(Fonts {
            regular: Font::new(&self.regular)?,
            bold: Font::new(&self.bold)?,
        })
    }
}

/// The two weights that the site is set in.
pub(super) struct Fonts<'a> {
    pub(super) regular: Font<'a>,
    pub(super) bold: Font<'a>,
}

pub(super) struct Font<'a>(Face<'a>);

/// Words on one base line, which begins at the origin.
pub(super) struct Line {
    outline: PathBuilder,
    pub(super) width: f32,
}

/// Lines under each other, the first one's base line at the origin.
pub(super) struct Block {
    lines: Vec<Line>,
    pub(super) size: f32,
}

impl<'a> Font<'a> {
    fn new(data: &'a [u8]) -> Result<Self> {
        Face::from_slice(data, 0)
            .map(Self)
            .context("a font cannot be read")
    }

    /// Sets `text` at `size` pixels per em.
    pub(super) fn line(&self, text: &str, size: f32) -> Line {
        let mut buffer = UnicodeBuffer::new();
        buffer.push_str(&self.writable(text));
        let glyphs = rustybuzz::shape(&self.0, &[], buffer);
        #[expect(clippy::cast_precision_loss, reason = "font units are small numbers")]
        let scaled = |units: i32| units as f32 * size / self.0.units_per_em() as f32;
        let mut pen = Pen {
            outline: PathBuilder::new(),
            scale: scaled(1),
            at: (0.0, 0.0),
        };
        let mut width = 0.0;
        for (glyph, place) in glyphs.glyph_infos().iter().zip(glyphs.glyph_positions()) {
            pen.at = (width + scaled(place.x_offset), -scaled(place.y_offset));
            // Fonts have at most 65,535 glyphs; white space has no outline.
            if let Ok(id) = u16::try_from(glyph.glyph_id) {
                self.0
                    .outline_glyph(rustybuzz::ttf_parser::GlyphId(id), &mut pen);
            }
            width += scaled(place.x_advance);
        }
        Line {
            outline: pen.outline,
            width,
        }
    }

    /// Sets `text` as large as it fits into a room, at most at `size`, in lines of about the same
    /// length. Nothing is ever cut, and lines break at plain spaces alone.
    pub(super) fn block(&self, text: &str, mut size: f32, (width, height): (f32, f32)) -> Block {
        let words = Words::new(text, |text| self.line(text, 1.0).width);
        let fits = |size: f32| {
            let lines = words.broken(width / size);
            lines.iter().all(|line| line.width * size <= width)
                && height_of(lines.len(), size) <= height
        };
        while !fits(size) {
            size *= STEP;
        }
        let lines = words.balanced(width / size);
        Block {
            lines: lines
                .iter()
                .map(|line| self.line(&line.text, size))
                .collect(),
            size,
        }
    }

    /// `text` with the letters that the font lacks replaced by their plain forms.
    fn writable(&self, text: &str) -> String {
        text.chars()
            .map(|letter| {
                let plain = || fold(letter.encode_utf8(&mut [0; 4]));
                match self.0.glyph_index(letter) {
                    Some(_) => letter.to_string(),
                    // Folding makes letters small, too.
                    None if letter.is_uppercase() => plain().to_uppercase(),
                    None => plain(),
                }
            })
            .collect()
    }
}

impl Line {
    /// The outlines, moved to where the line begins.
    pub(super) fn at(self, x: f32, y: f32) -> Option<Path> {
        self.outline
            .finish()?
            .transform(Transform::from_translate(x, y))
    }
}

/// From the top of the first line's capitals to the last line's base, in pixels.
fn height_of(lines: usize, size: f32) -> f32 {
    let leading = std::iter::repeat_n(LEADING, lines.saturating_sub(1));
    size * (CAPITALS + leading.sum::<f32>())
}

impl Block {
    /// From the top of the first line's capitals to the last line's base, in pixels.
    pub(super) fn height(&self) -> f32 {
        height_of(self.lines.len(), self.size)
    }

    /// The lines' outlines, the last base line at `y`.
    pub(super) fn ending_at(self, x: f32, y: f32) -> impl Iterator<Item = Path> {
        let leading = self.size * LEADING;
        let mut base = y - self.height() + self.size * CAPITALS;
        self.lines.into_iter().filter_map(move |line| {
            let path = line.at(x, base);
            base += leading;
            path
        })
    }

    #[cfg(test)]
    pub(super) fn widths(&self) -> Vec<f32> {
        self.lines.iter().map(|line| line.width).collect()
    }
}

/// Draws glyphs, whose ordinates grow upwards, into a picture, whose ordinates grow downwards.
struct Pen {
    outline: PathBuilder,
    scale: f32,
    at: (f32, f32),
}

impl Pen {
    fn point(&self, x: f32, y: f32) -> (f32, f32) {
        (self.at.0 + x * self.scale, self.at.1 - y * self.scale)
    }
}

impl OutlineBuilder for Pen {
    fn move_to(&mut self, x: f32, y: f32) {
        let (x, y) = self.point(x, y);
        self.outline.move_to(x, y);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        let (x, y) = self.point(x, y);
        self.outline.line_to(x, y);
    }

    fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
        let ((x1, y1), (x, y)) = (self.point(x1, y1), self.point(x, y));
        self.outline.quad_to(x1, y1, x, y);
    }

    fn curve_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32) {
        let ((x1, y1), (x2, y2), (x, y)) =
            (self.point(x1, y1), self.point(x2, y2), self.point(x, y));
        self.outline.cubic_to(x1, y1, x2, y2, x, y);
    }

    fn close(&mut self) {
        self.outline.close();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LONGEST: &str = "Cluster Tecnologico Nazionale Tecnologie per le Smart Communities";

    #[test]
    fn a_text_shrinks_until_it_fits_and_is_never_cut() -> Result<()> {
        let files = FontFiles::unpack()?;
        let fonts = files.fonts()?;
        for (text, room) in [
            ("VIL", (1000.0, 300.0)),
            (LONGEST, (1000.0, 300.0)),
            (LONGEST, (300.0, 100.0)),
            ("Donaudampfschifffahrtsgesellschaft", (200.0, 100.0)),
        ] {
            let block = fonts.bold.block(text, 96.0, room);
            assert!(block.height() <= room.1, "{text}");
            assert!(block.widths().iter().all(|&width| width <= room.0 + 0.5));
            let words = fonts.bold.line(text, block.size);
            let set: f32 = block.widths().iter().sum();
            let spaces = words.width - set;
            assert!(spaces >= -0.5, "no word is set twice in {text}");
            let space = fonts.bold.line(" ", block.size).width;
            assert!(spaces <= space * 8.0, "no word is left out of {text}");
        }
        let short = fonts.bold.block("VIL", 96.0, (1000.0, 300.0));
        assert!(short.size > 95.9, "what fits does not shrink");
        Ok(())
    }

    #[test]
    fn letters_that_the_font_lacks_lose_their_accents_only() -> Result<()> {
        let files = FontFiles::unpack()?;
        let font = files.fonts()?.regular;
        assert_eq!(font.writable("Città d’Île – Œuvre"), "Città d’Île – Œuvre");
        assert_eq!(font.writable("Poznań, Łódź"), "Poznan, Lódz");
        Ok(())
    }
}
