//! `cargo xtask bench`: our search against the peers from npm, in one page in Chromium; and what a
//! visitor of the built site waits for.
//!
//! The page of the search and the peers live under `tests/bench/`; no part of them is part of the site. Our engine
//! is compiled with exactly the flags of the site's program.

mod headers;
mod load;
mod page;
mod soak;
mod typing;

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Result, bail, ensure};

use crate::{
    generate,
    process::{cargo, run as run_command},
    setup,
    site::{self, SMALL_PROGRAM, program::OPTIONS, target_folder, workspace},
    steps::SITE_ROOT,
};

const WASM: &str = "wasm32-unknown-unknown";
/// As large as the catalogue may become, and far past it.
const CLUSTERS: [usize; 2] = [10_000, 100_000];
const MEASURES: &str = "search, golden, typing, page, headers, load, soak";
const SECONDS: u32 = 60;
const STEPS: usize = 20_000;
const ROUNDS: u32 = 3;
/// Enough to tell a bad one apart.
const RUNS: usize = 3;
/// The generated catalogues of a benchmark are always the same.
const SEED: u64 = 1;
/// The golden sets: the one that the ranking was tuned on, and the one that it was not.
const GOLDEN: [(&str, &str); 2] = [("tuned", "tuned.json"), ("held-out", "held_out.json")];

/// What is to be measured.
#[derive(Debug, PartialEq, Eq)]
pub enum Options {
    /// Speed and memory, on generated catalogues of these sizes.
    Search {
        /// Numbers of clusters.
        clusters: Vec<usize>,
        /// How often each engine is asked everything.
        rounds: u32,
    },
    /// The share of the golden queries that are answered as expected.
    Golden {
        /// One set by its name, else all.
        set: Option<String>,
        /// Whether the queries are told that ours does not answer so.
        failures: bool,
    },
    /// How long keys and clicks in the built site wait for their picture.
    Typing {
        /// How many clusters the catalogue has that is measured besides the site's own.
        clusters: usize,
    },
    /// What the rules of the MDN HTTP Observatory say of each host's headers.
    Headers,
    /// How many answers nginx gives with the configuration in `deploy/`.
    Load {
        /// For how long it is asked.
        seconds: u32,
    },
    /// What Lighthouse says of the built site.
    Page {
        /// How often it looks at each page.
        runs: usize,
    },
    /// Whether the site lasts, however long somebody stays.
    Soak {
        /// How many steps are taken.
        steps: usize,
        /// Where chance begins.
        seed: u32,
    },
}

