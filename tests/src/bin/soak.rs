//! A long random walk through the built site. `cargo xtask bench soak` calls this with the number
//! of steps and the seed.

use std::env;

use anyhow::{Result, bail, ensure};
use tests::{BrowserMemory, Engine, RandomWalk, Usage};

/// The interval, in steps, at which the page is compared with a fresh visit to its address.
const COMPARED: usize = 100;
/// The number of rows of the table.
const ROWS: usize = 20;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<()> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let [steps, seed] = &arguments[..] else {
        bail!("this program is called by `cargo xtask bench`");
    };
    let steps: usize = steps.parse()?;
    let walk = RandomWalk {
        steps,
        seed: seed.parse()?,
        compare_every: COMPARED,
        measure_every: (steps / ROWS).max(1),
    };
    println!(
        "{:?}, {steps} steps, seed {seed}\n\n{:>7}{:>10}{:>12}{:>10}{:>10}{:>10}{:>10}{:>10}{:>9}",
        Engine::chosen()?,
        "steps",
        "program",
        "references",
        "elements",
        "most",
        "nodes",
        "listeners",
        "scripts",
        "steps/s"
    );
    let mut all = Vec::new();
    walk.take(|taken| {
        print_row(taken);
        all.push(*taken);
    })
    .await?;
    is_level(&all)
}

/// Memory in kilobytes; only Chromium reports nodes and listeners.
fn print_row(taken: &Usage) {
    let Usage {
        step,
        memory,
        references,
        elements,
        most_elements,
        held,
        pace,
    } = taken;
    let held = held.map_or_else(
        || format!("{:>10}{:>10}{:>10}", "–", "–", "–"),
        |BrowserMemory {
             nodes,
             listeners,
             heap,
         }| format!("{nodes:>10}{listeners:>10}{:>10}", heap / 1000),
    );
    println!(
        "{step:>7}{:>10}{references:>12}{elements:>10}{most_elements:>10}{held}{pace:>9.1}",
        memory / 1000
    );
}

type UsageField = fn(&Usage) -> u64;

/// Fails if the second half of the walk used more than the first.
fn is_level(all: &[Usage]) -> Result<()> {
    if let ([first, ..], [.., last]) = (all, all) {
        let growth = last.memory.saturating_sub(first.memory);
        let steps = (last.step - first.step).max(1) as u64;
        println!("memory of the program: {} bytes per step", growth / steps);
    }
    // The JavaScript heap is left out: each driver command leaves some kilobytes there. Leaks of
    // the app show in the references.
    let measures: [(&str, UsageField); 5] = [
        ("memory of the program", |taken| taken.memory),
        ("references", |taken| taken.references as u64),
        ("elements", |taken| taken.elements as u64),
        ("nodes", |taken| taken.held.map_or(0, |held| held.nodes)),
        ("listeners", |taken| {
            taken.held.map_or(0, |held| held.listeners)
        }),
    ];
    let (first, second) = all.split_at(all.len() / 2);
    for (what, of) in measures {
        let most = |half: &[Usage]| half.iter().map(of).max().unwrap_or(0);
        let (before, after) = (most(first), most(second));
        println!("{what}: at most {before} in the first half, {after} in the second");
        // A tolerance of a tenth, because the last fifty history entries differ.
        ensure!(
            first.is_empty() || after <= before + before / 10,
            "{what} grows"
        );
    }
    Ok(())
}
