//! The steps of `cargo xtask test`.

mod edits;
mod tally;

use std::{
    io::{BufRead, BufReader, IsTerminal, stdout},
    path::PathBuf,
    process::{Command, Stdio},
    sync::OnceLock,
    time::{Duration, Instant},
};

use anyhow::{Context, Result, anyhow, bail};
use project::{
    base::Base,
    folders::{self, workspace},
    process::{cargo, line, run as run_command, tool},
    programs::search_path,
};

use crate::{
    dependencies, setup, site,
    under_test::{ENGINE, ROOT_BASE, SITE_PUBLISHED, SITE_ROOT, SITE_SUB, SUB_BASE},
};
use tally::Tally;

const WASM_TARGET: [&str; 2] = ["--target", "wasm32-unknown-unknown"];
const APP: [&str; 2] = ["-p", "technology-clusters"];
const SEARCH_BENCH: [&str; 2] = ["-p", "search-bench"];
/// Has the runner of native tests say how long each took. It does so at an unstable option alone, which
/// the pinned toolchain has. What allows that is told to the tests and not to cargo, which would build
/// everything anew.
const TIMED: [&str; 2] = [
    "--config",
    "target.'cfg(unix)'.runner = ['env', 'RUSTC_BOOTSTRAP=1']",
];
const REPORT_TIME: [&str; 3] = ["--", "-Zunstable-options", "--report-time"];
/// All tests that the runner can time: not those in documentation.
const TARGETS: [&str; 3] = ["--lib", "--bins", "--tests"];
/// The library, the tools and the tests: what is compiled for this machine alone.
const NATIVE: [&str; 5] = [
    "--workspace",
    "--exclude",
    "technology-clusters",
    "--exclude",
    "search-bench",
];

/// Parts of the names of those browser tests that every engine must pass. The others measure, look and
/// type in ways that only Chromium's driver offers.
const IN_ALL_ENGINES: &[&str] = &[
    "faults::",
    "start_up::",
    "surroundings::",
    "crashes::",
    "deployment::",
    "foreign_mutations::",
    "hydration::",
];

struct Step {
    name: &'static str,
    what: &'static str,
    set_up: fn() -> Result<()>,
    run: fn(&mut Tally) -> Result<()>,
}

/// What `cargo xtask test` runs, and CI with it.
const STEPS: &[Step] = &[
    Step {
        name: "format",
        what: "the form of the code",
        set_up: setup::for_checks,
        run: |_| run_command(cargo_in_workspace("fmt").args(["--all", "--check"])),
    },
    Step {
        name: "lint",
        what: "clippy on both targets, warnings denied",
        set_up: setup::for_checks,
        run: |_| lint(),
    },
    Step {
        name: "docs",
        what: "the documentation, warnings denied",
        set_up: setup::for_checks,
        run: |_| document(),
    },
    Step {
        name: "dependencies",
        what: "licences, sources and known faults of dependencies",
        set_up: setup::for_dependencies,
        run: |_| dependencies::check(),
    },
    Step {
        name: "data",
        what: "the data file",
        set_up: || Ok(()),
        // As before each build, for which the checker is compiled anyway.
        run: |_| run_command(tool("site-builder").arg("pre-build")),
    },
    Step {
        name: "native",
        what: "tests without a browser",
        set_up: || Ok(()),
        run: |tally| {
            let catalogue = [&["-p", "catalogue", "--all-features"][..], &TARGETS].concat();
            native_test(&catalogue, tally)?;
            let app = ["--no-default-features", "--features", "ssr", "--lib"];
            native_test(&[&APP[..], &app].concat(), tally)?;
            // With no other package's features, so that Leptos is compiled once for it and for Trunk's hooks.
            native_test(&[&["-p", "site-builder"][..], &TARGETS].concat(), tally)?;
            let elsewhere = ["catalogue", "site-builder", "tests"].map(|name| ["--exclude", name]);
            native_test(
                &[&NATIVE[..], elsewhere.as_flattened(), &TARGETS].concat(),
                tally,
            )
        },
    },
    Step {
        name: "wasm",
        what: "tests of the app in Chromium",
        set_up: setup::for_browser,
        run: test_wasm,
    },
    Step {
        name: "site",
        what: "tests of the built site's files, on web servers, and its sizes",
        set_up: || setup::for_building().and_then(|()| setup::for_site()),
        run: |tally| {
            let sites = Sites::built()?;
            sites.test("chromium", &["--test", "site"], &[], tally)?;
            site::check_sizes(&sites.published)
        },
    },
    Step {
        name: "browser",
        what: "tests of the built site in Chromium",
        set_up: || setup::for_building().and_then(|()| setup::for_browser()),
        run: |tally| {
            let targets = ["--lib", "--bins", "--test", "browser"];
            Sites::built()?.test("chromium", &targets, &[], tally)
        },
    },
];