impl Options {
    /// Reads what follows the command's name.
    ///
    /// # Errors
    /// When it is not known what to measure, or an option is unknown or has no fitting value.
    pub fn parse(arguments: &mut lexopt::Parser) -> Result<Self> {
        use lexopt::prelude::*;
        let what = match arguments.next()? {
            Some(Value(word)) => word.string()?,
            _ => bail!("say what to measure: {MEASURES}"),
        };
        let mut options = match what.as_str() {
            "search" => Self::Search {
                clusters: CLUSTERS.into(),
                rounds: ROUNDS,
            },
            "golden" => Self::Golden {
                set: None,
                failures: false,
            },
            "typing" => Self::Typing {
                clusters: CLUSTERS[0],
            },
            "page" => Self::Page { runs: RUNS },
            "headers" => Self::Headers,
            "load" => Self::Load { seconds: SECONDS },
            "soak" => Self::Soak {
                steps: STEPS,
                seed: 1,
            },
            _ => bail!("there is no benchmark `{what}`; there are: {MEASURES}"),
        };
        while let Some(argument) = arguments.next()? {
            match (&mut options, argument) {
                (Self::Search { clusters, .. }, Long("clusters")) => {
                    let numbers = arguments.value()?.string()?;
                    let numbers = numbers.split(',').map(str::parse);
                    *clusters = numbers.collect::<Result<_, _>>()?;
                }
                (Self::Search { rounds, .. }, Long("rounds")) => {
                    *rounds = arguments.value()?.parse()?;
                    ensure!(*rounds > 0, "nothing is measured in no round");
                }
                (Self::Typing { clusters }, Long("clusters")) => {
                    *clusters = arguments.value()?.parse()?;
                }
                (Self::Page { runs }, Long("runs")) => {
                    *runs = arguments.value()?.parse()?;
                    ensure!(*runs > 0, "nothing is measured in no run");
                }
                (Self::Load { seconds }, Long("seconds")) => {
                    *seconds = arguments.value()?.parse()?;
                    ensure!(*seconds > 0, "nothing is measured in no time");
                }
                (Self::Soak { steps, .. }, Long("steps")) => {
                    *steps = arguments.value()?.parse()?;
                    ensure!(*steps > 0, "nothing is found out in no step");
                }
                (Self::Soak { seed, .. }, Long("seed")) => *seed = arguments.value()?.parse()?,
                (Self::Golden { failures, .. }, Long("failures")) => *failures = true,
                (Self::Golden { set, .. }, Value(word)) if set.is_none() => {
                    let word = word.string()?;
                    ensure!(
                        GOLDEN.iter().any(|(name, _)| *name == word),
                        "there is no golden set `{word}`; there are: tuned, held-out"
                    );
                    *set = Some(word);
                }
                (_, argument) => return Err(argument.unexpected().into()),
            }
        }
        Ok(options)
    }
}

/// Measures, and prints what is found out.
///
/// # Errors
/// When a tool or the built site is missing, something does not build, or the page fails.
pub fn run(options: &Options) -> Result<()> {
    match options {
        Options::Headers => return headers::run(),
        Options::Load { seconds } => return load::run(*seconds),
        Options::Soak { steps, seed } => return soak::run(*steps, *seed),
        _ => setup::for_browser()?,
    }
    match options {
        Options::Search { clusters, rounds } => {
            let folder = search_page()?;
            for &clusters in clusters {
                let catalogue = generate::run(&generate::Options {
                    clusters,
                    seed: SEED,
                    out: None,
                })?;
                let rounds = rounds.to_string();
                drive(["search".as_ref(), &folder, &catalogue, rounds.as_ref()])?;
            }
        }
        Options::Golden { set, failures } => {
            let folder = search_page()?;
            let failures = if *failures { "failures" } else { "" };
            for (name, file) in GOLDEN {
                if set.as_deref().is_none_or(|set| set == name) {
                    println!("\n{name}");
                    let golden = workspace().join("tests/golden").join(file);
                    // What the sets expect is in the catalogue that they were written for.
                    let catalogue = workspace().join("tests/golden/catalogue.json");
                    let failures = failures.as_ref();
                    drive(["golden".as_ref(), &folder, &catalogue, &golden, failures])?;
                }
            }
        }
        Options::Typing { clusters } => typing::run(*clusters)?,
        Options::Page { runs } => page::run(*runs)?,
        Options::Headers | Options::Load { .. } | Options::Soak { .. } => {}
    }
    Ok(())
}

/// Has the program that knows how to drive Chromium open the page.
fn drive<const COUNT: usize>(arguments: [&Path; COUNT]) -> Result<()> {
    run_command(program("search_bench").args(arguments))
}

/// One of the programs that drive Chromium; its arguments are to be added.
fn program(name: &str) -> Command {
    let mut command = cargo();
    command
        .current_dir(workspace())
        .args(["run", "--locked", "--quiet", "-p", "tests"])
        .args(["--bin", name, "--"]);
    command
}

/// One of the programs that drive a browser through the built site; its arguments are to be added.
///
/// # Errors
/// When there is no built site.
pub(crate) fn program_at_site(name: &str) -> Result<Command> {
    let mut command = program(name);
    command
        .env("PATH", setup::search_path()?)
        .env(SITE_ROOT, built_site()?);
    Ok(command)
}

