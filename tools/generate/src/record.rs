//! Generated records, as they are serialised.

use serde::Serialize;

/// A text in both languages.
#[derive(Serialize, Clone)]
pub(super) struct Both {
    pub(super) en: String,
    pub(super) it: String,
}

/// The keywords of a cluster.
#[derive(Serialize)]
pub(super) struct KeywordsRecord {
    pub(super) en: Vec<String>,
    pub(super) it: Vec<String>,
}

/// The number of members of a cluster.
#[derive(Serialize)]
pub(super) struct MembersRecord {
    pub(super) count: usize,
}

/// The facts that a source supports.
#[derive(Serialize)]
pub(super) struct SupportRecord {
    pub(super) fact: &'static str,
}

/// The source of facts.
#[derive(Serialize)]
pub(super) struct SourceRecord {
    pub(super) url: String,
    pub(super) supports: Vec<SupportRecord>,
}

/// A page.
#[derive(Serialize)]
pub(super) struct ReferenceRecord<'a> {
    pub(super) url: &'a str,
}

#[derive(Serialize)]
pub(super) struct ClusterRecord<'real> {
    pub(super) id: &'real str,
    pub(super) name: Both,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) acronym: Option<String>,
    pub(super) level: &'static str,
    pub(super) areas: Vec<&'real str>,
    pub(super) country: &'real str,
    pub(super) regions: Vec<&'real str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) city: Option<&'real str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) website: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) founded: Option<u16>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) members: Option<MembersRecord>,
    pub(super) keywords: KeywordsRecord,
    #[serde(rename = "national_clusters")]
    pub(super) related_to: Vec<&'real str>,
    pub(super) description: Both,
    pub(super) sources: [SourceRecord; 1],
    pub(super) evidence: &'static str,
}

#[derive(Serialize)]
pub(super) struct OrganisationRecord<'real> {
    pub(super) id: &'real str,
    pub(super) name: Both,
    pub(super) kind: &'real str,
    pub(super) country: &'real str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) city: Option<&'real str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) website: Option<String>,
}

#[derive(Serialize)]
pub(super) struct MembershipRecord<'a> {
    pub(super) organisation: &'a str,
    pub(super) cluster: &'a str,
    pub(super) role: &'static str,
    pub(super) as_of: &'static str,
    pub(super) source: ReferenceRecord<'a>,
}
