//! What a server serves.

use std::path::PathBuf;

use project::base::Base;

use crate::{fault::Faults, preload::Preload};

/// What a server serves.
#[derive(Clone, Debug)]
pub struct Site {
    /// The folder with the files; its `index.html` is the page at the base.
    pub folder: PathBuf,
    /// The path in front of every address.
    pub base: Base,
    /// The ways in which it fails; a clone of it changes them while the server runs.
    pub faults: Faults,
    /// What every page runs before its own scripts; none but in tests.
    pub preload: Preload,
}

impl Site {
    /// A site that fails in no way.
    pub fn new(folder: impl Into<PathBuf>, base: Base) -> Self {
        Self {
            folder: folder.into(),
            base,
            faults: Faults::default(),
            preload: Preload::default(),
        }
    }
}
