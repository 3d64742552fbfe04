//! Fuzzing, with coverage feedback, of the code that reads text from outside.

use std::{collections::BTreeMap, fs};

use anyhow::{Context, Result};
use project::{
    files::write,
    folders::workspace,
    process::{cargo, run as run_command},
    programs::{cache, search_path},
};

/// The fuzz targets: the files in `tests/fuzz/targets/`.
pub const TARGETS: [&str; 5] = ["address", "data", "search", "highlight", "markup"];

/// Fuzzes a target, starting from its seeds and from what earlier runs have found.
///
/// # Errors
/// When the seeds cannot be unpacked, or an input violates the property of the target.
pub fn run(target: &str, seconds: u32) -> Result<()> {
    // Outside the checkout: it grows with each run.
    let corpus = cache()?.join("fuzz").join(target);
    for (number, seed) in seeds(target)?.iter().enumerate() {
        write(&corpus, &format!("seed-{number}"), seed)?;
    }
    let mut fuzz = cargo();
    // There is no unsafe code, so the pinned compiler without a sanitizer is enough.
    fuzz.current_dir(workspace())
        .env("PATH", search_path()?)
        .args(["fuzz", "run", "--fuzz-dir", "tests/fuzz"])
        .args(["--sanitizer", "none", target])
        .arg(corpus)
        .args(["--", &format!("-max_total_time={seconds}")]);
    run_command(&mut fuzz)
}

/// The inputs to start from.
fn seeds(target: &str) -> Result<Vec<String>> {
    let file = workspace().join("tests/fuzz/seeds.json");
    let text = fs::read_to_string(&file).with_context(|| format!("{}", file.display()))?;
    let mut seeds: BTreeMap<String, Vec<String>> = serde_json::from_str(&text)?;
    let mut seeds = seeds.remove(target).context("it has no seeds")?;
    if target == "data" {
        let sound = workspace().join("tools/check-data/tests/broken/sound.json");
        seeds.push(fs::read_to_string(sound)?);
    }
    Ok(seeds)
}

#[cfg(test)]
mod tests {
    use anyhow::ensure;

    use super::*;

    #[test]
    fn every_target_has_seeds() -> Result<()> {
        for target in TARGETS {
            ensure!(!seeds(target)?.is_empty(), "{target} has no seeds");
            let code = format!("tests/fuzz/targets/{target}.rs");
            ensure!(workspace().join(&code).is_file(), "there is no {code}");
        }
        Ok(())
    }
}
