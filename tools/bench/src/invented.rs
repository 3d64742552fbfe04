//! The catalogues that are measured besides the site's own.

use std::path::PathBuf;

use anyhow::Result;

/// The generated catalogues of a benchmark are always the same.
const SEED: u64 = 1;

/// The file of an invented catalogue.
pub(crate) fn catalogue(clusters: usize) -> Result<PathBuf> {
    generate::run(&generate::Options {
        clusters,
        seed: SEED,
        out: None,
    })
}
