//! The data file as a whole.

use super::json::Json;
use super::read::{Fault, Faults, FromJson, Record, read};
use super::{
    Area, City, Cluster, Country, Date, Licence, Membership, Organisation, Region, Section, Table,
};

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
    /// What the page about clusters and about the catalogue says.
    pub about: Vec<Section>,
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
#[derive(schemars::JsonSchema)]
#[schemars(deny_unknown_fields)]
#[schemars(title = "Technology Clusters: the catalogue's data file")]
pub struct File {
    /// The schema of this file, for editors that check while one types.
    #[schemars(rename = "$schema")]
    pub schema: Option<String>,
    /// The version of this file's form: 1.
    #[schemars(range(min = 1, max = 1))]
    pub schema_version: u32,
    /// The day of the last change.
    pub updated: Date,
    /// The terms under which the data may be used.
    pub licence: Licence,
    /// What the page about clusters and about the catalogue says.
    #[schemars(default)]
    pub about: Vec<Section>,
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
    /// Records that were taken out; a short page at the address of each says so.
    #[schemars(default)]
    pub withdrawn: Vec<super::Withdrawn>,
}

/// The data file taken apart, but not read yet: either takes about half of the time, and a page can do
/// something else in between.
pub struct DataFile<'text>(Json<'text>);

impl<'text> DataFile<'text> {
    /// Takes a text apart.
    ///
    /// # Errors
    /// When it is not JSON.
    pub fn parse(text: &'text str) -> Result<Self, LoadError> {
        Ok(Self(Json::parse(text)?))
    }

    /// Reads the catalogue. A record that cannot be read, or that leads to a cluster, area or place
    /// which does not exist, is left out and listed in [`Catalogue::skipped`].
    ///
    /// # Errors
    /// When the file as a whole is no catalogue, or one for a later program.
    pub fn read(&self) -> Result<Catalogue, LoadError> {
        let mut faults = Faults::default();
        let mut file = self.0.record(&mut faults);
        let schema_version = file.required("schema_version");
        if schema_version > SCHEMA_VERSION {
            return Err(LoadError::Newer(schema_version));
        }
        let mut skipped = Vec::new();
        let mut catalogue = Catalogue {
            updated: file.required("updated"),
            licence: file.required("licence"),
            about: file.or_default("about"),
            areas: Table::new(records(&mut file, "areas", &mut skipped, &|_| true)),
            countries: Table::new(records(&mut file, "countries", &mut skipped, &|_| true)),
            regions: Table::new(records(&mut file, "regions", &mut skipped, &|_| true)),
            cities: Table::new(records(&mut file, "cities", &mut skipped, &|_| true)),
            clusters: Table::new(Vec::new()),
            organisations: Table::new(records(&mut file, "organisations", &mut skipped, &|_| true)),
            memberships: Vec::new(),
            skipped: Vec::new(),
        };
        let placed = |cluster: &Cluster| catalogue.has_places_of(cluster);
        catalogue.clusters = Table::new(records(&mut file, "clusters", &mut skipped, &placed));
        let ended = |membership: &Membership| catalogue.has_ends_of(membership);
        catalogue.memberships = records(&mut file, "memberships", &mut skipped, &ended);
        catalogue.skipped = skipped;
        faults.or(catalogue).map_err(LoadError::from)
    }
}

impl Catalogue {
    /// Reads the text of a data file, as [`DataFile::read`] does.
    ///
    /// # Errors
    /// When the text as a whole is no catalogue, or one for a later program.
    pub fn from_json(text: &str) -> Result<Self, LoadError> {
        DataFile::parse(text)?.read()
    }

    /// Whether every area and place that a cluster names exists.
    fn has_places_of(&self, cluster: &Cluster) -> bool {
        let mut areas = cluster.areas.iter();
        let mut regions = cluster.regions.iter();
        !cluster.areas.is_empty()
            && areas.all(|id| self.areas.get(id.as_str()).is_some())
            && regions.all(|id| self.regions.get(id.as_str()).is_some())
            && (cluster.city.iter()).all(|id| self.cities.get(id.as_str()).is_some())
            && self.countries.get(cluster.country.as_str()).is_some()
    }

    /// Whether both ends of a membership exist.
    fn has_ends_of(&self, membership: &Membership) -> bool {
        let organisation = membership.organisation.as_str();
        self.clusters.get(membership.cluster.as_str()).is_some()
            && self.organisations.get(organisation).is_some()
    }
}

impl From<Fault> for LoadError {
    fn from(fault: Fault) -> Self {
        Self::Malformed(fault.into())
    }
}

/// The records of a list that can be read and lead somewhere.
fn records<T: FromJson>(
    file: &mut Record,
    list: &'static str,
    skipped: &mut Vec<Skipped>,
    leads_somewhere: &dyn Fn(&T) -> bool,
) -> Vec<T> {
    let all = file.list(list);
    let mut records = Vec::with_capacity(all.len());
    for (position, json) in all.iter().enumerate() {
        let reason = match read(json) {
            Ok(record) if leads_somewhere(&record) => {
                records.push(record);
                continue;
            }
            Ok(_) => "leads to a record that does not exist".into(),
            Err(fault) => fault.into(),
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
    use super::super::{Fact, Level};
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

    #[test]
    fn a_bad_record_does_not_take_the_others_with_it() -> Result<(), LoadError> {
        let catalogue = Catalogue::from_json(FILE)?;
        let [cluster] = &catalogue.clusters[..] else {
            return Err(LoadError::Malformed(format!("{:?}", catalogue.clusters)));
        };
        assert_eq!(
            (cluster.id.as_str(), cluster.level),
            ("two", Level::CrossBorder)
        );
        assert_eq!(cluster.sources[0].supports[0].fact, Fact::NameIt);
        let skipped = catalogue.skipped.iter();
        let skipped: Vec<_> = skipped
            .map(
                |Skipped {
                     list,
                     position,
                     reason,
                 }| (*list, *position, reason.as_str()),
            )
            .collect();
        let nowhere = "leads to a record that does not exist";
        assert_eq!(
            skipped,
            [
                ("clusters", 0, nowhere),
                (
                    "clusters",
                    2,
                    "level: is not one of the words that may stand here"
                ),
                ("memberships", 0, nowhere),
            ]
        );
        Ok(())
    }

    #[test]
    fn what_is_no_catalogue_is_refused_as_a_whole() {
        let read = |from: &str, to: &str| Catalogue::from_json(&FILE.replace(from, to)).err();
        let malformed = |words: &str| Some(LoadError::Malformed(words.to_owned()));
        assert_eq!(
            read("\"schema_version\": 1", "\"schema_version\": 2"),
            Some(LoadError::Newer(2))
        );
        assert_eq!(
            read("\"areas\": [{", "\"regions\": [{"),
            malformed("areas: is missing")
        );
        assert_eq!(
            read("https:", "javascript:"),
            malformed("licence: url: the address does not begin with https://, http:// or mailto:")
        );
        assert!(matches!(
            read("Statuto\"}", "Statuto"),
            Some(LoadError::Malformed(_))
        ));
    }
}
