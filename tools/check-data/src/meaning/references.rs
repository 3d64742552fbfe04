//! Ids that refer to other records, and ids that others have linked to.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use serde_json::Value;

use super::records::each;
use crate::diagnostic::{BrokenValues, Diagnostic};
use crate::document::Document;
use crate::message::{Kind, Message, Uses};
use crate::nearest::{nearest, slip_of};
use crate::record::text_at;

/// The fields with ids: the list whose records have the field, its name, and the kind of record that
/// the ids refer to.
const REFERENCES: [(&str, &str, Kind); 12] = [
    ("regions", "country", Kind::Country),
    ("cities", "country", Kind::Country),
    ("cities", "region", Kind::Region),
    ("clusters", "areas", Kind::Area),
    ("clusters", "country", Kind::Country),
    ("clusters", "regions", Kind::Region),
    ("clusters", "city", Kind::City),
    ("clusters", "national_clusters", Kind::Cluster),
    ("organisations", "country", Kind::Country),
    ("organisations", "city", Kind::City),
    ("memberships", "organisation", Kind::Organisation),
    ("memberships", "cluster", Kind::Cluster),
];

/// The ids of one kind.
struct Ids<'v> {
    kind: Kind,
    present: BTreeSet<&'v str>,
    /// Former ids, each with the current one.
    former: HashMap<&'v str, &'v str>,
    /// Ids of withdrawn records, with their successors.
    withdrawn: HashMap<&'v str, Option<&'v str>>,
    /// Published ids, if the file is a version of the published catalogue.
    published: BTreeSet<&'v str>,
}

impl<'v> Ids<'v> {
    fn read(root: &'v Value, kind: Kind, published: &[&'v str]) -> Self {
        let mut present = BTreeSet::new();
        let mut former = HashMap::new();
        for (pointer, record) in each(root, kind.list()) {
            let Some(id) = text_at(record, "id") else {
                continue;
            };
            present.insert(id);
            former.extend(
                ids(&pointer, record, "former_ids")
                    .into_iter()
                    .map(|(_, old)| (old, id)),
            );
        }
        let withdrawn = each(root, "withdrawn")
            .filter(|(_, record)| text_at(record, "kind") == Some(kind.tag()))
            .filter_map(|(_, record)| Some((text_at(record, "id")?, text_at(record, "successor"))));
        let published = published
            .iter()
            .filter_map(|path| path.split_once('/'))
            .filter(|(list, _)| *list == kind.list())
            .map(|(_, id)| id);
        let published: BTreeSet<_> = published.collect();
        // An invented catalogue, or one for tests, need not have the ids of the real one.
        let kept = published.iter().filter(|id| present.contains(*id)).count();
        let is_version = kept * 2 > published.len();
        Self {
            kind,
            present,
            former,
            withdrawn: withdrawn.collect(),
            published: if is_version {
                published
            } else {
                BTreeSet::new()
            },
        }
    }

    fn leads_on(&self, id: &str) -> bool {
        self.present.contains(id) || self.former.contains_key(id) || self.withdrawn.contains_key(id)
    }

    /// The problem with an id that records refer to, but none has.
    fn message(&self, id: &str, uses: Uses, today: &str) -> Message {
        let (kind, owned) = (self.kind, id.to_owned());
        if let Some(now) = self.former.get(id) {
            let now = (*now).to_owned();
            return Message::Renamed {
                kind,
                id: owned,
                now,
                uses,
            };
        }
        if let Some(successor) = self.withdrawn.get(id) {
            let successor = successor.map(str::to_owned);
            return Message::WithdrawnButUsed {
                kind,
                id: owned,
                successor,
                uses,
            };
        }
        let published = self.published.contains(id);
        let known = || self.present.iter().copied();
        if kind == Kind::City {
            // Suggesting another city does not help, unless the id was mistyped.
            let near = slip_of(id, known()).map(str::to_owned);
            return Message::NoSuchCity {
                id: owned,
                near,
                uses,
            };
        }
        let near = nearest(id, known())
            .map(str::to_owned)
            .filter(|_| !published);
        if near.is_none() && !kind.tag().is_empty() && (published || uses.lines.len() > 1) {
            let today = today.to_owned();
            return Message::Gone {
                kind,
                id: owned,
                published,
                today,
                uses,
            };
        }
        Message::NoSuchRecord {
            kind,
            id: owned,
            near,
            uses,
        }
    }
}

pub(super) fn check(
    document: &Document,
    root: &Value,
    broken: &BrokenValues,
    published: &[&str],
    today: &str,
    found: &mut Vec<Diagnostic>,
) {
    for kind in Kind::ALL {
        if !root.get(kind.list()).is_some_and(Value::is_array) {
            continue;
        }
        let known = Ids::read(root, kind, published);
        // Each missing id is reported once, at the first place that refers to it.
        let mut missing: BTreeMap<&str, Vec<String>> = BTreeMap::new();
        for (list, field, _) in REFERENCES.iter().filter(|(.., target)| *target == kind) {
            for (pointer, record) in each(root, list) {
                for (place, id) in ids(&pointer, record, field) {
                    if !known.present.contains(id) && !broken.holds(&place) {
                        missing.entry(id).or_default().push(place);
                    }
                }
            }
        }
        for id in known.published.iter().filter(|id| !known.leads_on(id)) {
            missing.entry(id).or_default();
        }
        for (id, places) in missing {
            let lines = places.iter().map(|place| document.line_of(place)).collect();
            let place = match places.first() {
                Some(place) => place.clone(),
                None => format!("/{}", kind.list()),
            };
            let message = known.message(id, Uses { lines }, today);
            found.push(Diagnostic::new(&place, message));
        }
    }
}

/// The ids in a field, which has one or a list of them.
pub(super) fn ids<'v>(pointer: &str, record: &'v Value, field: &str) -> Vec<(String, &'v str)> {
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
