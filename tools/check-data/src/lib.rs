//! The checks of the data file: its syntax, its form (the JSON Schema made from the types of
//! [`catalogue::model`]), and its meaning (what no schema can say).
//!
//! Problems are reported to editors, who need not be programmers: the record, the position, what is
//! wrong, and how to fix it, in English or Italian. All problems are reported, not just the first; a
//! record that has the wrong form does not prevent the others from being checked.

use std::io::{self, IsTerminal, Write};
use std::path::Path;
use std::{env, fs};

use anyhow::{Context, Result, ensure};
use catalogue::model::Date;
use project::folders::published_ids_file;

mod diagnostic;
mod document;
mod environment;
mod form;
mod meaning;
mod message;
mod nearest;
mod overview;
mod problem;
mod record;
mod report;
mod words;

pub use catalogue::model::{Check, Lang};
pub use form::{schema, write_schema};
pub use message::Severity;
pub use problem::Problem;
pub use report::Report;

use diagnostic::{BrokenValues, Diagnostic};
use document::Document;
use message::{Message, RecordName};

/// How the result of a check is presented.
#[derive(Debug, Default)]
pub struct Options<'a> {
    /// The language of the messages; by default that of the locale.
    pub lang: Option<Lang>,
    /// The file to write the overview of all records to, if any.
    pub overview: Option<&'a Path>,
}

/// The language of the messages: the chosen one, or that of the locale.
pub fn language(chosen: Option<Lang>) -> Lang {
    chosen.unwrap_or_else(|| environment::language(|name| env::var(name).ok()))
}

/// The word before the reason for a failure.
pub fn error_label(lang: Lang) -> &'static str {
    words::labels(lang).error
}

/// Checks the data file at `path` and prints what is wrong with it.
///
/// # Errors
/// When the file cannot be read, or has an error. Warnings are only printed.
pub fn run(path: &Path, options: &Options) -> Result<()> {
    let lang = language(options.lang);
    let report = inspect(path).with_context(|| filled(words::labels(lang).cannot_read, path))?;
    let coloured = io::stdout().is_terminal() && env::var_os("NO_COLOR").is_none();
    print(&report.render(lang, coloured))?;
    if let Some(file) = options.overview {
        let html = overview::html(&report, &environment::today()?, lang);
        fs::write(file, html).with_context(|| filled(words::labels(lang).cannot_write, file))?;
    }
    ensure!(
        report.errors() == 0,
        filled(words::labels(lang).not_fit, path)
    );
    Ok(())
}

/// A sentence about a file.
fn filled(sentence: &str, file: &Path) -> String {
    sentence.replace("{}", &file.display().to_string())
}

/// Writes to standard output until the reader closes it, as `| head` does after ten lines.
fn print(text: &str) -> io::Result<()> {
    let mut output = io::stdout().lock();
    let written = output
        .write_all(text.as_bytes())
        .and_then(|()| output.flush());
    match written {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(error),
        _ => Ok(()),
    }
}

/// Checks the data file at `path`, as of today and against the published ids.
///
/// # Errors
/// When the file cannot be read at all.
pub fn inspect(path: &Path) -> Result<Report> {
    let bytes = fs::read(path)?;
    let list = published_ids_file();
    let published = fs::read_to_string(&list).with_context(|| list.display().to_string())?;
    let today = environment::today()?;
    // A relative path is shorter, and terminals still open it on a click.
    let here = env::current_dir().unwrap_or_default();
    let file = path.strip_prefix(here).unwrap_or(path).display();
    let text = String::from_utf8_lossy(&bytes).into_owned();
    let problems = check_bytes(&bytes, &published, &today);
    Ok(Report::new(file.to_string(), text, problems))
}

/// Checks a data file's bytes; see [`check`].
pub fn check_bytes(bytes: &[u8], published: &str, today: &Date) -> Vec<Problem> {
    match str::from_utf8(bytes) {
        Ok(text) => check(text, published, today),
        Err(error) => {
            let sound = String::from_utf8_lossy(&bytes[..error.valid_up_to()]);
            let diagnostic = Diagnostic::new("", Message::NotUtf8).at(sound.len());
            record::locate(&sound, RecordName::File, diagnostic)
        }
    }
}

/// All problems in the text of a data file, in the order of the file.
///
/// `published` lists the ids that have been published, as in `tests/published_ids.txt`. If the file
/// lacks most of them, the list belongs to another catalogue and is ignored. No date may be after
/// `today`.
pub fn check(text: &str, published: &str, today: &Date) -> Vec<Problem> {
    let document = match Document::parse(text) {
        Ok(document) => document,
        Err(error) => {
            let record = record::name_of(&error.pointer, error.id.as_deref());
            let diagnostic = Diagnostic::new(&error.pointer, *error.message).at(error.offset);
            return record::locate(text, record, diagnostic);
        }
    };
    let published: Vec<_> = published
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .collect();
    let root = document.root.to_value();
    let mut found = form::check(&document, &root);
    let broken = BrokenValues::new(&found);
    found.extend(meaning::check(&document, &root, &broken, &published, today));
    found.extend(repeated_fields(&document));
    record::locate_in(&document, &root, found)
}

/// A field that occurs twice: some programs read the first one, some the last one, and some reject
/// the record.
fn repeated_fields(document: &Document) -> impl Iterator<Item = Diagnostic> {
    document.repeated.iter().map(|repeated| {
        let message = Message::RepeatedField {
            name: repeated.name().to_owned(),
            line: document.line(repeated.first),
        };
        Diagnostic::new(&repeated.pointer, message).at(repeated.second)
    })
}
