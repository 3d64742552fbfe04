//! Organisations and the clusters they belong to.

use super::json::Json;
use super::read::{Faults, FromJson};
use super::{
    Bilingual, CityId, ClusterId, CountryCode, Identified, OrganisationId, RecordId, SafeUrl,
    SeenDate, Text,
};

/// A company, university, research centre or public body that belongs to a cluster.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(
    feature = "schema",
    derive(schemars::JsonSchema),
    schemars(deny_unknown_fields)
)]
pub struct Organisation {
    /// Part of its public address; never changes.
    pub id: OrganisationId,
    /// Ids that it had before: their addresses lead here for ever.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub former_ids: Vec<RecordId>,
    /// Its name.
    pub name: Bilingual,
    /// Names and abbreviations by which people look for it; they are searched, not shown.
    #[cfg_attr(feature = "schema", schemars(default))]
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

impl FromJson for Organisation {
    fn from_json(json: &Json, faults: &mut Faults) -> Self {
        let mut record = json.record(faults);
        Self {
            id: record.required("id"),
            former_ids: record.or_default("former_ids"),
            name: record.required("name"),
            other_names: record.or_default("other_names"),
            kind: record.required("kind"),
            country: record.required("country"),
            city: record.optional("city"),
            website: record.optional("website"),
        }
    }
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
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(
    feature = "schema",
    derive(schemars::JsonSchema),
    schemars(rename_all = "kebab-case")
)]
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

impl FromJson for Kind {
    fn from_json(json: &Json, faults: &mut Faults) -> Self {
        json.one_of(
            &[
                ("university", Self::University),
                ("research", Self::Research),
                ("company", Self::Company),
                ("hospital", Self::Hospital),
                ("public", Self::Public),
                ("association", Self::Association),
                ("foundation", Self::Foundation),
                ("other", Self::Other),
            ],
            faults,
        )
    }
}

/// That an organisation was seen to belong to a cluster, in one role.
#[derive(Debug, Clone, PartialEq, Eq)]
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

impl FromJson for Membership {
    fn from_json(json: &Json, faults: &mut Faults) -> Self {
        let mut record = json.record(faults);
        Self {
            organisation: record.required("organisation"),
            cluster: record.required("cluster"),
            role: record.required("role"),
            as_of: record.optional("as_of"),
            source: record.required("source"),
        }
    }
}

/// A page by its address, or a document by its title.
#[derive(Debug, Clone, PartialEq, Eq)]
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

impl FromJson for Reference {
    fn from_json(json: &Json, faults: &mut Faults) -> Self {
        let mut record = json.record(faults);
        Self {
            url: record.optional("url"),
            title: record.optional("title"),
        }
    }
}

/// What an organisation is in a cluster, the weightiest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(
    feature = "schema",
    derive(schemars::JsonSchema),
    schemars(rename_all = "kebab-case")
)]
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

impl FromJson for Role {
    fn from_json(json: &Json, faults: &mut Faults) -> Self {
        json.one_of(
            &[
                ("coordinator", Self::Coordinator),
                ("founder", Self::Founder),
                ("board", Self::Board),
                ("member", Self::Member),
                ("supporter", Self::Supporter),
            ],
            faults,
        )
    }
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
