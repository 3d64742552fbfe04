//! A visit: a served site, a browser, and the checks at its end.

use std::{cell::RefCell, ops::Deref, path::Path, time::Duration};

use anyhow::{Context, Result, anyhow, bail};
use site_server::Server;
use tempfile::TempDir;
use thirtyfour::{WebDriver, WebDriverRunError};
use tokio::sync::Semaphore;

use crate::{
    browser::{Setup, prefer, resize},
    driver::{Driver, Engine},
    site::serve,
};

/// More browsers at once slow each other down on a small machine until tests time out.
static BROWSERS: Semaphore = Semaphore::const_new(2);

/// How long a script of a test may take. The 30 seconds that drivers allow are too few for a megabyte of text on a slow
/// machine, and no test is about time.
const SCRIPT_TIMEOUT: Duration = Duration::from_mins(4);
/// How long a command of the driver may take: longer than any script, so that a slow one is reported as what it is.
const REQUEST_TIMEOUT: Duration = Duration::from_mins(5);

/// A browser that visits the site. Dereferences to its [`WebDriver`].
pub struct Visitor {
    driver: WebDriver,
    /// The engine of the browser.
    pub engine: Engine,
    /// The site.
    pub site: Server,
    expected: RefCell<ExpectedMessages>,
}

impl Deref for Visitor {
    type Target = WebDriver;

    fn deref(&self) -> &WebDriver {
        &self.driver
    }
}

impl Visitor {
    /// Expects a console message that contains this text; the visit fails if there is none.
    pub fn expect_console_error(&self, text: &str) {
        self.expected.borrow_mut().add(text);
    }

    /// Allows console messages that contain this text; whether they appear may depend on timing.
    pub fn allow_console_error(&self, text: &str) {
        self.expected.borrow_mut().allow(text);
    }

    /// The errors, warnings and policy violations in the console.
    async fn console_messages(&self) -> Result<Vec<String>> {
        if !self.engine.has_log() {
            let recorded = self.execute("return consoleMessages()", Vec::new()).await?;
            return Ok(recorded.convert()?);
        }
        let entries = self.browser_log().await?.into_iter();
        Ok(entries
            .filter(|entry| matches!(entry.level.as_str(), "SEVERE" | "WARNING"))
            .map(|entry| entry.message)
            .collect())
    }
}

/// Runs a test in a browser at the site; also fails if the console has an unexpected message.
///
/// # Errors
/// When the site or the browser cannot be started, or `journey` fails.
pub async fn visit(setup: Setup, journey: impl AsyncFnOnce(&Visitor) -> Result<()>) -> Result<()> {
    visit_folder(&setup.site.folder()?, setup, journey).await
}

/// Like [`visit`], with the files in `folder` instead of the built site; they must be built for the
/// base of `setup`.
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
    let site = serve(folder, setup.site)?;
    if !engine.has_log() {
        site.preload().add(include_str!("recorder.js"));
    }
    let profile = TempDir::new()?;
    let process = Driver::start(engine, setup.languages)?;
    let wanted = setup.capabilities(engine, profile.path())?;
    let driver = WebDriver::builder(process.url(), wanted)
        .request_timeout(REQUEST_TIMEOUT)
        .await
        .with_context(|| format!("cannot start {engine:?}"))?;
    // Quits the browser even when an assertion fails.
    let outcome = driver.run_and_quit(async |driver| {
        driver.set_script_timeout(SCRIPT_TIMEOUT).await?;
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
        let messages = visitor.console_messages().await;
        let console = messages.and_then(|messages| expected.check(&messages));
        match (journey, console) {
            // The console often explains the error.
            (Err(error), Err(message)) => Err(error.context(message)),
            (journey, console) => journey.and(console),
        }
    });
    match outcome.await {
        Ok(()) => Ok(()),
        Err(WebDriverRunError::Body(error)) => Err(error.context(format!("{engine:?}, {setup:?}"))),
        Err(error) => Err(anyhow!("{error:?}")),
    }
}

/// The messages that a test expects, by parts of their text.
#[derive(Debug, Default)]
struct ExpectedMessages {
    certain: Vec<String>,
    possible: Vec<String>,
}

impl ExpectedMessages {
    /// Expects at least one message that contains this text.
    fn add(&mut self, text: &str) {
        self.certain.push(text.to_owned());
    }

    /// Allows messages that contain this text.
    fn allow(&mut self, text: &str) {
        self.possible.push(text.to_owned());
    }

    /// Fails if there is an unexpected message, or if an expected one is missing.
    fn check(&self, messages: &[String]) -> Result<()> {
        let is_unexpected = |message: &&String| !self.knows(message);
        let unexpected: Vec<_> = messages.iter().filter(is_unexpected).cloned().collect();
        if !unexpected.is_empty() {
            bail!("unexpected console messages:\n{}", unexpected.join("\n"));
        }
        let is_missing = |text: &&String| !messages.iter().any(|message| message.contains(*text));
        match self.certain.iter().find(is_missing) {
            Some(missing) => bail!("the console has no message with `{missing}`"),
            None => Ok(()),
        }
    }

    fn knows(&self, message: &str) -> bool {
        let mut known = self.certain.iter().chain(&self.possible);
        known.any(|text| message.contains(text))
    }
}
