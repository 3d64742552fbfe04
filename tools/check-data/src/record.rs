//! Translates JSON Pointers to what editors know: record, line and column.

use serde_json::Value;

use super::diagnostic::{Diagnostic, harmless, shown};
use super::document::Document;
use super::report::Problem;

/// The lists of the file, and the name for one record of each.
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

/// The value of a field, if it is a string.
pub(super) fn text_at<'v>(value: &'v Value, field: &str) -> Option<&'v str> {
    value.get(field).and_then(Value::as_str)
}

/// The record at which parsing stopped, when there is no document to look it up in.
pub(super) struct ParseStop {
    pub(super) pointer: String,
    pub(super) name: String,
}

/// The name of the record at a pointer, such as `cluster "le2c"`.
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
            // If the whole file is a list, the first step is an index, not a field.
            Some(field) if field.parse::<usize>().is_err() => {
                format!("the file's field {}", shown(field))
            }
            _ => "the file".to_owned(),
        },
    }
}

/// As [`name_of`], with the record at hand: a membership is named by its organisation and cluster.
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

/// Resolves the positions of diagnostics in a document, in the order of the file.
pub(super) fn locate_in(document: &Document, root: &Value, found: Vec<Diagnostic>) -> Vec<Problem> {
    let placed = found.into_iter().map(|diagnostic| {
        let offset = diagnostic
            .offset
            .unwrap_or_else(|| document.start_of(&diagnostic.pointer));
        (offset, name_in(root, &diagnostic.pointer), diagnostic)
    });
    problems(document.text, placed.collect())
}

/// Resolves the positions of diagnostics in a text that could not be parsed.
pub(super) fn locate(
    text: &str,
    place: Option<&ParseStop>,
    found: Vec<Diagnostic>,
) -> Vec<Problem> {
    let name = place.map_or_else(|| name_of("", None), |place| place.name.clone());
    let placed = found.into_iter().map(|diagnostic| {
        (
            diagnostic.offset.unwrap_or_default(),
            name.clone(),
            diagnostic,
        )
    });
    problems(text, placed.collect())
}

/// Counts lines and columns in one pass, because the text may be one long line with many problems.
fn problems(text: &str, mut placed: Vec<(usize, String, Diagnostic)>) -> Vec<Problem> {
    placed.sort_by_key(|&(offset, ..)| offset);
    let (mut line, mut column, mut counted) = (1, 1, 0);
    let mut problems = Vec::with_capacity(placed.len());
    for (offset, record, diagnostic) in placed {
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
            severity: diagnostic.severity,
            record,
            pointer: harmless_pointer(&diagnostic.pointer),
            line,
            column,
            what: diagnostic.what,
            fix: diagnostic.fix,
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
