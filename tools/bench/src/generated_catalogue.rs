//! Generated catalogues, measured besides the site's own.

use std::path::PathBuf;

use anyhow::Result;

/// A fixed seed, so that the generated catalogues are always the same.
const SEED: u64 = 1;

/// Generates a catalogue and returns its file.
pub(crate) fn file(clusters: usize) -> Result<PathBuf> {
    generate::run(&generate::Options {
        clusters,
        seed: SEED,
        out: None,
    })
}
