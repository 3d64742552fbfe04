//! Facts of a cluster must agree with each other and have sources.

use std::collections::HashSet;

use catalogue::model::{Bilingual, Cluster, Fact, Lang, Level, SafeUrl};
use serde_json::Value;

use super::super::diagnostic::{Diagnostic, shown};
use super::super::record::text_at;
use super::records::{ParsedRecords, each, find};

pub(super) fn check(records: &ParsedRecords, root: &Value, found: &mut Vec<Diagnostic>) {
    let with_members: HashSet<&str> = each(root, "memberships")
        .filter_map(|(_, membership)| text_at(membership, "cluster"))
        .collect();
    for placed in &records.clusters {
        let (pointer, cluster) = (placed.pointer.as_str(), &placed.record);
        has_area(pointer, cluster, found);
        regions_of_its_country(pointer, cluster, records, found);
        national_cluster_of_its_country(pointer, cluster, records, found);
        members_are_some(pointer, cluster, found);
        mail_is_mail(pointer, cluster, found);
        for (position, source) in cluster.sources.iter().enumerate() {
            let pointer = format!("{pointer}/sources/{position}");
            source_can_be_found(&pointer, source.url.as_ref(), source.title.as_ref(), found);
        }
        marks_have_facts(pointer, cluster, &with_members, found);
        encrypted(pointer, cluster.website.as_ref(), found);
    }
    for placed in &records.memberships {
        let source = &placed.record.source;
        let pointer = format!("{}/source", placed.pointer);
        source_can_be_found(&pointer, source.url.as_ref(), source.title.as_ref(), found);
    }
    for placed in &records.organisations {
        encrypted(&placed.pointer, placed.record.website.as_ref(), found);
    }
}

fn has_area(pointer: &str, cluster: &Cluster, found: &mut Vec<Diagnostic>) {
    if cluster.areas.is_empty() {
        found.push(Diagnostic::error(
            &format!("{pointer}/areas"),
            "The cluster has no subject area.",
            "Add at least one of the ids listed under \"areas\", the main one first.",
        ));
    }
}

fn regions_of_its_country(
    pointer: &str,
    cluster: &Cluster,
    records: &ParsedRecords,
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
            found.push(Diagnostic::error(
                &format!("{pointer}/regions/{position}"),
                format!("The region \"{id}\" is in {}, but the cluster's country is {}.", region.country, cluster.country),
                "Correct the region or the country; if the cluster does cross the border, its level is \"cross-border\".",
            ));
        }
    }
}

fn national_cluster_of_its_country(
    pointer: &str,
    cluster: &Cluster,
    records: &ParsedRecords,
    found: &mut Vec<Diagnostic>,
) {
    let Some(id) = &cluster.national_cluster else {
        return;
    };
    let Some(national) = find(&records.clusters, id.as_str()) else {
        return;
    };
    let what = if national.level != Level::National {
        format!(
            "\"{id}\" is not a national cluster: its level is \"{}\".",
            national.level.id()
        )
    } else if records.differ(&national.country, &cluster.country) {
        format!(
            "\"{id}\" is the national cluster of another country: {}, not {}.",
            national.country, cluster.country
        )
    } else {
        return;
    };
    found.push(Diagnostic::error(
        &format!("{pointer}/national_cluster"),
        what,
        format!(
            "Use the id of a cluster of level \"national\" of {}, or leave the field out.",
            cluster.country
        ),
    ));
}

fn members_are_some(pointer: &str, cluster: &Cluster, found: &mut Vec<Diagnostic>) {
    if cluster
        .members
        .as_ref()
        .is_some_and(|members| members.count == Some(0))
    {
        found.push(Diagnostic::error(
            &format!("{pointer}/members/count"),
            "A cluster cannot have 0 members.",
            "Write the number of members, or leave the field out if it is not known.",
        ));
    }
}

fn mail_is_mail(pointer: &str, cluster: &Cluster, found: &mut Vec<Diagnostic>) {
    if let Some(email) = cluster
        .email
        .as_ref()
        .filter(|email| !email.as_str().starts_with("mailto:"))
    {
        found.push(Diagnostic::error(
            &format!("{pointer}/email"),
            format!("{} is not an email address.", shown(email.as_str())),
            "Write \"mailto:\" and the email address, as in \"mailto:info@example.org\"; a web page belongs in \"website\".",
        ));
    }
}

fn source_can_be_found(
    pointer: &str,
    url: Option<&SafeUrl>,
    title: Option<&Bilingual>,
    found: &mut Vec<Diagnostic>,
) {
    if url.is_none() && title.is_none() {
        found.push(Diagnostic::error(
            pointer,
            "The source has neither an address nor a title, so it cannot be looked up.",
            "Add \"url\": \"https://…\", or \"title\": {\"en\": \"…\", \"it\": \"…\"} for a document without an address.",
        ));
    }
}

fn marks_have_facts(
    pointer: &str,
    cluster: &Cluster,
    with_members: &HashSet<&str>,
    found: &mut Vec<Diagnostic>,
) {
    for (position, mark) in cluster.unverified.iter().enumerate() {
        if !states(cluster, mark.fact, with_members) {
            found.push(Diagnostic::error(
                &format!("{pointer}/unverified/{position}"),
                "This marks a fact as unverified that the record does not state.",
                "Remove the mark, or add the fact.",
            ));
        }
    }
}

/// Whether a record states a fact.
fn states(cluster: &Cluster, fact: Fact, with_members: &HashSet<&str>) -> bool {
    match fact {
        Fact::Name | Fact::Other => true,
        Fact::NameEn => cluster.name.only(Lang::En).is_some(),
        Fact::NameIt => cluster.name.only(Lang::It).is_some(),
        Fact::Acronym => cluster.acronym.is_some(),
        Fact::Areas => !cluster.areas.is_empty(),
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
        Fact::NationalCluster => cluster.national_cluster.is_some(),
        Fact::Organisations => with_members.contains(cluster.id.as_str()),
    }
}

/// A warning, because some websites are not available over https.
fn encrypted(pointer: &str, website: Option<&SafeUrl>, found: &mut Vec<Diagnostic>) {
    if website.is_some_and(|website| !website.is_secure()) {
        found.push(Diagnostic::warning(
            &format!("{pointer}/website"),
            "The website's address begins with http://, so the connection is not encrypted.",
            "Try the address with https:// in the browser; if the site opens, write that.",
        ));
    }
}
