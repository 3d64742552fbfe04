//! The meaning of the file: what no schema can say.
//!
//! What concerns whole lists (ids, references, wording) is checked on the values as they stand in
//! the file; what concerns the sense of a record, on records of the right form only.

use catalogue::model::Date;
use serde_json::Value;

use super::broken::Broken;
use super::document::Document;
use super::finding::Finding;

mod clusters;
mod dates;
mod identity;
mod places;
mod records;
mod wording;

use records::Records;

/// All that is wrong with the meaning of a file.
pub(super) fn findings(
    document: &Document,
    root: &Value,
    broken: &Broken,
    today: &Date,
) -> Vec<Finding> {
    let records = Records::read(root, broken);
    let mut found = Vec::new();
    identity::check(document, root, broken, &mut found);
    wording::check(document, root, &mut found);
    clusters::check(&records, root, &mut found);
    places::check(&records, &mut found);
    if !broken.holds("/updated") {
        dates::check_updated(root, today, &mut found);
    }
    dates::check(&records, today, &mut found);
    found
}
