//! The data file.

use serde::Deserialize;
use serde::de::{DeserializeOwned, IgnoredAny};
use serde_json::value::RawValue;

use super::cluster::Cluster;
use super::date::Date;
use super::organisation::{Membership, Organisation};
use super::table::Table;
use super::vocabulary::{Area, City, Country, Licence, Region, Section};

/// The version of the data format that this program reads. It is incremented when older programs
/// can no longer read newer files.
pub const SCHEMA_VERSION: u32 = 1;

/// The content of the data file, checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Catalogue {
    /// The day of the last change.
    pub updated: Date,
    /// The licence of the data.
    pub licence: Licence,
    /// The content of the about page, as JSON.
    about: String,
    /// Subject areas, in the order in which they are shown.
    pub areas: Table<Area>,
    /// Countries.
    pub countries: Table<Country>,
    /// Regions.
    pub regions: Table<Region>,
    /// Cities.
    pub cities: Table<City>,
    /// Clusters.
    pub clusters: Table<Cluster>,
    /// Organisations.
    pub organisations: Table<Organisation>,
    /// Memberships of organisations in clusters.
    pub memberships: Vec<Membership>,
    /// Records that could not be read and are left out.
    pub skipped: Vec<Skipped>,
    /// The length of the data file in bytes, which distinguishes it from most other versions.
    pub file_length: usize,
}

/// A record that could not be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Skipped {
    /// The list of the record, as named in the file.
    pub list: &'static str,
    /// The index of the record in that list.
    pub position: usize,
    /// The error; lines and columns count from the start of the record.
    pub reason: String,
}

/// Why a data file could not be read at all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LoadError {
    /// It is not JSON or has another structure: cut off, an error page, another file.
    Malformed(String),
    /// It is for a later version of the program; this is its format version.
    Newer(u32),
}

/// The data file as written. The records of its lists are left as raw JSON, so that each is parsed
/// on its own and a bad one does not affect the others.
#[derive(Deserialize)]
#[cfg_attr(
    feature = "schema",
    derive(schemars::JsonSchema),
    schemars(
        deny_unknown_fields,
        title = "Technology Clusters: the catalogue's data file",
        description = "The data file, as written; for the JSON Schema."
    )
)]
struct DataFile<'text> {
    /// The schema of this file, for editors that validate while typing.
    #[serde(rename = "$schema", default)]
    #[cfg_attr(feature = "schema", schemars(with = "Option<String>"))]
    #[expect(dead_code, reason = "is for other programs")]
    schema: IgnoredAny,
    /// The version of the data format: 1.
    #[cfg_attr(feature = "schema", schemars(range(min = 1, max = 1)))]
    schema_version: u32,
    /// The day of the last change.
    updated: Date,
    /// The licence of the data.
    licence: Licence,
    /// The content of the about page.
    #[serde(borrow, default)]
    #[cfg_attr(feature = "schema", schemars(with = "Vec<Section>"))]
    about: Option<&'text RawValue>,
    /// Subject areas.
    #[serde(borrow)]
    #[cfg_attr(feature = "schema", schemars(with = "Vec<Area>"))]
    areas: Vec<&'text RawValue>,
    /// Countries.
    #[serde(borrow)]
    #[cfg_attr(feature = "schema", schemars(with = "Vec<Country>"))]
    countries: Vec<&'text RawValue>,
    /// Regions.
    #[serde(borrow)]
    #[cfg_attr(feature = "schema", schemars(with = "Vec<Region>"))]
    regions: Vec<&'text RawValue>,
    /// Cities.
    #[serde(borrow)]
    #[cfg_attr(feature = "schema", schemars(with = "Vec<City>"))]
    cities: Vec<&'text RawValue>,
    /// Clusters.
    #[serde(borrow)]
    #[cfg_attr(feature = "schema", schemars(with = "Vec<Cluster>"))]
    clusters: Vec<&'text RawValue>,
    /// Organisations.
    #[serde(borrow)]
    #[cfg_attr(feature = "schema", schemars(with = "Vec<Organisation>"))]
    organisations: Vec<&'text RawValue>,
    /// Memberships of organisations in clusters.
    #[serde(borrow)]
    #[cfg_attr(feature = "schema", schemars(with = "Vec<Membership>"))]
    memberships: Vec<&'text RawValue>,
    /// Records that were removed; the page at the address of each says so.
    #[serde(default)]
    #[cfg_attr(
        feature = "schema",
        schemars(with = "Vec<super::tombstone::Tombstone>")
    )]
    #[expect(dead_code, reason = "is read when the static pages are built")]
    withdrawn: IgnoredAny,
    /// Warnings of `cargo xtask check-data` that are right as they are, with the reasons.
    #[cfg(feature = "schema")]
    #[serde(default)]
    #[schemars(with = "Vec<super::accepted::Accepted>")]
    #[expect(dead_code, reason = "is read by the data check")]
    accepted: IgnoredAny,
}

