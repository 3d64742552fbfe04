//! The site, served by nginx with the generated configuration, of which `deploy/nginx.conf` is an
//! example, and by Apache with the generated `.htaccess`.

mod answers;

use std::{
    fs::{self, Permissions},
    net::{Ipv4Addr, TcpListener, TcpStream},
    os::unix::fs::PermissionsExt,
    path::Path,
    process::{Child, Command, Stdio},
    thread,
    time::{Duration, Instant},
};

use anyhow::{Context, Result, bail};
use hosting::configurations::Nginx;
use project::base::Base;
use tempfile::TempDir;
use tests::BuiltSite;
use xtask::setup::web_server;

use crate::built::files;

/// Another process may take the port before the server binds it.
const ATTEMPTS: usize = 5;
/// Enough for a busy machine.
const TIMEOUT: Duration = Duration::from_secs(20);

/// A web server on a free port; it ends when this value is dropped.
struct WebServerProcess {
    process: Child,
    port: u16,
    _folder: TempDir,
}

impl WebServerProcess {
    /// Starts the server that `prepare` makes for a port, with a folder for its files.
    fn start(prepare: impl Fn(u16, &Path) -> Result<Command>) -> Result<Self> {
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
    fn origin(&self) -> String {
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

#[tokio::test]
async fn nginx_sends_every_file_as_it_should() -> Result<()> {
    for place in BuiltSite::ALL {
        let server = WebServerProcess::start(|port, folder| nginx(place, port, folder))?;
        answers::check(&server.origin(), place).await?;
    }
    Ok(())
}

fn nginx(place: BuiltSite, port: u16, folder: &Path) -> Result<Command> {
    let installed = web_server::nginx()?;
    let base: Base = place.base().parse()?;
    let files = place.folder()?;
    let site = Nginx {
        listen: &format!("127.0.0.1:{port}"),
        folder: files.to_str().context("a path in UTF-8")?,
        base: &base,
    };
    installed.running(&site, folder)
}

const MODULES: [&str; 6] = [
    "mpm_event",
    "authz_core",
    "dir",
    "headers",
    "mime",
    "rewrite",
];

#[tokio::test]
async fn apache_sends_every_file_as_it_should() -> Result<()> {
    for place in BuiltSite::ALL {
        let server = WebServerProcess::start(|port, folder| apache(place, port, folder))?;
        answers::check(&server.origin(), place).await?;
    }
    Ok(())
}

fn apache(place: BuiltSite, port: u16, folder: &Path) -> Result<Command> {
    let installed = web_server::apache()?;
    // Apache drops root privileges, and must still be able to read the site.
    fs::set_permissions(folder, Permissions::from_mode(0o755))?;
    let site = place.folder()?;
    let below_root = place.base().trim_matches('/');
    for file in files(&site)? {
        let copy = folder.join("www").join(below_root).join(&file);
        if let Some(parent) = copy.parent() {
            fs::create_dir_all(parent)?;
        }
        fs::copy(site.join(&file), copy)?;
    }
    fs::write(folder.join("mime.types"), "")?;
    fs::write(
        folder.join("apache.conf"),
        around(port, folder, &installed.modules),
    )?;
    let mut command = Command::new(installed.program);
    command
        .args(["-X", "-e", "error", "-f"])
        .arg(folder.join("apache.conf"));
    Ok(command)
}

/// The server's own configuration: one process, with its files in one folder.
fn around(port: u16, folder: &Path, modules: &Path) -> String {
    let folder = folder.display();
    let modules = MODULES.map(|name| {
        format!(
            "LoadModule {name}_module {}/mod_{name}.so\n",
            modules.display()
        )
    });
    let modules = modules.concat();
    format!(
        "{modules}\
         ServerRoot {folder}\n\
         DefaultRuntimeDir {folder}\n\
         PidFile {folder}/apache.pid\n\
         ErrorLog {folder}/errors\n\
         ServerName localhost\n\
         Listen 127.0.0.1:{port}\n\
         User nobody\n\
         Group nogroup\n\
         TypesConfig {folder}/mime.types\n\
         # Debian's default, which would send compressed copies as archives.\n\
         AddType application/x-gzip .gz .tgz\n\
         DocumentRoot {folder}/www\n\
         <Directory {folder}/www>\n\
         AllowOverride All\n\
         Options FollowSymLinks\n\
         Require all granted\n\
         </Directory>\n"
    )
}
