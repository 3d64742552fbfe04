//! A long random walk through the built site.

use std::env;

use anyhow::Result;
use project::process::run as run_command;
use xtask::{driven::program_at_site, setup, under_test::ENGINE};

/// Runs the walk in the engine named by the environment; Chromium by default.
pub(crate) fn run(steps: usize, seed: u32) -> Result<()> {
    match env::var(ENGINE).as_deref() {
        Err(_) | Ok("chromium") => setup::for_browser()?,
        Ok(_) => setup::for_other_browsers()?,
    }
    run_command(program_at_site("soak")?.args([steps.to_string(), seed.to_string()]))
}
