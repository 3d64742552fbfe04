//! Measures how long a visitor of the built site waits, what a first visit downloads, and in which order
//! things are painted. Called by `cargo xtask bench`.

use std::{env, path::Path, time::Duration};

use anyhow::{Result, bail, ensure};
use serde::Deserialize;
use serde_json::json;
use tests::{Setup, Visitor, visit};
use tokio::time::sleep;

#[path = "page_bench/typing.rs"]
mod typing;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<()> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match words[..] {
        ["typing", catalogue] => typing::measure(Path::new(catalogue)).await,
        ["first-visit"] => measure_first_visit().await,
        _ => bail!("this program is called by `cargo xtask bench`"),
    }
}

const PAGES: [&str; 2] = ["en/clusters/le2c/", "en/"];

/// A slow 3G connection: latency in milliseconds, throughput in bytes per second.
const LATENCY: u32 = 400;
const DOWNLOAD: u32 = 400_000 / 8;

/// Long enough for everything that a page loads without interaction.
const UNASKED: Duration = Duration::from_secs(2);

/// The icon is not included: the browser does not report it.
const DOWNLOADS: &str = "performance.getEntriesByType('navigation')
    .concat(performance.getEntriesByType('resource'))
    .map(({name, transferSize, responseEnd}) => ({name, bytes: transferSize, arrived: responseEnd}))";

/// Starts to record paints and layout shifts.
const OBSERVE: &str = "window.seen = {};
    for (const type of ['paint', 'largest-contentful-paint', 'layout-shift']) {
        new PerformanceObserver((list) => (seen[type] ??= []).push(...list.getEntries()))
            .observe({type, buffered: true});
    }";
const OBSERVED: &str = "!!(seen.paint && seen['largest-contentful-paint'])";
const SEEN: &str = "({
    usable: performance.now(),
    first: seen.paint.find(({name}) => name === 'first-contentful-paint').startTime,
    largest: seen['largest-contentful-paint'].at(-1).startTime,
    shifted: (seen['layout-shift'] ?? []).reduce((sum, {value}) => sum + value, 0),
})";

#[derive(Deserialize)]
struct Download {
    name: String,
    /// Transferred bytes, with headers.
    bytes: f64,
    /// Milliseconds after the visit began.
    arrived: f64,
}

/// Times are in milliseconds after the visit began.
#[derive(Deserialize)]
struct PaintTimings {
    usable: f64,
    first: f64,
    largest: f64,
    /// The sum of all layout shifts.
    shifted: f64,
}

/// Measures first visits over a fast and over a slow connection.
async fn measure_first_visit() -> Result<()> {
    for page in PAGES {
        visit(Setup::on_phone(), async |visitor| {
            list_downloads(visitor, page).await
        })
        .await?;
        visit(Setup::on_phone(), async |visitor| {
            over_slow_network(visitor, page).await
        })
        .await?;
    }
    Ok(())
}

async fn list_downloads(visitor: &Visitor, page: &str) -> Result<()> {
    visitor.open_without_interaction(page).await?;
    sleep(UNASKED).await;
    let unasked: Vec<Download> = visitor.read(DOWNLOADS).await?;
    visitor.wait_until_ready().await?;
    let downloads: Vec<Download> = visitor.read(DOWNLOADS).await?;
    println!(
        "\nfirst visit of /{page}: {} until the visitor moves, then {}",
        sum(&unasked),
        sum(&downloads)
    );
    for Download { name, bytes, .. } in &downloads {
        let name = name.strip_prefix(&visitor.site.url("")).unwrap_or(name);
        println!("{:>8.1} KB  /{name}", bytes / 1000.0);
    }
    Ok(())
}

/// The number of requests and of transferred bytes.
fn sum(downloads: &[Download]) -> String {
    let bytes: f64 = downloads.iter().map(|download| download.bytes).sum();
    format!("{} requests, {:.1} KB", downloads.len(), bytes / 1000.0)
}

async fn over_slow_network(visitor: &Visitor, page: &str) -> Result<()> {
    let conditions = json!({
        "offline": false,
        "latency": LATENCY,
        "downloadThroughput": DOWNLOAD,
        "uploadThroughput": DOWNLOAD,
    });
    let browser = visitor.cdp();
    browser.send_raw("Network.enable", json!({})).await?;
    browser
        .send_raw("Network.emulateNetworkConditions", conditions)
        .await?;
    visitor.open(page).await?;
    visitor.execute(OBSERVE, Vec::new()).await?;
    visitor.wait_for(OBSERVED).await?;
    let seen: PaintTimings = visitor.read(SEEN).await?;
    let downloads: Vec<Download> = visitor.read(DOWNLOADS).await?;
    let program = downloads
        .iter()
        .find(|download| download.name.contains(".wasm"));
    ensure!(program.is_some(), "the page has no program");
    let program = program.map_or(f64::NAN, |program| program.arrived);
    let verdict = if seen.largest < program {
        "before"
    } else {
        "NOT before"
    };
    println!(
        "over {} kbit/s with {LATENCY} ms of latency: first content after {:.0} ms, largest after \
         {:.0} ms,\n{verdict} the program has arrived ({program:.0} ms); usable after {:.0} ms; \
         layout shifts {:.3}",
        DOWNLOAD * 8 / 1000,
        seen.first,
        seen.largest,
        seen.usable,
        seen.shifted
    );
    Ok(())
}
