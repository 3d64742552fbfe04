//! Compares how many golden queries each engine answers as expected.

use serde::Deserialize;

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

/// Prints the share of queries that each engine answers as expected and, if wanted, those that ours
/// does not.
pub(crate) fn print(queries: &[GoldenQuery], outcome: &GoldenOutcome, with_failures: bool) {
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
