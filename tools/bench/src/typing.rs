//! Time from keys and clicks to the painted result, in the built site.

use anyhow::Result;
use project::process::run as run_command;
use xtask::driven::program_at_site;

use crate::invented;

/// Measures the catalogue of the site, and a generated one with the given number of clusters.
pub(crate) fn run(clusters: usize) -> Result<()> {
    let mut bench = program_at_site("page_bench")?;
    run_command(bench.arg("typing").arg(invented::catalogue(clusters)?))
}
