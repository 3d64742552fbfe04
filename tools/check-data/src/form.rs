//! The form of the file: what the JSON Schema and the checked constructors of
//! [`catalogue::model`] require.

use std::sync::LazyLock;

use jsonschema::Validator;
use serde_json::Value;

use crate::diagnostic::Diagnostic;
use crate::document::Document;
use crate::message::Message;
use crate::schema;

mod explain;
mod values;

/// The schema and its validator. Built once, because that takes longer than a check.
static SCHEMA: LazyLock<(Value, Result<Validator, String>)> = LazyLock::new(|| {
    let schema = schema::schema();
    let validator = jsonschema::validator_for(&schema).map_err(|error| error.to_string());
    (schema, validator)
});

/// All errors in the form of a file.
pub(super) fn check(document: &Document, root: &Value) -> Vec<Diagnostic> {
    let (schema, validator) = &*SCHEMA;
    let mut found = match validator {
        Ok(validator) => validator
            .iter_errors(root)
            .flat_map(|error| explain::explain(&error, schema, document))
            .collect(),
        // Tests make sure that the types have a valid schema, so no editor can cause this.
        Err(error) => vec![Diagnostic::new(
            "",
            Message::UnusableSchema {
                error: error.clone(),
            },
        )],
    };
    values::check(schema, root, &mut found);
    found
}
