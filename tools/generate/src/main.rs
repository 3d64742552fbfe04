//! `cargo xtask generate`.

use std::process::ExitCode;

use clap::Parser;
use generate::GeneratorOptions;
use project::process::exit_code;

/// Writes a valid catalogue of generated clusters, for benchmarks.
#[derive(Parser)]
#[command(name = "cargo xtask generate", bin_name = "cargo xtask generate")]
struct Arguments {
    #[command(flatten)]
    options: GeneratorOptions,
}

fn main() -> ExitCode {
    exit_code(generate::run(&Arguments::parse().options).map(|_| ()))
}
