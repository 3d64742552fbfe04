//! Ids are unique, and references exist.

use std::collections::HashMap;

use serde_json::Value;

use super::super::diagnostic::{Diagnostic, shown};
use super::super::document::Document;
use super::super::invalid_values::InvalidValues;
use super::super::nearest::nearest;
use super::super::record::LISTS;
use super::super::record::text_at;
use super::records::each;

/// A field with ids: the list whose records have it, its name, the list that it refers to.
type Reference = (&'static str, &'static str, &'static str);

const REFERENCES: [Reference; 11] = [
    ("regions", "country", "countries"),
    ("cities", "country", "countries"),
    ("clusters", "areas", "areas"),
    ("clusters", "country", "countries"),
    ("clusters", "regions", "regions"),
    ("clusters", "city", "cities"),
    ("clusters", "national_cluster", "clusters"),
    ("organisations", "country", "countries"),
    ("organisations", "city", "cities"),
    ("memberships", "organisation", "organisations"),
    ("memberships", "cluster", "clusters"),
];

/// The lists whose records have pages, and the name for one record of each.
const WITH_PAGES: [(&str, &str); 3] = [
    ("clusters", "cluster"),
    ("areas", "area"),
    ("organisations", "organisation"),
];

pub(super) fn check(
    document: &Document,
    root: &Value,
    invalid_values: &InvalidValues,
    found: &mut Vec<Diagnostic>,
) {
    // Ids are unique per list: a withdrawn cluster may share its id with an organisation.
    for (list, kind) in LISTS.into_iter().filter(|(list, _)| *list != "withdrawn") {
        repeated_ids(document, root, list, kind, found);
    }
    for (list, kind) in WITH_PAGES {
        reused_ids(document, root, list, kind, found);
    }
    for reference in REFERENCES {
        dangling(root, reference, invalid_values, found);
    }
    repeated_memberships(document, root, found);
}

fn repeated_ids(
    document: &Document,
    root: &Value,
    list: &str,
    kind: &str,
    found: &mut Vec<Diagnostic>,
) {
    let mut first: HashMap<&str, String> = HashMap::new();
    for (pointer, record) in each(root, list) {
        let Some(id) = text_at(record, "id") else {
            continue;
        };
        let place = format!("{pointer}/id");
        if let Some(first) = first.get(id) {
            let line = document.line_of(first);
            let here = document.line_of(&place);
            found.push(Diagnostic::error(
                &place,
                format!("The id {} is given to two records of \"{list}\": in line {line} and here, in line {here}.", shown(id)),
                format!("Give this {kind} an id of its own, or remove it if it is the same as the other."),
            ));
        }
        first.entry(id).or_insert(place);
    }
}

/// A published address belongs to one record for good, so former and withdrawn ids must not be
/// reused.
fn reused_ids(
    document: &Document,
    root: &Value,
    list: &str,
    kind: &str,
    found: &mut Vec<Diagnostic>,
) {
    let present = each(root, list)
        .filter_map(|(pointer, record)| Some((text_at(record, "id")?, format!("{pointer}/id"))));
    let mut first: HashMap<&str, String> = present.collect();
    let former = each(root, list).flat_map(|(pointer, record)| ids(&pointer, record, "former_ids"));
    let withdrawn = each(root, "withdrawn")
        .filter(|(_, record)| text_at(record, "kind") == Some(kind))
        .filter_map(|(pointer, record)| Some((format!("{pointer}/id"), text_at(record, "id")?)));
    for (place, id) in former.chain(withdrawn) {
        if let Some(first) = first.get(id) {
            found.push(Diagnostic::error(
                &place,
                format!(
                    "The id {} is already used, in line {}.",
                    shown(id),
                    document.line_of(first)
                ),
                format!("An address belongs to one {kind} for good: remove the id from one of the two records."),
            ));
        }
        first.entry(id).or_insert(place);
    }
    let known: Vec<&str> = each(root, list)
        .filter_map(|(_, record)| text_at(record, "id"))
        .collect();
    for (pointer, record) in each(root, "withdrawn") {
        let successor = text_at(record, "successor").filter(|id| !known.contains(id));
        if let Some(id) = successor.filter(|_| text_at(record, "kind") == Some(kind)) {
            found.push(Diagnostic::error(
                &format!("{pointer}/successor"),
                format!("The {kind} {} does not exist.", shown(id)),
                format!("Use one of the ids listed under \"{list}\", or leave the successor out."),
            ));
        }
    }
}

fn dangling(
    root: &Value,
    reference: Reference,
    invalid_values: &InvalidValues,
    found: &mut Vec<Diagnostic>,
) {
    let (list, field, target) = reference;
    if !root.get(target).is_some_and(Value::is_array) {
        return;
    }
    let mut known: Vec<&str> = each(root, target)
        .filter_map(|(_, record)| text_at(record, "id"))
        .collect();
    known.sort_unstable();
    let kind = LISTS
        .iter()
        .find(|(name, _)| *name == target)
        .map_or(target, |(_, kind)| kind);
    for (pointer, record) in each(root, list) {
        for (place, id) in ids(&pointer, record, field) {
            if known.binary_search(&id).is_err() && !invalid_values.holds(&place) {
                let example = nearest(id, known.iter().copied()).or_else(|| known.first().copied());
                let example = example
                    .map(|id| format!(", for example {}", shown(id)))
                    .unwrap_or_default();
                found.push(Diagnostic::error(
                    &place,
                    format!("The {kind} {} does not exist.", shown(id)),
                    format!("Use one of the ids listed under \"{target}\"{example}."),
                ));
            }
        }
    }
}

/// The ids in a field that holds one id or a list.
fn ids<'v>(pointer: &str, record: &'v Value, field: &str) -> Vec<(String, &'v str)> {
    let place = format!("{pointer}/{field}");
    match record.get(field) {
        Some(Value::String(id)) => vec![(place, id)],
        Some(Value::Array(items)) => {
            let placed = items.iter().enumerate();
            placed
                .filter_map(|(position, id)| Some((format!("{place}/{position}"), id.as_str()?)))
                .collect()
        }
        _ => Vec::new(),
    }
}

fn repeated_memberships(document: &Document, root: &Value, found: &mut Vec<Diagnostic>) {
    let mut first: HashMap<[&str; 3], String> = HashMap::new();
    for (pointer, record) in each(root, "memberships") {
        let [Some(organisation), Some(cluster), Some(role)] =
            ["organisation", "cluster", "role"].map(|field| text_at(record, field))
        else {
            continue;
        };
        let key = [organisation, cluster, role];
        if let Some(first) = first.get(&key) {
            found.push(Diagnostic::error(
                &pointer,
                format!(
                    "The same membership is already in line {}.",
                    document.line_of(first)
                ),
                "Remove one of the two, or correct the role if another was meant.",
            ));
        }
        first.entry(key).or_insert(pointer);
    }
}
