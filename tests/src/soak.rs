//! A long walk through the site: does it go on as well as it began, and does the page always show
//! what its address says?

use std::time::Instant;

use anyhow::{Context, Result, bail, ensure};
use serde::{Deserialize, de::DeserializeOwned};
use serde_json::{Value, json};

use crate::{
    browser::Setup,
    engine::Engine,
    visit::{Visitor, visit},
};

const WALKER: &str = include_str!("soak/walker.js");
/// So many steps are taken in the page before the driver takes one itself: a driver's own clicks and
/// keys are those of a person to the browser, and cost a hundred times as much.
const BATCH: usize = 50;
/// How many lines around a difference are told.
const AROUND: usize = 3;

/// A walk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Walk {
    /// How many steps are taken.
    pub steps: usize,
    /// Where chance begins; the same seed gives the same walk, as far as the browser's time allows.
    pub seed: u32,
    /// After so many steps, what is shown is compared with what somebody sees who opens the address.
    pub compare_every: usize,
    /// After so many steps it is measured what the program takes.
    pub measure_every: usize,
}

/// What the program takes, measured on a page that is always the same.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Taken {
    /// After so many steps.
    pub step: usize,
    /// The memory of the program, in bytes.
    pub memory: u64,
    /// Its places for what it holds of the browser: nodes, functions and the like.
    pub references: usize,
    /// The elements of the page.
    pub elements: usize,
    /// The most elements that a page has had since it was last measured.
    pub most_elements: usize,
    /// What Chromium alone tells.
    pub held: Option<Held>,
    /// How many steps were taken in a second, all checks and comparisons included.
    pub pace: f64,
}

/// What the browser holds for the page after it has collected its garbage.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Held {
    /// Nodes, those included that are in no document.
    pub nodes: u64,
    /// Listeners to events.
    pub listeners: u64,
    /// Memory of the scripts, in bytes.
    pub heap: u64,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct AtRest {
    memory: u64,
    references: usize,
    elements: usize,
    most_elements: usize,
}

/// How many places the program has for what it holds of the browser, after each of so many bouts of fast
/// typing, of so many letters each.
///
/// # Errors
/// When something is wrong in the console or on the page.
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

impl Walk {
    /// Walks, in the engine that the environment asks for; `measured` is told each measure.
    ///
    /// # Errors
    /// At the first step after which something is wrong, in the console or on the page.
    pub async fn take(self, mut measured: impl FnMut(&Taken)) -> Result<()> {
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
                        with_own_hands(walker).await
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

/// Has the walker in the page do something, and gives back what it says.
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

/// Clicks on something as a person does: at a place, for the driver keeps an element that it was given,
/// and with it the whole page that the element was on.
async fn with_own_hands(walker: &Visitor) -> Result<()> {
    if let Some((x, y)) = ask::<Option<(i64, i64)>>(walker, "inView", &[]).await? {
        let chain = walker.action_chain().move_to(x, y).click();
        chain.perform().await?;
    }
    none(&ask::<Vec<_>>(walker, "look", &[]).await?)
}

/// Compares what the walker sees with what somebody sees who opens the address.
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
        "{address} is shown otherwise to who walked there\n    {}\n  than to who opens it\n    {}",
        around(&shown),
        around(&fresh)
    )
}

async fn measure(walker: &Visitor, step: usize, pace: f64) -> Result<Taken> {
    let (faults, at_rest): (Vec<String>, AtRest) = ask(walker, "rest", &[]).await?;
    none(&faults)?;
    let held = match walker.engine {
        Engine::Chromium => Some(held(walker).await?),
        Engine::Firefox | Engine::WebKit => None,
    };
    let AtRest {
        memory,
        references,
        elements,
        most_elements,
    } = at_rest;
    Ok(Taken {
        step,
        memory,
        references,
        elements,
        most_elements,
        held,
        pace,
    })
}

async fn held(walker: &Visitor) -> Result<Held> {
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
    Ok(Held {
        nodes: metric("Nodes")?,
        listeners: metric("JSEventListeners")?,
        heap: metric("JSHeapUsedSize")?,
    })
}
