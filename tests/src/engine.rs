//! Which browser the tests run in.

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
    /// The engine that the environment asks for; Chromium unless another is named.
    ///
    /// # Errors
    /// When it asks for one that we do not know.
    pub fn chosen() -> Result<Self> {
        match env::var(ENGINE).as_deref() {
            Err(_) | Ok("chromium") => Ok(Self::Chromium),
            Ok("firefox") => Ok(Self::Firefox),
            Ok("webkit") => Ok(Self::WebKit),
            Ok(other) => bail!("${ENGINE} is {other}, not chromium, firefox or webkit"),
        }
    }

    /// The program that drives it.
    pub(crate) const fn driver(self) -> &'static str {
        match self {
            Self::Chromium => "chromedriver",
            Self::Firefox => "geckodriver",
            Self::WebKit => "WebKitWebDriver",
        }
    }

    /// The step of `cargo xtask test` that installs it.
    pub(crate) const fn step(self) -> &'static str {
        match self {
            Self::Chromium => "browser",
            Self::Firefox | Self::WebKit => "browsers",
        }
    }

    /// Whether its driver hands out what the browser wrote to its console, breaches of the policy and
    /// failed downloads included. Where it does not, each page keeps a record itself.
    pub(crate) const fn has_log(self) -> bool {
        matches!(self, Self::Chromium)
    }
}
