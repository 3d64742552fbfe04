//! Which values have the wrong form.

use std::collections::BTreeSet;

use crate::diagnostic::Diagnostic;

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
