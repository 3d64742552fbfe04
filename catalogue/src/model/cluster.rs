//! Technology clusters and their facts.

use serde::Deserialize;

use super::date::SeenDate;
use super::id::{AreaId, CityId, ClusterId, CountryCode, RecordId, RegionId};
use super::status::Status;
use super::table::Identified;
use super::text::{Bilingual, Text, WordLists};
use super::url::SafeUrl;

/// A network of companies, universities, research centres and public bodies in one field of
/// technology.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "export", derive(serde::Serialize))]
#[cfg_attr(
    feature = "schema",
    derive(schemars::JsonSchema),
    schemars(deny_unknown_fields)
)]
pub struct Cluster {
    /// Part of its public address; never changes.
    pub id: ClusterId,
    /// Former ids; their addresses redirect here for ever.
    #[serde(default)]
    pub former_ids: Vec<RecordId>,
    /// Its name. Where no source gives a name in a language, it is our translation (see
    /// [`Cluster::unverified`]).
    pub name: Bilingual,
    /// Its short name.
    pub acronym: Option<Text>,
    /// Names that it had.
    #[serde(default)]
    pub former_names: Vec<Text>,
    /// The territory it represents.
    pub level: Level,
    /// Whether it is still active: decided by the age of `last_seen`.
    #[serde(default)]
    pub status: Status,
    /// The date of the newest source that shows it at work; that source supports the fact `status`.
    pub last_seen: Option<SeenDate>,
    /// Subject areas, the main one first.
    pub areas: Vec<AreaId>,
    /// The country of its seat.
    pub country: CountryCode,
    /// The regions it represents; several for a cross-border cluster.
    #[serde(default)]
    pub regions: Vec<RegionId>,
    /// The city of its seat.
    pub city: Option<CityId>,
    /// Its own website.
    pub website: Option<SafeUrl>,
    /// A general mailbox, never a person's.
    pub email: Option<SafeUrl>,
    /// Its legal form.
    pub legal_form: Option<Bilingual>,
    /// The year of its foundation.
    pub founded: Option<u16>,
    /// The year in which a public body recognised or selected it.
    pub recognised: Option<u16>,
    /// How many members it has, and of which kinds.
    pub members: Option<Members>,
    /// The topics it works on.
    #[serde(default)]
    pub keywords: WordLists,
    /// The national clusters that it relates to, that of its own field first.
    #[serde(default)]
    pub national_clusters: Vec<ClusterId>,
    /// When an editor last compared the record with public pages.
    pub checked: Option<SeenDate>,
    /// A description of one to three sentences.
    pub description: Bilingual,
    /// A note for readers.
    pub note: Option<Bilingual>,
    /// The sources of the facts.
    #[serde(default)]
    pub sources: Vec<Source>,
    /// The facts that no source supports.
    #[serde(default)]
    pub unverified: Vec<Unverified>,
    /// How well its facts are supported by sources.
    pub evidence: Evidence,
}

impl Cluster {
    /// The mark on an unverified fact, if it has one.
    pub fn unverified(&self, fact: Fact) -> Option<&Unverified> {
        self.unverified.iter().find(|mark| mark.fact == fact)
    }

    /// The numbers of the sources that support a fact (starting from 1), with what exactly each of
    /// them says.
    pub fn supporting(&self, fact: Fact) -> impl Iterator<Item = (usize, &Support)> {
        (1..).zip(&self.sources).flat_map(move |(number, source)| {
            let about = source
                .supports
                .iter()
                .filter(move |support| support.fact == fact);
            about.map(move |support| (number, support))
        })
    }
}

impl Identified for Cluster {
    fn id(&self) -> &str {
        self.id.as_str()
    }

    fn former_ids(&self) -> &[RecordId] {
        &self.former_ids
    }
}

/// The territory that a cluster represents.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[cfg_attr(feature = "export", derive(serde::Serialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Level {
    /// One region or several.
    Regional,
    /// A whole country.
    National,
    /// Regions of several countries.
    CrossBorder,
}

impl Level {
    /// All levels, from the smallest territory to the largest.
    pub const ALL: [Self; 3] = [Self::Regional, Self::National, Self::CrossBorder];

