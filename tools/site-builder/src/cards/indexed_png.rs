//! Packing pictures of few colours as indexed PNG files.

use std::collections::HashMap;

use anyhow::Result;
use png::{BitDepth, ColorType, Compression, Encoder, Filter};
use resvg::tiny_skia::{Pixmap, PremultipliedColorU8};

/// Red, green, blue.
type Colour = [u8; 3];

/// The maximum number of colours of an indexed picture.
const PALETTE: usize = 256;

/// The picture as a PNG file. It must not be transparent.
pub(super) fn packed(picture: &Pixmap) -> Result<Vec<u8>> {
    let runs = runs(picture.pixels());
    let palette = palette(&runs);
    let mut numbers = HashMap::new();
    let mut indices = vec![0; picture.pixels().len()];
    let mut at = 0;
    for &(colour, length) in &runs {
        let number = numbers
            .entry(colour)
            .or_insert_with(|| nearest(&palette, colour));
        indices[at..][..length].fill(*number);
        at += length;
    }

    let mut file = Vec::new();
    let mut encoder = Encoder::new(&mut file, picture.width(), picture.height());
    encoder.set_color(ColorType::Indexed);
    encoder.set_depth(BitDepth::Eight);
    encoder.set_palette(palette.concat());
    encoder.set_compression(Compression::High);
    // Neighbouring numbers of a palette are not similar colours, so filters only cost.
    encoder.set_filter(Filter::NoFilter);
    let mut writer = encoder.write_header()?;
    writer.write_image_data(&indices)?;
    writer.finish()?;
    Ok(file)
}

/// The picture as runs of one colour, of which there are far fewer than pixels.
fn runs(pixels: &[PremultipliedColorU8]) -> Vec<(Colour, usize)> {
    pixels
        .chunk_by(|one, next| one == next)
        .map(|run| ([run[0].red(), run[0].green(), run[0].blue()], run.len()))
        .collect()
}

/// The most frequent colours.
fn palette(runs: &[(Colour, usize)]) -> Vec<Colour> {
    let mut uses: HashMap<Colour, usize> = HashMap::new();
    for (colour, length) in runs {
        *uses.entry(*colour).or_default() += length;
    }
    let mut uses: Vec<_> = uses.into_iter().collect();
    // By colour where two are used equally often: the same picture gives the same bytes each time.
    uses.sort_by_key(|&(colour, count)| (std::cmp::Reverse(count), colour));
    uses.truncate(PALETTE);
    uses.into_iter().map(|(colour, _)| colour).collect()
}

/// The number of the colour of the palette that is closest to `colour`.
fn nearest(palette: &[Colour], colour: Colour) -> u8 {
    let distance = |other: &Colour| -> u32 {
        let channels = colour.iter().zip(other);
        channels
            .map(|(&one, &other)| u32::from(one.abs_diff(other)).pow(2))
            .sum()
    };
    (0..=u8::MAX)
        .zip(palette)
        .min_by_key(|(_, other)| distance(other))
        .map_or(0, |(number, _)| number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_beyond_the_palette_become_their_neighbours() {
        let mut runs: Vec<_> = (0..=u8::MAX).map(|red| ([red, 0, 0], 2)).collect();
        runs.push(([7, 0, 1], 1));
        let palette = palette(&runs);
        assert_eq!(palette.len(), PALETTE);
        assert!(!palette.contains(&[7, 0, 1]), "it is used least");
        let number = nearest(&palette, [7, 0, 1]);
        assert_eq!(palette[usize::from(number)], [7, 0, 0]);
    }
}
