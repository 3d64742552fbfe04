//! Load test of nginx with the configuration in `deploy/`, on this machine.

use std::{
    fs,
    net::{Ipv4Addr, TcpListener, TcpStream},
    path::Path,
    process::{Child, Command, Stdio},
    thread,
    time::{Duration, Instant},
};

use anyhow::{Context, Result, bail, ensure};
use hosting::configurations::Nginx;
use project::{base::Base, files::files_below, folders, process::output_of};
use xtask::{
    setup::{self, web_server},
    under_test::built_site,
};

/// The prefix and suffix of the files that a visit requests: pages, data, wasm. They are requested
/// in turn.
const KINDS: [(&str, &str); 4] = [
    ("en/", ""),
    ("it/clusters/le2c/", ""),
    ("data/catalogue-", ".json"),
    ("clusters", ".wasm"),
];

const CONNECTIONS: &str = "--connections=64";
/// Enough for a busy machine.
const TIMEOUT: Duration = Duration::from_secs(20);

/// Sends requests for `seconds`, and prints the result.
///
/// # Errors
/// When there is no built site, nginx or `wrk` is missing or does not start, or a response is an
/// error.
pub(crate) fn run(seconds: u32) -> Result<()> {
    setup::for_site()?;
    let site = built_site()?;
    let folder = folders::target().join("load");
    fs::create_dir_all(&folder)?;
    fs::write(folder.join("ask.lua"), script(&paths(&site)?))?;
    let server = NginxProcess::start(&site, &folder)?;
    let mut wrk = Command::new("wrk");
    wrk.args(["--threads=1", CONNECTIONS, "--latency"])
        .arg(format!("--duration={seconds}s"))
        .arg("--script")
        .arg(folder.join("ask.lua"))
        .arg(format!("http://127.0.0.1:{}/", server.port));
    let said = output_of(&mut wrk).context("wrk did not run; on Debian: apt-get install wrk")?;
    println!("{said}");
    ensure!(
        said.lines().any(|line| line == "errors: 0"),
        "some responses were errors"
    );
    Ok(())
}

/// The paths to request, with the hashes of this build.
fn paths(site: &Path) -> Result<Vec<String>> {
    let files = files_below(site)?;
    let path = |(start, end): &(&str, &str)| {
        if start.ends_with('/') {
            return Some((*start).to_owned());
        }
        let is_it = |file: &&String| file.starts_with(start) && file.ends_with(end);
        files.iter().find(is_it).cloned()
    };
    let found: Vec<_> = KINDS.iter().filter_map(path).collect();
    ensure!(found.len() == KINDS.len(), "the site has only {found:?}");
    Ok(found)
}

/// The Lua script for `wrk`: requests the paths in turn with a browser's headers, and counts
/// responses other than 200.
fn script(paths: &[String]) -> String {
    let paths: Vec<_> = paths.iter().map(|path| format!("\"/{path}\"")).collect();
    let paths = paths.join(", ");
    format!(
        "local paths = {{ {paths} }}\n\
         local turn = 0\n\
         wrk.headers[\"Accept-Encoding\"] = \"br\"\n\
         function request()\n\
         \x20 turn = turn % #paths + 1\n\
         \x20 return wrk.format(\"GET\", paths[turn])\n\
         end\n\
         function done(summary)\n\
         \x20 local e = summary.errors\n\
         \x20 print(\"errors: \" .. e.connect + e.read + e.write + e.status + e.timeout)\n\
         end\n"
    )
}

/// nginx on a free port; it is stopped on drop.
struct NginxProcess {
    process: Child,
    port: u16,
}

impl NginxProcess {
    fn start(site: &Path, folder: &Path) -> Result<Self> {
        let nginx = web_server::nginx()?;
        let port = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?
            .local_addr()?
            .port();
        let base = Base::default();
        let shipped = Nginx {
            listen: &format!("127.0.0.1:{port}"),
            folder: site.to_str().context("a path in UTF-8")?,
            base: &base,
        };
        let process = nginx
            .running(&shipped, folder)?
            .stdin(Stdio::null())
            .spawn()
            .with_context(|| format!("cannot start {}", nginx.program.display()))?;
        let server = Self { process, port };
        let started = Instant::now();
        while TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_err() {
            if started.elapsed() > TIMEOUT {
                bail!("nginx does not listen");
            }
            thread::sleep(Duration::from_millis(20));
        }
        Ok(server)
    }
}

impl Drop for NginxProcess {
    fn drop(&mut self) {
        self.process.kill().ok();
        self.process.wait().ok();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_script_requests_every_path() {
        let script = script(&["en/".to_owned(), "a.wasm".to_owned()]);
        assert!(script.contains("{ \"/en/\", \"/a.wasm\" }"), "{script}");
    }
}
