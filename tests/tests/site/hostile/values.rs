//! Every hostile value in every text and every address of a catalogue, on every page.
//!
//! Each hostile catalogue is compared with a harmless one. After parsing, the pages of the two must
//! have the same elements, attributes and comments, and each value must appear unchanged in place
//! of its harmless word.

use std::{collections::BTreeMap, sync::LazyLock};

use anyhow::{Context, Result, anyhow, ensure};
use hosting::headers::SHARED_FOLDER;
use project::base::Base;
use serde_json::Value;
use site_builder::{pages, settings::Settings};
use tests::hostile::{Hole, Hostile, Template, TemplateField, values};

use super::{
    citations::compare_citations,
    data_files::{texts, workbook},
    shell,
};
use crate::built::{Piece, has_extension, pieces};

/// The prefix of harmless words; the number of the field follows.
const HARMLESS: &str = "harmless-";
/// The number of digits of that number.
const DIGITS: usize = 3;

/// The maximum length of a text in a cell of a workbook, in UTF-16 code units.
const LONGEST_CELL: usize = 32_767;

/// The pages that show a field, by the prefix of the field's path and the prefixes of the pages'
/// paths below the language.
const SHOWN: [(&str, &[&str]); 16] = [
    ("licence", &["index", "clusters/cluster-0/", "about/"]),
    ("about", &["about/"]),
    (
        "areas/*/label",
        &["index", "areas/area-0/", "clusters/cluster-0/"],
    ),
    (
        "countries/*/label",
        &["clusters/cluster-0/", "organisations/organisation-0/"],
    ),
    ("regions/*/label", &["clusters/cluster-0/"]),
    (
        "cities/*/label",
        &["clusters/cluster-0/", "organisations/organisation-0/"],
    ),
    ("clusters", &["clusters/cluster-0/"]),
    (
        "organisations/*/name",
        &["clusters/cluster-0/", "organisations/organisation-0/"],
    ),
    (
        "organisations/*/acronym",
        &["organisations/organisation-0/"],
    ),
    (
        "organisations/*/former_names",
        &["organisations/organisation-0/"],
    ),
    ("organisations/*/gloss", &["organisations/organisation-0/"]),
    (
        "organisations/*/website",
        &["organisations/organisation-0/"],
    ),
    (
        "organisations/*/sources",
        &["organisations/organisation-0/"],
    ),
    (
        "organisations/*/unverified",
        &["organisations/organisation-0/"],
    ),
    (
        "memberships",
        &["clusters/cluster-0/", "organisations/organisation-0/"],
    ),
    ("withdrawn", &["clusters/withdrawn-0/"]),
];

/// Fields that are searched but not shown on any page.
const SEARCHED: [&str; 4] = [
    "areas/*/synonyms",
    "regions/*/local",
    "cities/*/local",
    "organisations/*/other_names",
];

/// The pages of a site and its sitemap, by path.
type PagesByPath = BTreeMap<String, String>;

static FIELDS: LazyLock<Result<Vec<TemplateField>>> = LazyLock::new(|| Template::read()?.fields());

fn fields() -> Result<&'static [TemplateField]> {
    let fields = FIELDS.as_ref();
    Ok(fields.map_err(|error| anyhow!("{error:#}"))?)
}

/// Builds the site of a catalogue with one record of each kind.
fn built(shell: &str, fill: &mut dyn FnMut(usize, Hole) -> String) -> Result<PagesByPath> {
    let mut number = 0;
    let data = Template::read()?.filled(1, &mut |field, _| {
        number += 1;
        fill(number - 1, field.hole)
    })?;
    let settings = Settings::local(&Base::default());
    let files = pages::contents(shell, &settings, &data.to_string())?;
    readable(files)
}

/// Files as texts.
fn readable(files: Vec<(String, Vec<u8>)>) -> Result<PagesByPath> {
    let files = files.into_iter().map(|(path, content)| {
        let text = if has_extension(&path, "xlsx") {
            workbook(content)?
        } else {
            String::from_utf8(content)?
        };
        Ok((path, text))
    });
    files.collect()
}

fn harmless(shell: &str) -> Result<PagesByPath> {
    built(shell, &mut |field, hole| {
        let word = format!("{HARMLESS}{field:0DIGITS$}");
        match hole {
            Hole::Text => word,
            Hole::Address => format!("https://example.org/{word}"),
        }
    })
}

/// The values of a hostile catalogue, in the order of its fields.
struct Values<'values>(Vec<&'values str>);