/// The JSON Schema of the data file.
#[cfg(feature = "schema")]
pub fn schema() -> schemars::Schema {
    schemars::schema_for!(DataFile)
}

impl<'text> DataFile<'text> {
    fn parse(text: &'text str) -> Result<Self, LoadError> {
        let file = serde_json::from_str::<Self>(text);
        // A file for a later version may have another structure.
        let version = match &file {
            Ok(file) => file.schema_version,
            Err(_) => version(text).unwrap_or(SCHEMA_VERSION),
        };
        if version > SCHEMA_VERSION {
            return Err(LoadError::Newer(version));
        }
        file.map_err(|error| LoadError::Malformed(error.to_string()))
    }
}

/// The format version of a data file, regardless of its other content.
fn version(text: &str) -> Option<u32> {
    #[derive(Deserialize)]
    struct Version {
        schema_version: u32,
    }
    let version = serde_json::from_str::<Version>(text);
    version.ok().map(|file| file.schema_version)
}

impl Catalogue {
    /// Parses a data file. Records that cannot be read, or that refer to a cluster, area or place
    /// that does not exist, are left out and listed in [`Catalogue::skipped`].
    ///
    /// # Errors
    ///
    /// If the text as a whole is not a catalogue, or is one for a later version.
    pub fn from_json(text: &str) -> Result<Self, LoadError> {
        let file = DataFile::parse(text)?;
        let mut skipped = Vec::new();
        let mut catalogue = Self {
            updated: file.updated,
            licence: file.licence,
            about: file.about.map(RawValue::get).unwrap_or_default().to_owned(),
            areas: Table::new(records("areas", &file.areas, &mut skipped, |_| true)),
            countries: Table::new(records("countries", &file.countries, &mut skipped, |_| {
                true
            })),
            regions: Table::new(records("regions", &file.regions, &mut skipped, |_| true)),
            cities: Table::new(records("cities", &file.cities, &mut skipped, |_| true)),
            organisations: Table::new(records(
                "organisations",
                &file.organisations,
                &mut skipped,
                |_| true,
            )),
            clusters: Table::new(Vec::new()),
            memberships: Vec::new(),
            skipped: Vec::new(),
            file_length: text.len(),
        };
        let clusters = records("clusters", &file.clusters, &mut skipped, |cluster| {
            catalogue.has_places_of(cluster)
        });
        catalogue.clusters = Table::new(clusters);
        catalogue.memberships = records(
            "memberships",
            &file.memberships,
            &mut skipped,
            |membership| catalogue.has_ends_of(membership),
        );
        catalogue.skipped = skipped;
        Ok(catalogue)
    }

    /// The content of the about page; empty if it cannot be read. Only that page needs it, so the code that reads it
    /// is loaded with that page.
    pub fn about(&self) -> Vec<Section> {
        serde_json::from_str(&self.about).unwrap_or_default()
    }

    /// Whether all areas and places of a cluster exist.
    fn has_places_of(&self, cluster: &Cluster) -> bool {
        let mut areas = cluster.areas.iter();
        let mut regions = cluster.regions.iter();
        !cluster.areas.is_empty()
            && areas.all(|id| self.areas.get(id.as_str()).is_some())
            && regions.all(|id| self.regions.get(id.as_str()).is_some())
            && (cluster.city.iter()).all(|id| self.cities.get(id.as_str()).is_some())
            && self.countries.get(cluster.country.as_str()).is_some()
    }

    /// Whether the organisation and the cluster of a membership exist.
    fn has_ends_of(&self, membership: &Membership) -> bool {
        let organisation = membership.organisation.as_str();
        self.clusters.get(membership.cluster.as_str()).is_some()
            && self.organisations.get(organisation).is_some()
    }
}

/// The records of a list that can be read and whose references are valid.
fn records<T: DeserializeOwned>(
    list: &'static str,
    all: &[&RawValue],
    skipped: &mut Vec<Skipped>,
    leads_somewhere: impl Fn(&T) -> bool,
) -> Vec<T> {
    let mut records = Vec::with_capacity(all.len());
    for (position, json) in all.iter().enumerate() {
        let reason = match serde_json::from_str(json.get()) {
            Ok(record) if leads_somewhere(&record) => {
                records.push(record);
                continue;
            }
            Ok(_) => "leads to a record that does not exist".to_owned(),
            Err(error) => error.to_string(),
        };
        skipped.push(Skipped {
            list,
            position,
            reason,
        });
    }
    records
}

