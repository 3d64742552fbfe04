//! The served site.

use std::path::PathBuf;

use project::base::Base;

use crate::{fault::Faults, preload::Preload};

/// The served site.
#[derive(Clone, Debug)]
pub struct ServedSite {
    /// The folder of the site.
    pub folder: PathBuf,
    /// The base path.
    pub base: Base,
    /// The injected faults; clones change them while the server runs.
    pub faults: Faults,
    /// The injected scripts; only tests use them.
    pub preload: Preload,
}

impl ServedSite {
    /// A site without faults.
    pub fn new(folder: impl Into<PathBuf>, base: Base) -> Self {
        Self {
            folder: folder.into(),
            base,
            faults: Faults::default(),
            preload: Preload::default(),
        }
    }
}
