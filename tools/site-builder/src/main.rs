//! The command line for Trunk's hooks and `cargo xtask build`.

use std::{path::PathBuf, process::ExitCode};

use anyhow::Result;
use clap::{Parser, Subcommand};
use project::process::exit_code;
use site_builder::{hooks, settings::Settings, sizes};

/// Finishes the site that Trunk has bundled.
#[derive(Parser)]
#[command(name = "site-builder")]
struct Arguments {
    #[command(subcommand)]
    task: SiteBuilderCommand,
}

#[derive(Subcommand)]
enum SiteBuilderCommand {
    /// Checks the data before a build; called by Trunk
    PreBuild,
    /// Finishes the site in Trunk's staging folder; called by Trunk
    PostBuild,
    /// Prints the sizes of a built site, and fails over budget
    Sizes {
        /// The folder with the site
        folder: PathBuf,
    },
    /// Checks the settings of a publication, and prints the base path
    Settings {
        /// The file with the settings
        file: PathBuf,
    },
}

fn main() -> ExitCode {
    exit_code(run(Arguments::parse().task))
}

fn run(task: SiteBuilderCommand) -> Result<()> {
    match task {
        SiteBuilderCommand::PreBuild => hooks::before_build(),
        SiteBuilderCommand::PostBuild => hooks::after_build(),
        SiteBuilderCommand::Sizes { folder } => sizes::check(&folder),
        SiteBuilderCommand::Settings { file } => {
            println!("{}", Settings::read(&file)?.base());
            Ok(())
        }
    }
}
