//! A long random walk through the site: memory and speed must stay level, and the page must always
//! show what its address says.

use std::time::Instant;

use anyhow::{Context, Result, bail, ensure};
use serde::{Deserialize, de::DeserializeOwned};
use serde_json::{Value, json};

use crate::{
    browser::Setup,
    driver::Engine,
    visit::{Visitor, visit},
};

const WALKER: &str = include_str!("soak/walker.js");
/// The number of steps in the page between two steps of the driver. To the browser, a driver's
/// clicks and keys are those of a person, but they take a hundred times as long.
const BATCH: usize = 50;
/// The number of lines of context around a difference.
const AROUND: usize = 3;

/// The parameters of a walk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RandomWalk {
    /// The number of steps.
    pub steps: usize,
    /// The seed; the same seed gives the same walk, except for timing in the browser.
    pub seed: u32,
    /// The interval, in steps, at which the page is compared with a fresh visit to its address.
    pub compare_every: usize,
    /// The interval, in steps, at which resource usage is measured.
    pub measure_every: usize,
}

/// The resource usage, always measured on the same page.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Usage {
    /// The number of steps so far.
    pub step: usize,
    /// The wasm memory, in bytes.
    pub memory: u64,
    /// The size of the wasm tables that hold references to JavaScript objects.
    pub references: usize,
    /// The elements of the page.
    pub elements: usize,
    /// The largest number of elements of a page since the last measurement.
    pub most_elements: usize,
    /// Figures that only Chromium provides.
    pub held: Option<BrowserMemory>,
    /// Steps per second, with all checks and comparisons.
    pub pace: f64,
}

/// What the browser holds for the page after garbage collection.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct BrowserMemory {
    /// Nodes, including detached ones.
    pub nodes: u64,
    /// Event listeners.
    pub listeners: u64,
    /// The JavaScript heap, in bytes.
    pub heap: u64,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct IdlePage {
    memory: u64,
    references: usize,
    elements: usize,
    most_elements: usize,
}

/// The number of JavaScript references that the wasm holds after each of several bouts of fast
/// typing.
///
/// # Errors
/// When the console or the page shows an error.
pub async fn references_after_typing(bouts: usize, letters: usize) -> Result<Vec<usize>> {
    let mut all = Vec::new();
    visit(Setup::default(), async |visitor| {
        visitor.site.preload().add(WALKER);
        visitor.open("en/").await?;
        none(&ask::<Vec<_>>(visitor, "begin", &[json!(1)]).await?)?;
        for _ in 0..bouts {
            let answer = ask(visitor, "type", &[json!(letters)]).await?;
            let (faults, references): (Vec<String>, usize) = answer;
            none(&faults)?;
            all.push(references);
        }
        Ok(())
    })
    .await?;
    Ok(all)
}

impl RandomWalk {
    /// Walks in the engine named by the environment; `measured` is called with each measurement.
    ///
    /// # Errors
    /// At the first step after which the console or the page shows an error.
    pub async fn take(self, mut measured: impl FnMut(&Usage)) -> Result<()> {
        let setup = Setup {
            is_hurried: true,
            ..Setup::default()
        };
        visit(setup, async |walker| {
            visit(setup, async |other| {
                for visitor in [walker, other] {
                    visitor.site.preload().add(WALKER);
                    visitor.open("en/").await?;
                }
                none(&ask::<Vec<_>>(walker, "begin", &[json!(self.seed)]).await?)?;
                let mut began = Instant::now();
                let mut measured_at = 0;
                let mut step = 0;
                while step < self.steps {
                    let batch = BATCH.min(self.steps - step);
                    let taken = async {
                        none(&ask::<Vec<_>>(walker, "walk", &[json!(batch)]).await?)?;
                        click_by_driver(walker).await
                    };
                    step += batch;
                    if let Err(fault) = taken.await {
                        let left_by = walker.read::<String>("sessionStorage.leftBy ?? ''").await;
                        let left_by = left_by.unwrap_or_default();
                        return Err(fault.context(format!("in the steps up to {step}: {left_by}")));
                    }
                    let has_passed = |every: usize| step / every > (step - batch) / every;
                    if has_passed(self.compare_every) {
                        compare(walker, other).await?;
                    }
                    if has_passed(self.measure_every) {
                        let pace = pace(step - measured_at, began);
                        let taken = measure(walker, step, pace).await?;
                        measured(&taken);
                        began = Instant::now();
                        measured_at = step;
                    }
                }
                Ok(())
            })
            .await
        })
        .await
    }
}

