//! Benchmarks of our search and its peers from npm, on one page in Chromium.
//!
//! The page and the peers are in `tests/bench/` and not part of the site. Our engine is compiled
//! with the flags of the site's wasm.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::Result;
use clap::ValueEnum;
use project::{
    folders::{self, golden_file, workspace},
    process::{cargo, run as run_command},
    programs::search_path,
    release::{SMALL_PROGRAM, WASM_OPT},
};
use xtask::{setup, under_test::program};

use crate::prerequisites::{generated_catalogue, npm_packages};

/// A set of queries with expected results.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum GoldenSet {
    /// The ranking was tuned on it
    Tuned,
    /// The ranking was not tuned on it
    HeldOut,
}

const WASM: &str = "wasm32-unknown-unknown";
/// The golden sets, each with its name and file.
const GOLDEN: [(GoldenSet, &str, &str); 2] = [
    (GoldenSet::Tuned, "tuned", "tuned.json"),
    (GoldenSet::HeldOut, "held-out", "held_out.json"),
];

/// Measures speed and memory on generated catalogues of these sizes.
pub(crate) fn speed(clusters: &[usize], rounds: u32) -> Result<()> {
    let folder = search_page()?;
    let rounds = rounds.to_string();
    for &clusters in clusters {
        let catalogue = generated_catalogue(clusters)?;
        drive(["search".as_ref(), &folder, &catalogue, rounds.as_ref()])?;
    }
    Ok(())
}

/// Runs the golden queries of one set or of both; optionally lists those that our engine does not
/// answer as expected.
pub(crate) fn golden(chosen: Option<GoldenSet>, failures: bool) -> Result<()> {
    let folder = search_page()?;
    let failures = if failures { "failures" } else { "" };
    for (set, name, file) in GOLDEN {
        if chosen.is_none_or(|chosen| chosen == set) {
            println!("\n{name}");
            let golden = workspace().join("tests/golden").join(file);
            // The sets were written for this catalogue.
            let (catalogue, failures) = (golden_file(), failures.as_ref());
            drive(["golden".as_ref(), &folder, &catalogue, &golden, failures])?;
        }
    }
    Ok(())
}

/// Opens the page in Chromium, through the program that drives it.
fn drive<const COUNT: usize>(arguments: [&Path; COUNT]) -> Result<()> {
    run_command(program("search_bench").args(arguments))
}

/// Builds the benchmark page.
fn search_page() -> Result<PathBuf> {
    setup::for_building()?;
    let folder = folders::target().join("search-bench");
    build(&folder)?;
    Ok(folder)
}

/// Writes the page to `folder`: our engine as wasm, the peers bundled with the script.
fn build(folder: &Path) -> Result<()> {
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
    let program = folders::target()
        .join(WASM)
        .join("release/search_bench.wasm");
    run_command(
        tool("wasm-bindgen")?
            .args(["--target", "web", "--no-typescript", "--out-dir"])
            .args([folder, &program]),
    )?;
    let bound = folder.join("search_bench_bg.wasm");
    run_command(
        tool("wasm-opt")?
            .args(WASM_OPT)
            .arg(&bound)
            .arg("-o")
            .arg(&bound),
    )?;
    let page = npm_packages()?.join("page");
    for (name, script) in [("index.html", "bench.js"), ("frame.html", "frame.js")] {
        let html = format!(
            "<!doctype html><meta charset=\"utf-8\"><title>{name}</title>\
             <script type=\"module\" src=\"{script}\"></script>\n"
        );
        fs::write(folder.join(name), html)?;
    }
    run_command(
        tool("esbuild")?
            .args(["bench.js", "frame.js"].map(|name| page.join(name)))
            .args(["--bundle", "--format=esm", "--log-level=warning"])
            .arg("--external:/search_bench.js")
            .arg(format!("--outdir={}", folder.display())),
    )
}

/// A command for a tool that set-up installs.
fn tool(name: &str) -> Result<Command> {
    let mut command = Command::new(name);
    command.env("PATH", search_path()?);
    Ok(command)
}