    /// The name of the level in addresses and in the data file.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Regional => "regional",
            Self::National => "national",
            Self::CrossBorder => "cross-border",
        }
    }
}

/// How well a record is supported by sources: its city, founding year, members, legal form and
/// website.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[cfg_attr(feature = "export", derive(serde::Serialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Evidence {
    /// Little.
    Weak,
    /// Some.
    Medium,
    /// Most.
    Strong,
}

/// The members of a cluster, as counted at some time.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "export", derive(serde::Serialize))]
#[cfg_attr(
    feature = "schema",
    derive(schemars::JsonSchema),
    schemars(deny_unknown_fields)
)]
pub struct Members {
    /// How many there are: the number that the source gives.
    pub count: Option<u32>,
    /// How exact the number is.
    #[serde(default)]
    pub precision: Precision,
    /// What the number counts, where it is not all members.
    #[serde(default)]
    pub unit: Unit,
    /// The kinds of members.
    pub composition: Option<Bilingual>,
    /// When they were counted; absent if the source has no date.
    pub as_of: Option<SeenDate>,
}

/// How exact a number is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "export", derive(serde::Serialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Precision {
    /// The source gives this number.
    #[default]
    Exact,
    /// The source says "over" or "more than".
    Over,
    /// The source says "about" or "some".
    About,
    /// The source says "nearly" or "almost".
    Nearly,
}

/// What a number of members counts.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "export", derive(serde::Serialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Unit {
    /// Members of any kind.
    #[default]
    Members,
    /// The members that founded it.
    Founders,
    /// Companies alone.
    Companies,
    /// Partners, who need not be members.
    Partners,
    /// Organisations that it brings together, who need not be members.
    Organisations,
}

/// A page or document that supports facts.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "export", derive(serde::Serialize))]
#[cfg_attr(
    feature = "schema",
    derive(schemars::JsonSchema),
    schemars(deny_unknown_fields)
)]
pub struct Source {
    /// Its URL.
    pub url: Option<SafeUrl>,
    /// Its title; required for a document without a URL.
    pub title: Option<Bilingual>,
    /// The facts it supports.
    pub supports: Vec<Support>,
}

/// A fact that a source supports.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "export", derive(serde::Serialize))]
#[cfg_attr(
    feature = "schema",
    derive(schemars::JsonSchema),
    schemars(deny_unknown_fields)
)]
pub struct Support {
    /// The fact.
    pub fact: Fact,
    /// What exactly the source says about it.
    pub detail: Option<Bilingual>,
}

/// A fact that no source supports.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "export", derive(serde::Serialize))]
#[cfg_attr(
    feature = "schema",
    derive(schemars::JsonSchema),
    schemars(deny_unknown_fields)
)]
pub struct Unverified {
    /// The fact.
    pub fact: Fact,
    /// Why it is given nevertheless, or which part of it is unverified.
    pub reason: Option<Bilingual>,
}

// CONTRIBUTING.md lists what else a new fact needs. `Other` must stay last.
/// The facts that sources can support.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[cfg_attr(feature = "export", derive(serde::Serialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Fact {
    /// [`Cluster::name`] in its official language.
    Name,
    /// [`Cluster::name`] in English.
    NameEn,
    /// [`Cluster::name`] in Italian.
    NameIt,
    /// [`Cluster::acronym`].
    Acronym,
    /// [`Cluster::former_names`], or those of an organisation.
    FormerNames,
    /// [`Cluster::areas`].
    Areas,
    /// [`Cluster::city`].
    City,
    /// [`Cluster::regions`].
    Region,
    /// [`Cluster::website`].
    Website,
    /// [`Cluster::email`].
    Email,
    /// [`Cluster::legal_form`].
    LegalForm,
    /// [`Cluster::founded`].
    Founded,
    /// [`Cluster::recognised`].
    Recognised,
    /// [`Cluster::members`].
    Members,
    /// [`Cluster::keywords`].
    Keywords,
    /// [`Cluster::national_clusters`].
    NationalCluster,
    /// Its member organisations and their roles.
    Organisations,
    /// [`Cluster::status`] and [`Cluster::last_seen`].
    Status,
    /// Any other fact, described by the support's detail.
    Other,
}
