//! Measuring texts in the site's own fonts, breaking them into lines, and making them small enough
//! for the space that there is.

use anyhow::{Context, Result, anyhow};
use catalogue::search::fold;
use resvg::usvg::fontdb::Database;
use rustybuzz::{Face, UnicodeBuffer};

pub(super) const REGULAR: &[u8] =
    include_bytes!("../../../../public/fonts/titillium-web-latin-400-normal.woff2");
pub(super) const BOLD: &[u8] =
    include_bytes!("../../../../public/fonts/titillium-web-latin-700-normal.woff2");

/// From one baseline to the next, in em.
pub(super) const LEADING: f32 = 1.14;

/// From a baseline to the top of a capital letter, in em.
pub(super) const CAPITALS: f32 = 0.7;

/// How much a text shrinks at a time until it fits.
const STEP: f32 = 0.96;

/// The site's fonts, unpacked.
pub(super) struct FontFiles {
    regular: Vec<u8>,
    bold: Vec<u8>,
}

/// The two weights of the site's fonts.
pub(super) struct Fonts<'a> {
    pub(super) regular: Font<'a>,
    pub(super) bold: Font<'a>,
}

pub(super) struct Font<'a>(Face<'a>);

/// A text in lines.
pub(super) struct Block {
    pub(super) lines: Vec<String>,
    /// In pixels per em.
    pub(super) size: f32,
}

/// The largest size and extent of a text.
#[derive(Clone, Copy)]
pub(super) struct Limits {
    /// In pixels per em.
    pub(super) size: f32,
    pub(super) width: f32,
    pub(super) height: f32,
    pub(super) lines: usize,
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

    /// The fonts for drawing, without any system fonts.
    pub(super) fn database(&self) -> Database {
        let mut database = Database::new();
        database.load_font_data(self.regular.clone());
        database.load_font_data(self.bold.clone());
        database
    }
}

impl<'a> Font<'a> {
    fn new(data: &'a [u8]) -> Result<Self> {
        Face::from_slice(data, 0)
            .map(Self)
            .context("a font cannot be read")
    }

    /// The width of a text, in em.
    pub(super) fn width(&self, text: &str) -> f32 {
        let mut buffer = UnicodeBuffer::new();
        buffer.push_str(text);
        let glyphs = rustybuzz::shape(&self.0, &[], buffer);
        let advances = glyphs.glyph_positions().iter();
        let width: i32 = advances.map(|glyph| glyph.x_advance).sum();
        #[expect(clippy::cast_precision_loss, reason = "font units are small numbers")]
        let width = width as f32 / self.0.units_per_em() as f32;
        width
    }

    /// Sets `text` as large as it fits, in lines of about the same length. Nothing is ever cut, and
    /// lines break only at plain spaces.
    pub(super) fn block(&self, text: &str, limits: Limits) -> Block {
        let text = self.writable(text);
        let words = MeasuredWords::new(&text, |text| self.width(text));
        let Limits {
            mut size, width, ..
        } = limits;
        let fits = |size: f32| {
            let lines = words.broken(width / size);
            lines.iter().all(|(_, line)| line * size <= width)
                && lines.len() <= limits.lines
                && height(lines.len(), size) <= limits.height
        };
        while !fits(size) {
            size *= STEP;
        }
        let lines = words.balanced(width / size).into_iter();
        Block {
            lines: lines.map(|(text, _)| text).collect(),
            size,
        }
    }

    /// `text` with the letters that the font lacks replaced by their plain forms.
    pub(super) fn writable(&self, text: &str) -> String {
        text.chars()
            .map(|letter| {
                let plain = || fold(letter.encode_utf8(&mut [0; 4]));
                match self.0.glyph_index(letter) {
                    Some(_) => letter.to_string(),
                    // Folding also turns capitals into small letters.
                    None if letter.is_uppercase() => plain().to_uppercase(),
                    None => plain(),
                }
            })
            .collect()
    }
}

impl Block {
    /// From the top of the first line's capitals to the last baseline, in pixels.
    pub(super) fn height(&self) -> f32 {
        height(self.lines.len(), self.size)
    }
}

fn height(lines: usize, size: f32) -> f32 {
    let leading = std::iter::repeat_n(LEADING, lines.saturating_sub(1));
    size * (CAPITALS + leading.sum::<f32>())
}

