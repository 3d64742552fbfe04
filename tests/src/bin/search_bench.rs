//! The search benchmark. `cargo xtask bench` builds the page and calls this.
//!
//! It serves the page, opens it in Chromium, waits for the results, and prints them.

use std::{
    env, fs,
    io::{BufRead, BufReader, Write},
    net::{Ipv4Addr, TcpListener, TcpStream},
    path::{Path, PathBuf},
    sync::Arc,
    thread,
    time::Duration,
};

use anyhow::{Context, Result, bail, ensure};
use serde::de::DeserializeOwned;
use serde_json::Value;
use tests::with_bench_browser;

#[path = "search_bench/report.rs"]
mod report;

/// Explicit garbage collection, exact heap sizes, and a process for each frame.
const FLAGS: [&str; 3] = [
    "--js-flags=--expose-gc",
    "--enable-precise-memory-info",
    "--site-per-process",
];

const PAUSE: Duration = Duration::from_millis(500);

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<()> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match words[..] {
        ["search", folder, catalogue, rounds] => {
            let files = vec![("catalogue.json", PathBuf::from(catalogue))];
            let query = format!("bench=search&rounds={rounds}");
            report::print_speed(&outcome(folder, files, &query).await?);
        }
        ["golden", folder, catalogue, golden, failures] => {
            let queries: Vec<report::GoldenQuery> =
                serde_json::from_str(&fs::read_to_string(golden)?)?;
            let files = vec![
                ("catalogue.json", PathBuf::from(catalogue)),
                ("golden.json", PathBuf::from(golden)),
            ];
            let outcome = outcome(folder, files, "bench=golden").await?;
            report::print_golden(&queries, &outcome, failures == "failures");
        }
        _ => bail!("this program is called by `cargo xtask bench`"),
    }
    Ok(())
}

/// Opens the page with a query string and returns its result.
async fn outcome<T: DeserializeOwned>(
    folder: &str,
    files: Vec<(&'static str, PathBuf)>,
    query: &str,
) -> Result<T> {
    let folder = PathBuf::from(folder);
    ensure!(folder.is_dir(), "there is no page in {}", folder.display());
    let port = serve(Served { folder, files })?;
    let url = format!("http://bench.localhost:{port}/?{query}");
    let mut outcome = None;
    with_bench_browser(&FLAGS, async |driver| {
        driver.goto(url.as_str()).await?;
        let mut shown = String::new();
        loop {
            let script = "return [window.progress ?? '', window.outcome ?? null]";
            let state = driver.execute(script, Vec::new()).await?;
            let (progress, done): (String, Option<String>) =
                serde_json::from_value(state.json().clone())?;
            if progress != shown {
                eprintln!("{progress}");
                shown = progress;
            }
            if done.is_some() {
                outcome = done;
                return Ok(());
            }
            tokio::time::sleep(PAUSE).await;
        }
    })
    .await?;
    let outcome: Value = serde_json::from_str(&outcome.context("the page returned nothing")?)?;
    if let Some(error) = outcome.get("error") {
        bail!("the page failed: {error}");
    }
    Ok(serde_json::from_value(outcome)?)
}

/// They isolate the page from other origins, which the site's own server does not: Chromium's clock
/// has a resolution of 5 microseconds on isolated pages, and of 100 on others.
const HEADERS: &str = "Cross-Origin-Opener-Policy: same-origin\r\n\
                       Cross-Origin-Embedder-Policy: require-corp\r\n\
                       Cross-Origin-Resource-Policy: cross-origin\r\n\
                       Cache-Control: no-store\r\n\
                       Connection: close\r\n";

/// The served files: a folder, and single files under their own names.
struct Served {
    /// The folder with the page.
    folder: PathBuf,
    /// Name and file.
    files: Vec<(&'static str, PathBuf)>,
}

/// Serves on a free port until the process ends.
fn serve(served: Served) -> Result<u16> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
    let port = listener.local_addr()?.port();
    let served = Arc::new(served);
    thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            let served = Arc::clone(&served);
            thread::spawn(move || {
                // A browser that has closed the connection needs no response.
                answer(&stream, &served).ok();
            });
        }
    });
    Ok(port)
}

fn answer(mut stream: &TcpStream, served: &Served) -> std::io::Result<()> {
    let mut lines = BufReader::new(stream).lines();
    let request = lines.next().transpose()?.unwrap_or_default();
    // The rest of the request must be read before the connection is closed.
    for line in lines {
        if line?.is_empty() {
            break;
        }
    }
    let path = request.split(' ').nth(1).unwrap_or_default();
    let path = path
        .split('?')
        .next()
        .unwrap_or(path)
        .trim_start_matches('/');
    let name = if path.is_empty() { "index.html" } else { path };
    let Some(content) = served.content_of(name) else {
        return write!(
            stream,
            "HTTP/1.1 404 Not Found\r\n{HEADERS}Content-Length: 0\r\n\r\n"
        );
    };
    write!(
        stream,
        "HTTP/1.1 200 OK\r\n{HEADERS}Content-Type: {}\r\nContent-Length: {}\r\n\r\n",
        hosting::media_type::of(name).name,
        content.len()
    )?;
    stream.write_all(&content)
}

impl Served {
    fn content_of(&self, name: &str) -> Option<Vec<u8>> {
        let file = self.files.iter().find(|(known, _)| *known == name);
        let path = match file {
            Some((_, path)) => path.clone(),
            // Only plain file names are served, so no path can leave the folder.
            None if !name.contains(['/', '\\']) => self.folder.join(Path::new(name)),
            None => return None,
        };
        fs::read(path).ok()
    }
}
