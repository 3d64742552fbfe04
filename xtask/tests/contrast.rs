//! Contrast in both themes, for every pair of colours that the styles combine, computed from
//! `style/` as WCAG 2.2 defines it.

use std::{collections::BTreeMap, fs};

use anyhow::{Context, Result, bail, ensure};
use project::folders::workspace;

/// Success criterion 1.4.3, for letters of any size.
const TEXT: f64 = 4.5;
/// Success criterion 1.4.11, for controls and graphics.
const CONTROL: f64 = 3.0;

/// Text colours, each with its backgrounds.
const TEXTS: &[(&str, &[&str])] = &[
    ("text", GROUNDS),
    ("text-muted", GROUNDS),
    ("link", GROUNDS),
    ("brand-strong", GROUNDS),
    ("text", &["warning-surface", "danger-surface"]),
    ("text-muted", &["danger-surface"]),
    ("link", &["warning-surface", "danger-surface"]),
    ("warning", &["warning-surface"]),
    ("on-brand", &["brand", "brand-strong"]),
    ("on-brand-ground", &["brand-ground", "brand-deep"]),
    ("on-mark", &["mark"]),
];
const CONTROLS: &[(&str, &[&str])] = &[
    ("border-control", GROUNDS),
    ("brand", GROUNDS),
    ("danger", &["danger-surface", "surface"]),
    ("focus", GROUNDS),
    ("focus", &["focus-gap"]),
];
const GROUNDS: &[&str] = &["surface", "surface-raised", "surface-sunken", "brand-tint"];
/// Decorative lines and shadows, which need no contrast.
const DECORATION: [&str; 2] = ["border", "shadow"];

/// The number of area colours; further areas share the last one.
const AREA_COLOURS: u32 = 19;
const DEGREES_APART: u32 = 20;

#[derive(Debug, Clone, Copy)]
enum Theme {
    Light,
    Dark,
}

const THEMES: [Theme; 2] = [Theme::Light, Theme::Dark];

/// Linear red, green and blue, from 0 to 1.
type Linear = [f64; 3];

struct Tokens(BTreeMap<String, String>);

impl Tokens {
    /// Reads the tokens that apply to all preferences.
    fn read() -> Result<Self> {
        let style = without_comments(&read("tokens.css")?);
        let (_, rest) = style.split_once(":root {").context("no tokens")?;
        let (block, _) = rest.split_once('}').context("an open block")?;
        let lines = block.split(';').filter_map(|line| {
            let (name, value) = line.trim().strip_prefix("--")?.split_once(':')?;
            Some((name.trim().to_owned(), value.trim().to_owned()))
        });
        Ok(Self(lines.collect()))
    }

    fn colour(&self, name: &str, theme: Theme) -> Result<Linear> {
        let value = self.0.get(name).with_context(|| format!("no --{name}"))?;
        let value = themed(value, theme)?;
        match value.strip_prefix("var(--") {
            Some(other) => self.colour(other.trim_end_matches(')'), theme),
            None => hexadecimal(value),
        }
    }

    fn colours(&self) -> impl Iterator<Item = &str> {
        let is_colour = |value: &str| ["#", "rgb("].iter().any(|start| value.contains(start));
        let colours = self.0.iter().filter(move |(_, value)| is_colour(value));
        colours.map(|(name, _)| name.as_str())
    }
}

fn read(file: &str) -> Result<String> {
    let path = workspace().join("style").join(file);
    fs::read_to_string(&path).with_context(|| format!("reading {}", path.display()))
}

fn without_comments(style: &str) -> String {
    let pieces = style.split("/*");
    let code = pieces.map(|piece| piece.split_once("*/").map_or(piece, |(_, code)| code));
    code.collect()
}

/// The value of `light-dark(…, …)` in a theme; other values as they are.
fn themed(value: &str, theme: Theme) -> Result<&str> {
    let Some(sides) = value.strip_prefix("light-dark(") else {
        return Ok(value);
    };
    let sides = sides.strip_suffix(')').context("an open light-dark(")?;
    let (light, dark) = sides.split_once(", ").context("one side")?;
    Ok(match theme {
        Theme::Light => light,
        Theme::Dark => dark,
    })
}

fn hexadecimal(colour: &str) -> Result<Linear> {
    let digits = colour
        .strip_prefix('#')
        .with_context(|| format!("{colour} is not a colour"))?;
    let channel = |at: usize| match digits.len() {
        3 => Ok(u8::from_str_radix(&digits[at..=at].repeat(2), 16)?),
        6 => Ok(u8::from_str_radix(&digits[2 * at..2 * at + 2], 16)?),
        _ => bail!("{colour} is not a colour"),
    };
    Ok([channel(0)?, channel(1)?, channel(2)?].map(|channel| linear(f64::from(channel) / 255.0)))
}

/// Converts an sRGB channel to linear light.
fn linear(share: f64) -> f64 {
    if share <= 0.040_45 {
        share / 12.92
    } else {
        ((share + 0.055) / 1.055).powf(2.4)
    }
}

/// Converts an OKLCH colour, clipping it to the gamut as browsers do. The constants are from CSS
/// Color 4.
fn oklch(lightness: f64, chroma: f64, degrees: u32) -> Linear {
    let (sine, cosine) = f64::from(degrees).to_radians().sin_cos();
    let (a, b) = (chroma * cosine, chroma * sine);
    let cone = |by_a: f64, by_b: f64| (lightness + by_a * a + by_b * b).powi(3);
    let long = cone(0.396_337_777_4, 0.215_803_757_3);
    let middle = cone(-0.105_561_345_8, -0.063_854_172_8);
    let short = cone(-0.089_484_177_5, -1.291_485_548_0);
    [
        [4.076_741_662_1, -3.307_711_591_3, 0.230_969_929_2],
        [-1.268_438_004_6, 2.609_757_401_1, -0.341_319_396_5],
        [-0.004_196_086_3, -0.703_418_614_7, 1.707_614_701_0],
    ]
    .map(|[by_long, by_middle, by_short]| {
        (by_long * long + by_middle * middle + by_short * short).clamp(0.0, 1.0)
    })
}

