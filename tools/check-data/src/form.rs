//! The form of the file, as the JSON Schema and the types of [`catalogue::model`] require it.

use std::sync::LazyLock;

use jsonschema::Validator;
use serde_json::Value;

use super::diagnostic::Diagnostic;
use super::document::Document;
use super::schema;

mod values;
mod words;

/// The schema and its validator. Built once, because this takes longer than a check.
static SCHEMA: LazyLock<(Value, Result<Validator, String>)> = LazyLock::new(|| {
    let schema = schema::schema();
    let validator = jsonschema::validator_for(&schema).map_err(|error| error.to_string());
    (schema, validator)
});

/// Checks the form of a file.
pub(super) fn diagnostics(document: &Document, root: &Value) -> Vec<Diagnostic> {
    let (schema, validator) = &*SCHEMA;
    let mut found = match validator {
        Ok(validator) => validator
            .iter_errors(root)
            .flat_map(|error| words::explain(&error, schema, document))
            .collect(),
        // Tests ensure that the schema is valid, so no editor can cause this.
        Err(error) => vec![Diagnostic::error(
            "",
            format!("The schema cannot be used: {error}"),
            "Report this to the developers.",
        )],
    };
    values::check(schema, root, &mut found);
    found
}
