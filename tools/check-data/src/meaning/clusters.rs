//! Whether the facts of a cluster agree, and what supports them.

use std::collections::HashSet;

use catalogue::model::{
    Bilingual, Cluster, Evidence, Fact, Lang, Level, Organisation, SafeUrl, Source, Unverified,
};
use serde_json::Value;

use super::records::{Records, each, find};
use super::traces::Traces;
use crate::diagnostic::Diagnostic;
use crate::message::Message;
use crate::record::text_at;

/// The code of the country whose bodies have Italian names.
const ITALY: &str = "IT";

pub(super) fn check(records: &Records, root: &Value, found: &mut Vec<Diagnostic>) {
    let with_members = joined_by_memberships(root, "cluster");
    let members = joined_by_memberships(root, "organisation");
    for placed in &records.clusters {
        let (pointer, cluster) = (placed.pointer.as_str(), &placed.record);
        has_area(pointer, cluster, found);
        regions_of_its_country(pointer, cluster, records, found);
        national_clusters_of_its_country(pointer, cluster, records, found);
        members_are_some(pointer, cluster, found);
        mail_is_mail(pointer, cluster, found);
        sources_can_be_found(pointer, &cluster.sources, found);
        strong_evidence_has_sources(pointer, cluster, found);
        let states = |fact| states(cluster, fact, &with_members);
        marks_have_facts(pointer, &cluster.unverified, states, found);
        let traces = Traces {
            name: &cluster.name,
            acronym: cluster.acronym.as_ref(),
            is_italian: cluster.country.as_str() == ITALY,
            sources: &cluster.sources,
            marks: &cluster.unverified,
            has_memberships: with_members.contains(cluster.id.as_str()),
        };
        if !lacks_all_sources(cluster) {
            traces.check(pointer, states, found);
        }
        encrypted(pointer, cluster.website.as_ref(), found);
    }
    for placed in &records.memberships {
        let source = &placed.record.source;
        let pointer = format!("{}/source", placed.pointer);
        source_can_be_found(&pointer, source.url.as_ref(), source.title.as_ref(), found);
    }
    for placed in &records.organisations {
        let (pointer, organisation) = (placed.pointer.as_str(), &placed.record);
        sources_can_be_found(pointer, &organisation.sources, found);
        let states = |fact| organisation_states(organisation, fact);
        marks_have_facts(pointer, &organisation.unverified, states, found);
        let traces = Traces {
            name: &organisation.name,
            acronym: organisation.acronym.as_ref(),
            is_italian: organisation.country.as_str() == ITALY,
            sources: &organisation.sources,
            marks: &organisation.unverified,
            has_memberships: members.contains(organisation.id.as_str()),
        };
        traces.check(pointer, states, found);
        encrypted(pointer, organisation.website.as_ref(), found);
    }
}

/// The ids in a field of the memberships.
fn joined_by_memberships<'v>(root: &'v Value, field: &str) -> HashSet<&'v str> {
    each(root, "memberships")
        .filter_map(|(_, membership)| text_at(membership, field))
        .collect()
}

fn has_area(pointer: &str, cluster: &Cluster, found: &mut Vec<Diagnostic>) {
    if cluster.areas.is_empty() {
        found.push(Diagnostic::new(
            &format!("{pointer}/areas"),
            Message::NoArea,
        ));
    }
}

fn regions_of_its_country(
    pointer: &str,
    cluster: &Cluster,
    records: &Records,
    found: &mut Vec<Diagnostic>,
) {
    if cluster.level == Level::CrossBorder {
        return;
    }
    for (position, id) in cluster.regions.iter().enumerate() {
        let Some(region) = find(&records.regions, id.as_str()) else {
            continue;
        };
        if records.differ(&region.country, &cluster.country) {
            found.push(Diagnostic::new(
                &format!("{pointer}/regions/{position}"),
                Message::RegionAbroad {
                    region: id.to_string(),
                    lies_in: region.country.to_string(),
                    country: cluster.country.to_string(),
                },
            ));
        }
    }
}

fn national_clusters_of_its_country(
    pointer: &str,
    cluster: &Cluster,
    records: &Records,
    found: &mut Vec<Diagnostic>,
) {
    for (position, id) in cluster.national_clusters.iter().enumerate() {
        let pointer = format!("{pointer}/national_clusters/{position}");
        national_cluster(&pointer, id.as_str(), cluster, records, found);
    }
}

fn national_cluster(
    pointer: &str,
    id: &str,
    cluster: &Cluster,
    records: &Records,
    found: &mut Vec<Diagnostic>,
) {
    let Some(national) = find(&records.clusters, id) else {
        return;
    };
    let id = id.to_owned();
    let country = cluster.country.to_string();
    let message = if national.level != Level::National {
        Message::NotNational {
            id,
            level: national.level.id(),
            country,
        }
    } else if records.differ(&national.country, &cluster.country) {
        Message::NationalClusterAbroad {
            id,
            lies_in: national.country.to_string(),
            country,
        }
    } else {
        return;
    };
    found.push(Diagnostic::new(pointer, message));
}