impl<'values> Values<'values> {
    /// Assigns the values to the fields in turn, starting at `first`.
    fn from(first: usize, all: &'values [Hostile]) -> Result<Self> {
        let texts: Vec<_> = all
            .iter()
            .filter(|value| value.is_text && !value.is_long())
            .collect();
        let addresses: Vec<_> = all.iter().filter(|value| value.is_address).collect();
        let values = fields()?.iter().enumerate().map(|(number, field)| {
            let of = match field.hole {
                Hole::Text => &texts,
                Hole::Address => &addresses,
            };
            of[(first + number) % of.len()].text.as_str()
        });
        Ok(Self(values.collect()))
    }

    /// The value of the field at a path.
    fn of(&self, path: &str) -> Result<&str> {
        let number = fields()?.iter().position(|field| field.path == path);
        Ok(self.0[number.context("a field")?])
    }

    /// The text of the hostile catalogue that corresponds to a text of the harmless one.
    fn in_place_of(&self, harmless: &str) -> Result<String> {
        let mut text = String::with_capacity(harmless.len());
        let mut parts = harmless.split(HARMLESS);
        text.push_str(parts.next().unwrap_or_default());
        for part in parts {
            let (number, rest) = part.split_at_checked(DIGITS).context("a number")?;
            let number: usize = number.parse()?;
            if fields()?[number].hole == Hole::Address {
                // The value replaces the whole address.
                let start = text.rfind("https://").context("an address")?;
                text.truncate(start);
            }
            text.push_str(self.0[number]);
            text.push_str(rest);
        }
        Ok(text)
    }
}

/// Whether two texts are equal, or were both truncated to the length of a description.
fn agree(wanted: &str, found: &str, may_be_cut: bool) -> bool {
    let [one, other] = [wanted, found].map(|text| text.strip_suffix('…').unwrap_or(text));
    wanted == found
        || may_be_cut
            && (wanted.ends_with('…') || found.ends_with('…'))
            && (one.starts_with(other) || other.starts_with(one))
}

/// A text without the acronym, which a card omits if the name contains it.
fn without_acronym(pieces: Vec<Piece>) -> Vec<Piece> {
    let mut is_within = false;
    let outside = pieces.into_iter().filter(|piece| {
        is_within |= matches!(piece, Piece::Start(_, attributes)
            if attributes.get("class").is_some_and(|class| class == "acronym"));
        let is_outside = !is_within;
        is_within &= !matches!(piece, Piece::End(_));
        is_outside
    });
    outside.collect()
}

/// The end of the size of a file.
const SIZE: &str = "\u{a0}KB";

/// Compares a page with the harmless one.
fn compare(harmless: &str, hostile: &str, lang: &str, values: &Values) -> Result<()> {
    // Empty comments are hydration markers, which also depend on empty content.
    let is_marker = |piece: &Piece| matches!(piece, Piece::Other(text) if text.is_empty());
    let [mut wanted, found] = [harmless, hostile].map(|page| {
        let mut pieces = pieces(page);
        pieces.retain(|piece| !is_marker(piece));
        pieces
    });
    let name = values.of(&format!("clusters/*/name/{lang}"))?;
    if name.contains(values.of("clusters/*/acronym")?) {
        wanted = without_acronym(wanted);
    }
    let mut is_citation = false;
    let mut is_data = false;
    for (wanted, found) in wanted.iter().zip(&found) {
        match (wanted, found) {
            (Piece::Start(name, attributes), Piece::Start(its_name, its_attributes)) => {
                ensure!(name == its_name, "{found:?} instead of {wanted:?}");
                is_citation = name == "pre";
                is_data = name == "script";
                compare_attributes(attributes, its_attributes, values)
                    .with_context(|| format!("in {found:?}"))?;
            }
            (Piece::Text(text), Piece::Text(its_text)) if is_data => {
                let data = with_values(serde_json::from_str(text)?, values)?;
                same_data("", &data, &serde_json::from_str(its_text)?)?;
            }
            // Citations are escaped, and are parsed below.
            (Piece::Text(_), Piece::Text(_)) if is_citation => {}
            // The sizes of files differ.
            (Piece::Text(text), Piece::Text(its_text))
                if text.ends_with(SIZE) && its_text.ends_with(SIZE) => {}
            // In the index of organisations, the letter of the name.
            (Piece::Text(text), Piece::Text(its_text)) if text == "H" => {
                let is_letter = |c: char| c == '#' || c.is_ascii_uppercase();
                ensure!(
                    its_text.len() == 1 && its_text.chars().all(is_letter),
                    "{its_text:?} should be a letter"
                );
            }
            (Piece::Text(text), Piece::Text(its_text)) => {
                let text = values.in_place_of(text)?;
                ensure!(text == *its_text, "{its_text:?} should be {text:?}");
            }
            (wanted, found) => {
                ensure!(wanted == found, "{found:?} instead of {wanted:?}");
                is_citation = false;
                is_data = false;
            }
        }
    }
    ensure!(
        wanted.len() == found.len(),
        "{} pieces, not {}",
        found.len(),
        wanted.len()
    );
    compare_citations(&wanted, &found, |text| values.in_place_of(text))
}

