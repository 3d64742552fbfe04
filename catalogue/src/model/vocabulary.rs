//! The vocabularies that clusters are described with: subject areas and places.

use super::{AreaId, Bilingual, CityId, CountryCode, Identified, RegionId, SafeUrl, Text};
use serde::Deserialize;

/// A subject area.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[cfg_attr(
    feature = "schema",
    derive(schemars::JsonSchema),
    serde(deny_unknown_fields)
)]
pub struct Area {
    /// Part of its public address; never changes.
    pub id: AreaId,
    /// What it is called.
    pub label: Bilingual,
    /// Words that mean it to someone who searches; none belongs to two areas.
    #[serde(default)]
    pub synonyms: Synonyms,
}

impl Identified for Area {
    fn id(&self) -> &str {
        self.id.as_str()
    }
}

/// Search words in both languages; the lists need not correspond.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[cfg_attr(
    feature = "schema",
    derive(schemars::JsonSchema),
    serde(deny_unknown_fields)
)]
#[serde(default)]
pub struct Synonyms {
    /// In English.
    pub en: Vec<Text>,
    /// In Italian.
    pub it: Vec<Text>,
}

/// A country.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[cfg_attr(
    feature = "schema",
    derive(schemars::JsonSchema),
    serde(deny_unknown_fields)
)]
pub struct Country {
    /// Its two letters.
    pub id: CountryCode,
    /// What it is called.
    pub label: Bilingual,
}

impl Identified for Country {
    fn id(&self) -> &str {
        self.id.as_str()
    }
}

/// A region of a country.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[cfg_attr(
    feature = "schema",
    derive(schemars::JsonSchema),
    serde(deny_unknown_fields)
)]
pub struct Region {
    /// Stands in addresses; never changes.
    pub id: RegionId,
    /// The country it belongs to.
    pub country: CountryCode,
    /// What it is called.
    pub label: Bilingual,
    /// What it is called where it lies, if neither in English nor in Italian so.
    pub local: Option<Text>,
}

impl Identified for Region {
    fn id(&self) -> &str {
        self.id.as_str()
    }
}

/// A city.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[cfg_attr(
    feature = "schema",
    derive(schemars::JsonSchema),
    serde(deny_unknown_fields)
)]
pub struct City {
    /// Never changes.
    pub id: CityId,
    /// What it is called.
    pub label: Bilingual,
    /// What it is called where it lies, if neither in English nor in Italian so.
    pub local: Option<Text>,
    /// The country it lies in.
    pub country: CountryCode,
    /// Its centre; never the address of anybody in it.
    pub centre: Option<Coordinates>,
}

impl Identified for City {
    fn id(&self) -> &str {
        self.id.as_str()
    }
}

/// A point on the earth (WGS 84), in degrees.
#[derive(Debug, Clone, Copy, PartialEq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(try_from = "CoordinatesFile")]
pub struct Coordinates {
    /// Degrees north of the equator, -90 to 90.
    pub lat: f64,
    /// Degrees east of Greenwich, -180 to 180.
    pub lon: f64,
}

// The numbers are finite by the check below, so equality is an equivalence.
impl Eq for Coordinates {}

/// A point on the earth (WGS 84), in degrees.
#[derive(Deserialize)]
#[cfg_attr(
    feature = "schema",
    derive(schemars::JsonSchema),
    serde(deny_unknown_fields)
)]
#[cfg_attr(feature = "schema", schemars(rename = "Coordinates"))]
struct CoordinatesFile {
    #[cfg_attr(feature = "schema", schemars(range(min = -90, max = 90)))]
    lat: f64,
    #[cfg_attr(feature = "schema", schemars(range(min = -180, max = 180)))]
    lon: f64,
}

impl TryFrom<CoordinatesFile> for Coordinates {
    type Error = super::Invalid;

    fn try_from(CoordinatesFile { lat, lon }: CoordinatesFile) -> Result<Self, Self::Error> {
        if (-90.0..=90.0).contains(&lat) && (-180.0..=180.0).contains(&lon) {
            Ok(Self { lat, lon })
        } else {
            Err(super::Invalid(
                "lat lies between -90 and 90 degrees, lon between -180 and 180",
            ))
        }
    }
}

/// The terms under which the data may be used.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[cfg_attr(
    feature = "schema",
    derive(schemars::JsonSchema),
    serde(deny_unknown_fields)
)]
pub struct Licence {
    /// Its short name.
    pub name: Text,
    /// Its text.
    pub url: SafeUrl,
}
