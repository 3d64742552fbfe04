//! The program through which a browser is driven.

use std::{
    io::{BufRead, BufReader},
    process::{Child, ChildStdout, Command, Stdio},
};

use anyhow::{Context, Result};

/// A chromedriver on a free port; it ends when this value is dropped.
pub(crate) struct ChromeDriver {
    process: Child,
    port: u16,
    /// Held open: the driver would fail when it writes to a closed pipe.
    _output: BufReader<ChildStdout>,
}

impl ChromeDriver {
    /// Starts one, and waits until it listens.
    pub(crate) fn start() -> Result<Self> {
        let mut process = Command::new("chromedriver")
            .arg("--port=0")
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .context("cannot start chromedriver; on Debian it is in the package chromium-driver")?;
        let output = process
            .stdout
            .take()
            .context("chromedriver has no output")?;
        let mut output = BufReader::new(output);
        let port = announced_port(&mut output);
        if port.is_err() {
            // It is of no use, and nothing else would end it.
            process.kill().ok();
        }
        Ok(Self {
            process,
            port: port?,
            _output: output,
        })
    }

    /// Where it takes orders.
    pub(crate) fn url(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }
}

impl Drop for ChromeDriver {
    fn drop(&mut self) {
        self.process.kill().ok();
        self.process.wait().ok();
    }
}

/// The port that chromedriver says it listens on.
fn announced_port(output: &mut impl BufRead) -> Result<u16> {
    for line in output.lines() {
        let line = line?;
        if let Some((_, port)) = line.split_once("started successfully on port ") {
            return port
                .trim_end_matches('.')
                .parse()
                .context("chromedriver's port is no number");
        }
    }
    anyhow::bail!("chromedriver ended without listening")
}
