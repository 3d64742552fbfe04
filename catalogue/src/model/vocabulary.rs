//! The vocabularies that clusters are described with: subject areas and places.

use serde::Deserialize;

use super::{
    AreaId, Bilingual, CityId, CountryCode, Identified, Invalid, RecordId, Reference, RegionId,
    SafeUrl, Text,
};

/// A subject area.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[cfg_attr(
    feature = "schema",
    derive(schemars::JsonSchema),
    schemars(deny_unknown_fields)
)]
pub struct Area {
    /// Part of its public address; never changes.
    pub id: AreaId,
    /// Ids that it had before: their addresses lead here for ever.
    #[serde(default)]
    pub former_ids: Vec<RecordId>,
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

    fn former_ids(&self) -> &[RecordId] {
        &self.former_ids
    }
}

/// Search words in both languages; the lists need not correspond.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[cfg_attr(
    feature = "schema",
    derive(schemars::JsonSchema),
    schemars(deny_unknown_fields)
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
    schemars(deny_unknown_fields)
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
    schemars(deny_unknown_fields)
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
    schemars(deny_unknown_fields)
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
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields, !try_from))]
#[serde(try_from = "Degrees")]
pub struct Coordinates {
    /// Degrees north of the equator, -90 to 90.
    #[cfg_attr(feature = "schema", schemars(description = "", range(min = -90, max = 90)))]
    pub lat: f64,
    /// Degrees east of Greenwich, -180 to 180.
    #[cfg_attr(feature = "schema", schemars(description = "", range(min = -180, max = 180)))]
    pub lon: f64,
}

// The numbers are finite by the check below, so equality is an equivalence.
impl Eq for Coordinates {}

/// [`Coordinates`] as they are written, before they are checked.
#[derive(Deserialize)]
struct Degrees {
    lat: f64,
    lon: f64,
}

impl TryFrom<Degrees> for Coordinates {
    type Error = Invalid;

    fn try_from(Degrees { lat, lon }: Degrees) -> Result<Self, Invalid> {
        if (-90.0..=90.0).contains(&lat) && (-180.0..=180.0).contains(&lon) {
            Ok(Self { lat, lon })
        } else {
            Err(Invalid(
                "lat lies between -90 and 90 degrees, lon between -180 and 180",
            ))
        }
    }
}

/// A part of the page about clusters and about the catalogue.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[cfg_attr(
    feature = "schema",
    derive(schemars::JsonSchema),
    schemars(deny_unknown_fields)
)]
pub struct Section {
    /// Its heading.
    pub heading: Bilingual,
    /// Its paragraphs.
    pub paragraphs: Vec<Bilingual>,
    /// The pages and documents that it rests on.
    #[serde(default)]
    pub sources: Vec<Reference>,
}

/// The terms under which the data may be used.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[cfg_attr(
    feature = "schema",
    derive(schemars::JsonSchema),
    schemars(deny_unknown_fields)
)]
pub struct Licence {
    /// Its short name.
    pub name: Text,
    /// Its text.
    pub url: SafeUrl,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn points_lie_on_the_earth() {
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
    fn decimals_are_exact() -> Result<(), serde_json::Error> {
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
