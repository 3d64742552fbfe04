//! The meaning of the file: what a schema cannot express.
//!
//! Whole lists (ids, references, wording) are checked on the raw values of the file; facts of
//! single records, only on records of the right form.

use catalogue::model::Date;
use serde_json::Value;

use super::diagnostic::Diagnostic;
use super::document::Document;
use super::invalid_values::InvalidValues;

mod clusters;
mod dates;
mod identity;
mod places;
mod records;
mod wording;

use records::ParsedRecords;

/// Checks the meaning of a file.
pub(super) fn diagnostics(
    document: &Document,
    root: &Value,
    invalid_values: &InvalidValues,
    today: &Date,
) -> Vec<Diagnostic> {
    let records = ParsedRecords::read(root, invalid_values);
    let mut found = Vec::new();
    identity::check(document, root, invalid_values, &mut found);
    wording::check(document, root, &mut found);
    clusters::check(&records, root, &mut found);
    places::check(&records, &mut found);
    if !invalid_values.holds("/updated") {
        dates::check_updated(root, today, &mut found);
    }
    dates::check(&records, today, &mut found);
    found
}
