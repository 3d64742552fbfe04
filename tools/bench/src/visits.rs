//! Benchmarks that visit the built site: time from keys and clicks to the painted result, and a long
//! random walk.

use std::env;

use anyhow::Result;
use project::process::run as run_command;
use xtask::{
    setup,
    under_test::{ENGINE, program_at_site},
};

use crate::prerequisites::generated_catalogue;

/// Measures typing and clicking in the catalogue of the site, and in a generated one with the given number
/// of clusters.
pub(crate) fn typing(clusters: usize) -> Result<()> {
    let mut bench = program_at_site("page_bench")?;
    run_command(bench.arg("typing").arg(generated_catalogue(clusters)?))
}

/// Runs the random walk in the engine named by the environment; Chromium by default.
pub(crate) fn soak(steps: usize, seed: u32) -> Result<()> {
    match env::var(ENGINE).as_deref() {
        Err(_) | Ok("chromium") => setup::for_browser()?,
        Ok(_) => setup::for_other_browsers()?,
    }
    run_command(program_at_site("soak")?.args([steps.to_string(), seed.to_string()]))
}
