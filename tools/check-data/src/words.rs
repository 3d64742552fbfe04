//! The texts of the messages, each in [`en`] and in [`it`]. A message that lacks one of them does not
//! compile.

use catalogue::model::Lang;

use crate::message::{Labels, Message, RecordName};

mod en;
mod it;
mod refusals;

/// What is wrong, and how to fix it.
pub(crate) fn of(message: &Message, lang: Lang) -> (String, String) {
    match lang {
        Lang::En => en::words(message),
        Lang::It => it::words(message),
    }
}

/// What editors call the place of a problem, such as `cluster "le2c"`.
pub(crate) fn record_name(record: &RecordName, lang: Lang) -> String {
    match lang {
        Lang::En => en::record_name(record),
        Lang::It => it::record_name(record),
    }
}

/// The words around the messages.
pub(crate) const fn labels(lang: Lang) -> &'static Labels {
    match lang {
        Lang::En => &en::LABELS,
        Lang::It => &it::LABELS,
    }
}

/// The last line of a report: how many errors and warnings a file has.
pub(crate) fn summary(lang: Lang, errors: usize, warnings: usize, file: &str) -> String {
    match lang {
        Lang::En => en::summary(errors, warnings, file),
        Lang::It => it::summary(errors, warnings, file),
    }
}
