//! Finds the record, the line and the column of a JSON Pointer, for editors.

use std::ops::Range;

use serde_json::Value;

use crate::diagnostic::Diagnostic;
use crate::document::Document;
use crate::message::{Kind, RecordName, harmless};
use crate::problem::Problem;

/// The text in a field, if it is a text.
pub(crate) fn text_at<'v>(value: &'v Value, field: &str) -> Option<&'v str> {
    value.get(field).and_then(Value::as_str)
}

/// The name of the record that a pointer leads into, such as `cluster "le2c"`.
pub(crate) fn name_of(pointer: &str, id: Option<&str>) -> RecordName {
    let mut tokens = pointer.split('/').skip(1);
    let (list, position) = (tokens.next(), tokens.next());
    let position = position.and_then(|position| position.parse::<usize>().ok());
    match (list.and_then(Kind::of_list), position, id) {
        (Some(kind), Some(_), Some(id)) => RecordName::Id(kind, id.to_owned()),
        (Some(kind), Some(position), None) => RecordName::Number(kind, position + 1),
        _ => match list {
            // If the whole file is a list, a number is an index and not a field.
            Some(field) if field.parse::<usize>().is_err() => RecordName::Field(field.to_owned()),
            _ => RecordName::File,
        },
    }
}

/// The record that a pointer leads into.
fn record_at<'v>(root: &'v Value, pointer: &str) -> Option<&'v Value> {
    let mut tokens = pointer.split('/').skip(1);
    let list = root.get(tokens.next()?)?;
    list.get(tokens.next()?.parse::<usize>().ok()?)
}

/// Like [`name_of`], for a known record: a membership is named by the two records that it joins.
fn name_in(root: &Value, pointer: &str) -> RecordName {
    let Some(record) = record_at(root, pointer) else {
        return name_of(pointer, None);
    };
    match (text_at(record, "organisation"), text_at(record, "cluster")) {
        (Some(organisation), Some(cluster)) if pointer.starts_with("/memberships/") => {
            RecordName::Membership {
                organisation: organisation.to_owned(),
                cluster: cluster.to_owned(),
            }
        }
        _ => name_of(pointer, text_at(record, "id")),
    }
}

/// The record with its list, as in `clusters/le2c`.
fn path_in(root: &Value, pointer: &str) -> Option<String> {
    let id = text_at(record_at(root, pointer)?, "id")?;
    let list = pointer.split('/').nth(1)?;
    Some(format!("{list}/{id}"))
}

/// A diagnostic with its position.
struct LocatedDiagnostic {
    span: Range<usize>,
    record: RecordName,
    path: Option<String>,
    diagnostic: Diagnostic,
}

/// Finds the positions of diagnostics in a document, in the order of the file.
pub(crate) fn locate_in(
    document: &Document,
    root: &Value,
    diagnostics: Vec<Diagnostic>,
) -> Vec<Problem> {
    let placed = diagnostics.into_iter().map(|diagnostic| LocatedDiagnostic {
        span: match diagnostic.offset {
            Some(offset) => offset..offset,
            None => document.span_of(&diagnostic.pointer),
        },
        record: name_in(root, &diagnostic.pointer),
        path: path_in(root, &diagnostic.pointer),
        diagnostic,
    });
    problems(document.text, placed.collect())
}

/// Finds the position of a diagnostic in a text that is not a document.
pub(crate) fn locate(text: &str, record: RecordName, diagnostic: Diagnostic) -> Vec<Problem> {
    let offset = diagnostic.offset.unwrap_or_default();
    let placed = LocatedDiagnostic {
        span: offset..offset,
        record,
        path: None,
        diagnostic,
    };
    problems(text, vec![placed])
}

/// Counts lines and columns in one pass, since the text may be one long line with many problems.
fn problems(text: &str, mut placed: Vec<LocatedDiagnostic>) -> Vec<Problem> {
    placed.sort_by_key(|placed| placed.span.start);
    let (mut line, mut column, mut counted) = (1, 1, 0);
    let mut problems = Vec::with_capacity(placed.len());
    for LocatedDiagnostic {
        span,
        record,
        path,
        diagnostic,
    } in placed
    {
        let start = span.start.min(text.len());
        for letter in text[counted..start].chars() {
            (line, column) = if letter == '\n' {
                (line + 1, 1)
            } else {
                (line, column + 1)
            };
        }
        counted = start;
        let pointer = diagnostic.pointer.split('/').map(harmless);
        problems.push(Problem {
            severity: diagnostic.message.severity(),
            pointer: pointer.collect::<Vec<_>>().join("/"),
            line,
            column,
            span: start..span.end.clamp(start, text.len()),
            path,
            record,
            message: diagnostic.message,
        });
    }
    problems
}
