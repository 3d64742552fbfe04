//! The command line of `cargo xtask`.

use std::{ffi::OsString, path::PathBuf, process::ExitCode};

use anyhow::Result;
use clap::{Args, Parser, Subcommand};
use hosting::configurations::Nginx;
use project::{
    base::Base,
    folders,
    process::{exit_code, replace_with, tool},
    release::LOCAL_PORT,
};

use crate::{fuzz, setup, site, steps, under_test};

/// The project's commands
#[derive(Debug, Parser)]
#[command(
    name = "cargo xtask",
    bin_name = "cargo xtask",
    arg_required_else_help = true
)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, PartialEq, Eq, Subcommand)]
enum Command {
    /// Builds the site into dist/
    Build(Build),
    /// Builds the site and serves it with the production headers
    Serve(Serve),
    /// Runs all test steps, or one
    Test {
        /// The name of the step
        #[arg(value_parser = steps::names())]
        step: Option<String>,
    },
    /// Checks a data file: reports errors, their position, and how to fix them
    #[command(disable_help_flag = true)]
    CheckData(Forwarded),
    /// Rewrites the data file's JSON Schema from the types
    Schema,
    /// Writes a valid catalogue of generated clusters, for benchmarks
    #[command(disable_help_flag = true)]
    Generate(Forwarded),
    /// Runs the benchmarks: search, page, headers, web server
    #[command(disable_help_flag = true)]
    Bench(Forwarded),
    /// Fuzzes the code that reads text from outside
    Fuzz {
        /// What to fuzz
        #[arg(value_parser = fuzz::TARGETS)]
        target: String,
        /// The duration
        #[arg(long, value_name = "N", default_value_t = 1800)]
        seconds: u32,
    },
    /// Takes screenshots of every state of the built site
    Screenshots {
        /// The output folder; in the target folder by default
        folder: Option<PathBuf>,
    },
    /// Prints a configuration for nginx
    Nginx {
        /// The path under which the site is published
        #[arg(long, default_value_t)]
        base: Base,
    },
    /// Builds twice and compares every byte
    Reproduce,
}

#[expect(
    clippy::option_option,
    reason = "lets clap parse an option with an optional value"
)]
#[derive(Args, Debug, PartialEq, Eq)]
struct Build {
    /// The path under which the site is published
    #[arg(long, default_value_t)]
    base: Base,
    /// The data file; the published one by default
    #[arg(long, value_name = "FILE", conflicts_with = "publish")]
    data: Option<PathBuf>,
    /// Builds for publication with the settings in FILE; deploy/publication.toml by default
    #[arg(
        long,
        value_name = "FILE",
        conflicts_with = "base",
        require_equals = true
    )]
    publish: Option<Option<PathBuf>>,
}

#[derive(Args, Debug, PartialEq, Eq)]
struct Serve {
    /// The local port
    #[arg(long, default_value_t = LOCAL_PORT)]
    port: u16,
    /// The base path of the site
    #[arg(long, default_value_t)]
    base: Base,
    /// Serves the development build, with live reload
    #[arg(long)]
    dev: bool,
}

/// Arguments that are passed on to a tool.
#[derive(Args, Debug, PartialEq, Eq)]
struct Forwarded {
    /// The tool's arguments; see `--help`
    #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
    arguments: Vec<OsString>,
}

/// Runs the command line, and prints errors to standard error.
pub fn run() -> ExitCode {
    exit_code(perform(Arguments::parse().command))
}

fn perform(command: Command) -> Result<()> {
    match command {
        Command::Build(options) => build(&options),
        Command::Serve(options) => serve(&options),
        Command::Test { step } => steps::run(step.as_deref()),
        Command::CheckData(options) => {
            replace_with(tool("check-data").arg("check").args(options.arguments))
        }
        Command::Schema => replace_with(tool("check-data").arg("schema")),
        Command::Generate(options) => replace_with(tool("generate").args(options.arguments)),
        Command::Bench(options) => replace_with(tool("bench").args(options.arguments)),
        Command::Fuzz { target, seconds } => {
            setup::for_fuzzing()?;
            fuzz::run(&target, seconds)
        }
        Command::Screenshots { folder } => under_test::take_screenshots(folder.as_deref()),
        Command::Nginx { base } => {
            print!("{}", Nginx::example(&base).configuration());
            Ok(())
        }
        Command::Reproduce => {
            setup::for_building()?;
            site::check_reproducible()
        }
    }
}

