//! A browser as a visitor has set it up.

use std::path::Path;

use anyhow::Result;
use serde_json::json;
use thirtyfour::{
    Capabilities, ChromiumLikeCapabilities, DesiredCapabilities, LoggingPrefsLogLevel, WebDriver,
};

use crate::site::Place;

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
    /// Whether the visitor opens more pages than a person could: otherwise Chromium lets a page change
    /// its address two hundred times in ten seconds.
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

    /// What to ask chromedriver for; `profile` is an empty folder.
    pub(crate) fn capabilities(self, profile: &Path) -> Result<Capabilities> {
        let mut wanted = DesiredCapabilities::chrome();
        for flag in FLAGS {
            wanted.add_arg(flag)?;
        }
        if self.is_hurried {
            wanted.add_arg("--disable-ipc-flooding-protection")?;
        }
        wanted.add_arg(&format!("--user-data-dir={}", profile.display()))?;
        wanted.add_arg(&format!("--accept-lang={}", self.languages))?;
        wanted.set_browser_log_level(LoggingPrefsLogLevel::All)?;
        Ok(wanted.into())
    }
}

/// Sets the size of the viewport. The window's own size would not do: Chromium makes no window
/// narrower than 500 pixels.
pub(crate) async fn resize(driver: &WebDriver, size: Size) -> Result<()> {
    let (width, height) = size.pixels();
    let metrics =
        json!({"width": width, "height": height, "deviceScaleFactor": 1, "mobile": false});
    driver
        .cdp()
        .send_raw("Emulation.setDeviceMetricsOverride", metrics)
        .await?;
    Ok(())
}

/// Sets the preferred colours.
pub(crate) async fn prefer(driver: &WebDriver, scheme: Scheme) -> Result<()> {
    let media = json!({"features": [{"name": "prefers-color-scheme", "value": scheme.name()}]});
    driver
        .cdp()
        .send_raw("Emulation.setEmulatedMedia", media)
        .await?;
    Ok(())
}
