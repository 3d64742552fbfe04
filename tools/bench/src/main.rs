//! `cargo xtask bench`: search compared with libraries from npm, and waiting times in the built
//! site.

mod headers;
mod load;
mod page;
mod prerequisites;
mod search;

use std::{env, process::ExitCode};

use anyhow::Result;
use clap::{Parser, Subcommand, builder::RangedU64ValueParser};
use project::process::{exit_code, run as run_command};
use xtask::{
    setup,
    under_test::{ENGINE, program_at_site},
};

use prerequisites::generated_catalogue;
use search::GoldenSet;

/// Runs a benchmark and prints the result
#[derive(Debug, Parser)]
#[command(
    name = "cargo xtask bench",
    bin_name = "cargo xtask bench",
    arg_required_else_help = true
)]
struct Arguments {
    #[command(subcommand)]
    measure: Benchmark,
}

#[derive(Debug, PartialEq, Eq, Subcommand)]
enum Benchmark {
    /// Compares the speed and memory of our search with other libraries, in Chromium
    Search {
        /// Sizes of the generated catalogues: as large as ours may become, and far larger
        #[arg(long, value_name = "N,M", value_delimiter = ',', default_values_t = [10_000, 100_000])]
        clusters: Vec<usize>,
        /// Rounds of all queries for each engine
        #[arg(long, value_name = "R", default_value_t = 3, value_parser = at_least_one::<u32>())]
        rounds: u32,
    },
    /// Compares how many golden queries each engine answers as expected
    Golden {
        /// One of the sets; both by default
        set: Option<GoldenSet>,
        /// Lists the queries that our engine does not answer as expected
        #[arg(long)]
        failures: bool,
    },
    /// Measures the time from keys and clicks in the built site to the painted result
    Typing {
        /// The size of the generated catalogue that is measured as well
        #[arg(long, value_name = "N", default_value_t = 10_000)]
        clusters: usize,
    },
    /// Runs Lighthouse, and lists what a first visit downloads
    Page {
        /// Lighthouse runs for each page; the median run is printed
        #[arg(long, value_name = "R", default_value_t = 3, value_parser = at_least_one::<usize>())]
        runs: usize,
    },
    /// Scores the headers of every host by the rules of the MDN HTTP Observatory
    Headers,
    /// Load test of nginx with the shipped configuration, by wrk
    Load {
        /// The duration of the test
        #[arg(long, value_name = "N", default_value_t = 60, value_parser = at_least_one::<u32>())]
        seconds: u32,
    },
    /// Random walk through the built site; ENGINE names the browser
    Soak {
        /// The number of steps
        #[arg(long, value_name = "N", default_value_t = 20_000, value_parser = at_least_one::<usize>())]
        steps: usize,
        /// The seed of the walk
        #[arg(long, value_name = "S", default_value_t = 1)]
        seed: u32,
    },
}

/// A parser for numbers starting from 1.
fn at_least_one<T: TryFrom<u64>>() -> RangedU64ValueParser<T> {
    RangedU64ValueParser::new().range(1..)
}

fn main() -> ExitCode {
    exit_code(run(&Arguments::parse().measure))
}

fn run(measure: &Benchmark) -> Result<()> {
    match measure {
        Benchmark::Search { clusters, rounds } => {
            setup::for_browser()?;
            search::speed(clusters, *rounds)
        }
        Benchmark::Golden { set, failures } => {
            setup::for_browser()?;
            search::golden(*set, *failures)
        }
        Benchmark::Typing { clusters } => {
            setup::for_browser()?;
            typing(*clusters)
        }
        Benchmark::Page { runs } => {
            setup::for_browser()?;
            page::run(*runs)
        }
        Benchmark::Headers => headers::run(),
        Benchmark::Load { seconds } => load::run(*seconds),
        Benchmark::Soak { steps, seed } => soak(*steps, *seed),
    }
}

/// Measures typing and clicking in the catalogue of the site, and in a generated one with the given number
/// of clusters.
fn typing(clusters: usize) -> Result<()> {
    let mut bench = program_at_site("page_bench")?;
    run_command(bench.arg("typing").arg(generated_catalogue(clusters)?))
}

/// Runs the random walk in the engine named by the environment; Chromium by default.
fn soak(steps: usize, seed: u32) -> Result<()> {
    match env::var(ENGINE).as_deref() {
        Err(_) | Ok("chromium") => setup::for_browser()?,
        Ok(_) => setup::for_other_browsers()?,
    }
    run_command(program_at_site("soak")?.args([steps.to_string(), seed.to_string()]))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(line: &str) -> Result<Benchmark> {
        let words = ["bench"].into_iter().chain(line.split_whitespace());
        Ok(Arguments::try_parse_from(words)?.measure)
    }

    #[test]
    fn reads_what_to_measure() -> Result<()> {
        assert_eq!(
            parsed("search --clusters 5,70 --rounds 2")?,
            Benchmark::Search {
                clusters: vec![5, 70],
                rounds: 2
            }
        );
        assert_eq!(
            parsed("search")?,
            Benchmark::Search {
                clusters: vec![10_000, 100_000],
                rounds: 3
            }
        );
        assert_eq!(
            parsed("golden held-out --failures")?,
            Benchmark::Golden {
                set: Some(GoldenSet::HeldOut),
                failures: true
            }
        );
        assert_eq!(
            parsed("typing --clusters 500")?,
            Benchmark::Typing { clusters: 500 }
        );
        assert_eq!(parsed("headers")?, Benchmark::Headers);
        assert_eq!(parsed("load --seconds 5")?, Benchmark::Load { seconds: 5 });
        assert_eq!(parsed("page --runs 5")?, Benchmark::Page { runs: 5 });
        assert_eq!(
            parsed("soak --steps 50 --seed 7")?,
            Benchmark::Soak { steps: 50, seed: 7 }
        );
        Ok(())
    }

    #[test]
    fn rejects_unknown_arguments() {
        for line in [
            "",
            "build",
            "speed",
            "search tuned",
            "search --clusters 1,x",
            "search --rounds 0",
            "golden all",
            "golden tuned held-out",
            "golden --rounds 2",
            "typing --clusters 1,2",
            "page --runs 0",
            "page typing",
            "headers nginx",
            "load --seconds 0",
            "soak --steps 0",
            "soak chromium",
        ] {
            assert!(parsed(line).is_err(), "{line}");
        }
    }
}
