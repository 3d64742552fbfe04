//! `cargo xtask check-data` and `cargo xtask schema`.

use std::{path::PathBuf, process::ExitCode};

use anyhow::Result;
use check_data::schema;
use clap::{Parser, Subcommand};
use project::{
    folders::{data_file, schema_file},
    process::exit_code,
};

/// The subcommands.
#[derive(Parser)]
#[command(name = "check-data")]
struct Arguments {
    #[command(subcommand)]
    task: CheckDataCommand,
}

#[derive(Subcommand)]
enum CheckDataCommand {
    /// Checks a data file: reports errors, their position, and how to fix them
    Check {
        /// The file to check; the published one by default
        file: Option<PathBuf>,
    },
    /// Rewrites the data file's JSON Schema from the types
    Schema,
}

fn main() -> ExitCode {
    exit_code(run(Arguments::parse().task))
}

fn run(task: CheckDataCommand) -> Result<()> {
    match task {
        CheckDataCommand::Check { file } => check_data::run(&file.unwrap_or_else(data_file)),
        CheckDataCommand::Schema => schema::write(&schema_file()),
    }
}
