//! The browser engines, and their `WebDriver` processes.

use std::{
    env,
    io::{BufRead, BufReader},
    net::{Ipv4Addr, TcpListener, TcpStream},
    process::{Child, Command, Stdio},
    thread::sleep,
    time::{Duration, Instant},
};

use anyhow::{Context, Result, bail};
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

/// A driver on a free port; it ends when this value is dropped.
pub(crate) struct Driver {
    process: ChildProcess,
    port: u16,
    /// The virtual screen of a browser without a headless mode.
    _screen: Option<ChildProcess>,
}

/// How often to try to start a driver.
///
/// A free port may be taken before the driver binds it, and chromedriver needs the same port for
/// IPv6. With many connections this happens now and then.
const ATTEMPTS: usize = 5;
const TIMEOUT: Duration = Duration::from_secs(20);

impl Driver {
    /// Starts the driver of an engine with the preferred languages, best first, and waits until it
    /// listens.
    pub(crate) fn start(engine: Engine, languages: &str) -> Result<Self> {
        for _ in 0..ATTEMPTS {
            if let Some(driver) = Self::attempt(engine, languages)? {
                return Ok(driver);
            }
        }
        bail!(
            "{} ended {ATTEMPTS} times without listening",
            engine.driver()
        )
    }

    /// Starts one; returns `None` if it exits at once.
    fn attempt(engine: Engine, languages: &str) -> Result<Option<Self>> {
        let port = free_port()?;
        let mut command = Command::new(engine.driver());
        command
            .arg(format!("--port={port}"))
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        let screen = match engine {
            Engine::Chromium | Engine::Firefox => None,
            Engine::WebKit => {
                let (screen, display) = screen()?;
                // WebKit takes its languages from the environment, where they only apply together
                // with a locale.
                command
                    .env("DISPLAY", display)
                    .env("LC_MESSAGES", "en_GB.UTF-8")
                    .env("LANGUAGE", languages.replace(',', ":"))
                    // Without a graphics card, the software renderer takes half of the time and
                    // crashes after some thousand pages.
                    .env("WEBKIT_DISABLE_COMPOSITING_MODE", "1");
                Some(screen)
            }
        };
        let process = command.spawn().with_context(|| {
            let (driver, step) = (engine.driver(), engine.step());
            format!("cannot start {driver}; `cargo xtask test {step}` installs it")
        })?;
        let mut driver = Self {
            process: ChildProcess(process),
            port,
            _screen: screen,
        };
        Ok(driver.listens()?.then_some(driver))
    }

    /// Waits until it listens; returns false if it exits.
    fn listens(&mut self) -> Result<bool> {
        let end = Instant::now() + TIMEOUT;
        while Instant::now() < end {
            if self.process.0.try_wait()?.is_some() {
                return Ok(false);
            }
            if TcpStream::connect((Ipv4Addr::LOCALHOST, self.port)).is_ok() {
                return Ok(true);
            }
            sleep(Duration::from_millis(20));
        }
        bail!("the driver does not listen on port {}", self.port)
    }

    /// The URL of the driver.
    pub(crate) fn url(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }
}

/// A child process that is killed on drop.
struct ChildProcess(Child);

impl Drop for ChildProcess {
    fn drop(&mut self) {
        self.0.kill().ok();
        self.0.wait().ok();
    }
}

fn free_port() -> Result<u16> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
    Ok(listener.local_addr()?.port())
}

/// A virtual screen and its display name.
fn screen() -> Result<(ChildProcess, String)> {
    let process = Command::new("Xvfb")
        .args(["-displayfd", "1", "-nolisten", "tcp"])
        .args(["-screen", "0", "1600x1200x24"])
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .context("cannot start Xvfb")?;
    let mut screen = ChildProcess(process);
    let output = screen.0.stdout.as_mut().context("Xvfb has no output")?;
    let mut number = String::new();
    BufReader::new(output).read_line(&mut number)?;
    let number: u32 = number.trim().parse().context("Xvfb names no display")?;
    Ok((screen, format!(":{number}")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_driver_listens_until_it_is_dropped() -> Result<()> {
        let driver = Driver::start(Engine::chosen()?, "en")?;
        let address = (Ipv4Addr::LOCALHOST, driver.port);
        assert!(TcpStream::connect(address).is_ok());
        drop(driver);
        assert!(TcpStream::connect(address).is_err());
        Ok(())
    }
}