/// Mixes two colours like `color-mix(in srgb, …)`: in sRGB, not in linear light.
fn mixed(one: Linear, other: Linear, share: f64) -> Linear {
    let notation = |light: f64| match light {
        ..=0.003_130_8 => light * 12.92,
        _ => 1.055 * light.powf(1.0 / 2.4) - 0.055,
    };
    std::array::from_fn(|channel| {
        let [one, other] = [one, other].map(|colour| notation(colour[channel]));
        linear(one * share + other * (1.0 - share))
    })
}

fn contrast(one: Linear, other: Linear) -> f64 {
    let luminance = |[red, green, blue]: Linear| 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    let (one, other) = (luminance(one) + 0.05, luminance(other) + 0.05);
    one.max(other) / one.min(other)
}

#[test]
fn the_contrast_is_that_of_the_standard() -> Result<()> {
    let between =
        |one, other| Ok::<f64, anyhow::Error>(contrast(hexadecimal(one)?, hexadecimal(other)?));
    for (one, other, ratio) in [
        ("#000", "#fff", 21.0),
        ("#777777", "#fff", 4.48),
        ("#0066cc", "#fff", 5.57),
    ] {
        let found = between(one, other)?;
        assert!((found - ratio).abs() < 0.01, "{one} on {other}: {found}");
    }
    // Red in both notations, from CSS Color 4.
    let red = oklch(0.627_955, 0.257_683, 29);
    assert!(contrast(red, hexadecimal("#f00")?) < 1.02, "{red:?}");
    Ok(())
}

#[test]
fn every_text_and_control_has_enough_contrast() -> Result<()> {
    let tokens = Tokens::read()?;
    let mut faint = Vec::new();
    for (pairs, least) in [(TEXTS, TEXT), (CONTROLS, CONTROL)] {
        for theme in THEMES {
            for (front, grounds) in pairs {
                for ground in *grounds {
                    let front_colour = tokens.colour(front, theme)?;
                    let ratio = contrast(front_colour, tokens.colour(ground, theme)?);
                    if ratio < least {
                        faint.push(format!("--{front} on --{ground} in {theme:?}: {ratio:.2}"));
                    }
                }
            }
        }
    }
    ensure!(faint.is_empty(), "{}", faint.join("\n"));
    Ok(())
}

#[test]
fn no_colour_is_left_out() -> Result<()> {
    let tokens = Tokens::read()?;
    let in_pairs = |name: &str| {
        let mut pairs = TEXTS.iter().chain(CONTROLS);
        pairs.any(|(front, grounds)| *front == name || grounds.contains(&name))
    };
    let left_out = tokens
        .colours()
        .filter(|name| !in_pairs(name) && !DECORATION.contains(name));
    let left_out = left_out.collect::<Vec<_>>();
    assert!(left_out.is_empty(), "{left_out:?} is in no pair");
    Ok(())
}

#[test]
fn matrix_numbers_have_enough_contrast() -> Result<()> {
    let tokens = Tokens::read()?;
    let style = read("components/matrix.css")?;
    let shades = style.split("color-mix(in srgb, var(--brand) ").skip(1);
    let shades = shades.map(|rest| {
        let (share, rest) = rest.split_once("%, ").context("a share")?;
        ensure!(
            rest.starts_with("var(--surface))"),
            "not on --surface: {rest}"
        );
        Ok(share.parse::<f64>()? / 100.0)
    });
    let shades = shades.collect::<Result<Vec<f64>>>()?;
    ensure!(
        shades.len() == 3,
        "shades beside that of the brand: {shades:?}"
    );
    for theme in THEMES {
        let [text, brand, surface] =
            ["text", "brand", "surface"].map(|name| tokens.colour(name, theme));
        let (text, brand, surface) = (text?, brand?, surface?);
        for share in &shades {
            let ratio = contrast(text, mixed(brand, surface, *share));
            ensure!(
                ratio >= TEXT,
                "--text on {share} of the brand in {theme:?}: {ratio:.2}"
            );
        }
    }
    Ok(())
}

#[test]
fn area_icons_have_enough_contrast() -> Result<()> {
    let tokens = Tokens::read()?;
    let style = read("components/area_icon.css")?;
    // oklch(0.53 0.16 calc(…)): the light theme's first, the dark one's second.
    let mut colours = style.split("oklch(").skip(1).map(|rest| {
        let mut numbers = rest.split(' ').map(str::parse::<f64>);
        let mut next = || Ok::<f64, anyhow::Error>(numbers.next().context("a number")??);
        Ok::<_, anyhow::Error>((next()?, next()?))
    });
    for theme in THEMES {
        let (lightness, chroma) = colours.next().context("no colour of areas")??;
        for area in 0..AREA_COLOURS {
            let colour = oklch(lightness, chroma, area * DEGREES_APART);
            for ground in GROUNDS {
                let ratio = contrast(colour, tokens.colour(ground, theme)?);
                ensure!(
                    ratio >= CONTROL,
                    "area {area} on --{ground} in {theme:?}: {ratio:.2}"
                );
            }
        }
    }
    Ok(())
}
