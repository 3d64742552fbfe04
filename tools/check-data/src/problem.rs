//! A problem as it is reported to editors.

use std::ops::Range;

use catalogue::model::{Check, Lang};

use crate::message::{Message, RecordName, Severity};
use crate::words;

/// Something wrong with a data file.
#[derive(Debug, Clone, PartialEq)]
pub struct Problem {
    /// Whether it is an error or a warning.
    pub severity: Severity,
    /// The value, as a JSON Pointer (RFC 6901).
    pub pointer: String,
    /// The line, from 1.
    pub line: usize,
    /// The column, from 1, in characters.
    pub column: usize,
    /// The byte range of the value.
    pub(crate) span: Range<usize>,
    /// The record with its list, as in `clusters/le2c`, if it has an id.
    pub(crate) path: Option<String>,
    pub(crate) record: RecordName,
    pub(crate) message: Message,
}

impl Problem {
    /// The name of the record for editors, such as `cluster "le2c"`.
    pub fn record(&self, lang: Lang) -> String {
        words::record_name(&self.record, lang)
    }

    /// What is wrong.
    pub fn what(&self, lang: Lang) -> String {
        words::of(&self.message, lang).0
    }

    /// How to fix it.
    pub fn fix(&self, lang: Lang) -> String {
        words::of(&self.message, lang).1
    }

    /// The check that warns, if the warning can be accepted.
    pub fn check(&self) -> Option<Check> {
        self.message.check()
    }
}