/// What runs only by its name: each takes as long as everything else.
const ON_DEMAND: &[Step] = &[
    Step {
        name: "edits",
        what: "all steps, after an editor has added, removed and renamed records",
        set_up: || Ok(()),
        run: |_| edits::run_tests(),
    },
    Step {
        name: "browsers",
        what: "tests of the built site under faults in Firefox and WebKit",
        set_up: || setup::for_building().and_then(|()| setup::for_other_browsers()),
        run: |tally| {
            let sites = Sites::built()?;
            for engine in ["firefox", "webkit"] {
                println!("\n{}", coloured(BOLD, &format!("-- {engine}")));
                sites.test(engine, &["--test", "browser"], IN_ALL_ENGINES, tally)?;
            }
            Ok(())
        },
    },
];

/// Runs all steps, or the one called `name`, and stops at the first that fails.
///
/// # Errors
/// When there is no such step, set-up fails, or a step fails.
pub fn run(name: Option<&str>) -> Result<()> {
    let steps = chosen(name)?;
    // All of it first: nobody likes to come back to a failure of the last installation.
    for step in steps {
        (step.set_up)()?;
    }

    let mut tally = Tally::default();
    let mut times = Vec::new();
    let mut outcome = Ok(());
    for step in steps {
        println!(
            "\n{}",
            coloured(BOLD, &format!("== {}: {}", step.name, step.what))
        );
        let started = Instant::now();
        let result = (step.run)(&mut tally);
        times.push((step.name, started.elapsed()));
        if let Err(error) = result {
            outcome = Err(error.context(format!("step `{}` failed", step.name)));
            break;
        }
    }

    print_slowest(&tally);
    print_times(&times);
    let colour = if outcome.is_ok() { GREEN } else { RED };
    println!("{}", coloured(colour, &tally.to_string()));
    outcome
}

/// The names of all steps.
pub fn names() -> Vec<&'static str> {
    STEPS
        .iter()
        .chain(ON_DEMAND)
        .map(|step| step.name)
        .collect()
}

fn chosen(name: Option<&str>) -> Result<&'static [Step]> {
    let Some(name) = name else {
        return Ok(STEPS);
    };
    let mut single = [STEPS, ON_DEMAND]
        .into_iter()
        .flat_map(|steps| steps.chunks(1));
    single.find(|step| step[0].name == name).ok_or_else(|| {
        anyhow!(
            "there is no step `{name}`; there are: {}",
            names().join(", ")
        )
    })
}

fn lint() -> Result<()> {
    let clippy = |arguments: &[&str]| {
        run_command(cargo_in_workspace("clippy").args(arguments).args([
            "--all-targets",
            "--",
            "-D",
            "warnings",
        ]))
    };
    clippy(&NATIVE)?;
    clippy(&[APP, WASM_TARGET].concat())?;
    clippy(&[SEARCH_BENCH, WASM_TARGET].concat())?;
    clippy(&[&APP[..], &["--no-default-features", "--features", "ssr"]].concat())
}

fn document() -> Result<()> {
    let doc = |arguments: &[&str]| {
        run_command(
            cargo_in_workspace("doc")
                .arg("--no-deps")
                .args(arguments)
                .env("RUSTDOCFLAGS", "-D warnings"),
        )
    };
    doc(&NATIVE)?;
    doc(&[APP, WASM_TARGET].concat())
}

fn test_wasm(tally: &mut Tally) -> Result<()> {
    cargo_test(
        cargo_in_workspace("test")
            .args([APP, WASM_TARGET].concat())
            .env("PATH", search_path()?)
            .envs([
                ("WASM_BINDGEN_USE_BROWSER", "1"),
                ("CHROMEDRIVER", "chromedriver"),
                // Seconds; an unoptimised program is slow to load on a busy machine.
                ("WASM_BINDGEN_TEST_TIMEOUT", "120"),
            ]),
        tally,
    )
}