fn build(options: &Build) -> Result<()> {
    let folder = folders::site();
    if let Some(settings) = &options.publish {
        let settings = settings.clone().unwrap_or_else(folders::settings_file);
        // Checked before anything is installed or built, so that errors show at once.
        let base = site::published_base(&settings)?;
        setup::for_building()?;
        site::publish(&folder, &base, &settings)?;
    } else {
        setup::for_building()?;
        let data = options.data.clone().unwrap_or_else(folders::data_file);
        site::build(&folder, &options.base, &data)?;
    }
    site::check_sizes(&folder)
}

fn serve(options: &Serve) -> Result<()> {
    let Serve { port, base, dev } = options;
    setup::for_building()?;
    if *dev {
        return replace_with(&mut site::development_server(*port, base)?);
    }
    let folder = folders::site();
    site::build(&folder, base, &folders::data_file())?;
    // Only a warning, so that a site over budget can still be viewed.
    if let Err(error) = site::check_sizes(&folder) {
        eprintln!("warning: {error:#}");
    }
    let mut server = tool("site-server");
    server.args(["--base", base.as_str(), "--port", &port.to_string()]);
    replace_with(server.arg("--folder").arg(folder))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(line: &str) -> Result<Command> {
        let words = ["xtask"].into_iter().chain(line.split_whitespace());
        Ok(Arguments::try_parse_from(words)?.command)
    }

    #[test]
    fn reads_the_commands() -> Result<()> {
        let build = |publish: Option<Option<PathBuf>>| {
            Command::Build(Build {
                base: Base::default(),
                data: None,
                publish,
            })
        };
        assert_eq!(parsed("build")?, build(None));
        assert_eq!(
            parsed("build --data other.json")?,
            Command::Build(Build {
                base: Base::default(),
                data: Some("other.json".into()),
                publish: None,
            })
        );
        assert_eq!(parsed("build --publish")?, build(Some(None)));
        assert_eq!(
            parsed("build --publish=ours.toml")?,
            build(Some(Some("ours.toml".into())))
        );
        assert_eq!(
            parsed("serve --base /a/b/ --port 9000 --dev")?,
            Command::Serve(Serve {
                base: "/a/b/".parse()?,
                port: 9000,
                dev: true
            })
        );
        assert_eq!(
            parsed("test lint")?,
            Command::Test {
                step: Some("lint".to_owned())
            }
        );
        assert_eq!(parsed("test")?, Command::Test { step: None });
        assert_eq!(
            parsed("fuzz address --seconds 5")?,
            Command::Fuzz {
                target: "address".to_owned(),
                seconds: 5
            }
        );
        Ok(())
    }

    #[test]
    fn tool_arguments_are_forwarded() -> Result<()> {
        assert_eq!(
            parsed("bench golden held-out --failures")?,
            Command::Bench(Forwarded {
                arguments: ["golden", "held-out", "--failures"].map(Into::into).into()
            })
        );
        assert_eq!(
            parsed("check-data x.json --lang it")?,
            Command::CheckData(Forwarded {
                arguments: ["x.json", "--lang", "it"].map(Into::into).into()
            })
        );
        assert_eq!(
            parsed("generate --clusters 10 --help")?,
            Command::Generate(Forwarded {
                arguments: ["--clusters", "10", "--help"].map(Into::into).into()
            })
        );
        Ok(())
    }

    #[test]
    fn rejects_unknown_arguments() {
        for line in [
            "",
            "deploy",
            "build --port 1",
            "test a b",
            "test unit",
            "fuzz",
            "fuzz pages",
            "build --base ./",
            "serve --port x",
            "build --quick",
            "build --publish --base /a/",
            "serve --publish",
        ] {
            assert!(parsed(line).is_err(), "{line}");
        }
    }
}
