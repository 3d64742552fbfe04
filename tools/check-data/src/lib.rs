//! Checks of the data file: its syntax, its form (the JSON Schema generated from the types of
//! [`catalogue::model`]), and its meaning (what a schema cannot express).
//!
//! Messages are written for editors who are not programmers: each has the record, the position,
//! what is wrong, and how to fix it. All problems are reported, not just the first one; an invalid
//! record does not keep the others from being checked.

use std::io::IsTerminal;
use std::path::Path;
use std::{env, fs};

use anyhow::{Context, Result, ensure};
use catalogue::model::Date;

mod diagnostic;
mod document;
mod form;
mod invalid_values;
mod meaning;
mod nearest;
mod record;
mod report;
pub mod schema;
mod today;

pub use report::{Problem, Report, Severity};

use diagnostic::{Diagnostic, shown};
use document::Document;
use invalid_values::InvalidValues;

/// Checks the data file at `path` and prints the problems.
///
/// # Errors
/// When the file cannot be read, or has errors. Warnings are only printed.
pub fn run(path: &Path) -> Result<()> {
    let report = inspect(path)?;
    let coloured = std::io::stdout().is_terminal() && env::var_os("NO_COLOR").is_none();
    print!("{}", report.render(coloured));
    ensure!(
        report.errors() == 0,
        "{} has errors and cannot be published",
        path.display()
    );
    Ok(())
}

/// Checks the data file at `path`, as of today.
///
/// # Errors
/// When the file cannot be read.
pub fn inspect(path: &Path) -> Result<Report> {
    let bytes = fs::read(path).with_context(|| format!("reading {}", path.display()))?;
    let today = today::today()?;
    // A relative path is shorter, and terminals still open it at a click.
    let here = env::current_dir().unwrap_or_default();
    let file = path
        .strip_prefix(here)
        .unwrap_or(path)
        .display()
        .to_string();
    Ok(Report {
        file,
        problems: check_bytes(&bytes, &today),
    })
}

/// Checks a data file's bytes; see [`check`].
pub fn check_bytes(bytes: &[u8], today: &Date) -> Vec<Problem> {
    match str::from_utf8(bytes) {
        Ok(text) => check(text, today),
        Err(error) => {
            let sound = String::from_utf8_lossy(&bytes[..error.valid_up_to()]);
            let diagnostic = Diagnostic::error(
                "",
                "From here on the file is not UTF-8 text.",
                "Save it as UTF-8; if it is an image or an archive, it is the wrong file.",
            );
            record::locate(&sound, None, vec![diagnostic.at(sound.len())])
        }
    }
}

/// All problems of a data file, in the order of the file. No date may be later than `today`.
pub fn check(text: &str, today: &Date) -> Vec<Problem> {
    let document = match Document::parse(text) {
        Ok(document) => document,
        Err(error) => {
            let place = record::ParseStop {
                name: record::name_of(&error.pointer, error.id.as_deref()),
                pointer: error.pointer,
            };
            let diagnostic =
                Diagnostic::error(&place.pointer, error.what, error.fix).at(error.offset);
            return record::locate(text, Some(&place), vec![diagnostic]);
        }
    };
    let root = document.root.to_value();
    let mut found = form::diagnostics(&document, &root);
    let invalid_values = InvalidValues::new(&found);
    found.extend(meaning::diagnostics(
        &document,
        &root,
        &invalid_values,
        today,
    ));
    found.extend(repeated_fields(&document));
    record::locate_in(&document, &root, found)
}

/// Duplicate fields: programs take the first, the last, or reject the record.
fn repeated_fields(document: &Document) -> Vec<Diagnostic> {
    let tell = |repeated: &document::Repeated| {
        Diagnostic::error(
            &repeated.pointer,
            format!(
                "The field {} is given twice in one record; the first is in line {}.",
                shown(repeated.name()),
                document.line(repeated.first)
            ),
            "Keep only one of them.",
        )
        .at(repeated.second)
    };
    document.repeated.iter().map(tell).collect()
}