#[cfg(test)]
mod tests {
    use super::super::cluster::{Fact, Level};
    use super::*;

    const FILE: &str = r#"{
        "schema_version": 1, "updated": "2026-11-20", "later": "unknown fields do no harm",
        "licence": {"name": "CC BY 4.0", "url": "https://creativecommons.org"},
        "areas": [{"id": "energy", "label": {"en": "Energy"}}],
        "countries": [{"id": "IT", "label": {"en": "Italy"}}],
        "regions": [], "cities": [],
        "clusters": [
            {"id": "one", "name": {"it": "Uno"}, "level": "national", "areas": ["wind"],
             "country": "IT", "description": {"en": "Leads nowhere."}, "evidence": "weak"},
            {"id": "two", "name": {"it": "Due"}, "level": "cross-border", "areas": ["energy"],
             "country": "IT", "description": {"en": "Is whole."}, "evidence": "strong",
             "sources": [{"supports": [{"fact": "name_it"}]}]},
            {"id": "three", "name": {"it": "Tre"}, "level": "municipal"}
        ],
        "organisations": [],
        "memberships": [{"organisation": "nobody", "cluster": "two", "role": "founder",
                         "source": {"title": {"it": "Statuto"}}}]
    }"#;

    /// The list and index of each skipped record.
    fn skipped(catalogue: &Catalogue) -> Vec<(&str, usize)> {
        let skipped = catalogue.skipped.iter();
        skipped.map(|it| (it.list, it.position)).collect()
    }

    #[test]
    fn bad_records_do_not_affect_others() -> Result<(), LoadError> {
        let catalogue = Catalogue::from_json(FILE)?;
        let [cluster] = &catalogue.clusters[..] else {
            return Err(LoadError::Malformed(format!("{:?}", catalogue.clusters)));
        };
        assert_eq!(
            (cluster.id.as_str(), cluster.level),
            ("two", Level::CrossBorder)
        );
        assert_eq!(cluster.sources[0].supports[0].fact, Fact::NameIt);
        assert_eq!(
            skipped(&catalogue),
            [("clusters", 0), ("clusters", 2), ("memberships", 0)]
        );
        let reasons = catalogue.skipped.iter().map(|it| it.reason.as_str());
        let nowhere = "leads to a record that does not exist";
        let level = "unknown variant `municipal`, expected one of `regional`, `national`, \
            `cross-border` at line 1 column 59";
        assert_eq!(reasons.collect::<Vec<_>>(), [nowhere, level, nowhere]);
        Ok(())
    }

    #[test]
    fn records_with_invalid_fields_are_skipped() -> Result<(), LoadError> {
        let record = r#""description": {"en": "Is whole.", "de": "Unbekannt."}"#;
        let file = FILE.replace(r#""description": {"en": "Is whole."}"#, record);
        assert_ne!(file, FILE);
        for (fields, is_sound) in [
            // Optional fields may be missing or null, and unknown fields may hold anything.
            (r#""acronym": null, "founded": 2009"#, true),
            (r#""later": [{"number": 1e1011, "half": "\uD83D"}]"#, true),
            (r#""keywords": {"it": []}, "members": {}"#, true),
            // Lists may be missing, but not null.
            (r#""keywords": null"#, false),
            (r#""keywords": {"it": null}"#, false),
            (r#""unverified": null"#, false),
            (r#""unverified": [null]"#, false),
            (r#""acronym": """#, false),
            (r#""acronym": 5"#, false),
            (r#""acronym": ["LE2C"]"#, false),
            (r#""acronym": "\uD83D""#, false),
            (r#""note": {}"#, false),
            (r#""note": {"en": null}"#, false),
            (r#""note": {"en": "One.", "en": "Two."}"#, false),
            (r#""level": "regional""#, false),
            (r#""website": "javascript:alert(1)""#, false),
            (r#""founded": "2009""#, false),
            (r#""founded": 2009.0"#, false),
            (r#""founded": -1"#, false),
            (r#""founded": 65536"#, false),
            (r#""members": {"count": 4294967296}"#, false),
            (r#""members": []"#, false),
            (r#""members": {"as_of": "2022-13"}"#, false),
        ] {
            let catalogue =
                Catalogue::from_json(&file.replace(record, &[record, fields].join(", ")))?;
            let is_skipped = skipped(&catalogue).contains(&("clusters", 1));
            assert_eq!(!is_skipped, is_sound, "{fields}");
        }
        Ok(())
    }

    #[test]
    fn values_that_are_not_records_are_skipped() -> Result<(), LoadError> {
        for value in ["null", "[]", "{}", "5", "\"IT\""] {
            let with_value = format!("\"regions\": [{value}]");
            let catalogue = Catalogue::from_json(&FILE.replace("\"regions\": []", &with_value))?;
            assert_eq!(skipped(&catalogue)[0], ("regions", 0), "{value}");
        }
        Ok(())
    }

    /// The error if one text in the file is replaced by another.
    fn refusal(from: &str, to: &str) -> Option<LoadError> {
        assert!(FILE.contains(from), "{from}");
        Catalogue::from_json(&FILE.replace(from, to)).err()
    }

    #[test]
    fn malformed_files_are_rejected() {
        for (from, to, words) in [
            ("\"areas\": [{", "\"fields\": [{", "missing field `areas`"),
            (
                "\"schema_version\": 1,",
                "",
                "missing field `schema_version`",
            ),
            (
                "\"areas\": [{",
                "\"regions\": [{",
                "duplicate field `regions`",
            ),
            (
                "\"regions\": []",
                "\"regions\": {}",
                "invalid type: map, expected a sequence",
            ),
            (
                "\"regions\": []",
                "\"regions\": null",
                "invalid type: null, expected a sequence",
            ),
            (
                "2026-11-20",
                "2026-02-30",
                "a date is written as year-month-day",
            ),
            (
                "https:",
                "javascript:",
                "the address does not begin with https://",
            ),
            ("Statuto\"}", "Statuto", "control character"),
            (
                "[], \"cities\"",
                "[]; \"cities\"",
                "expected `,` or `}` at line 6 column",
            ),
        ] {
            let reason = match refusal(from, to) {
                Some(LoadError::Malformed(reason)) => reason,
                other => format!("{other:?}"),
            };
            assert!(reason.contains(words), "{from} -> {to}: {reason}");
        }
        let page = "<!doctype html><title>Not found</title>";
        for text in [
            "",
            "null",
            "[]",
            "3",
            "\"text\"",
            "{}",
            page,
            &FILE[..500],
            &[FILE, "}"].concat(),
        ] {
            let read = Catalogue::from_json(text);
            assert!(matches!(read, Err(LoadError::Malformed(_))), "{text}");
        }
    }

    #[test]
    fn newer_versions_are_recognised() {
        let newer = Some(LoadError::Newer(2));
        let version = "\"schema_version\": 1";
        assert_eq!(refusal(version, "\"schema_version\": 2"), newer);
        // Regardless of the structure.
        let file = "{\"clusters\": {}, \"updated\": 5, \"schema_version\": 2}";
        assert_eq!(Catalogue::from_json(file).err(), newer);
        let cut_off = "{\"schema_version\": 2, \"clusters\": [";
        for file in [
            cut_off,
            "{\"schema_version\": \"2\"}",
            "{\"schema_version\": 1e9}",
        ] {
            let read = Catalogue::from_json(file);
            assert!(matches!(read, Err(LoadError::Malformed(_))), "{file}");
        }
    }

    #[test]
    fn a_broken_about_page_does_not_hide_the_records() {
        for about in ["null", "[1]", "[{\"heading\": 1}]"] {
            let text = FILE.replace("\"later\"", &format!("\"about\": {about}, \"later\""));
            let read = Catalogue::from_json(&text);
            let about = read.as_ref().map(Catalogue::about);
            assert!(about.is_ok_and(|about| about.is_empty()), "{text}");
        }
        let about = "[{\"heading\": {\"en\": \"Clusters\"}}]";
        let text = FILE.replace("\"later\"", &format!("\"about\": {about}, \"later\""));
        let read = Catalogue::from_json(&text);
        assert!(read.is_ok_and(|catalogue| catalogue.about().len() == 1));
    }

    #[test]
    fn deep_nesting_does_not_overflow_the_stack() {
        for open in ["[", "{\"a\":"] {
            let deep = open.repeat(1_000_000);
            for text in [
                deep.clone(),
                FILE.replace("\"regions\": []", &format!("\"regions\": [{deep}")),
                FILE.replace("\"later\"", &format!("\"sooner\": {deep}, \"later\"")),
                FILE.replace("\"later\"", &format!("\"about\": {deep}, \"later\"")),
            ] {
                let read = Catalogue::from_json(&text);
                assert!(matches!(read, Err(LoadError::Malformed(_))));
            }
        }
    }
}
