//! What Trunk's hooks and `cargo xtask build` call.

use std::{path::PathBuf, process::ExitCode};

use anyhow::Result;
use clap::{Parser, Subcommand};
use project::process::exit_code;
use site_builder::{hooks, settings::Settings, sizes};

/// Makes the site of what Trunk has bundled.
#[derive(Parser)]
#[command(name = "site-builder")]
struct Arguments {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Checks the data before a build; Trunk calls it
    PreBuild,
    /// Finishes the site in Trunk's staging folder; Trunk calls it
    PostBuild,
    /// Prints the sizes of a built site, and fails over budget
    Sizes {
        /// The folder with the site
        folder: PathBuf,
    },
    /// Checks the settings of a publication, and prints the path that the site is published under
    Settings {
        /// The file with the settings
        file: PathBuf,
    },
}

fn main() -> ExitCode {
    exit_code(run(Arguments::parse().task))
}

fn run(task: Task) -> Result<()> {
    match task {
        Task::PreBuild => hooks::before_build(),
        Task::PostBuild => hooks::after_build(),
        Task::Sizes { folder } => sizes::check(&folder),
        Task::Settings { file } => {
            println!("{}", Settings::read(&file)?.base());
            Ok(())
        }
    }
}
