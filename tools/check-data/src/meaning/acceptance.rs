//! Warnings that an editor has accepted.

use std::collections::HashSet;

use serde_json::Value;

use super::records::{Placed, Records, each};
use crate::diagnostic::Diagnostic;
use crate::message::{Message, Severity};
use crate::record::text_at;

/// Removes the accepted warnings, and reports acceptances that match no warning.
pub(super) fn apply(records: &Records, root: &Value, found: &mut Vec<Diagnostic>) {
    let mut used = HashSet::new();
    found.retain(|diagnostic| {
        let Some(check) = diagnostic.message.check() else {
            return true;
        };
        debug_assert_eq!(diagnostic.message.severity(), Severity::Warning);
        let Some(path) = path_of(root, &diagnostic.pointer) else {
            return true;
        };
        let other = diagnostic.message.other();
        let other = other.map(|other| format!("{}/{}", other.kind.list(), other.id));
        let mut is_accepted = false;
        for (entry, Placed { record, .. }) in records.accepted.iter().enumerate() {
            if record.check != check {
                continue;
            }
            for (position, accepted) in record.records.iter().enumerate() {
                let is_own = accepted.as_str() == path;
                // Only the second of two records that share something gets the warning.
                if is_own || other.as_deref() == Some(accepted.as_str()) {
                    used.insert((entry, position));
                }
                is_accepted |= is_own;
            }
        }
        !is_accepted
    });
    for (entry, Placed { pointer, record }) in records.accepted.iter().enumerate() {
        for (position, accepted) in record.records.iter().enumerate() {
            if used.contains(&(entry, position)) {
                continue;
            }
            let (check, accepted) = (record.check, accepted.to_string());
            let message = if exists(root, &accepted) {
                let record = accepted;
                Message::UnusedAcceptance { check, record }
            } else {
                Message::UnknownAcceptedRecord { record: accepted }
            };
            let place = format!("{pointer}/records/{position}");
            found.push(Diagnostic::new(&place, message));
        }
    }
}

/// The record that a pointer leads into, with its list.
fn path_of(root: &Value, pointer: &str) -> Option<String> {
    let mut tokens = pointer.split('/').skip(1);
    let (list, position) = (tokens.next()?, tokens.next()?);
    let record = root.get(list)?.get(position.parse::<usize>().ok()?)?;
    Some(format!("{list}/{}", text_at(record, "id")?))
}

fn exists(root: &Value, path: &str) -> bool {
    path.split_once('/').is_some_and(|(list, id)| {
        each(root, list).any(|(_, record)| text_at(record, "id") == Some(id))
    })
}
