//! A technology cluster and the facts known of it.

use super::json::Json;
use super::read::{Faults, FromJson};
use super::{
    AreaId, Bilingual, CityId, ClusterId, CountryCode, Identified, RecordId, RegionId, SafeUrl,
    SeenDate, Text,
};

/// A network of companies, universities, research centres and public bodies for one technology field.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(
    feature = "schema",
    derive(schemars::JsonSchema),
    schemars(deny_unknown_fields)
)]
pub struct Cluster {
    /// Part of its public address; never changes.
    pub id: ClusterId,
    /// Ids that it had before: their addresses lead here for ever.
    #[cfg_attr(feature = "schema", schemars(default))]
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
    #[cfg_attr(feature = "schema", schemars(default))]
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
    #[cfg_attr(feature = "schema", schemars(default))]
    pub keywords: Keywords,
    /// The national cluster of its field that it relates to.
    pub national_cluster: Option<ClusterId>,
    /// One to three sentences.
    pub description: Bilingual,
    /// A remark for the reader.
    pub note: Option<Bilingual>,
    /// Where the facts come from.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub sources: Vec<Source>,
    /// The facts that no page found supports.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub unverified: Vec<Unverified>,
    /// How much of it is supported by pages.
    pub evidence: Evidence,
}

impl FromJson for Cluster {
    fn from_json(json: &Json, faults: &mut Faults) -> Self {
        let mut record = json.record(faults);
        Self {
            id: record.required("id"),
            former_ids: record.or_default("former_ids"),
            name: record.required("name"),
            acronym: record.optional("acronym"),
            level: record.required("level"),
            areas: record.required("areas"),
            country: record.required("country"),
            regions: record.or_default("regions"),
            city: record.optional("city"),
            website: record.optional("website"),
            email: record.optional("email"),
            legal_form: record.optional("legal_form"),
            founded: record.optional("founded"),
            recognised: record.optional("recognised"),
            members: record.optional("members"),
            keywords: record.or_default("keywords"),
            national_cluster: record.optional("national_cluster"),
            description: record.required("description"),
            note: record.optional("note"),
            sources: record.or_default("sources"),
            unverified: record.or_default("unverified"),
            evidence: record.required("evidence"),
        }
    }
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
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(
    feature = "schema",
    derive(schemars::JsonSchema),
    schemars(rename_all = "kebab-case")
)]
pub enum Level {
    /// A region or several.
    Regional,
    /// A whole country.
    National,
    /// Regions of several countries.
    CrossBorder,
}

impl FromJson for Level {
    fn from_json(json: &Json, faults: &mut Faults) -> Self {
        json.one_of(&Self::ALL.map(|level| (level.id(), level)), faults)
    }
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
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(
    feature = "schema",
    derive(schemars::JsonSchema),
    schemars(rename_all = "lowercase")
)]
pub enum Evidence {
    /// Little.
    Weak,
    /// Some.
    Medium,
    /// Most.
    Strong,
}

impl FromJson for Evidence {
    fn from_json(json: &Json, faults: &mut Faults) -> Self {
        json.one_of(
            &[
                ("weak", Self::Weak),
                ("medium", Self::Medium),
                ("strong", Self::Strong),
            ],
            faults,
        )
    }
}

/// The members of a cluster, as they were once counted.
#[derive(Debug, Clone, PartialEq, Eq)]
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

impl FromJson for Members {
    fn from_json(json: &Json, faults: &mut Faults) -> Self {
        let mut record = json.record(faults);
        Self {
            count: record.optional("count"),
            composition: record.optional("composition"),
            as_of: record.optional("as_of"),
        }
    }
}

/// What a cluster works on, in both languages; the lists need not correspond.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[cfg_attr(
    feature = "schema",
    derive(schemars::JsonSchema),
    schemars(deny_unknown_fields, default)
)]
pub struct Keywords {
    /// In English.
    pub en: Vec<Text>,
    /// In Italian.
    pub it: Vec<Text>,
}

impl FromJson for Keywords {
    fn from_json(json: &Json, faults: &mut Faults) -> Self {
        let mut record = json.record(faults);
        Self {
            en: record.or_default("en"),
            it: record.or_default("it"),
        }
    }
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
#[derive(Debug, Clone, PartialEq, Eq)]
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

impl FromJson for Source {
    fn from_json(json: &Json, faults: &mut Faults) -> Self {
        let mut record = json.record(faults);
        Self {
            url: record.optional("url"),
            title: record.optional("title"),
            supports: record.required("supports"),
        }
    }
}

/// A fact that a source supports.
#[derive(Debug, Clone, PartialEq, Eq)]
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

impl FromJson for Support {
    fn from_json(json: &Json, faults: &mut Faults) -> Self {
        let mut record = json.record(faults);
        Self {
            fact: record.required("fact"),
            detail: record.optional("detail"),
        }
    }
}

/// A fact that no page found supports.
#[derive(Debug, Clone, PartialEq, Eq)]
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

impl FromJson for Unverified {
    fn from_json(json: &Json, faults: &mut Faults) -> Self {
        let mut record = json.record(faults);
        Self {
            fact: record.required("fact"),
            reason: record.optional("reason"),
        }
    }
}

/// The facts that sources can support.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(
    feature = "schema",
    derive(schemars::JsonSchema),
    schemars(rename_all = "snake_case")
)]
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

impl FromJson for Fact {
    fn from_json(json: &Json, faults: &mut Faults) -> Self {
        json.one_of(
            &[
                ("name", Self::Name),
                ("name_en", Self::NameEn),
                ("name_it", Self::NameIt),
                ("acronym", Self::Acronym),
                ("areas", Self::Areas),
                ("city", Self::City),
                ("region", Self::Region),
                ("website", Self::Website),
                ("email", Self::Email),
                ("legal_form", Self::LegalForm),
                ("founded", Self::Founded),
                ("recognised", Self::Recognised),
                ("members", Self::Members),
                ("keywords", Self::Keywords),
                ("national_cluster", Self::NationalCluster),
                ("organisations", Self::Organisations),
                ("other", Self::Other),
            ],
            faults,
        )
    }
}
