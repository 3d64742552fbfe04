//! How long keys and clicks wait for their picture, in the built site.

use anyhow::Result;

use super::{SEED, program_at_site};
use crate::{generate, process::run as run_command};

/// Measures the catalogue of the site, and an invented one of that many clusters.
pub(super) fn run(clusters: usize) -> Result<()> {
    let mut bench = program_at_site("page_bench")?;
    let catalogue = generate::run(&generate::Options {
        clusters,
        seed: SEED,
        out: None,
    })?;
    run_command(bench.arg("typing").arg(catalogue))
}
