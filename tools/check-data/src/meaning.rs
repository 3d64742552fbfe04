//! The meaning of the file: what no schema can say.
//!
//! Checks of whole lists (ids, references, wording) read the values as they are in the file; checks
//! of what a record says read only records that have the right form.

use catalogue::model::Date;
use serde_json::Value;

use crate::diagnostic::{BrokenValues, Diagnostic};
use crate::document::Document;

mod acceptance;
mod clusters;
mod contradictions;
mod dates;
mod duplicates;
mod identity;
mod languages;
mod places;
mod records;
mod references;
mod traces;
mod wording;

use records::Records;

/// All errors in the meaning of a file. `published` are the ids that have been published, each with
/// its list.
pub(super) fn check(
    document: &Document,
    root: &Value,
    broken: &BrokenValues,
    published: &[&str],
    today: &Date,
) -> Vec<Diagnostic> {
    let records = Records::read(root, broken);
    let mut found = Vec::new();
    identity::check(
        document,
        root,
        broken,
        published,
        today.as_str(),
        &mut found,
    );
    duplicates::check(document, &records, &mut found);
    wording::check(document, root, &mut found);
    languages::check(root, &mut found);
    clusters::check(&records, root, &mut found);
    contradictions::check(&records, &mut found);
    places::check(&records, &mut found);
    if !broken.holds("/updated") {
        dates::check_updated(document, root, broken, today, &mut found);
    }
    dates::check(&records, today, &mut found);
    dates::check_status(&records, root, &mut found);
    acceptance::apply(&records, root, &mut found);
    found
}