fn members_are_some(pointer: &str, cluster: &Cluster, found: &mut Vec<Diagnostic>) {
    if cluster
        .members
        .as_ref()
        .is_some_and(|members| members.count == Some(0))
    {
        found.push(Diagnostic::new(
            &format!("{pointer}/members/count"),
            Message::NoMembers,
        ));
    }
}

fn mail_is_mail(pointer: &str, cluster: &Cluster, found: &mut Vec<Diagnostic>) {
    if let Some(email) = cluster
        .email
        .as_ref()
        .filter(|email| !email.as_str().starts_with("mailto:"))
    {
        found.push(Diagnostic::new(
            &format!("{pointer}/email"),
            Message::NoMailbox {
                address: email.to_string(),
            },
        ));
    }
}

fn sources_can_be_found(pointer: &str, sources: &[Source], found: &mut Vec<Diagnostic>) {
    for (position, source) in sources.iter().enumerate() {
        let pointer = format!("{pointer}/sources/{position}");
        source_can_be_found(&pointer, source.url.as_ref(), source.title.as_ref(), found);
    }
}

fn source_can_be_found(
    pointer: &str,
    url: Option<&SafeUrl>,
    title: Option<&Bilingual>,
    found: &mut Vec<Diagnostic>,
) {
    if url.is_none() && title.is_none() {
        found.push(Diagnostic::new(pointer, Message::UntraceableSource));
    }
}

/// Whether the evidence implies sources, but there are none.
fn lacks_all_sources(cluster: &Cluster) -> bool {
    cluster.evidence == Evidence::Strong && cluster.sources.is_empty()
}

fn strong_evidence_has_sources(pointer: &str, cluster: &Cluster, found: &mut Vec<Diagnostic>) {
    if lacks_all_sources(cluster) {
        found.push(Diagnostic::new(
            &format!("{pointer}/evidence"),
            Message::StrongWithoutSources,
        ));
    }
}

fn marks_have_facts(
    pointer: &str,
    marks: &[Unverified],
    states: impl Fn(Fact) -> bool,
    found: &mut Vec<Diagnostic>,
) {
    for (position, mark) in marks.iter().enumerate() {
        if !states(mark.fact) {
            found.push(Diagnostic::new(
                &format!("{pointer}/unverified/{position}"),
                Message::MarkWithoutFact,
            ));
        }
    }
}

/// Whether the record of an organisation states a fact.
fn organisation_states(organisation: &Organisation, fact: Fact) -> bool {
    match fact {
        Fact::Name => true,
        Fact::NameEn => organisation.name.only(Lang::En).is_some(),
        Fact::NameIt => organisation.name.only(Lang::It).is_some(),
        Fact::Acronym => organisation.acronym.is_some(),
        Fact::FormerNames => !organisation.former_names.is_empty(),
        Fact::City => organisation.city.is_some(),
        Fact::Website => organisation.website.is_some(),
        _ => false,
    }
}

/// Whether the record of a cluster states a fact.
fn states(cluster: &Cluster, fact: Fact, with_members: &HashSet<&str>) -> bool {
    match fact {
        Fact::Name | Fact::Areas | Fact::Status | Fact::Other => true,
        Fact::NameEn => cluster.name.only(Lang::En).is_some(),
        Fact::NameIt => cluster.name.only(Lang::It).is_some(),
        Fact::Acronym => cluster.acronym.is_some(),
        Fact::FormerNames => !cluster.former_names.is_empty(),
        Fact::City => cluster.city.is_some(),
        Fact::Region => !cluster.regions.is_empty(),
        Fact::Website => cluster.website.is_some(),
        Fact::Email => cluster.email.is_some(),
        Fact::LegalForm => cluster.legal_form.is_some(),
        Fact::Founded => cluster.founded.is_some(),
        Fact::Recognised => cluster.recognised.is_some(),
        Fact::Members => cluster.members.is_some(),
        Fact::Keywords => Lang::ALL
            .iter()
            .any(|&lang| !cluster.keywords.only(lang).is_empty()),
        Fact::NationalCluster => !cluster.national_clusters.is_empty(),
        Fact::Organisations => with_members.contains(cluster.id.as_str()),
    }
}

/// A website may not offer encryption, so this is not an error.
fn encrypted(pointer: &str, website: Option<&SafeUrl>, found: &mut Vec<Diagnostic>) {
    if website.is_some_and(|website| !website.is_secure()) {
        found.push(Diagnostic::new(
            &format!("{pointer}/website"),
            Message::Unencrypted,
        ));
    }
}
