//! `cargo xtask bench`: our search against the peers from npm, and what a visitor of the built site waits
//! for.

mod headers;
mod invented;
mod load;
mod npm;
mod page;
mod search;
mod soak;
mod typing;

use std::process::ExitCode;

use anyhow::Result;
use clap::{Parser, Subcommand, builder::RangedU64ValueParser};
use project::process::exit_code;
use xtask::setup;

use search::Golden;

/// Measures, and prints what is found out.
#[derive(Debug, Parser)]
#[command(
    name = "cargo xtask bench",
    bin_name = "cargo xtask bench",
    arg_required_else_help = true
)]
struct Arguments {
    #[command(subcommand)]
    measure: Measure,
}

#[derive(Debug, PartialEq, Eq, Subcommand)]
enum Measure {
    /// Our search against peers, in Chromium: speed and memory
    Search {
        /// Sizes of the generated catalogues: as large as ours may become, and far past it
        #[arg(long, value_name = "N,M", value_delimiter = ',', default_values_t = [10_000, 100_000])]
        clusters: Vec<usize>,
        /// How often each engine is asked everything
        #[arg(long, value_name = "R", default_value_t = 3, value_parser = at_least_one::<u32>())]
        rounds: u32,
    },
    /// Who finds what the golden sets expect
    Golden {
        /// One of the sets; both unless given
        set: Option<Golden>,
        /// Tells the queries that ours does not answer as expected
        #[arg(long)]
        failures: bool,
    },
    /// How long keys and clicks in the built site wait for their picture
    Typing {
        /// The size of the catalogue that is measured besides the site's own
        #[arg(long, value_name = "N", default_value_t = 10_000)]
        clusters: usize,
    },
    /// Lighthouse, and what a first visit downloads
    Page {
        /// How often it looks at each page: enough to tell a bad run apart
        #[arg(long, value_name = "R", default_value_t = 3, value_parser = at_least_one::<usize>())]
        runs: usize,
    },
    /// Scores the headers of every host, by the MDN HTTP Observatory
    Headers,
    /// How many answers nginx gives with the shipped configuration, by wrk
    Load {
        /// For how long it is asked
        #[arg(long, value_name = "N", default_value_t = 60, value_parser = at_least_one::<u32>())]
        seconds: u32,
    },
    /// Walks through the built site at random; ENGINE names the browser
    Soak {
        /// How many steps are taken
        #[arg(long, value_name = "N", default_value_t = 20_000, value_parser = at_least_one::<usize>())]
        steps: usize,
        /// Where chance begins
        #[arg(long, value_name = "S", default_value_t = 1)]
        seed: u32,
    },
}

/// Nothing is found out in no time, and in no round.
fn at_least_one<T: TryFrom<u64>>() -> RangedU64ValueParser<T> {
    RangedU64ValueParser::new().range(1..)
}

fn main() -> ExitCode {
    exit_code(run(&Arguments::parse().measure))
}

fn run(measure: &Measure) -> Result<()> {
    match measure {
        Measure::Search { clusters, rounds } => {
            setup::for_browser()?;
            search::speed(clusters, *rounds)
        }
        Measure::Golden { set, failures } => {
            setup::for_browser()?;
            search::golden(*set, *failures)
        }
        Measure::Typing { clusters } => {
            setup::for_browser()?;
            typing::run(*clusters)
        }
        Measure::Page { runs } => {
            setup::for_browser()?;
            page::run(*runs)
        }
        Measure::Headers => headers::run(),
        Measure::Load { seconds } => load::run(*seconds),
        Measure::Soak { steps, seed } => soak::run(*steps, *seed),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(line: &str) -> Result<Measure> {
        let words = ["bench"].into_iter().chain(line.split_whitespace());
        Ok(Arguments::try_parse_from(words)?.measure)
    }

    #[test]
    fn reads_what_to_measure() -> Result<()> {
        assert_eq!(
            parsed("search --clusters 5,70 --rounds 2")?,
            Measure::Search {
                clusters: vec![5, 70],
                rounds: 2
            }
        );
        assert_eq!(
            parsed("search")?,
            Measure::Search {
                clusters: vec![10_000, 100_000],
                rounds: 3
            }
        );
        assert_eq!(
            parsed("golden held-out --failures")?,
            Measure::Golden {
                set: Some(Golden::HeldOut),
                failures: true
            }
        );
        assert_eq!(
            parsed("typing --clusters 500")?,
            Measure::Typing { clusters: 500 }
        );
        assert_eq!(parsed("headers")?, Measure::Headers);
        assert_eq!(parsed("load --seconds 5")?, Measure::Load { seconds: 5 });
        assert_eq!(parsed("page --runs 5")?, Measure::Page { runs: 5 });
        assert_eq!(
            parsed("soak --steps 50 --seed 7")?,
            Measure::Soak { steps: 50, seed: 7 }
        );
        Ok(())
    }

    #[test]
    fn refuses_what_it_would_ignore() {
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
