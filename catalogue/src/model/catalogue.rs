//! The data file as a whole.

use super::{
    Area, City, Cluster, Country, Date, Identified, Licence, Membership, Organisation, Region,
    Table,
};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::value::RawValue;

/// The version of the data file's form that this program reads. It rises when an older program
/// could no longer read a new file.
pub const SCHEMA_VERSION: u32 = 1;

/// Everything the page knows: the data file, read and checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Catalogue {
    /// The day of its last change.
    pub updated: Date,
    /// The terms under which it may be used.
    pub licence: Licence,
    /// Subject areas, in the order in which the page offers them.
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
    /// Who belongs to what.
    pub memberships: Vec<Membership>,
    /// Records that could not be read and were left out.
    pub skipped: Vec<Skipped>,
}

/// A record that could not be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Skipped {
    /// The list it stands in, as named in the file.
    pub list: &'static str,
    /// Its place in that list, from 0.
    pub position: usize,
    /// What is wrong with it.
    pub reason: String,
}

/// Why a data file could not be read at all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LoadError {
    /// It is not JSON, or not of the catalogue's form: cut off, an error page, another file.
    Malformed(String),
    /// It is written for a later program, of this version of the form.
    Newer(u32),
}

/// The data file, as written; for the JSON Schema.
#[cfg(feature = "schema")]
#[derive(Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "Technology Clusters: the catalogue's data file")]
pub struct File {
    /// The schema of this file, for editors that check while one types.
    #[serde(rename = "$schema")]
    pub schema: Option<String>,
    /// The version of this file's form: 1.
    #[schemars(range(min = 1, max = 1))]
    pub schema_version: u32,
    /// The day of the last change.
    pub updated: Date,
    /// The terms under which the data may be used.
    pub licence: Licence,
    /// Subject areas.
    pub areas: Vec<Area>,
    /// Countries.
    pub countries: Vec<Country>,
    /// Regions.
    pub regions: Vec<Region>,
    /// Cities.
    pub cities: Vec<City>,
    /// Clusters.
    pub clusters: Vec<Cluster>,
    /// Organisations.
    pub organisations: Vec<Organisation>,
    /// Who belongs to what.
    pub memberships: Vec<Membership>,
}

/// The data file with its records unread, so that a bad one does not take the others with it.
#[derive(Deserialize)]
struct RawFile<'a> {
    updated: Date,
    licence: Licence,
    #[serde(borrow)]
    areas: Vec<&'a RawValue>,
    #[serde(borrow)]
    countries: Vec<&'a RawValue>,
    #[serde(borrow)]
    regions: Vec<&'a RawValue>,
    #[serde(borrow)]
    cities: Vec<&'a RawValue>,
    #[serde(borrow)]
    clusters: Vec<&'a RawValue>,
    #[serde(borrow)]
    organisations: Vec<&'a RawValue>,
    #[serde(borrow)]
    memberships: Vec<&'a RawValue>,
}

/// The one field that is read before all others.
#[derive(Deserialize)]
struct Version {
    schema_version: u32,
}

impl Catalogue {
    /// Reads the data file. A record that cannot be read, or that leads to a cluster, area or place
    /// which does not exist, is left out and listed in [`Catalogue::skipped`].
    ///
    /// # Errors
    /// When the text as a whole is no catalogue, or one for a later program.
    pub fn from_json(json: &str) -> Result<Self, LoadError> {
        let malformed = |error: serde_json::Error| LoadError::Malformed(error.to_string());
        let Version { schema_version } = serde_json::from_str(json).map_err(malformed)?;
        if schema_version > SCHEMA_VERSION {
            return Err(LoadError::Newer(schema_version));
        }
        let file: RawFile = serde_json::from_str(json).map_err(malformed)?;
        let mut skipped = Vec::new();
        let areas = table("areas", &file.areas, &mut skipped);
        let countries = table("countries", &file.countries, &mut skipped);
        let regions = table("regions", &file.regions, &mut skipped);
        let cities = table("cities", &file.cities, &mut skipped);
        let clusters = table("clusters", &file.clusters, &mut skipped);
        let organisations = table("organisations", &file.organisations, &mut skipped);
        let memberships = records("memberships", &file.memberships, &mut skipped);
        let mut catalogue = Self {
            updated: file.updated,
            licence: file.licence,
            areas,
            countries,
            regions,
            cities,
            clusters,
            organisations,
            memberships,
            skipped,
        };
        catalogue.drop_dangling();
        Ok(catalogue)
    }

    /// Leaves out what leads nowhere, so that every reference that remains can be followed.
    fn drop_dangling(&mut self) {
        let Self {
            areas,
            countries,
            regions,
            cities,
            clusters,
            organisations,
            ..
        } = self;
        let known = |cluster: &Cluster| {
            !cluster.areas.is_empty()
                && cluster
                    .areas
                    .iter()
                    .all(|id| areas.get(id.as_str()).is_some())
                && cluster
                    .regions
                    .iter()
                    .all(|id| regions.get(id.as_str()).is_some())
                && cluster
                    .city
                    .iter()
                    .all(|id| cities.get(id.as_str()).is_some())
                && countries.get(cluster.country.as_str()).is_some()
        };
        let skipped = &mut self.skipped;
        let lost = |list, position| Skipped {
            list,
            position,
            reason: "leads to a record that does not exist".into(),
        };
        if !clusters.iter().all(known) {
            let mut kept = Vec::with_capacity(clusters.len());
            for (position, cluster) in clusters.iter().enumerate() {
                if known(cluster) {
                    kept.push(cluster.clone());
                } else {
                    skipped.push(lost("clusters", position));
                }
            }
            *clusters = Table::new(kept);
        }
        let mut position = 0;
        self.memberships.retain(|membership| {
            let kept = clusters.get(membership.cluster.as_str()).is_some()
                && organisations
                    .get(membership.organisation.as_str())
                    .is_some();
            if !kept {
                skipped.push(lost("memberships", position));
            }
            position += 1;
            kept
        });
    }
}

fn table<T: Identified + DeserializeOwned>(
    list: &'static str,
    raw: &[&RawValue],
    skipped: &mut Vec<Skipped>,
) -> Table<T> {
    Table::new(records(list, raw, skipped))
}

fn records<T: DeserializeOwned>(
    list: &'static str,
    raw: &[&RawValue],
    skipped: &mut Vec<Skipped>,
) -> Vec<T> {
    let mut records = Vec::with_capacity(raw.len());
    for (position, text) in raw.iter().enumerate() {
        match serde_json::from_str(text.get()) {
            Ok(record) => records.push(record),
            Err(error) => skipped.push(Skipped {
                list,
                position,
                reason: error.to_string(),
            }),
        }
    }
    records
}
