//! The command line of `cargo xtask`.

use std::{
    path::{Path, PathBuf},
    process::ExitCode,
};

use anyhow::{Result, bail};
use lexopt::prelude::*;

use crate::{
    base::Base,
    bench, check_data, generate,
    headers::Nginx,
    screenshots,
    server::{Server, Site},
    settings::Settings,
    setup,
    site::{self, hooks, reproduce, sizes},
    steps,
};

const HELP: &str = "\
cargo xtask build [--base /sub/] [--data FILE]           builds the site into dist/, from another data file if one is named
cargo xtask build --publish[=FILE]                       builds it for publication, as deploy/publication.toml says
cargo xtask serve [--port N] [--base /sub/] [--dev]      builds and serves it; --dev: live reload
cargo xtask test [NAME]                                  all steps of the tests, or one
cargo xtask check-data [FILE]                            checks the data file
cargo xtask generate --clusters N [--seed S] [--out FILE] writes a large invented catalogue
cargo xtask bench search [--clusters N,M] [--rounds R]    our search against peers, in Chromium
cargo xtask bench golden [tuned|held-out] [--failures]    who finds what the golden sets expect
cargo xtask bench typing [--clusters N]                  how long keys and clicks wait for their picture
cargo xtask bench page [--runs R]                        Lighthouse, and what a first visit downloads
cargo xtask bench headers                                scores the headers of every host, by the MDN HTTP Observatory
cargo xtask bench load [--seconds N]                     asks nginx with the shipped configuration, by wrk
cargo xtask bench soak [--steps N] [--seed S]            walks through the site at random; ENGINE names the browser
cargo xtask screenshots [FOLDER]                         takes pictures of every state of the built site
cargo xtask schema                                       remakes the data file's JSON Schema
cargo xtask nginx [--base /sub/]                         prints a configuration for nginx
cargo xtask reproduce                                    builds twice, and compares every byte
cargo xtask pre-build, post-build                        for Trunk to call";

const DEFAULT_PORT: u16 = 8080;

#[derive(Debug, PartialEq, Eq)]
enum Task {
    Help,
    Build {
        base: Base,
        data: Option<PathBuf>,
    },
    Publish {
        settings: PathBuf,
    },
    Serve {
        base: Base,
        port: u16,
        development: bool,
    },
    Test {
        step: Option<String>,
    },
    CheckData {
        file: Option<PathBuf>,
    },
    Generate(generate::Options),
    Bench(bench::Options),
    Screenshots {
        folder: Option<PathBuf>,
    },
    Schema,
    Nginx {
        base: Base,
    },
    Reproduce,
    PreBuild,
    PostBuild,
}

