//! A technology cluster and the facts known of it.

use serde::Deserialize;

use super::{
    AreaId, Bilingual, CityId, ClusterId, CountryCode, Identified, RecordId, RegionId, SafeUrl,
    SeenDate, Text,
};

/// A network of companies, universities, research centres and public bodies for one technology field.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[cfg_attr(
    feature = "schema",
    derive(schemars::JsonSchema),
    schemars(deny_unknown_fields)
)]
pub struct Cluster {
    /// Part of its public address; never changes.
    pub id: ClusterId,
    /// Ids that it had before: their addresses lead here for ever.
    #[serde(default)]
    pub former_ids: Vec<RecordId>,
    /// Its name; where a source gives none in a language, ours (see [`Cluster::unverified`]).
    pub name: Bilingual,
    /// The short name it goes by.
    pub acronym: Option<Text>,
    /// The territory it stands for.
    pub level: Level,
    /// Subject areas, the main one first.
    pub areas: Vec<AreaId>,
    /// The country of its seat.
    pub country: CountryCode,
    /// The regions it stands for; several where it crosses their borders.
    #[serde(default)]
    pub regions: Vec<RegionId>,
    /// The city of its seat.
    pub city: Option<CityId>,
    /// Its own website.
    pub website: Option<SafeUrl>,
    /// A general mailbox, never a person's.
    pub email: Option<SafeUrl>,
    /// Its form in law.
    pub legal_form: Option<Bilingual>,
    /// Year in which it was set up.
    pub founded: Option<u16>,
    /// Year in which a public body recognised or selected it.
    pub recognised: Option<u16>,
    /// How many members it has, and of what kind.
    pub members: Option<Members>,
    /// What it works on.
    #[serde(default)]
    pub keywords: Keywords,
    /// The national cluster of its field that it relates to.
    pub national_cluster: Option<ClusterId>,
    /// One to three sentences.
    pub description: Bilingual,
    /// A remark for the reader.
    pub note: Option<Bilingual>,
    /// Where the facts come from.
    #[serde(default)]
    pub sources: Vec<Source>,
    /// The facts that no page found supports.
    #[serde(default)]
    pub unverified: Vec<Unverified>,
    /// How much of it is supported by pages.
    pub evidence: Evidence,
}

impl Cluster {
    /// The mark on a fact that no source supports, if it has one.
    pub fn unverified(&self, fact: Fact) -> Option<&Unverified> {
        self.unverified.iter().find(|mark| mark.fact == fact)
    }

    /// The numbers of the sources that support a fact (the first source is 1), with what exactly
    /// each of them says.
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

/// The territory that a cluster stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Level {
    /// A region or several.
    Regional,
    /// A whole country.
    National,
    /// Regions of several countries.
    CrossBorder,
}

impl Level {
    /// All levels, from the smallest territory to the largest.
    pub const ALL: [Self; 3] = [Self::Regional, Self::National, Self::CrossBorder];

    /// The level's name in addresses and in the data file.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Regional => "regional",
            Self::National => "national",
            Self::CrossBorder => "cross-border",
        }
    }
}

/// How much of a record is supported by pages: its city, founding year, members, legal form, website.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
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

/// The members of a cluster, as they were once counted.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[cfg_attr(
    feature = "schema",
    derive(schemars::JsonSchema),
    schemars(deny_unknown_fields)
)]
pub struct Members {
    /// How many there were.
    pub count: Option<u32>,
    /// Who they were.
    pub composition: Option<Bilingual>,
    /// When; absent where the page that says so bears no date.
    pub as_of: Option<SeenDate>,
}

/// What a cluster works on, in both languages; the lists need not correspond.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[cfg_attr(
    feature = "schema",
    derive(schemars::JsonSchema),
    schemars(deny_unknown_fields)
)]
#[serde(default)]
pub struct Keywords {
    /// In English.
    pub en: Vec<Text>,
    /// In Italian.
    pub it: Vec<Text>,
}

impl Keywords {
    /// The keywords in one language.
    pub fn only(&self, lang: super::Lang) -> &[Text] {
        match lang {
            super::Lang::En => &self.en,
            super::Lang::It => &self.it,
        }
    }
}

/// A page or document that supports facts.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[cfg_attr(
    feature = "schema",
    derive(schemars::JsonSchema),
    schemars(deny_unknown_fields)
)]
pub struct Source {
    /// Where it can be read.
    pub url: Option<SafeUrl>,
    /// What it is called; a document without an address has at least that.
    pub title: Option<Bilingual>,
    /// The facts it supports.
    pub supports: Vec<Support>,
}

/// A fact that a source supports.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[cfg_attr(
    feature = "schema",
    derive(schemars::JsonSchema),
    schemars(deny_unknown_fields)
)]
pub struct Support {
    /// Which fact.
    pub fact: Fact,
    /// What exactly the source says of it.
    pub detail: Option<Bilingual>,
}

/// A fact that no page found supports.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[cfg_attr(
    feature = "schema",
    derive(schemars::JsonSchema),
    schemars(deny_unknown_fields)
)]
pub struct Unverified {
    /// Which fact.
    pub fact: Fact,
    /// Why it stands here all the same, or which part of it is meant.
    pub reason: Option<Bilingual>,
}

// What else a new one needs is in CONTRIBUTING.md. `Other` stays the last.
/// The facts that sources can support.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Fact {
    /// [`Cluster::name`] in whatever language it is official in.
    Name,
    /// [`Cluster::name`] in English.
    NameEn,
    /// [`Cluster::name`] in Italian.
    NameIt,
    /// [`Cluster::acronym`].
    Acronym,
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
    /// [`Cluster::national_cluster`].
    NationalCluster,
    /// Which organisations belong to it, and in what role.
    Organisations,
    /// Anything else, said in the support's own words.
    Other,
}
