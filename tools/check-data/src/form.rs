//! The form of the file: what the JSON Schema and the checked constructors of
//! [`catalogue::model`] ask for.

use std::sync::LazyLock;

use jsonschema::Validator;
use serde_json::Value;

use super::document::Document;
use super::finding::Finding;
use super::schema;

mod values;
mod words;

/// The schema, and what holds values against it. Made once: that takes longer than a check.
static SCHEMA: LazyLock<(Value, Result<Validator, String>)> = LazyLock::new(|| {
    let schema = schema::schema();
    let validator = jsonschema::validator_for(&schema).map_err(|error| error.to_string());
    (schema, validator)
});

/// All that is wrong with the form of a file.
pub(super) fn findings(document: &Document, root: &Value) -> Vec<Finding> {
    let (schema, validator) = &*SCHEMA;
    let mut found = match validator {
        Ok(validator) => validator
            .iter_errors(root)
            .flat_map(|error| words::explain(&error, schema, document))
            .collect(),
        // The types make a schema or the tests fail; no editor can bring this about.
        Err(error) => vec![Finding::error(
            "",
            format!("The schema cannot be used: {error}"),
            "Tell the programmers.",
        )],
    };
    values::check(schema, root, &mut found);
    found
}
