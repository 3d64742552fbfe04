//! How long keys and clicks wait for their picture, in the built site.

use anyhow::Result;

use super::{SEED, built_site, program};
use crate::{generate, process::run as run_command, steps::SITE_ROOT};

/// Measures the catalogue of the site, and an invented one of that many clusters.
pub(super) fn run(clusters: usize) -> Result<()> {
    let site = built_site()?;
    let catalogue = generate::run(&generate::Options {
        clusters,
        seed: SEED,
        out: None,
    })?;
    run_command(
        program("page_bench")
            .arg("typing")
            .arg(catalogue)
            .env(SITE_ROOT, site),
    )
}
