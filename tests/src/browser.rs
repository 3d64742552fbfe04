//! Browser set-up: viewport, colours, languages and capabilities; a browser for benchmarks, without
//! the checks of a test.

use std::path::Path;

use anyhow::{Context, Result, anyhow, ensure};
use serde_json::json;
use tempfile::TempDir;
use thirtyfour::{
    Capabilities, CapabilitiesHelper, ChromiumLikeCapabilities, DesiredCapabilities,
    LoggingPrefsLogLevel, PageLoadStrategy, WebDriver, WebDriverRunError,
    common::capabilities::firefox::FirefoxPreferences,
};

use crate::{
    driver::{Driver, Engine},
    site::BuiltSite,
};

/// Without these, Chromium in a container runs out of memory or contacts its vendor.
const FLAGS: [&str; 8] = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
];

/// An upper bound for the height of the window's bars, in pixels.
const BARS: u32 = 200;

/// A bare `WebKit` window.
const WEBKIT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/src/webkit.py");

/// The size of the viewport, in CSS pixels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Viewport {
    /// 1280 × 900.
    Desk,
    /// 360 × 740, the narrowest that is still common.
    Phone,
}

impl Viewport {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Desk, Self::Phone];

    /// Width and height.
    pub const fn pixels(self) -> (u32, u32) {
        match self {
            Self::Desk => (1280, 900),
            Self::Phone => (360, 740),
        }
    }
}

/// The colours that a visitor prefers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scheme {
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

impl Scheme {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Light, Self::Dark];

    /// The name in CSS.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}

/// How a test opens the site.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Setup {
    /// Which built site to serve.
    pub site: BuiltSite,
    /// The browser's preferred languages, best first.
    pub languages: &'static str,
    /// The size of the viewport.
    pub size: Viewport,
    /// The colours.
    pub scheme: Scheme,
    /// Whether to lift the limit on history changes and the frame rate, for tests that are faster
    /// than people. By default Chromium and Firefox allow two hundred changes in ten seconds.
    /// `WebKit` allows a hundred, and this cannot be changed.
    pub is_hurried: bool,
}

impl Default for Setup {
    fn default() -> Self {
        Self {
            site: BuiltSite::Root,
            languages: "en",
            size: Viewport::Desk,
            scheme: Scheme::Light,
            is_hurried: false,
        }
    }
}

impl Setup {
    /// The default set-up for the given site.
    pub fn at(site: BuiltSite) -> Self {
        Self {
            site,
            ..Self::default()
        }
    }

    /// The default set-up with a phone's viewport.
    pub fn on_phone() -> Self {
        Self {
            size: Viewport::Phone,
            ..Self::default()
        }
    }

    /// The capabilities to request from the driver; `profile` is an empty folder.
    pub(crate) fn capabilities(self, engine: Engine, profile: &Path) -> Result<Capabilities> {
        match engine {
            Engine::Chromium => self.chromium(profile),
            Engine::Firefox => self.firefox(),
            Engine::WebKit => webkit(),
        }
    }

    fn chromium(self, profile: &Path) -> Result<Capabilities> {
        let mut wanted = DesiredCapabilities::chrome();
        for flag in FLAGS {
            wanted.add_arg(flag)?;
        }
        if self.is_hurried {
            wanted.add_arg("--disable-ipc-flooding-protection")?;
            wanted.add_arg("--disable-frame-rate-limit")?;
            wanted.add_arg("--disable-gpu-vsync")?;
        }
        // Only what is inside the window is painted, however large the viewport is.
        let (width, height) = self.size.pixels();
        wanted.add_arg(&format!("--window-size={width},{}", height + BARS))?;
        wanted.add_arg(&format!("--user-data-dir={}", profile.display()))?;
        wanted.add_arg(&format!("--accept-lang={}", self.languages))?;
        wanted.set_browser_log_level(LoggingPrefsLogLevel::All)?;
        Ok(wanted.into())
    }

    fn firefox(self) -> Result<Capabilities> {
        let mut wanted = DesiredCapabilities::firefox();
        wanted.set_headless()?;
        // By default, navigation waits until everything is loaded, so a hanging download would
        // block the test.
        wanted.set_page_load_strategy(PageLoadStrategy::Eager)?;
        let mut settings = FirefoxPreferences::new();
        settings.set("intl.accept_languages", self.languages)?;
        let scheme = u8::from(self.scheme == Scheme::Light);
        settings.set("layout.css.prefers-color-scheme.content-override", scheme)?;
        if self.is_hurried {
            settings.set("dom.navigation.navigationRateLimit.count", 0)?;
            settings.set("layout.frame_rate", 240)?;
        }
        wanted.set_preferences(settings)?;
        Ok(wanted.into())
    }
}

fn webkit() -> Result<Capabilities> {
    let mut wanted = Capabilities::new();
    let options = json!({"binary": WEBKIT, "args": []});
    wanted.set("webkitgtk:browserOptions", options)?;
    Ok(wanted)
}

/// Sets the size of the viewport. In Firefox only the window can be resized: the viewport is
/// smaller by the height of the bars, and cannot be as narrow as a phone.
pub(crate) async fn resize(driver: &WebDriver, engine: Engine, size: Viewport) -> Result<()> {
    let (width, height) = size.pixels();
    if engine != Engine::Chromium {
        driver.set_window_rect(0, 0, width, height).await?;
        return Ok(());
    }
    let metrics =
        json!({"width": width, "height": height, "deviceScaleFactor": 1, "mobile": false});
    driver
        .cdp()
        .send_raw("Emulation.setDeviceMetricsOverride", metrics)
        .await?;
    Ok(())
}

/// Sets the preferred colour scheme. Firefox gets it at start-up; `WebKit` supports light only.
pub(crate) async fn prefer(driver: &WebDriver, engine: Engine, scheme: Scheme) -> Result<()> {
    if engine != Engine::Chromium {
        ensure!(
            engine == Engine::Firefox || scheme == Scheme::Light,
            "{engine:?} does not support preferring {scheme:?}"
        );
        return Ok(());
    }
    let media = json!({"features": [{"name": "prefers-color-scheme", "value": scheme.name()}]});
    driver
        .cdp()
        .send_raw("Emulation.setEmulatedMedia", media)
        .await?;
    Ok(())
}

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
