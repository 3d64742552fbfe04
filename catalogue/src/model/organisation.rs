//! Organisations and the clusters they belong to.

use serde::Deserialize;

use super::{
    Bilingual, CityId, ClusterId, CountryCode, Identified, OrganisationId, RecordId, SafeUrl,
    SeenDate, Text,
};

/// A company, university, research centre or public body that belongs to a cluster.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[cfg_attr(
    feature = "schema",
    derive(schemars::JsonSchema),
    schemars(deny_unknown_fields)
)]
pub struct Organisation {
    /// Part of its public address; never changes.
    pub id: OrganisationId,
    /// Ids that it had before: their addresses lead here for ever.
    #[serde(default)]
    pub former_ids: Vec<RecordId>,
    /// Its name.
    pub name: Bilingual,
    /// Names and abbreviations by which people look for it; they are searched, not shown.
    #[serde(default)]
    pub other_names: Vec<Text>,
    /// What kind of body it is.
    pub kind: Kind,
    /// The country of its seat.
    pub country: CountryCode,
    /// The city of its seat.
    pub city: Option<CityId>,
    /// Its own website.
    pub website: Option<SafeUrl>,
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
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// A university or other school of higher education.
    University,
    /// A research centre.
    Research,
    /// A company.
    Company,
    /// A hospital.
    Hospital,
    /// A public body that does none of these.
    Public,
    /// An association.
    Association,
    /// A foundation.
    Foundation,
    /// Something else.
    Other,
}

/// That an organisation was seen to belong to a cluster, in one role.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[cfg_attr(
    feature = "schema",
    derive(schemars::JsonSchema),
    schemars(deny_unknown_fields)
)]
pub struct Membership {
    /// Who belongs.
    pub organisation: OrganisationId,
    /// To what.
    pub cluster: ClusterId,
    /// As what.
    pub role: Role,
    /// When that was seen; it need not hold today.
    pub as_of: Option<SeenDate>,
    /// The page or document that says so.
    pub source: Reference,
}

/// A page by its address, or a document by its title.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[cfg_attr(
    feature = "schema",
    derive(schemars::JsonSchema),
    schemars(deny_unknown_fields)
)]
pub struct Reference {
    /// Where it can be read.
    pub url: Option<SafeUrl>,
    /// What it is called; a document without an address has at least that.
    pub title: Option<Bilingual>,
}

/// What an organisation is in a cluster, the weightiest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// Leads or manages it.
    Coordinator,
    /// Set it up, or was named as a promoter at its birth.
    Founder,
    /// Has a seat in its governing body.
    Board,
    /// Belongs to it.
    Member,
    /// Backs or hosts it.
    Supporter,
}

impl Role {
    /// All roles, the weightiest first.
    pub const ALL: [Self; 5] = [
        Self::Coordinator,
        Self::Founder,
        Self::Board,
        Self::Member,
        Self::Supporter,
    ];
}
