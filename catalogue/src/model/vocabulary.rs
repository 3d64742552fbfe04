//! The vocabularies that clusters are described with: subject areas and places.

use super::json::Json;
use super::read::{Faults, FromJson};
use super::{
    AreaId, Bilingual, CityId, CountryCode, Identified, RecordId, Reference, RegionId, SafeUrl,
    Text,
};

/// A subject area.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(
    feature = "schema",
    derive(schemars::JsonSchema),
    schemars(deny_unknown_fields)
)]
pub struct Area {
    /// Part of its public address; never changes.
    pub id: AreaId,
    /// Ids that it had before: their addresses lead here for ever.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub former_ids: Vec<RecordId>,
    /// What it is called.
    pub label: Bilingual,
    /// Words that mean it to someone who searches; none belongs to two areas.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub synonyms: Synonyms,
}

impl FromJson for Area {
    fn from_json(json: &Json, faults: &mut Faults) -> Self {
        let mut record = json.record(faults);
        Self {
            id: record.required("id"),
            former_ids: record.or_default("former_ids"),
            label: record.required("label"),
            synonyms: record.or_default("synonyms"),
        }
    }
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
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[cfg_attr(
    feature = "schema",
    derive(schemars::JsonSchema),
    schemars(deny_unknown_fields, default)
)]
pub struct Synonyms {
    /// In English.
    pub en: Vec<Text>,
    /// In Italian.
    pub it: Vec<Text>,
}

impl FromJson for Synonyms {
    fn from_json(json: &Json, faults: &mut Faults) -> Self {
        let mut record = json.record(faults);
        Self {
            en: record.or_default("en"),
            it: record.or_default("it"),
        }
    }
}

/// A country.
#[derive(Debug, Clone, PartialEq, Eq)]
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

impl FromJson for Country {
    fn from_json(json: &Json, faults: &mut Faults) -> Self {
        let mut record = json.record(faults);
        Self {
            id: record.required("id"),
            label: record.required("label"),
        }
    }
}

impl Identified for Country {
    fn id(&self) -> &str {
        self.id.as_str()
    }
}

/// A region of a country.
#[derive(Debug, Clone, PartialEq, Eq)]
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

impl FromJson for Region {
    fn from_json(json: &Json, faults: &mut Faults) -> Self {
        let mut record = json.record(faults);
        Self {
            id: record.required("id"),
            country: record.required("country"),
            label: record.required("label"),
            local: record.optional("local"),
        }
    }
}

impl Identified for Region {
    fn id(&self) -> &str {
        self.id.as_str()
    }
}

/// A city.
#[derive(Debug, Clone, PartialEq, Eq)]
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

impl FromJson for City {
    fn from_json(json: &Json, faults: &mut Faults) -> Self {
        let mut record = json.record(faults);
        Self {
            id: record.required("id"),
            label: record.required("label"),
            local: record.optional("local"),
            country: record.required("country"),
            centre: record.optional("centre"),
        }
    }
}

impl Identified for City {
    fn id(&self) -> &str {
        self.id.as_str()
    }
}

/// A point on the earth (WGS 84), in degrees.
#[derive(Debug, Clone, Copy, PartialEq)]
#[cfg_attr(
    feature = "schema",
    derive(schemars::JsonSchema),
    schemars(deny_unknown_fields)
)]
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

impl FromJson for Coordinates {
    fn from_json(json: &Json, faults: &mut Faults) -> Self {
        let mut record = json.record(faults);
        let (lat, lon) = (record.required("lat"), record.required("lon"));
        if !((-90.0..=90.0).contains(&lat) && (-180.0..=180.0).contains(&lon)) {
            faults.note("lat lies between -90 and 90 degrees, lon between -180 and 180");
        }
        Self { lat, lon }
    }
}

/// A part of the page about clusters and about the catalogue.
#[derive(Debug, Clone, PartialEq, Eq)]
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
    #[cfg_attr(feature = "schema", schemars(default))]
    pub sources: Vec<Reference>,
}

impl FromJson for Section {
    fn from_json(json: &Json, faults: &mut Faults) -> Self {
        let mut record = json.record(faults);
        Self {
            heading: record.required("heading"),
            paragraphs: record.required("paragraphs"),
            sources: record.or_default("sources"),
        }
    }
}

/// The terms under which the data may be used.
#[derive(Debug, Clone, PartialEq, Eq)]
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

impl FromJson for Licence {
    fn from_json(json: &Json, faults: &mut Faults) -> Self {
        let mut record = json.record(faults);
        Self {
            name: record.required("name"),
            url: record.required("url"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::read::read;
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
            let point = Json::parse(&json).and_then(|json| read::<Coordinates>(&json));
            assert_eq!(point.is_ok(), is_one, "{json}");
        }
    }

    #[cfg(feature = "schema")]
    #[test]
    fn the_tools_are_told_what_is_wrong_with_a_value() {
        let refused = serde_json::from_str::<Coordinates>("{\"lat\": 45.5}");
        let words = refused.map_err(|error| error.to_string());
        assert_eq!(words, Err("lon: is missing".to_owned()));
    }
}
