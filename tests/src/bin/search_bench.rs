//! The search benchmark. `cargo xtask bench` builds the page and calls this.
//!
//! It serves the page, opens it in Chromium, waits for the results, and prints them.

use std::{env, fs, path::PathBuf, time::Duration};

use anyhow::{Context, Result, bail, ensure};
use serde::de::DeserializeOwned;
use serde_json::Value;
use tests::with_bench_browser;

#[path = "search_bench/report.rs"]
mod report;
#[path = "search_bench/server.rs"]
mod server;

use server::{Served, serve};

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
