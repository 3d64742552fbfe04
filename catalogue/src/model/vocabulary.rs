//! Controlled vocabularies that describe clusters: subject areas and places.

use serde::Deserialize;

use super::checked_string::Invalid;
use super::id::{AreaId, CityId, CountryCode, RecordId, RegionId};
use super::organisation::Reference;
use super::table::Identified;
use super::text::{Bilingual, Text, WordLists};
use super::url::SafeUrl;

/// A subject area.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "export", derive(serde::Serialize))]
#[cfg_attr(
    feature = "schema",
    derive(schemars::JsonSchema),
    schemars(deny_unknown_fields)
)]
pub struct Area {
    /// Part of its public address; never changes.
    pub id: AreaId,
    /// Former ids; their addresses redirect here for ever.
    #[serde(default)]
    pub former_ids: Vec<RecordId>,
    /// Its label.
    pub label: Bilingual,
    /// Other words for it, for searches; no two areas share one.
    #[serde(default)]
    pub synonyms: WordLists,
}

impl Identified for Area {
    fn id(&self) -> &str {
        self.id.as_str()
    }

    fn former_ids(&self) -> &[RecordId] {
        &self.former_ids
    }
}

/// A country.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "export", derive(serde::Serialize))]
#[cfg_attr(
    feature = "schema",
    derive(schemars::JsonSchema),
    schemars(deny_unknown_fields)
)]
pub struct Country {
    /// Its country code.
    pub id: CountryCode,
    /// Its label.
    pub label: Bilingual,
}

impl Identified for Country {
    fn id(&self) -> &str {
        self.id.as_str()
    }
}

/// A region of a country.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "export", derive(serde::Serialize))]
#[cfg_attr(
    feature = "schema",
    derive(schemars::JsonSchema),
    schemars(deny_unknown_fields)
)]
pub struct Region {
    /// Part of public addresses; never changes.
    pub id: RegionId,
    /// The country it belongs to.
    pub country: CountryCode,
    /// Its label.
    pub label: Bilingual,
    /// Its name in the local language, if different from the labels.
    pub local: Option<Text>,
}

impl Identified for Region {
    fn id(&self) -> &str {
        self.id.as_str()
    }
}

/// A city.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "export", derive(serde::Serialize))]
#[cfg_attr(
    feature = "schema",
    derive(schemars::JsonSchema),
    schemars(deny_unknown_fields)
)]
pub struct City {
    /// Part of public addresses; never changes.
    pub id: CityId,
    /// Its label.
    pub label: Bilingual,
    /// Its name in the local language, if different from the labels.
    pub local: Option<Text>,
    /// The country it belongs to.
    pub country: CountryCode,
    /// The region it lies in, if that is among the regions. Geography, not the territory of the clusters that
    /// have their seat there: two clusters of Flanders are in Brussels.
    pub region: Option<RegionId>,
    /// Its centre; never somebody's address.
    pub centre: Option<Coordinates>,
}

impl Identified for City {
    fn id(&self) -> &str {
        self.id.as_str()
    }
}

/// A point on the earth (WGS 84), in degrees.
#[derive(Debug, Clone, Copy, PartialEq, Deserialize)]
#[cfg_attr(feature = "export", derive(serde::Serialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields, !try_from))]
#[serde(try_from = "RawCoordinates")]
pub struct Coordinates {
    /// Degrees north of the equator, -90 to 90.
    #[cfg_attr(feature = "schema", schemars(description = "", range(min = -90, max = 90)))]
    pub lat: f64,
    /// Degrees east of Greenwich, -180 to 180.
    #[cfg_attr(feature = "schema", schemars(description = "", range(min = -180, max = 180)))]
    pub lon: f64,
}

// Both numbers are finite after validation, so equality is an equivalence relation.
impl Eq for Coordinates {}

/// [`Coordinates`] as written, before validation.
#[derive(Deserialize)]
struct RawCoordinates {
    lat: f64,
    lon: f64,
}

impl TryFrom<RawCoordinates> for Coordinates {
    type Error = Invalid;

    fn try_from(RawCoordinates { lat, lon }: RawCoordinates) -> Result<Self, Invalid> {
        if (-90.0..=90.0).contains(&lat) && (-180.0..=180.0).contains(&lon) {
            Ok(Self { lat, lon })
        } else {
            Err(Invalid(
                "lat lies between -90 and 90 degrees, lon between -180 and 180",
            ))
        }
    }
}

/// A section of the about page.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "export", derive(serde::Serialize))]
#[cfg_attr(
    feature = "schema",
    derive(schemars::JsonSchema),
    schemars(deny_unknown_fields)
)]
pub struct Section {
    /// Its heading.
    pub heading: Bilingual,
    /// Its paragraphs. A name in braces stands for a figure of the catalogue: `{clusters}` is the
    /// number of clusters.
    #[serde(default)]
    pub paragraphs: Vec<Bilingual>,
    /// Statements below the paragraphs, each with its source.
    #[serde(default)]
    pub statements: Vec<Statement>,
    /// The pages and documents that its paragraphs are based on.
    #[serde(default)]
    pub sources: Vec<Reference>,
}

/// A statement with its source.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "export", derive(serde::Serialize))]
#[cfg_attr(
    feature = "schema",
    derive(schemars::JsonSchema),
    schemars(deny_unknown_fields)
)]
pub struct Statement {
    /// What is stated.
    pub text: Bilingual,
    /// The page or document that states it.
    pub source: Reference,
}

/// The licence of the data.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "export", derive(serde::Serialize))]
#[cfg_attr(
    feature = "schema",
    derive(schemars::JsonSchema),
    schemars(deny_unknown_fields)
)]
pub struct Licence {
    /// Its short name.
    pub name: Text,
    /// The URL of its text.
    pub url: SafeUrl,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn coordinates_are_in_range() {
        for (lat, lon, is_one) in [
            ("-90", "180", true),
            ("45.4642", "-9.19", true),
            ("90.01", "9.19", false),
            ("45.4642", "-180.5", false),
            ("-91", "181", false),
        ] {
            let json = format!("{{\"lat\": {lat}, \"lon\": {lon}}}");
            let point = serde_json::from_str::<Coordinates>(&json);
            assert_eq!(point.is_ok(), is_one, "{json}");
        }
    }

    #[test]
    fn decimals_are_parsed_exactly() -> Result<(), serde_json::Error> {
        for (lat, lon) in [
            (45.4669, 9.19),
            (-0.1, 0.0),
            (10.221_187_5, -179.999_999),
            (90.0, 10.221_187_500_000_1),
        ] {
            let json = format!("{{\"lat\": {lat}, \"lon\": {lon}}}");
            let point: Coordinates = serde_json::from_str(&json)?;
            assert_eq!(point, Coordinates { lat, lon }, "{json}");
        }
        Ok(())
    }
}
