//! The generated records, as they are written to the file.

use serde::Serialize;

/// A text in both languages.
#[derive(Serialize, Clone)]
pub(super) struct Both {
    pub(super) en: String,
    pub(super) it: String,
}

/// What a cluster works on.
#[derive(Serialize)]
pub(super) struct Keywords {
    pub(super) en: Vec<String>,
    pub(super) it: Vec<String>,
}

/// How many members a cluster has.
#[derive(Serialize)]
pub(super) struct Members {
    pub(super) count: usize,
}

/// What a source says something of.
#[derive(Serialize)]
pub(super) struct Support {
    pub(super) fact: &'static str,
}

/// Where facts come from.
#[derive(Serialize)]
pub(super) struct Source {
    pub(super) url: String,
    pub(super) supports: Vec<Support>,
}

/// A page.
#[derive(Serialize)]
pub(super) struct Reference<'a> {
    pub(super) url: &'a str,
}

#[derive(Serialize)]
pub(super) struct Cluster<'real> {
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
    pub(super) members: Option<Members>,
    pub(super) keywords: Keywords,
    #[serde(rename = "national_cluster", skip_serializing_if = "Option::is_none")]
    pub(super) related_to: Option<&'real str>,
    pub(super) description: Both,
    pub(super) sources: [Source; 1],
    pub(super) evidence: &'static str,
}

#[derive(Serialize)]
pub(super) struct Organisation<'real> {
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
pub(super) struct Membership<'a> {
    pub(super) organisation: &'a str,
    pub(super) cluster: &'a str,
    pub(super) role: &'static str,
    pub(super) as_of: &'static str,
    pub(super) source: Reference<'a>,
}
