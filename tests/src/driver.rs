//! The program through which a browser is driven.

use std::{
    io::{BufRead, BufReader},
    net::{Ipv4Addr, TcpListener, TcpStream},
    process::{Child, Command, Stdio},
    thread::sleep,
    time::{Duration, Instant},
};

use anyhow::{Context, Result, bail};

use crate::engine::Engine;

/// A driver on a free port; it ends when this value is dropped.
pub(crate) struct Driver {
    process: Running,
    port: u16,
    /// What a browser that knows no headless mode draws on.
    _screen: Option<Running>,
}

/// How often a driver is started before it is given up.
///
/// A port that was free may be taken before the driver asks for it, and chromedriver wants the same
/// one for IPv6. With many connections opening and closing this happens now and then.
const ATTEMPTS: usize = 5;
const PATIENCE: Duration = Duration::from_secs(20);

impl Driver {
    /// Starts the driver of an engine for a visitor who reads these languages, best first, and waits
    /// until it listens.
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

    /// Starts one; nothing if it ends at once.
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
                // It asks for the languages of the environment; those only count beside a locale.
                command
                    .env("DISPLAY", display)
                    .env("LC_MESSAGES", "en_GB.UTF-8")
                    .env("LANGUAGE", languages.replace(',', ":"))
                    // Nor is there a graphics card: what draws in its place takes half of the time, and
                    // crashes with the page after some thousand of them.
                    .env("WEBKIT_DISABLE_COMPOSITING_MODE", "1");
                Some(screen)
            }
        };
        let process = command.spawn().with_context(|| {
            let (driver, step) = (engine.driver(), engine.step());
            format!("cannot start {driver}; `cargo xtask test {step}` installs it")
        })?;
        let mut driver = Self {
            process: Running(process),
            port,
            _screen: screen,
        };
        Ok(driver.listens()?.then_some(driver))
    }

    /// Waits until it listens; false if it ends instead.
    fn listens(&mut self) -> Result<bool> {
        let end = Instant::now() + PATIENCE;
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

    /// Where it takes orders.
    pub(crate) fn url(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }
}

/// A program that ends when this value is dropped.
struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        self.0.kill().ok();
        self.0.wait().ok();
    }
}

fn free_port() -> Result<u16> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
    Ok(listener.local_addr()?.port())
}

/// A screen that nobody sees, and its name.
fn screen() -> Result<(Running, String)> {
    let process = Command::new("Xvfb")
        .args(["-displayfd", "1", "-nolisten", "tcp"])
        .args(["-screen", "0", "1600x1200x24"])
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .context("cannot start Xvfb")?;
    let mut screen = Running(process);
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
