//! From a JSON Pointer to what an editor knows: the record, the line and the column.

use serde_json::Value;

use super::document::Document;
use super::finding::{Finding, harmless, shown};
use super::report::Problem;

/// The lists of the file, and what one record of each is called.
pub(super) const LISTS: [(&str, &str); 8] = [
    ("areas", "area"),
    ("countries", "country"),
    ("regions", "region"),
    ("cities", "city"),
    ("clusters", "cluster"),
    ("organisations", "organisation"),
    ("memberships", "membership"),
    ("withdrawn", "withdrawn record"),
];

/// The text in a field, if it is one.
pub(super) fn text_at<'v>(value: &'v Value, field: &str) -> Option<&'v str> {
    value.get(field).and_then(Value::as_str)
}

/// A place where reading stopped, so that there is no document to look the record up in.
pub(super) struct Place {
    pub(super) pointer: String,
    pub(super) name: String,
}

/// What the record is called that a pointer leads into, such as `cluster "le2c"`.
pub(super) fn name_of(pointer: &str, id: Option<&str>) -> String {
    let mut tokens = pointer.split('/').skip(1);
    let (list, position) = (tokens.next(), tokens.next());
    let kind = LISTS
        .iter()
        .find(|(name, _)| Some(*name) == list)
        .map(|(_, kind)| *kind);
    match (
        kind,
        position.and_then(|position| position.parse::<usize>().ok()),
        id,
    ) {
        (Some(kind), Some(_), Some(id)) => format!("{kind} {}", shown(id)),
        (Some(kind), Some(position), None) => format!("{kind} number {}", position + 1),
        _ => match list {
            // A number is a place in a list, and no field, where the file as a whole is a list.
            Some(field) if field.parse::<usize>().is_err() => {
                format!("the file's field {}", shown(field))
            }
            _ => "the file".to_owned(),
        },
    }
}

/// As [`name_of`], with the record at hand: a membership is called by the two whom it joins.
fn name_in(root: &Value, pointer: &str) -> String {
    let mut tokens = pointer.split('/').skip(1);
    let list = tokens.next().unwrap_or_default();
    let record = tokens
        .next()
        .and_then(|position| root.get(list)?.get(position.parse::<usize>().ok()?));
    let Some(record) = record else {
        return name_of(pointer, None);
    };
    match (text_at(record, "organisation"), text_at(record, "cluster")) {
        (Some(organisation), Some(cluster)) if list == "memberships" => {
            format!(
                "membership of {} in {}",
                shown(organisation),
                shown(cluster)
            )
        }
        _ => name_of(pointer, text_at(record, "id")),
    }
}

/// Finds the places of what was found in a document, in the order of the file.
pub(super) fn locate_in(document: &Document, root: &Value, found: Vec<Finding>) -> Vec<Problem> {
    let placed = found.into_iter().map(|finding| {
        let offset = finding
            .offset
            .unwrap_or_else(|| document.start_of(&finding.pointer));
        (offset, name_in(root, &finding.pointer), finding)
    });
    problems(document.text, placed.collect())
}

/// Finds the lines of what was found in a text that is no document.
pub(super) fn locate(text: &str, place: Option<&Place>, found: Vec<Finding>) -> Vec<Problem> {
    let name = place.map_or_else(|| name_of("", None), |place| place.name.clone());
    let placed = found
        .into_iter()
        .map(|finding| (finding.offset.unwrap_or_default(), name.clone(), finding));
    problems(text, placed.collect())
}

/// Counts lines and columns in one pass, since the text may be one long line with many problems.
fn problems(text: &str, mut placed: Vec<(usize, String, Finding)>) -> Vec<Problem> {
    placed.sort_by_key(|&(offset, ..)| offset);
    let (mut line, mut column, mut counted) = (1, 1, 0);
    let mut problems = Vec::with_capacity(placed.len());
    for (offset, record, finding) in placed {
        let offset = offset.min(text.len());
        for letter in text[counted..offset].chars() {
            (line, column) = if letter == '\n' {
                (line + 1, 1)
            } else {
                (line, column + 1)
            };
        }
        counted = offset;
        problems.push(Problem {
            severity: finding.severity,
            record,
            pointer: harmless_pointer(&finding.pointer),
            line,
            column,
            what: finding.what,
            mend: finding.mend,
        });
    }
    problems
}

fn harmless_pointer(pointer: &str) -> String {
    pointer
        .split('/')
        .map(harmless)
        .collect::<Vec<_>>()
        .join("/")
}
