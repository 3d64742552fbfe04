//! The JSON Schema of the data file, generated from the types of [`catalogue::model`].

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use catalogue::model;
use serde_json::Value;

/// The schema.
pub fn schema() -> Value {
    model::schema().to_value()
}

/// Writes the schema to `path`, for text editors that validate while typing.
///
/// # Errors
/// When the file cannot be written.
pub fn write(path: &Path) -> Result<()> {
    // Serialising the schema itself, not its value, keeps the usual order of keywords: title,
    // description, type, properties.
    let text = serde_json::to_string_pretty(&model::schema())?;
    fs::write(path, text + "\n").with_context(|| format!("writing {}", path.display()))
}
