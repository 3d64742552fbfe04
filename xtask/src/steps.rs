//! The name of the steps of `cargo xtask test`.

mod edits;
mod test_counts;

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
use test_counts::TestCounts;

const WASM_TARGET: [&str; 2] = ["--target", "wasm32-unknown-unknown"];
const APP: [&str; 2] = ["-p", "technology-clusters"];
const SEARCH_BENCH: [&str; 2] = ["-p", "search-bench"];
/// Makes the test runner report the time of each test, an unstable option of the pinned toolchain.
/// `RUSTC_BOOTSTRAP` is set for the tests only: for cargo, it would trigger a full rebuild.
const TIMED: [&str; 2] = [
    "--config",
    "target.'cfg(unix)'.runner = ['env', 'RUSTC_BOOTSTRAP=1']",
];
const REPORT_TIME: [&str; 3] = ["--", "-Zunstable-options", "--report-time"];
/// All tests that the runner can time; doc tests are not among them.
const TARGETS: [&str; 3] = ["--lib", "--bins", "--tests"];
/// The packages that are only compiled natively: the library, the tools and the tests.
const NATIVE: [&str; 5] = [
    "--workspace",
    "--exclude",
    "technology-clusters",
    "--exclude",
    "search-bench",
];

/// Filters for the browser tests that run in every engine. The others need features of Chromium's
/// driver.
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
    run: fn(&mut TestCounts) -> Result<()>,
}

/// The steps of `cargo xtask test`, which CI runs.
const STEPS: &[Step] = &[
    Step {
        name: "format",
        what: "formatting",
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
        what: "licences, sources and known vulnerabilities of dependencies",
        set_up: setup::for_dependencies,
        run: |_| dependencies::check(),
    },
    Step {
        name: "data",
        what: "the data file",
        set_up: || Ok(()),
        // The same check as before each build, so the checker is compiled anyway.
        run: |_| run_command(tool("site-builder").arg("pre-build")),
    },
    Step {
        name: "native",
        what: "tests without a browser",
        set_up: || Ok(()),
        run: |test_counts| {
            let catalogue = [&["-p", "catalogue", "--all-features"][..], &TARGETS].concat();
            native_test(&catalogue, test_counts)?;
            let app = ["--no-default-features", "--features", "ssr", "--lib"];
            native_test(&[&APP[..], &app].concat(), test_counts)?;
            // Separate from the others' features, so that Leptos is compiled once for this and for
            // Trunk's hooks.
            native_test(
                &[&["-p", "site-builder"][..], &TARGETS].concat(),
                test_counts,
            )?;
            let elsewhere = ["catalogue", "site-builder", "tests"].map(|name| ["--exclude", name]);
            native_test(
                &[&NATIVE[..], elsewhere.as_flattened(), &TARGETS].concat(),
                test_counts,
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
        run: |test_counts| {
            let sites = Sites::built()?;
            sites.test("chromium", &["--test", "site"], &[], test_counts)?;
            site::check_sizes(&sites.published)
        },
    },
    Step {
        name: "browser",
        what: "tests of the built site in Chromium",
        set_up: || setup::for_building().and_then(|()| setup::for_browser()),
        run: |test_counts| {
            let targets = ["--lib", "--bins", "--test", "browser"];
            Sites::built()?.test("chromium", &targets, &[], test_counts)
        },
    },
];

/// Filters for the browser tests that run on a plain build.
const ON_PLAIN_BUILD: &[&str] = &[
    "hydration::",
    "journey::search_read_share_and_go_back_by_keyboard",
    "journey::a_random_walk",
];

/// Steps that only run by name, because each takes as long as all others together, or compiles the program
/// once more.
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
        run: |test_counts| {
            let sites = Sites::built()?;
            for engine in ["firefox", "webkit"] {
                println!("\n{}", coloured(BOLD, &format!("-- {engine}")));
                sites.test(engine, &["--test", "browser"], IN_ALL_ENGINES, test_counts)?;
            }
            Ok(())
        },
    },
    Step {
        name: "plain",
        what: "tests of what `trunk build --release` builds without any flags",
        set_up: || setup::for_building().and_then(|()| setup::for_browser()),
        run: |test_counts| {
            let folder = folders::target().join("site-plain");
            site::build_plain(&folder, &folders::fixture_file())?;
            // None of these tests needs another site.
            let sites = Sites {
                root: folder.clone(),
                sub: folder.clone(),
                published: folder,
            };
            sites.test(
                "chromium",
                &["--test", "browser"],
                ON_PLAIN_BUILD,
                test_counts,
            )
        },
    },
];