/// The folder with the site, which is measured as it is.
fn built_site() -> Result<PathBuf> {
    let folder = site::default_folder();
    ensure!(
        folder.join("en/index.html").exists(),
        "there is no site in {}: `cargo xtask build` makes one",
        folder.display()
    );
    Ok(folder)
}

/// Builds the page of the search.
fn search_page() -> Result<PathBuf> {
    setup::for_building()?;
    let folder = target_folder().join("search-bench");
    build(&folder)?;
    Ok(folder)
}

/// Puts the page into `folder`: our engine as wasm, the peers bundled with the script.
fn build(folder: &Path) -> Result<()> {
    let source = workspace().join("tests/bench");
    fs::create_dir_all(folder)?;
    let mut compile = cargo();
    compile.current_dir(workspace()).envs(SMALL_PROGRAM).args([
        "build",
        "--locked",
        "--release",
        "-p",
        "search-bench",
        "--target",
        WASM,
    ]);
    run_command(&mut compile)?;
    let program = target_folder().join(WASM).join("release/search_bench.wasm");
    run_command(
        tool("wasm-bindgen")?
            .args(["--target", "web", "--no-typescript", "--out-dir"])
            .args([folder, &program]),
    )?;
    let bound = folder.join("search_bench_bg.wasm");
    run_command(
        tool("wasm-opt")?
            .args(OPTIONS)
            .arg(&bound)
            .arg("-o")
            .arg(&bound),
    )?;
    install_npm_packages(&source, "the peers of our search engine")?;
    let page = source.join("page");
    for name in ["index.html", "frame.html"] {
        fs::copy(page.join(name), folder.join(name))?;
    }
    run_command(
        tool("esbuild")?
            .args(["bench.js", "frame.js"].map(|name| page.join(name)))
            .args(["--bundle", "--format=esm", "--log-level=warning"])
            .arg("--external:/search_bench.js")
            .arg(format!("--outdir={}", folder.display())),
    )
}

/// One of the programs that set-up installs.
fn tool(name: &str) -> Result<Command> {
    let mut command = Command::new(name);
    command.env("PATH", setup::search_path()?);
    Ok(command)
}

/// Installs what the lock file in a folder names; `what` it is in words.
fn install_npm_packages(source: &Path, what: &str) -> Result<()> {
    // Written by npm when it has installed all that the lock file names.
    let installed = source.join("node_modules/.package-lock.json");
    let age = |file: &Path| fs::metadata(file).and_then(|data| data.modified()).ok();
    if age(&installed) >= age(&source.join("package-lock.json")) {
        return Ok(());
    }
    println!("installing {what}");
    run_command(
        Command::new("npm")
            .args(["ci", "--no-audit", "--no-fund"])
            .current_dir(source),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(line: &str) -> Result<Options> {
        Options::parse(&mut lexopt::Parser::from_args(line.split_whitespace()))
    }

    #[test]
    fn reads_what_to_measure() -> Result<()> {
        assert_eq!(
            parsed("search --clusters 5,70 --rounds 2")?,
            Options::Search {
                clusters: vec![5, 70],
                rounds: 2
            }
        );
        assert_eq!(
            parsed("golden held-out --failures")?,
            Options::Golden {
                set: Some("held-out".into()),
                failures: true
            }
        );
        assert_eq!(
            parsed("typing --clusters 500")?,
            Options::Typing { clusters: 500 }
        );
        assert_eq!(parsed("headers")?, Options::Headers);
        assert_eq!(parsed("load --seconds 5")?, Options::Load { seconds: 5 });
        assert_eq!(parsed("page --runs 5")?, Options::Page { runs: 5 });
        assert_eq!(
            parsed("soak --steps 50 --seed 7")?,
            Options::Soak { steps: 50, seed: 7 }
        );
        Ok(())
    }

    #[test]
    fn refuses_what_it_would_ignore() {
        for line in [
            "",
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
