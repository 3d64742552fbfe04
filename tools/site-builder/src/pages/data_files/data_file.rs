//! A file of records.

use catalogue::{
    export::{Format, RecordList},
    model::Lang,
};

/// A file of records.
pub(in crate::pages) struct DataFile {
    pub list: RecordList,
    pub format: Format,
    /// The language of its texts, if it has a file for each.
    pub lang: Option<Lang>,
    /// Its path after the base.
    pub path: String,
    pub content: Vec<u8>,
}
