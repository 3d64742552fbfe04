//! The form of the file: what the JSON Schema and the checked constructors of
//! [`catalogue::model`] require.

use std::fs;
use std::path::Path;
use std::sync::LazyLock;

use anyhow::{Context, Result};
use catalogue::model;
use jsonschema::Validator;
use serde_json::Value;

use crate::diagnostic::Diagnostic;
use crate::document::Document;
use crate::message::Message;

mod explain;
mod values;

/// The schema and its validator. Built once, because that takes longer than a check.
static SCHEMA: LazyLock<(Value, std::result::Result<Validator, String>)> = LazyLock::new(|| {
    let schema = schema();
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

/// The JSON Schema of the data file, made from the types of [`catalogue::model`].
pub fn schema() -> Value {
    model::schema().to_value()
}

/// Writes the schema to `path`, where text editors that check a file while it is typed find it.
///
/// # Errors
/// When the file cannot be written.
pub fn write_schema(path: &Path) -> Result<()> {
    // Serialized from the schema and not from its value, the keywords keep their usual order:
    // title, description, type, properties.
    let text = serde_json::to_string_pretty(&model::schema())?;
    fs::write(path, text + "\n").with_context(|| format!("writing {}", path.display()))
}
