//! The browser engines that the tests can run in.

use std::env;

use anyhow::{Result, bail};
use xtask::under_test::ENGINE;

/// A browser engine.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Engine {
    /// Chromium.
    Chromium,
    /// Firefox.
    Firefox,
    /// `WebKit`, in a bare window of `WebKitGTK`.
    WebKit,
}

impl Engine {
    /// The engine named by the environment variable; Chromium by default.
    ///
    /// # Errors
    /// When the name is unknown.
    pub fn chosen() -> Result<Self> {
        match env::var(ENGINE).as_deref() {
            Err(_) | Ok("chromium") => Ok(Self::Chromium),
            Ok("firefox") => Ok(Self::Firefox),
            Ok("webkit") => Ok(Self::WebKit),
            Ok(other) => bail!("${ENGINE} is {other}, not chromium, firefox or webkit"),
        }
    }

    /// The name of its driver.
    pub(crate) const fn driver(self) -> &'static str {
        match self {
            Self::Chromium => "chromedriver",
            Self::Firefox => "geckodriver",
            Self::WebKit => "WebKitWebDriver",
        }
    }

    /// The name of the step of `cargo xtask test` that installs it.
    pub(crate) const fn step(self) -> &'static str {
        match self {
            Self::Chromium => "browser",
            Self::Firefox | Self::WebKit => "browsers",
        }
    }

    /// Whether its driver provides the console log, with policy violations and failed downloads.
    /// Otherwise each page records its messages itself.
    pub(crate) const fn has_log(self) -> bool {
        matches!(self, Self::Chromium)
    }
}
