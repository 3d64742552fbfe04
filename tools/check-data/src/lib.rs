//! The checks of the data file: its syntax, its form (the JSON Schema made from the types of
//! [`catalogue::model`]), and its meaning (what no schema can say).
//!
//! Every problem is told to a person who edits the file and is no programmer: the record, the
//! place, what is wrong, and how to mend it. All problems are told, not the first; a record of
//! the wrong form does not keep the others from being checked.

use std::io::IsTerminal;
use std::path::Path;
use std::{env, fs};

use anyhow::{Context, Result, ensure};
use catalogue::model::Date;

mod broken;
mod document;
mod finding;
mod form;
mod meaning;
mod nearest;
mod record;
mod report;
pub mod schema;
mod today;

pub use report::{Problem, Report, Severity};

use broken::Broken;
use document::Document;
use finding::{Finding, shown};

/// Checks the data file at `path` and prints what is wrong with it.
///
/// # Errors
/// When the file cannot be read, or holds an error. Warnings are printed and do no more.
pub fn run(path: &Path) -> Result<()> {
    let report = inspect(path)?;
    let coloured = std::io::stdout().is_terminal() && env::var_os("NO_COLOR").is_none();
    print!("{}", report.render(coloured));
    ensure!(
        report.errors() == 0,
        "{} is not fit to be published",
        path.display()
    );
    Ok(())
}

/// Checks the data file at `path`, as of today.
///
/// # Errors
/// When the file cannot be read at all.
pub fn inspect(path: &Path) -> Result<Report> {
    let bytes = fs::read(path).with_context(|| format!("reading {}", path.display()))?;
    let today = today::today()?;
    // Shorter to read, and a terminal still opens it at a click.
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
            let finding = Finding::error(
                "",
                "From here on the file is not text (in UTF-8).",
                "Save it in the encoding UTF-8; if it is a picture or an archive, it is the wrong file.",
            );
            record::locate(&sound, None, vec![finding.at(sound.len())])
        }
    }
}

/// All that is wrong with the text of a data file, in the order of the file. `today` is the day
/// after which no date may lie.
pub fn check(text: &str, today: &Date) -> Vec<Problem> {
    let document = match Document::parse(text) {
        Ok(document) => document,
        Err(error) => {
            let place = record::Place {
                name: record::name_of(&error.pointer, error.id.as_deref()),
                pointer: error.pointer,
            };
            let finding = Finding::error(&place.pointer, error.what, error.mend).at(error.offset);
            return record::locate(text, Some(&place), vec![finding]);
        }
    };
    let root = document.root.to_value();
    let mut found = form::findings(&document, &root);
    let broken = Broken::new(&found);
    found.extend(meaning::findings(&document, &root, &broken, today));
    found.extend(repeated_fields(&document));
    record::locate_in(&document, &root, found)
}

/// A field that stands twice: programs read the first, the last, or refuse the record.
fn repeated_fields(document: &Document) -> Vec<Finding> {
    let tell = |repeated: &document::Repeated| {
        Finding::error(
            &repeated.pointer,
            format!(
                "The field {} stands twice in one record; it stands already in line {}.",
                shown(repeated.name()),
                document.line(repeated.first)
            ),
            "Keep one of the two.",
        )
        .at(repeated.second)
    };
    document.repeated.iter().map(tell).collect()
}