/// The folders of the sites under test.
#[derive(Clone)]
struct Sites {
    root: PathBuf,
    sub: PathBuf,
    published: PathBuf,
}

impl Sites {
    /// The sites, built by the first step that asks for them.
    fn built() -> Result<Self> {
        static BUILT: OnceLock<Sites> = OnceLock::new();
        if let Some(sites) = BUILT.get() {
            return Ok(sites.clone());
        }
        let sites = Self {
            root: folders::target().join("site-root"),
            sub: folders::target().join("site-sub"),
            published: folders::target().join("site-published"),
        };
        let [root, sub] = [ROOT_BASE.parse::<Base>()?, SUB_BASE.parse::<Base>()?];
        site::build(&sites.root, &root, &folders::fixture_file())?;
        site::build(&sites.sub, &sub, &folders::fixture_file())?;
        site::build(&sites.published, &root, &folders::data_file())?;
        Ok(BUILT.get_or_init(|| sites).clone())
    }

    /// Runs those tests of the package `tests` that `targets` and parts of their `names` name, in a browser
    /// engine.
    fn test(
        &self,
        engine: &str,
        targets: &[&str],
        names: &[&str],
        tally: &mut Tally,
    ) -> Result<()> {
        cargo_test(
            cargo_in_workspace("test")
                .args(TIMED)
                .args(["-p", "tests"])
                .args(targets)
                .args(REPORT_TIME)
                .args(names)
                .env("PATH", search_path()?)
                .env(ENGINE, engine)
                .env(SITE_ROOT, &self.root)
                .env(SITE_SUB, &self.sub)
                .env(SITE_PUBLISHED, &self.published),
            tally,
        )
    }
}

fn cargo_in_workspace(command: &str) -> Command {
    let mut cargo = cargo();
    cargo.current_dir(workspace()).arg(command);
    if command != "fmt" {
        cargo.arg("--locked");
    }
    cargo
}

fn native_test(arguments: &[&str], tally: &mut Tally) -> Result<()> {
    let mut test = cargo_in_workspace("test");
    cargo_test(test.args(TIMED).args(arguments).args(REPORT_TIME), tally)
}

/// Runs a `cargo test`, shows its output as it comes, and counts its tests.
fn cargo_test(command: &mut Command, tally: &mut Tally) -> Result<()> {
    let mut child = command
        .stdout(Stdio::piped())
        .spawn()
        .with_context(|| format!("cannot start `{}`", line(command)))?;
    if let Some(output) = child.stdout.take() {
        for text in BufReader::new(output).lines() {
            let text = text?;
            println!("{text}");
            tally.add_line(&text);
        }
    }
    let status = child.wait()?;
    if !status.success() {
        bail!("`{}` failed: {status}", line(command));
    }
    Ok(())
}

/// So many tests are named at the end for how long they take.
const SLOWEST: usize = 10;

fn print_slowest(tally: &Tally) {
    let slowest = tally.slowest(SLOWEST);
    if !slowest.is_empty() {
        println!("\n{}", coloured(BOLD, "-- the slowest tests"));
    }
    for (name, time) in slowest {
        println!("{:>7.1} s  {name}", time.as_secs_f64());
    }
}

fn print_times(times: &[(&str, Duration)]) {
    println!();
    for (name, time) in times {
        println!("{name:<12}{:>7.1} s", time.as_secs_f64());
    }
    let sum: Duration = times.iter().map(|(_, time)| *time).sum();
    println!("{:<12}{:>7.1} s", "all", sum.as_secs_f64());
}

const BOLD: &str = "1";
const GREEN: &str = "32";
const RED: &str = "31";

fn coloured(code: &str, text: &str) -> String {
    if stdout().is_terminal() {
        format!("\u{1b}[{code}m{text}\u{1b}[0m")
    } else {
        text.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_unknown_step_is_answered_with_the_names() {
        let message = chosen(Some("unit"))
            .map(|_| ())
            .map_err(|error| error.to_string());
        assert_eq!(
            message,
            Err("there is no step `unit`; there are: format, lint, docs, dependencies, data, native, wasm, site, browser, edits, browsers".to_owned())
        );
    }

    #[test]
    fn one_step_or_all_are_chosen() -> Result<()> {
        assert_eq!(chosen(Some("docs"))?.len(), 1);
        assert_eq!(chosen(Some("browsers"))?.len(), 1);
        assert_eq!(chosen(None)?.len(), STEPS.len());
        Ok(())
    }
}