/// Runs all steps, or the one with the given name, and stops at the first failure.
///
/// # Errors
/// When there is no such step, set-up fails, or a step fails.
pub fn run(name: Option<&str>) -> Result<()> {
    let steps = chosen(name)?;
    // All installations come first, so that one does not fail after a long test run.
    for step in steps {
        (step.set_up)()?;
    }

    let mut test_counts = TestCounts::default();
    let mut times = Vec::new();
    let mut outcome = Ok(());
    for step in steps {
        println!(
            "\n{}",
            coloured(BOLD, &format!("== {}: {}", step.name, step.what))
        );
        let started = Instant::now();
        let result = (step.run)(&mut test_counts);
        times.push((step.name, started.elapsed()));
        if let Err(error) = result {
            outcome = Err(error.context(format!("step `{}` failed", step.name)));
            break;
        }
    }

    print_slowest(&test_counts);
    print_times(&times);
    let colour = if outcome.is_ok() { GREEN } else { RED };
    println!("{}", coloured(colour, &test_counts.to_string()));
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

fn test_wasm(test_counts: &mut TestCounts) -> Result<()> {
    cargo_test(
        cargo_in_workspace("test")
            .args([APP, WASM_TARGET].concat())
            .env("PATH", search_path()?)
            .envs([
                ("WASM_BINDGEN_USE_BROWSER", "1"),
                ("CHROMEDRIVER", "chromedriver"),
                // In seconds; an unoptimised wasm loads slowly on a busy machine.
                ("WASM_BINDGEN_TEST_TIMEOUT", "120"),
            ]),
        test_counts,
    )
}

/// The folder of the site of the published catalogue, in the target folder. CI keeps it for
/// reviewers.
const PUBLISHED_SITE: &str = "site-published";

/// The folders of the built sites.
#[derive(Clone)]
struct Sites {
    root: PathBuf,
    sub: PathBuf,
    published: PathBuf,
}

impl Sites {
    /// Builds the sites once, when the first step needs them.
    fn built() -> Result<Self> {
        static BUILT: OnceLock<Sites> = OnceLock::new();
        if let Some(sites) = BUILT.get() {
            return Ok(sites.clone());
        }
        let sites = Self {
            root: folders::target().join("site-root"),
            sub: folders::target().join("site-sub"),
            published: folders::target().join(PUBLISHED_SITE),
        };
        let [root, sub] = [ROOT_BASE.parse::<Base>()?, SUB_BASE.parse::<Base>()?];
        site::build(&sites.root, &root, &folders::fixture_file())?;
        site::build(&sites.sub, &sub, &folders::fixture_file())?;
        site::build(&sites.published, &root, &folders::data_file())?;
        Ok(BUILT.get_or_init(|| sites).clone())
    }

    /// Runs tests of the package `tests`, selected by target and by parts of their names, in a
    /// browser engine.
    fn test(
        &self,
        engine: &str,
        targets: &[&str],
        names: &[&str],
        test_counts: &mut TestCounts,
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
            test_counts,
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

fn native_test(arguments: &[&str], test_counts: &mut TestCounts) -> Result<()> {
    let mut test = cargo_in_workspace("test");
    cargo_test(
        test.args(TIMED).args(arguments).args(REPORT_TIME),
        test_counts,
    )
}

/// Runs `cargo test`, streams its output, and counts its tests.
fn cargo_test(command: &mut Command, test_counts: &mut TestCounts) -> Result<()> {
    let mut child = command
        .stdout(Stdio::piped())
        .spawn()
        .with_context(|| format!("cannot start `{}`", line(command)))?;
    if let Some(output) = child.stdout.take() {
        for text in BufReader::new(output).lines() {
            let text = text?;
            println!("{text}");
            test_counts.add_line(&text);
        }
    }
    let status = child.wait()?;
    if !status.success() {
        bail!("`{}` failed: {status}", line(command));
    }
    Ok(())
}

/// The number of slowest tests that are listed at the end.
const SLOWEST: usize = 10;

fn print_slowest(test_counts: &TestCounts) {
    let slowest = test_counts.slowest(SLOWEST);
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
            Err("there is no step `unit`; there are: format, lint, docs, dependencies, data, native, wasm, site, browser, edits, browsers, plain".to_owned())
        );
    }

    #[test]
    fn ci_keeps_the_site_that_the_steps_build() -> Result<()> {
        for file in [".github/workflows/test.yml", "deploy/gitlab-ci.yml"] {
            let text = std::fs::read_to_string(workspace().join(file))?;
            assert!(text.contains(&format!("target/{PUBLISHED_SITE}")), "{file}");
        }
        Ok(())
    }

    #[test]
    fn one_step_or_all_are_chosen() -> Result<()> {
        assert_eq!(chosen(Some("docs"))?.len(), 1);
        assert_eq!(chosen(Some("browsers"))?.len(), 1);
        assert_eq!(chosen(None)?.len(), STEPS.len());
        Ok(())
    }
}
