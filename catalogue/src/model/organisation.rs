//! Organisations and the clusters they belong to.

use serde::Deserialize;

use super::cluster::{Source, Unverified};
use super::date::SeenDate;
use super::id::{CityId, ClusterId, CountryCode, OrganisationId, RecordId};
use super::table::Identified;
use super::text::{Bilingual, Text};
use super::url::SafeUrl;

/// A company, university, research centre or public body that belongs to a cluster.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "export", derive(serde::Serialize))]
#[cfg_attr(
    feature = "schema",
    derive(schemars::JsonSchema),
    schemars(deny_unknown_fields)
)]
pub struct Organisation {
    /// Part of its public address; never changes.
    pub id: OrganisationId,
    /// Former ids; their addresses redirect here for ever.
    #[serde(default)]
    pub former_ids: Vec<RecordId>,
    /// Its name.
    pub name: Bilingual,
    /// Its short name.
    pub acronym: Option<Text>,
    /// Names that it had, and those of bodies that became part of it.
    #[serde(default)]
    pub former_names: Vec<Text>,
    /// What it is, in English and in our words, where its name does not say so. It is not a name.
    pub gloss: Option<Text>,
    /// Other names by which people search for it; they are not shown.
    #[serde(default)]
    pub other_names: Vec<Text>,
    /// The kind of organisation.
    pub kind: OrganisationKind,
    /// The country of its seat.
    pub country: CountryCode,
    /// The city of its seat.
    pub city: Option<CityId>,
    /// Its own website.
    pub website: Option<SafeUrl>,
    /// When an editor last compared the record with public pages.
    pub checked: Option<SeenDate>,
    /// The sources of the facts above. Each membership names its own.
    #[serde(default)]
    pub sources: Vec<Source>,
    /// The facts that no source supports.
    #[serde(default)]
    pub unverified: Vec<Unverified>,
}

impl Identified for Organisation {
    fn id(&self) -> &str {
        self.id.as_str()
    }

    fn former_ids(&self) -> &[RecordId] {
        &self.former_ids
    }
}

/// The kind of an organisation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[cfg_attr(feature = "export", derive(serde::Serialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum OrganisationKind {
    /// A university or another institution of higher education.
    University,
    /// A research centre.
    Research,
    /// A company.
    Company,
    /// A hospital.
    Hospital,
    /// A public body of no other kind.
    Public,
    /// An association.
    Association,
    /// A foundation.
    Foundation,
    /// Something else.
    Other,
}

impl OrganisationKind {
    /// All kinds.
    pub const ALL: [Self; 8] = [
        Self::University,
        Self::Research,
        Self::Company,
        Self::Hospital,
        Self::Public,
        Self::Association,
        Self::Foundation,
        Self::Other,
    ];
}

/// The membership of an organisation in a cluster, in one role.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "export", derive(serde::Serialize))]
#[cfg_attr(
    feature = "schema",
    derive(schemars::JsonSchema),
    schemars(deny_unknown_fields)
)]
pub struct Membership {
    /// The organisation.
    pub organisation: OrganisationId,
    /// The cluster.
    pub cluster: ClusterId,
    /// The role of the organisation.
    pub role: Role,
    /// When the membership was seen; it may have ended since.
    pub as_of: Option<SeenDate>,
    /// The page or document that states it.
    pub source: Reference,
}

/// A page with its URL, or a document with its title.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "export", derive(serde::Serialize))]
#[cfg_attr(
    feature = "schema",
    derive(schemars::JsonSchema),
    schemars(deny_unknown_fields)
)]
pub struct Reference {
    /// Its URL.
    pub url: Option<SafeUrl>,
    /// Its title; required for a document without a URL.
    pub title: Option<Bilingual>,
}

/// The role of an organisation in a cluster, most important first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[cfg_attr(feature = "export", derive(serde::Serialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// Leads or manages it.
    Coordinator,
    /// Founded it, or was named as a promoter of its foundation.
    Founder,
    /// Has a seat on its board.
    Board,
    /// Belongs to it.
    Member,
    /// Supports or hosts it.
    Supporter,
}

impl Role {
    /// All roles, most important first.
    pub const ALL: [Self; 5] = [
        Self::Coordinator,
        Self::Founder,
        Self::Board,
        Self::Member,
        Self::Supporter,
    ];
}