/// The words of a text, measured once, because breaking lines tries several measures.
struct MeasuredWords<'t> {
    /// Each with its width in em.
    words: Vec<(&'t str, f32)>,
    /// The width of the space between two, in em.
    space: f32,
}

impl<'t> MeasuredWords<'t> {
    fn new(text: &'t str, width: impl Fn(&str) -> f32) -> Self {
        let words = text.split(' ').filter(|word| !word.is_empty());
        Self {
            words: words.map(|word| (word, width(word))).collect(),
            space: width(" "),
        }
    }

    /// Lines in a measure in em, each with its width: each takes as many words as fit; a single
    /// word that is too wide overflows.
    fn broken(&self, measure: f32) -> Vec<(String, f32)> {
        let mut lines: Vec<(String, f32)> = Vec::new();
        for &(word, width) in &self.words {
            match lines.last_mut() {
                Some((line, line_width)) if *line_width + self.space + width <= measure => {
                    line.extend([" ", word]);
                    *line_width += self.space + width;
                }
                _ => lines.push((word.to_owned(), width)),
            }
        }
        lines
    }

    /// As few lines as the measure allows, of about the same length: in the narrowest measure that
    /// needs no more lines, no word is left alone in the last one.
    fn balanced(&self, measure: f32) -> Vec<(String, f32)> {
        let mut best = self.broken(measure);
        for part in 1..=20u8 {
            let narrower = measure * (1.0 - f32::from(part) * 0.03);
            let lines = self.broken(narrower);
            if lines.len() > best.len() || lines.iter().any(|(_, width)| *width > narrower) {
                break;
            }
            best = lines;
        }
        best
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LONGEST: &str = "Cluster Tecnologico Nazionale Tecnologie per le Smart Communities";

    #[test]
    fn a_text_shrinks_until_it_fits_and_is_never_cut() -> Result<()> {
        let files = FontFiles::unpack()?;
        let font = files.fonts()?.bold;
        let limits = |width, height, lines| Limits {
            size: 96.0,
            width,
            height,
            lines,
        };
        for (text, limits) in [
            ("VIL", limits(1000.0, 300.0, 3)),
            (LONGEST, limits(1000.0, 300.0, 3)),
            (LONGEST, limits(1000.0, 300.0, 1)),
            (LONGEST, limits(300.0, 100.0, 9)),
            (
                "Donaudampfschifffahrtsgesellschaft",
                limits(200.0, 100.0, 2),
            ),
        ] {
            let block = font.block(text, limits);
            assert!(block.height() <= limits.height, "{text}");
            assert!(block.lines.len() <= limits.lines, "{text}");
            for line in &block.lines {
                assert!(
                    font.width(line) * block.size <= limits.width + 0.5,
                    "{line}"
                );
            }
            assert_eq!(block.lines.join(" "), text);
        }
        let short = font.block("VIL", limits(1000.0, 300.0, 1));
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

    /// Breaks a text whose every letter and space is one em wide.
    fn lines(
        text: &str,
        break_lines: impl Fn(&MeasuredWords<'_>) -> Vec<(String, f32)>,
    ) -> Vec<String> {
        #[expect(clippy::cast_precision_loss, reason = "the texts are short")]
        let words = MeasuredWords::new(text, |text| text.chars().count() as f32);
        let lines = break_lines(&words).into_iter();
        lines.map(|(line, _)| line).collect()
    }

    #[test]
    fn each_line_takes_what_fits_and_a_long_word_overflows() {
        for (text, broken) in [
            ("", vec![]),
            ("aaa bbb cc d", vec!["aaa bbb", "cc d"]),
            ("aaaaaaaaaaa b", vec!["aaaaaaaaaaa", "b"]),
            ("aa\u{a0}- bbb cc", vec!["aa\u{a0}- bbb", "cc"]),
        ] {
            assert_eq!(lines(text, |words| words.broken(8.0)), broken);
        }
    }

    #[test]
    fn no_word_is_left_alone_where_lines_can_be_balanced() {
        let text = "aaaa bbbb cccc d";
        assert_eq!(
            lines(text, |words| words.broken(14.0)),
            ["aaaa bbbb cccc", "d"]
        );
        assert_eq!(
            lines(text, |words| words.balanced(14.0)),
            ["aaaa bbbb", "cccc d"]
        );
    }
}