fn compare_attributes(
    wanted: &BTreeMap<String, String>,
    found: &BTreeMap<String, String>,
    values: &Values,
) -> Result<()> {
    ensure!(wanted.keys().eq(found.keys()), "other attributes");
    let is_description = ["name", "property"].iter().any(|name| {
        let name = wanted.get(*name);
        name.is_some_and(|name| name.ends_with("description"))
    });
    for (name, value) in wanted {
        // The length of the data and the number of nodes may differ.
        if ["data-length", "data-nodes"].contains(&name.as_str()) {
            continue;
        }
        let wanted = values.in_place_of(value)?;
        let found = &found[name];
        ensure!(
            agree(&wanted, found, is_description),
            "{name} is {found:?}, not {wanted:?}"
        );
    }
    Ok(())
}

/// JSON with the hostile values instead of the harmless words.
fn with_values(data: Value, values: &Values) -> Result<Value> {
    Ok(match data {
        Value::String(text) => values.in_place_of(&text)?.into(),
        Value::Array(list) => list
            .into_iter()
            .map(|value| with_values(value, values))
            .collect::<Result<Vec<_>>>()?
            .into(),
        Value::Object(fields) => Value::Object(
            fields
                .into_iter()
                .map(|(name, value)| Ok((name, with_values(value, values)?)))
                .collect::<Result<_>>()?,
        ),
        other => other,
    })
}

fn same_data(name: &str, wanted: &Value, found: &Value) -> Result<()> {
    match (wanted, found) {
        (Value::Object(wanted), Value::Object(found)) => {
            ensure!(wanted.keys().eq(found.keys()), "other names in {name}");
            for (name, value) in wanted {
                same_data(name, value, &found[name])?;
            }
        }
        (Value::Array(wanted), Value::Array(found)) => {
            ensure!(wanted.len() == found.len(), "another number of {name}");
            for (wanted, found) in wanted.iter().zip(found) {
                same_data(name, wanted, found)?;
            }
        }
        (Value::String(wanted), Value::String(found)) => ensure!(
            agree(wanted, found, name == "description"),
            "{name} is {found:?}, not {wanted:?}"
        ),
        (wanted, found) => ensure!(wanted == found, "{name} is {found}, not {wanted}"),
    }
    Ok(())
}

/// Compares all files of a site with the harmless site.
fn compare_sites(harmless: &PagesByPath, hostile: &PagesByPath, values: &Values) -> Result<()> {
    ensure!(harmless.keys().eq(hostile.keys()), "other files");
    for (path, text) in harmless {
        let found = &hostile[path];
        if has_extension(path, "html") {
            let lang = if path.starts_with("it/") { "it" } else { "en" };
            compare(text, found, lang, values).with_context(|| path.clone())?;
        } else if path.starts_with(SHARED_FOLDER) {
            compare_data(path, text, found, values).with_context(|| path.clone())?;
        } else {
            ensure!(text == found, "{path} holds a value");
        }
    }
    Ok(())
}

/// Compares a file for other programs with the harmless one, text by text.
fn compare_data(path: &str, harmless: &str, hostile: &str, values: &Values) -> Result<()> {
    let (wanted, found) = (texts(path, harmless)?, texts(path, hostile)?);
    ensure!(wanted.len() == found.len(), "another number of texts");
    for ((place, text), (its_place, its_text)) in wanted.iter().zip(&found) {
        let text = values.in_place_of(text)?;
        // In tables a mailbox has no scheme, and an apostrophe makes a formula a text.
        let is_same = [text.as_str(), text.trim_start_matches("mailto:")]
            .iter()
            .any(|text| text.strip_prefix('\'').unwrap_or(text) == its_text || text == its_text);
        let is_cut = its_text.encode_utf16().count() == LONGEST_CELL && text.starts_with(its_text);
        ensure!(
            place == its_place && (is_same || is_cut && has_extension(path, "xlsx")),
            "{its_place} is {its_text:?}, not {text:?}"
        );
    }
    Ok(())
}

