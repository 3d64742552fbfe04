//! One visit: a site, a browser, and what is checked at the end of every visit.

use std::{cell::RefCell, ops::Deref, path::Path};

use anyhow::{Context, Result, anyhow};
use site_server::Server;
use tempfile::TempDir;
use thirtyfour::{WebDriver, WebDriverRunError};
use tokio::sync::Semaphore;

use crate::{
    browser::{Setup, prefer, resize},
    console::{self, Expected},
    driver::Driver,
    engine::Engine,
    site::serve,
};

/// More browsers than this at once starve each other on a small machine, and its time-outs strike.
static BROWSERS: Semaphore = Semaphore::const_new(2);

/// A visitor with a browser, at the site. Whatever the browser can do, the visitor can.
pub struct Visitor {
    driver: WebDriver,
    /// What the browser is made with.
    pub engine: Engine,
    /// The site.
    pub site: Server,
    expected: RefCell<Expected>,
}

impl Deref for Visitor {
    type Target = WebDriver;

    fn deref(&self) -> &WebDriver {
        &self.driver
    }
}

impl Visitor {
    /// Announces that the browser will write a message that contains this text; the visit fails if
    /// it does not.
    pub fn expect_complaint(&self, text: &str) {
        self.expected.borrow_mut().add(text);
    }

    /// Announces that the browser may write a message that contains this text, depending on how
    /// fast it is.
    pub fn allow_complaint(&self, text: &str) {
        self.expected.borrow_mut().allow(text);
    }
}

/// Lets a visitor visit the site, and fails as well when the browser's console holds a complaint.
///
/// # Errors
/// When the site or the browser cannot be started, or `journey` fails.
pub async fn visit(setup: Setup, journey: impl AsyncFnOnce(&Visitor) -> Result<()>) -> Result<()> {
    visit_folder(&setup.place.folder()?, setup, journey).await
}

/// Lets a visitor visit another site than the built one: the files in `folder`, which were made for the
/// place of `setup`.
///
/// # Errors
/// As [`visit`].
pub async fn visit_folder(
    folder: &Path,
    setup: Setup,
    journey: impl AsyncFnOnce(&Visitor) -> Result<()>,
) -> Result<()> {
    let _turn = BROWSERS.acquire().await?;
    let engine = Engine::chosen()?;
    let site = serve(folder, setup.place)?;
    if !engine.has_log() {
        site.preload().add(include_str!("recorder.js"));
    }
    let profile = TempDir::new()?;
    let process = Driver::start(engine, setup.languages)?;
    let wanted = setup.capabilities(engine, profile.path())?;
    let driver = WebDriver::new(process.url(), wanted)
        .await
        .with_context(|| format!("cannot start {engine:?}"))?;
    // Quits the browser even when an assertion fails.
    let outcome = driver.run_and_quit(async |driver| {
        resize(&driver, engine, setup.size).await?;
        prefer(&driver, engine, setup.scheme).await?;
        let visitor = Visitor {
            driver,
            engine,
            site,
            expected: RefCell::default(),
        };
        let journey = journey(&visitor).await;
        let expected = visitor.expected.take();
        let console = console::check(&visitor, &expected).await;
        match (journey, console) {
            // What went wrong is often told there.
            (Err(error), Err(complaint)) => Err(error.context(complaint)),
            (journey, console) => journey.and(console),
        }
    });
    match outcome.await {
        Ok(()) => Ok(()),
        Err(WebDriverRunError::Body(error)) => Err(error.context(format!("{engine:?}, {setup:?}"))),
        Err(error) => Err(anyhow!("{error:?}")),
    }
}
