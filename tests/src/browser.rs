//! A browser as a visitor has set it up.

use std::path::Path;

use anyhow::{Result, ensure};
use serde_json::json;
use thirtyfour::{
    Capabilities, CapabilitiesHelper, ChromiumLikeCapabilities, DesiredCapabilities,
    LoggingPrefsLogLevel, PageLoadStrategy, WebDriver,
    common::capabilities::firefox::FirefoxPreferences,
};

use crate::{engine::Engine, site::Place};

/// Without these, Chromium in a container needs more memory than there is, or talks to its maker.
pub(crate) const FLAGS: [&str; 8] = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
];

/// More than the bars of a window take of its height, in pixels.
const BARS: u32 = 200;

/// A window with nothing but a page of `WebKit`.
const WEBKIT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/src/webkit.py");

/// The size of the viewport, in CSS pixels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Size {
    /// 1280 × 900.
    Desk,
    /// 360 × 740, the narrowest that is still common.
    Phone,
}

impl Size {
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

    /// Its name in CSS.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}

/// How a visitor comes to the site.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Setup {
    /// Where the site is published.
    pub place: Place,
    /// The languages that the browser asks for, best first.
    pub languages: &'static str,
    /// The size of the viewport.
    pub size: Size,
    /// The colours.
    pub scheme: Scheme,
    /// Whether the visitor opens more pages than a person could, in frames as short as they can be:
    /// otherwise Chromium and Firefox let a page change its address two hundred times in ten seconds.
    /// `WebKit` takes no such wish, and allows a hundred.
    pub is_hurried: bool,
}

impl Default for Setup {
    fn default() -> Self {
        Self {
            place: Place::Root,
            languages: "en",
            size: Size::Desk,
            scheme: Scheme::Light,
            is_hurried: false,
        }
    }
}

impl Setup {
    /// An ordinary visitor of the site at that place.
    pub fn at(place: Place) -> Self {
        Self {
            place,
            ..Self::default()
        }
    }

    /// A visitor with a phone.
    pub fn on_phone() -> Self {
        Self {
            size: Size::Phone,
            ..Self::default()
        }
    }

    /// What to ask the driver for; `profile` is an empty folder.
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
        // What lies outside of the window is not drawn, however large the viewport.
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
        // Until everything is loaded, a download that hangs would keep the test waiting.
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

/// Sets the size of the viewport. Firefox has only its window to size: the viewport is as much less high as
/// its bars take, and no window of it is as narrow as a phone.
pub(crate) async fn resize(driver: &WebDriver, engine: Engine, size: Size) -> Result<()> {
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

/// Sets the preferred colours. Firefox was given them when it started; `WebKit` knows light ones only.
pub(crate) async fn prefer(driver: &WebDriver, engine: Engine, scheme: Scheme) -> Result<()> {
    if engine != Engine::Chromium {
        ensure!(
            engine == Engine::Firefox || scheme == Scheme::Light,
            "{engine:?} cannot be told to prefer {scheme:?}"
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
