//! A problem at a position in the document, and which values have one.

use std::collections::BTreeSet;

use crate::message::Message;

/// A problem at a JSON Pointer; [`crate::record::locate`] turns it into a
/// [`crate::problem::Problem`].
#[derive(Debug)]
pub(crate) struct Diagnostic {
    pub(crate) pointer: String,
    /// The byte offset, if the problem is not at the start of the value at `pointer`.
    pub(crate) offset: Option<usize>,
    pub(crate) message: Message,
}

impl Diagnostic {
    pub(crate) fn new(pointer: &str, message: Message) -> Self {
        Self {
            pointer: pointer.to_owned(),
            offset: None,
            message,
        }
    }

    /// The same problem at a byte offset.
    pub(crate) fn at(self, offset: usize) -> Self {
        Self {
            offset: Some(offset),
            ..self
        }
    }
}

/// The pointers of the values that have the wrong form, whose meaning cannot be checked.
pub(crate) struct BrokenValues(BTreeSet<String>);

impl BrokenValues {
    /// The values that the diagnostics are about.
    pub(crate) fn new(found: &[Diagnostic]) -> Self {
        Self(
            found
                .iter()
                .map(|diagnostic| diagnostic.pointer.clone())
                .collect(),
        )
    }

    /// Adds the value that a diagnostic is about.
    pub(crate) fn add(&mut self, diagnostic: &Diagnostic) {
        self.0.insert(diagnostic.pointer.clone());
    }

    /// Whether anything is wrong with the value at `pointer` or within it.
    pub(crate) fn holds(&self, pointer: &str) -> bool {
        let within = format!("{pointer}/");
        let next = self.0.range(within.clone()..).next();
        self.0.contains(pointer) || next.is_some_and(|broken| broken.starts_with(&within))
    }
}
