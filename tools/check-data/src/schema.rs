//! The JSON Schema of the data file, made from the types of [`catalogue::model`].

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use catalogue::model;
use serde_json::Value;

/// The schema.
pub fn schema() -> Value {
    model::schema().to_value()
}

/// Writes the schema to `path`, where text editors find it that check a file while it is typed.
///
/// # Errors
/// When the file cannot be written.
pub fn write(path: &Path) -> Result<()> {
    // Written from the schema and not from its value, the keywords keep their usual order: title,
    // description, type, properties.
    let text = serde_json::to_string_pretty(&model::schema())?;
    fs::write(path, text + "\n").with_context(|| format!("writing {}", path.display()))
}
