//! A browser for benchmarks, without the checks of a test.

use anyhow::{Context, Result, anyhow};
use tempfile::TempDir;
use thirtyfour::{ChromiumLikeCapabilities, DesiredCapabilities, WebDriver, WebDriverRunError};

use crate::{browser::FLAGS, driver::Driver, engine::Engine};

/// Starts Chromium with additional flags, and quits it after the work.
///
/// # Errors
/// When the browser cannot be started, or `work` fails.
pub async fn with_bench_browser(
    flags: &[&str],
    work: impl AsyncFnOnce(&WebDriver) -> Result<()>,
) -> Result<()> {
    let profile = TempDir::new()?;
    let chromedriver = Driver::start(Engine::Chromium, "en")?;
    let mut wanted = DesiredCapabilities::chrome();
    for flag in FLAGS.iter().chain(flags) {
        wanted.add_arg(flag)?;
    }
    wanted.add_arg(&format!("--user-data-dir={}", profile.path().display()))?;
    let driver = WebDriver::new(chromedriver.url(), wanted)
        .await
        .context("cannot start Chromium")?;
    let outcome = driver.run_and_quit(async |driver| work(&driver).await);
    outcome.await.map_err(|error| match error {
        WebDriverRunError::Body(error) => error,
        error => anyhow!("{error:?}"),
    })
}
