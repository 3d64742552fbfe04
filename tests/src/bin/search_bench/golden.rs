//! Who finds what a sensible person would expect.

use serde::Deserialize;

/// A query of a golden set.
#[derive(Deserialize)]
pub(crate) struct Golden {
    query: String,
    lang: String,
    kind: String,
    /// The ids of the records of which one must come first.
    expect: Vec<String>,
    why: String,
}

/// What the page found.
#[derive(Deserialize)]
pub(crate) struct Outcome {
    /// Ours first.
    engines: Vec<Engine>,
}

#[derive(Deserialize)]
struct Engine {
    name: String,
    /// For each query the ids of the first results.
    #[serde(default)]
    first: Vec<Vec<String>>,
}

impl Golden {
    /// Whether one of the first so many results is expected.
    fn is_met(&self, results: &[String], among: usize) -> bool {
        let first = results.iter().take(among);
        first.into_iter().any(|id| self.expect.contains(id))
    }
}

/// Prints the share of queries that each engine answers, and which of them ours does not.
pub(crate) fn print(queries: &[Golden], outcome: &Outcome, with_failures: bool) {
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

fn print_failure(golden: &Golden, results: &[String]) {
    let Golden {
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
