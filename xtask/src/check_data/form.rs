//! The form of the file: what the JSON Schema and the checked constructors of
//! [`catalogue::model`] ask for.

use serde_json::Value;

use super::document::Document;
use super::finding::Finding;
use super::schema;

mod values;
mod words;

/// All that is wrong with the form of a file.
pub(super) fn findings(document: &Document, root: &Value) -> Vec<Finding> {
    let schema = schema::schema();
    let mut found = match jsonschema::validator_for(&schema) {
        Ok(validator) => {
            let errors = validator.iter_errors(root);
            errors
                .flat_map(|error| words::explain(&error, &schema, document))
                .collect()
        }
        // The types make a schema or the tests fail; no editor can bring this about.
        Err(error) => vec![Finding::error(
            "",
            format!("The schema cannot be used: {error}"),
            "Tell the programmers.",
        )],
    };
    values::check(&schema, root, &mut found);
    found
}