/// Does what the command line asks for, and tells on standard error what went wrong.
pub fn run() -> ExitCode {
    match parse(lexopt::Parser::from_env()).and_then(perform) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn perform(task: Task) -> Result<()> {
    match task {
        Task::Help => println!("{HELP}"),
        Task::Build { base, data } => {
            build(&base, &data.unwrap_or_else(site::data_file))?;
            sizes::check(&site::default_folder())?;
        }
        Task::Publish { settings } => {
            // Before anything is installed or built: nobody likes to hear it after minutes.
            Settings::read(&settings)?;
            setup::for_building()?;
            site::publish(&site::default_folder(), &settings)?;
            sizes::check(&site::default_folder())?;
        }
        Task::Serve {
            base,
            port,
            development: true,
        } => {
            setup::for_building()?;
            site::serve_development(port, &base)?;
        }
        Task::Serve {
            base,
            port,
            development: false,
        } => {
            build(&base, &site::data_file())?;
            // Whoever works on a site that is too big must be able to look at it.
            if let Err(error) = sizes::check(&site::default_folder()) {
                eprintln!("warning: {error:#}");
            }
            let server = Server::start_at(Site::new(site::default_folder(), base), port)?;
            println!("\nserving {} (Ctrl-C stops)", server.url(""));
            server.wait();
        }
        Task::Test { step } => steps::run(step.as_deref())?,
        Task::CheckData { file } => check_data::run(&file.unwrap_or_else(site::data_file))?,
        Task::Generate(options) => {
            generate::run(&options)?;
        }
        Task::Bench(options) => bench::run(&options)?,
        Task::Screenshots { folder } => screenshots::run(folder.as_deref())?,
        Task::Schema => {
            check_data::schema::write(&site::schema_file())?;
        }
        Task::Nginx { base } => print!("{}", Nginx::example(&base).configuration()),
        Task::Reproduce => {
            setup::for_building()?;
            reproduce::check()?;
        }
        Task::PreBuild => hooks::before_build()?,
        Task::PostBuild => hooks::after_build()?,
    }
    Ok(())
}

fn build(base: &Base, data: &Path) -> Result<()> {
    setup::for_building()?;
    site::build(&site::default_folder(), base, data)
}

fn parse(mut arguments: lexopt::Parser) -> Result<Task> {
    let mut words: Vec<String> = Vec::new();
    let (mut base, mut port, mut settings, mut development) = (None, None, None, false);
    let mut data = None;
    while let Some(argument) = arguments.next()? {
        match argument {
            Short('h') | Long("help") => return Ok(Task::Help),
            Long("base") => base = Some(arguments.value()?.parse()?),
            Long("port") => port = Some(arguments.value()?.parse()?),
            Long("publish") => {
                let file = arguments.optional_value().map(PathBuf::from);
                settings = Some(file.unwrap_or_else(site::settings_file));
            }
            Long("data") => data = Some(PathBuf::from(arguments.value()?)),
            Long("dev") => development = true,
            Value(word) if word == "generate" && words.is_empty() => {
                return Ok(Task::Generate(generate::Options::parse(&mut arguments)?));
            }
            Value(word) if word == "bench" && words.is_empty() => {
                return Ok(Task::Bench(bench::Options::parse(&mut arguments)?));
            }
            Value(word) => words.push(word.string()?),
            _ => bail!("{}\n\n{HELP}", argument.unexpected()),
        }
    }
    let mut words = words.into_iter();
    let name = words.next();
    let task = match name.as_deref() {
        None => Task::Help,
        Some("build") => match settings.take() {
            Some(settings) => Task::Publish { settings },
            None => Task::Build {
                base: base.take().unwrap_or_default(),
                data: data.take(),
            },
        },
        Some("serve") => Task::Serve {
            base: base.take().unwrap_or_default(),
            port: port.take().unwrap_or(DEFAULT_PORT),
            development: std::mem::take(&mut development),
        },
        Some("test") => Task::Test { step: words.next() },
        Some("check-data") => Task::CheckData {
            file: words.next().map(PathBuf::from),
        },
        Some("screenshots") => Task::Screenshots {
            folder: words.next().map(PathBuf::from),
        },
        Some("schema") => Task::Schema,
        Some("nginx") => Task::Nginx {
            base: base.take().unwrap_or_default(),
        },
        Some("reproduce") => Task::Reproduce,
        Some("pre-build") => Task::PreBuild,
        Some("post-build") => Task::PostBuild,
        Some(unknown) => bail!("there is no command `{unknown}`\n\n{HELP}"),
    };
    let has_value_left = base.is_some() || port.is_some() || settings.is_some() || data.is_some();
    if words.next().is_some() || has_value_left || development {
        bail!(
            "`{}` takes no such argument\n\n{HELP}",
            name.unwrap_or_default()
        );
    }
    Ok(task)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(line: &str) -> Result<Task> {
        parse(lexopt::Parser::from_args(line.split_whitespace()))
    }

    #[test]
    fn reads_the_commands() -> Result<()> {
        assert_eq!(parsed("")?, Task::Help);
        assert_eq!(
            parsed("build")?,
            Task::Build {
                base: Base::default(),
                data: None
            }
        );
        assert_eq!(
            parsed("build --data other.json")?,
            Task::Build {
                base: Base::default(),
                data: Some("other.json".into())
            }
        );
        assert_eq!(
            parsed("build --publish")?,
            Task::Publish {
                settings: site::settings_file()
            }
        );
        assert_eq!(
            parsed("build --publish=ours.toml")?,
            Task::Publish {
                settings: "ours.toml".into()
            }
        );
        assert_eq!(
            parsed("serve --base /a/b/ --port 9000 --dev")?,
            Task::Serve {
                base: "/a/b/".parse()?,
                port: 9000,
                development: true
            }
        );
        assert_eq!(
            parsed("test lint")?,
            Task::Test {
                step: Some("lint".to_owned())
            }
        );
        assert_eq!(
            parsed("check-data x.json")?,
            Task::CheckData {
                file: Some("x.json".into())
            }
        );
        assert_eq!(
            parsed("generate --clusters 10 --out x.json")?,
            Task::Generate(generate::Options {
                clusters: 10,
                seed: 1,
                out: Some("x.json".into())
            })
        );
        Ok(())
    }

    #[test]
    fn refuses_what_it_would_ignore() {
        for line in [
            "deploy",
            "build --port 1",
            "test a b",
            "build --base ./",
            "serve --port x",
            "build --quick",
            "generate",
            "generate --clusters many",
            "generate --clusters 1 --port 2",
            "build --publish --base /a/",
            "serve --publish",
            "bench",
            "bench build",
            "bench search tuned",
            "bench golden --rounds 2",
        ] {
            assert!(parsed(line).is_err(), "{line}");
        }
    }
}
