//! `cargo xtask check-data` and `cargo xtask schema`.

use std::{path::PathBuf, process::ExitCode};

use catalogue::model::Lang;
use check_data::{Options, write_schema};
use clap::{Parser, Subcommand};
use project::{
    folders::{data_file, schema_file},
    process::exit_code,
};

/// What to do with the data file.
#[derive(Parser)]
#[command(name = "check-data")]
struct Arguments {
    #[command(subcommand)]
    task: CheckDataCommand,
}

#[derive(Subcommand)]
enum CheckDataCommand {
    /// Says what is wrong with a data file, where, and how to fix it
    Check {
        /// The file to check; by default that of the site
        file: Option<PathBuf>,
        /// The language of the messages, en or it; by default that of the locale
        #[arg(long, value_parser = language)]
        lang: Option<Lang>,
        /// Also writes an overview of all records, to be opened in a browser: how complete and how
        /// old each is, and what to check next
        #[arg(long, value_name = "FILE")]
        report: Option<PathBuf>,
    },
    /// Rewrites the data file's JSON Schema from the types
    Schema,
}

fn main() -> ExitCode {
    match Arguments::parse().task {
        CheckDataCommand::Check { file, lang, report } => {
            let options = Options {
                lang,
                overview: report.as_deref(),
            };
            match check_data::run(&file.unwrap_or_else(data_file), &options) {
                Ok(()) => ExitCode::SUCCESS,
                Err(error) => {
                    let label = check_data::error_label(check_data::language(lang));
                    eprintln!("{label}: {error:#}");
                    ExitCode::FAILURE
                }
            }
        }
        CheckDataCommand::Schema => exit_code(write_schema(&schema_file())),
    }
}

fn language(tag: &str) -> Result<Lang, &'static str> {
    Lang::from_tag(tag).ok_or("it is en or it")
}
