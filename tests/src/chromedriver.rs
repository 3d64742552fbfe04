//! The program through which a browser is driven.

use std::{
    io::{BufRead, BufReader},
    process::{Child, ChildStdout, Command, Stdio},
};

use anyhow::{Context, Result, bail};

/// A chromedriver on a free port; it ends when this value is dropped.
pub(crate) struct ChromeDriver {
    process: Child,
    port: u16,
    /// Held open: the driver would fail when it writes to a closed pipe.
    _output: BufReader<ChildStdout>,
}

/// How often a driver is started before it is given up.
///
/// It takes any free port for IPv4 and then the same one for IPv6; when another program has that,
/// it ends. With many connections opening and closing this happens now and then.
const ATTEMPTS: usize = 5;

impl ChromeDriver {
    /// Starts one, and waits until it listens.
    pub(crate) fn start() -> Result<Self> {
        let mut refusals = String::new();
        for _ in 0..ATTEMPTS {
            match Self::attempt()? {
                Ok(driver) => return Ok(driver),
                Err(said) => refusals += &said,
            }
        }
        bail!("chromedriver ended {ATTEMPTS} times without listening; it said: {refusals}")
    }

    /// Starts one; the inner error is what it said before it ended.
    fn attempt() -> Result<Result<Self, String>> {
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
        if !matches!(port, Ok(Ok(_))) {
            // It is of no use, and nothing else would end it.
            process.kill().ok();
            process.wait().ok();
        }
        Ok(port?.map(|port| Self {
            process,
            port,
            _output: output,
        }))
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

/// The port that chromedriver says it listens on, or all that it said until it ended.
fn announced_port(output: &mut impl BufRead) -> Result<Result<u16, String>> {
    let mut said = String::new();
    for line in output.lines() {
        let line = line?;
        if let Some((_, port)) = line.split_once("started successfully on port ") {
            let port = port.trim_end_matches('.').parse();
            return port.map(Ok).context("chromedriver's port is no number");
        }
        said.push_str(&line);
        said.push('\n');
    }
    Ok(Err(said))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_driver_that_ends_has_said_why() -> Result<()> {
        let port = |mut text: &[u8]| announced_port(&mut text);
        let listening = b"Starting.\nChromeDriver was started successfully on port 4321.\n";
        assert_eq!(port(listening)?, Ok(4321));
        let refused = "IPv6 port not available. Exiting...\n";
        assert_eq!(port(refused.as_bytes())?, Err(refused.to_owned()));
        assert!(port(b"was started successfully on port many.").is_err());
        Ok(())
    }
}
