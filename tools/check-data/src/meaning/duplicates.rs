//! Records that may be the same: two with one name, acronym or website.

use std::collections::HashMap;

use catalogue::model::{Lang, SafeUrl, Text};

use super::records::Records;
use crate::diagnostic::Diagnostic;
use crate::document::Document;
use crate::message::{Kind, Message, Other};

/// The names and the website of a record.
struct NamedRecord<'r> {
    kind: Kind,
    id: &'r str,
    pointer: &'r str,
    names: Vec<(String, &'r str)>,
    /// Names under which it is also found: others may share them, but not as their full names.
    other_names: Vec<(String, &'r str)>,
    acronym: Option<&'r str>,
    website: Option<&'r str>,
}

pub(super) fn check(document: &Document, records: &Records, found: &mut Vec<Diagnostic>) {
    let entries = entries(records);
    let report = |entry: &NamedRecord, field: &str, message: Message| {
        Diagnostic::new(&format!("{}/{field}", entry.pointer), message)
    };
    let other = |place: &(&NamedRecord, String)| Other {
        kind: place.0.kind,
        id: place.0.id.to_owned(),
        line: document.line_of(&place.1),
    };
    let mut names: HashMap<String, (&NamedRecord, String)> = HashMap::new();
    let mut acronyms: HashMap<String, (&NamedRecord, String)> = HashMap::new();
    let mut websites: HashMap<String, (&NamedRecord, String)> = HashMap::new();
    for entry in &entries {
        for (field, name) in &entry.names {
            let first = names
                .entry(normalised(name))
                .or_insert_with(|| (entry, format!("{}/{field}", entry.pointer)));
            if !std::ptr::eq(first.0, entry) {
                let name = (*name).to_owned();
                let message = Message::SameName {
                    name,
                    other: other(first),
                };
                found.push(report(entry, field, message));
                // The second language would repeat it.
                break;
            }
        }
        if let Some(acronym) = entry.acronym {
            let first = acronyms
                .entry(normalised(acronym))
                .or_insert_with(|| (entry, format!("{}/acronym", entry.pointer)));
            if !std::ptr::eq(first.0, entry) {
                let acronym = acronym.to_owned();
                let message = Message::SameAcronym {
                    acronym,
                    other: other(first),
                };
                found.push(report(entry, "acronym", message));
            }
        }
        if let Some(website) = entry.website {
            let first = websites
                .entry(address(website))
                .or_insert_with(|| (entry, format!("{}/website", entry.pointer)));
            if !std::ptr::eq(first.0, entry) {
                let message = Message::SameWebsite {
                    other: other(first),
                };
                found.push(report(entry, "website", message));
            }
        }
    }
    for entry in &entries {
        for (field, name) in &entry.other_names {
            let key = normalised(name);
            let first = names.get(&key).or_else(|| acronyms.get(&key));
            if let Some(first) = first.filter(|first| !std::ptr::eq(first.0, entry)) {
                let name = (*name).to_owned();
                let message = Message::SameName {
                    name,
                    other: other(first),
                };
                found.push(report(entry, field, message));
            }
        }
    }
}

fn entries(records: &Records) -> Vec<NamedRecord<'_>> {
    let clusters = records.clusters.iter().map(|placed| {
        let record = &placed.record;
        NamedRecord {
            kind: Kind::Cluster,
            id: record.id.as_str(),
            pointer: &placed.pointer,
            names: named(|lang| record.name.only(lang)),
            other_names: numbered("former_names", &record.former_names).collect(),
            acronym: record.acronym.as_ref().map(Text::as_str),
            website: record.website.as_ref().map(SafeUrl::as_str),
        }
    });
    let organisations = records.organisations.iter().map(|placed| {
        let record = &placed.record;
        let others = numbered("other_names", &record.other_names);
        let former = numbered("former_names", &record.former_names);
        NamedRecord {
            kind: Kind::Organisation,
            id: record.id.as_str(),
            pointer: &placed.pointer,
            names: named(|lang| record.name.only(lang)),
            other_names: others.chain(former).collect(),
            acronym: record.acronym.as_ref().map(Text::as_str),
            website: record.website.as_ref().map(SafeUrl::as_str),
        }
    });
    clusters.chain(organisations).collect()
}

/// The names of a list with their fields.
fn numbered<'r>(
    field: &'static str,
    names: &'r [Text],
) -> impl Iterator<Item = (String, &'r str)> + use<'r> {
    let names = names.iter().enumerate();
    names.map(move |(at, name)| (format!("{field}/{at}"), name.as_str()))
}

/// The names of a record with their fields.
fn named<'r>(name: impl Fn(Lang) -> Option<&'r str>) -> Vec<(String, &'r str)> {
    let names = Lang::ALL.into_iter();
    names
        .filter_map(|lang| Some((format!("name/{}", lang.tag()), name(lang)?)))
        .collect()
}

/// A name without case and punctuation.
fn normalised(name: &str) -> String {
    let words = name.split(|letter: char| !letter.is_alphanumeric());
    let words = words.filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ").to_lowercase()
}

/// An address without the parts that make no difference.
fn address(url: &str) -> String {
    let url = url.split_once("://").map_or(url, |(_, rest)| rest);
    let url = url.strip_prefix("www.").unwrap_or(url);
    url.trim_end_matches('/').to_lowercase()
}