#[test]
fn every_text_of_the_data_is_on_its_pages() -> Result<()> {
    let files = harmless(&shell()?)?;
    for (number, field) in fields()?.iter().enumerate() {
        if SEARCHED.iter().any(|start| field.path.starts_with(start)) {
            continue;
        }
        let word = format!("{HARMLESS}{number:0DIGITS$}");
        let places = SHOWN
            .iter()
            .find(|(start, _)| field.path.starts_with(start));
        let (_, places) = places.with_context(|| format!("no page is known for {}", field.path))?;
        let langs = field.lang().map_or(vec!["en", "it"], |lang| vec![lang]);
        for path in places
            .iter()
            .flat_map(|place| langs.iter().map(move |lang| format!("{lang}/{place}")))
        {
            let (path, page) = files
                .iter()
                .find(|(file, _)| file.starts_with(&path))
                .with_context(|| format!("no {path}"))?;
            let is_there = pieces(page).iter().any(|piece| match (field.hole, piece) {
                (Hole::Text, Piece::Text(text)) => text.contains(&word),
                (Hole::Address, Piece::Start(name, attributes)) => {
                    let to = attributes.get("href");
                    name == "a" && to.is_some_and(|to| to.ends_with(&word))
                }
                _ => false,
            });
            ensure!(is_there, "{} is not on {path}", field.path);
        }
    }
    Ok(())
}

#[test]
fn every_value_in_every_field_stays_a_value() -> Result<()> {
    let shell = shell()?;
    let harmless = harmless(&shell)?;
    let all = values()?;
    let texts = all
        .iter()
        .filter(|value| value.is_text && !value.is_long())
        .count();
    // With as many catalogues as values, each value appears in each field.
    for first in 0..texts {
        let values = Values::from(first, &all)?;
        let hostile = built(&shell, &mut |field, _| values.0[field].to_owned())?;
        compare_sites(&harmless, &hostile, &values)
            .with_context(|| format!("the catalogue from value {first} on"))?;
    }
    Ok(())
}

#[test]
fn a_megabyte_in_any_field_stays_a_value() -> Result<()> {
    let shell = shell()?;
    let harmless = harmless(&shell)?;
    let all = values()?;
    let long: Vec<_> = all.iter().filter(|value| value.is_long()).collect();
    // All ten values in all fields would take an hour and find nothing more, because fields are
    // independent.
    for (number, field) in fields()?.iter().enumerate() {
        if field.hole == Hole::Address {
            continue;
        }
        let mut values = Values::from(0, &all)?;
        values.0[number] = &long[number % long.len()].text;
        let hostile = built(&shell, &mut |field, _| values.0[field].to_owned())?;
        compare_sites(&harmless, &hostile, &values).with_context(|| field.path.clone())?;
    }
    Ok(())
}

#[test]
fn names_of_properties_are_ids_like_any_other() -> Result<()> {
    let shell = shell()?;
    let sound = Template::read()?.filled(1, &mut |field, _| match field.hole {
        Hole::Text => field.path.clone(),
        Hole::Address => "https://example.org/".to_owned(),
    })?;
    let sound = sound.to_string();
    let settings = Settings::local(&Base::default());
    let ids: Vec<_> = values()?.into_iter().filter(Hostile::is_id).collect();
    ensure!(ids.len() > 10, "{ids:?}");
    for Hostile { text: id, .. } in &ids {
        let mut data = sound.clone();
        for kind in ["area", "cluster", "organisation"] {
            data = data.replace(&format!("\"{kind}-0\""), &format!("\"{id}\""));
        }
        let files = readable(pages::contents(&shell, &settings, &data)?)?;
        for (list, name) in [
            ("areas", "label"),
            ("clusters", "name"),
            ("organisations", "name"),
        ] {
            let page = files.get(&format!("en/{list}/{id}/index.html"));
            let page = page.with_context(|| format!("no {list}/{id}"))?;
            let name = format!("{list}/*/{name}/en");
            ensure!(pieces(page).contains(&Piece::Text(name)), "{list}/{id}");
        }
    }
    Ok(())
}
