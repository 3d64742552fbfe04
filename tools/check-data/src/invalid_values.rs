//! The values that are of the wrong form.

use std::collections::BTreeSet;

use crate::diagnostic::Diagnostic;

/// Pointers of values of the wrong form, whose meaning is not checked.
pub(crate) struct InvalidValues(BTreeSet<String>);

impl InvalidValues {
    /// The values of these diagnostics.
    pub(crate) fn new(found: &[Diagnostic]) -> Self {
        Self(
            found
                .iter()
                .map(|diagnostic| diagnostic.pointer.clone())
                .collect(),
        )
    }

    /// Adds the value of a diagnostic.
    pub(crate) fn add(&mut self, diagnostic: &Diagnostic) {
        self.0.insert(diagnostic.pointer.clone());
    }

    /// Whether the value at `pointer`, or one within it, is invalid.
    pub(crate) fn holds(&self, pointer: &str) -> bool {
        let within = format!("{pointer}/");
        let next = self.0.range(within.clone()..).next();
        self.0.contains(pointer)
            || next.is_some_and(|invalid_values| invalid_values.starts_with(&within))
    }
}
