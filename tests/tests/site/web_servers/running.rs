//! A web server that runs during a test.

use std::{
    net::{Ipv4Addr, TcpListener, TcpStream},
    path::Path,
    process::{Child, Command, Stdio},
    thread,
    time::{Duration, Instant},
};

use anyhow::{Context, Result, bail};
use tempfile::TempDir;

/// Another process may take the port before the server binds it.
const ATTEMPTS: usize = 5;
/// Enough for a busy machine.
const TIMEOUT: Duration = Duration::from_secs(20);

/// A web server on a free port; it ends when this value is dropped.
pub(super) struct WebServerProcess {
    process: Child,
    port: u16,
    _folder: TempDir,
}

impl WebServerProcess {
    /// Starts the server that `prepare` makes for a port, with a folder for its files.
    pub(super) fn start(prepare: impl Fn(u16, &Path) -> Result<Command>) -> Result<Self> {
        let mut said = String::new();
        for _ in 0..ATTEMPTS {
            let folder = tempfile::tempdir()?;
            let port = free_port()?;
            let mut command = prepare(port, folder.path())?;
            let process = command
                .stdin(Stdio::null())
                .stdout(Stdio::null())
                .stderr(Stdio::piped())
                .spawn()
                .with_context(|| format!("cannot start {command:?}"))?;
            let mut server = Self {
                process,
                port,
                _folder: folder,
            };
            if server.is_listening()? {
                return Ok(server);
            }
            said += &server.last_words();
        }
        bail!("the web server ended {ATTEMPTS} times; it said: {said}")
    }

    /// The origin of the server.
    pub(super) fn origin(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// Waits until it listens; returns false if it exits.
    fn is_listening(&mut self) -> Result<bool> {
        let started = Instant::now();
        while started.elapsed() < TIMEOUT {
            if self.process.try_wait()?.is_some() {
                return Ok(false);
            }
            if TcpStream::connect((Ipv4Addr::LOCALHOST, self.port)).is_ok() {
                return Ok(true);
            }
            thread::sleep(Duration::from_millis(20));
        }
        bail!("the web server does not listen")
    }

    fn last_words(&mut self) -> String {
        let errors = self.process.stderr.take();
        errors
            .and_then(|errors| std::io::read_to_string(errors).ok())
            .unwrap_or_default()
    }
}

impl Drop for WebServerProcess {
    fn drop(&mut self) {
        self.process.kill().ok();
        self.process.wait().ok();
    }
}

fn free_port() -> Result<u16> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
    Ok(listener.local_addr()?.port())
}
