//! Prints the results: the speed and memory of each engine, and how many golden queries it answers as
//! expected.

use serde::Deserialize;

/// The page's measurements. Times are in milliseconds, sizes in bytes.
#[derive(Deserialize)]
pub(crate) struct SpeedOutcome {
    clusters: u32,
    /// The size of the data file.
    bytes: f64,
    rounds: u32,
    /// Whether the high-resolution clock was available.
    isolated: bool,
    /// Ours first.
    indexes: Vec<EngineCosts>,
    /// Ours first; an engine that is queried in two ways is listed twice.
    results: Vec<Contestant>,
    random: RandomKeystrokes,
}

#[derive(Deserialize)]
struct EngineCosts {
    name: String,
    note: String,
    /// The time that ours takes to parse the data file; the peers get parsed values.
    read: Option<Cost>,
    index: Option<Cost>,
    failed: Option<String>,
}

#[derive(Deserialize)]
struct Contestant {
    name: String,
    kinds: Vec<QueryKind>,
}

#[derive(Deserialize)]
struct Cost {
    ms: f64,
    bytes: f64,
}

#[derive(Deserialize)]
struct QueryKind {
    #[serde(rename = "kind")]
    name: String,
    /// The number of queries, and how many of them the engine was given.
    of: u32,
    asked: u32,
    p50: f64,
    p99: f64,
    max: f64,
    /// The number of records found for all queries, and of queries with at least one.
    hits: f64,
    found: u32,
}

#[derive(Deserialize)]
struct RandomKeystrokes {
    keystrokes: u32,
    before: f64,
    after: f64,
}

const MEGABYTE: f64 = 1e6;

/// Prints the tables.
pub(crate) fn print_speed(outcome: &SpeedOutcome) {
    let SpeedOutcome {
        clusters,
        bytes,
        rounds,
        ..
    } = outcome;
    let clock = if outcome.isolated { "5 µs" } else { "100 µs" };
    println!(
        "\n{clusters} clusters, {:.1} MB of JSON, {rounds} rounds, clock of {clock}",
        bytes / MEGABYTE
    );
    print_indexes(outcome);
    for nth in 0..outcome.results.first().map_or(0, |ours| ours.kinds.len()) {
        print_kind(nth, &outcome.results);
    }
    let RandomKeystrokes {
        keystrokes,
        before,
        after,
    } = outcome.random;
    println!(
        "\n{keystrokes} random keystrokes: wasm memory {:.1} MB before, {:.1} MB after",
        before / MEGABYTE,
        after / MEGABYTE
    );
}

fn print_indexes(outcome: &SpeedOutcome) {
    let Some(ours) = outcome.indexes.first() else {
        return;
    };
    println!(
        "\n{:<14}{:>10}{:>9}{:>12}{:>9}",
        "index", "ms", "× ours", "memory MB", "× JSON"
    );
    for engine in &outcome.indexes {
        let Some(Cost { ms, bytes }) = engine.index else {
            let why = engine.failed.as_deref().unwrap_or("not measured");
            println!("{:<14}{why}", engine.name);
            continue;
        };
        let ratio = ours.index.as_ref().map(|ours| ms / ours.ms);
        println!(
            "{:<14}{ms:>10.0}{}{:>12.1}{:>9.2}  {}",
            engine.name,
            times(ratio),
            bytes / MEGABYTE,
            bytes / outcome.bytes,
            engine.note
        );
    }
    if let Some(read) = &ours.read {
        println!("{:<14}{:>10.0}  reading the data file", ours.name, read.ms);
    }
}

fn print_kind(nth: usize, contestants: &[Contestant]) {
    let kinds = || {
        contestants
            .iter()
            .filter_map(|contestant| Some((&contestant.name, contestant.kinds.get(nth)?)))
    };
    let Some((_, ours)) = kinds().next() else {
        return;
    };
    println!(
        "\n{:<14}{:>10}{:>10}{:>10}{:>9}{:>12}{:>8}",
        ours.name, "p50 ms", "p99 ms", "max ms", "× p99", "hits", "found"
    );
    for (name, kind) in kinds() {
        let [p50, p99, max] = [kind.p50, kind.p99, kind.max].map(milliseconds);
        let ratio = Some(kind.p99 / ours.p99);
        let sampled = if kind.asked < kind.of {
            format!("  sampled: {} of {}", kind.asked, kind.of)
        } else {
            String::new()
        };
        println!(
            "{:<14}{p50}{p99}{max}{}{:>12.0}{:>8}{sampled}",
            name,
            times(ratio),
            kind.hits,
            format!("{}/{}", kind.found, kind.asked)
        );
    }
}

fn milliseconds(time: f64) -> String {
    format!("{time:>10.3}")
}

fn times(ratio: Option<f64>) -> String {
    ratio.map_or_else(|| format!("{:>9}", "–"), |ratio| format!("{ratio:>8.1}×"))
}

/// A query of a golden set.
#[derive(Deserialize)]
pub(crate) struct GoldenQuery {
    query: String,
    lang: String,
    kind: String,
    /// The ids of the acceptable first results.
    expect: Vec<String>,
    why: String,
}

/// The page's results.
#[derive(Deserialize)]
pub(crate) struct GoldenOutcome {
    /// Ours first.
    engines: Vec<EngineResults>,
}

#[derive(Deserialize)]
struct EngineResults {
    name: String,
    /// For each query, the ids of the first results.
    #[serde(default)]
    first: Vec<Vec<String>>,
}

impl GoldenQuery {
    /// Whether an expected id is among the first `count` results.
    fn is_met(&self, results: &[String], among: usize) -> bool {
        let first = results.iter().take(among);
        first.into_iter().any(|id| self.expect.contains(id))
    }
}

/// Prints the share of queries that each engine answers as expected and, if wanted, those that our
/// engine does not.
pub(crate) fn print_golden(queries: &[GoldenQuery], outcome: &GoldenOutcome, with_failures: bool) {
    println!(
        "\n{:<12}{:>11}{:>11}",
        format!("{} queries", queries.len()),
        "success@1",
        "@3"
    );
    for engine in &outcome.engines {
        let [one, three] = [1, 3].map(|among| {
            let pairs = queries.iter().zip(&engine.first);
            let met = pairs.filter(|(query, results)| query.is_met(results, among));
            let met = u32::try_from(met.count()).unwrap_or_default();
            f64::from(met) / f64::from(u32::try_from(queries.len()).unwrap_or(u32::MAX))
        });
        println!("{:<12}{one:>11.3}{three:>11.3}", engine.name);
    }
    if let Some(ours) = outcome.engines.first().filter(|_| with_failures) {
        for (query, results) in queries.iter().zip(&ours.first) {
            if !query.is_met(results, 1) {
                print_failure(query, results);
            }
        }
    }
}

fn print_failure(golden: &GoldenQuery, results: &[String]) {
    let GoldenQuery {
        query,
        lang,
        kind,
        expect,
        why,
    } = golden;
    println!("\n{query}  ({lang}, {kind})");
    println!("  expected {}: {why}", expect.join(" or "));
    println!("  found    {}", results.join(", "));
}
