//! Which values are of the wrong form.

use std::collections::BTreeSet;

use crate::finding::Finding;

/// The pointers of the values that are of the wrong form, about whose meaning nothing can be said.
pub(crate) struct Broken(BTreeSet<String>);

impl Broken {
    /// The values that the findings are about.
    pub(crate) fn new(found: &[Finding]) -> Self {
        Self(
            found
                .iter()
                .map(|finding| finding.pointer.clone())
                .collect(),
        )
    }

    /// Adds the value that a finding is about.
    pub(crate) fn add(&mut self, finding: &Finding) {
        self.0.insert(finding.pointer.clone());
    }

    /// Whether anything is wrong with the value at `pointer` or within it.
    pub(crate) fn holds(&self, pointer: &str) -> bool {
        let within = format!("{pointer}/");
        let next = self.0.range(within.clone()..).next();
        self.0.contains(pointer) || next.is_some_and(|broken| broken.starts_with(&within))
    }
}