#[expect(clippy::cast_precision_loss, reason = "some thousands of steps")]
fn pace(steps: usize, since: Instant) -> f64 {
    steps as f64 / since.elapsed().as_secs_f64()
}

/// Calls a function of the walker in the page and returns its result.
async fn ask<T: DeserializeOwned>(visitor: &Visitor, what: &str, of: &[Value]) -> Result<T> {
    let script = format!(
        "const [of, done] = arguments;
         Promise.resolve(walker.{what}(...of)).then(done, (error) => done(`${{error}}\\n${{error.stack}}`))"
    );
    let answer = visitor.execute_async(script, vec![json!(of)]).await?;
    let answer: Value = answer.convert()?;
    serde_json::from_value(answer.clone()).with_context(|| format!("{what}: {answer}"))
}

fn none(faults: &[String]) -> Result<()> {
    ensure!(faults.is_empty(), faults.join("\n"));
    Ok(())
}

/// Clicks at coordinates. Clicking an element through the driver would make the driver keep that
/// element, and with it the whole page, in memory.
async fn click_by_driver(walker: &Visitor) -> Result<()> {
    if let Some((x, y)) = ask::<Option<(i64, i64)>>(walker, "inView", &[]).await? {
        let chain = walker.action_chain().move_to(x, y).click();
        chain.perform().await?;
    }
    none(&ask::<Vec<_>>(walker, "look", &[]).await?)
}

/// Compares the walker's page with a fresh visit to its address.
async fn compare(walker: &Visitor, other: &Visitor) -> Result<()> {
    let seen: (Vec<String>, String, Value, Vec<String>) = ask(walker, "settled", &[]).await?;
    let (faults, address, open_parts, shown) = seen;
    none(&faults)?;
    other.open(address.trim_start_matches('/')).await?;
    let fresh: Vec<String> = ask(other, "unfolded", &[open_parts]).await?;
    let lines = shown.iter().zip(&fresh);
    let same = lines.take_while(|(one, other)| one == other).count();
    if same == shown.len() && same == fresh.len() {
        return Ok(());
    }
    let around = |lines: &[String]| {
        let from = same.saturating_sub(AROUND).min(lines.len());
        let to = (same + AROUND).min(lines.len());
        lines[from..to].join("\n    ")
    };
    bail!(
        "{address} differs between the walk\n    {}\n  and a fresh visit\n    {}",
        around(&shown),
        around(&fresh)
    )
}

async fn measure(walker: &Visitor, step: usize, pace: f64) -> Result<Usage> {
    let (faults, at_rest): (Vec<String>, IdlePage) = ask(walker, "rest", &[]).await?;
    none(&faults)?;
    let held = match walker.engine {
        Engine::Chromium => Some(held(walker).await?),
        Engine::Firefox | Engine::WebKit => None,
    };
    let IdlePage {
        memory,
        references,
        elements,
        most_elements,
    } = at_rest;
    Ok(Usage {
        step,
        memory,
        references,
        elements,
        most_elements,
        held,
        pace,
    })
}

async fn held(walker: &Visitor) -> Result<BrowserMemory> {
    let cdp = walker.cdp();
    cdp.send_raw("Performance.enable", json!({})).await?;
    cdp.send_raw("HeapProfiler.collectGarbage", json!({}))
        .await?;
    let metrics = cdp.send_raw("Performance.getMetrics", json!({})).await?;
    let metric = |name: &str| {
        let metrics = metrics["metrics"].as_array().into_iter().flatten();
        let mut values = metrics.filter(|metric| metric["name"] == name);
        let value = values.next().and_then(|metric| metric["value"].as_f64());
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "counts and bytes"
        )]
        value.map(|value| value as u64).context("a metric")
    };
    Ok(BrowserMemory {
        nodes: metric("Nodes")?,
        listeners: metric("JSEventListeners")?,
        heap: metric("JSHeapUsedSize")?,
    })
}
