//! Ids are unique and lead somewhere.

use std::collections::HashMap;

use serde_json::Value;

use super::records::each;
use super::references;
use crate::diagnostic::{BrokenValues, Diagnostic};
use crate::document::Document;
use crate::message::{Kind, Message};
use crate::record::text_at;

/// The kinds whose records have ids that must be unique. A withdrawn record is not one of them: a
/// cluster that was withdrawn may have had the id of an organisation.
const WITH_IDS: [Kind; 6] = [
    Kind::Area,
    Kind::Country,
    Kind::Region,
    Kind::City,
    Kind::Cluster,
    Kind::Organisation,
];

pub(super) fn check(
    document: &Document,
    root: &Value,
    broken: &BrokenValues,
    published: &[&str],
    today: &str,
    found: &mut Vec<Diagnostic>,
) {
    for kind in WITH_IDS {
        repeated_ids(document, root, kind, found);
    }
    for kind in Kind::WITH_PAGES {
        reused_ids(document, root, kind, found);
        successors(root, kind, found);
    }
    references::check(document, root, broken, published, today, found);
    repeated_memberships(document, root, found);
}

fn repeated_ids(document: &Document, root: &Value, kind: Kind, found: &mut Vec<Diagnostic>) {
    let mut first: HashMap<&str, String> = HashMap::new();
    for (pointer, record) in each(root, kind.list()) {
        let Some(id) = text_at(record, "id") else {
            continue;
        };
        let place = format!("{pointer}/id");
        if let Some(first) = first.get(id) {
            found.push(Diagnostic::new(
                &place,
                Message::RepeatedId {
                    kind,
                    id: id.to_owned(),
                    first: document.line_of(first),
                    line: document.line_of(&place),
                },
            ));
        }
        first.entry(id).or_insert(place);
    }
}

/// A published address always leads to the same thing: the id of a renamed or withdrawn record belongs
/// to no other.
fn reused_ids(document: &Document, root: &Value, kind: Kind, found: &mut Vec<Diagnostic>) {
    let present = each(root, kind.list())
        .filter_map(|(pointer, record)| Some((text_at(record, "id")?, format!("{pointer}/id"))));
    let mut first: HashMap<&str, String> = present.collect();
    let former = each(root, kind.list())
        .flat_map(|(pointer, record)| references::ids(&pointer, record, "former_ids"));
    let withdrawn = withdrawn(root, kind)
        .filter_map(|(pointer, record)| Some((format!("{pointer}/id"), text_at(record, "id")?)));
    for (place, id) in former.chain(withdrawn) {
        if let Some(first) = first.get(id) {
            found.push(Diagnostic::new(
                &place,
                Message::ReusedId {
                    kind,
                    id: id.to_owned(),
                    line: document.line_of(first),
                },
            ));
        }
        first.entry(id).or_insert(place);
    }
}

fn successors(root: &Value, kind: Kind, found: &mut Vec<Diagnostic>) {
    for (pointer, record) in withdrawn(root, kind) {
        let Some(id) = text_at(record, "successor") else {
            continue;
        };
        if !each(root, kind.list()).any(|(_, record)| text_at(record, "id") == Some(id)) {
            let id = id.to_owned();
            found.push(Diagnostic::new(
                &format!("{pointer}/successor"),
                Message::NoSuchSuccessor { kind, id },
            ));
        }
    }
}

/// The withdrawn records of a kind.
fn withdrawn(root: &Value, kind: Kind) -> impl Iterator<Item = (String, &Value)> {
    each(root, "withdrawn").filter(move |(_, record)| text_at(record, "kind") == Some(kind.tag()))
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
            let line = document.line_of(first);
            found.push(Diagnostic::new(
                &pointer,
                Message::RepeatedMembership { line },
            ));
        }
        first.entry(key).or_insert(pointer);
    }
}
