//! The markup of every page, checked by html-validate.

use std::{
    fs,
    path::Path,
    process::{Command, Stdio},
};

use anyhow::{Context, Result, ensure};
use tests::BuiltSite;

use crate::built::pages;

/// The number of processes; each takes a core.
const CHECKERS: usize = 2;

#[test]
fn no_page_breaks_a_rule_of_html() -> Result<()> {
    validate(&BuiltSite::Root.folder()?, &pages(BuiltSite::Root)?)
}

/// Checks the `pages` below `folder`.
pub(crate) fn validate(folder: &Path, pages: &[String]) -> Result<()> {
    let package = Path::new(env!("CARGO_MANIFEST_DIR"));
    let program = package.join("node_modules/html-validate/bin/html-validate.mjs");
    ensure!(
        program.is_file(),
        "{} is missing: run `npm ci` in tests/",
        program.display()
    );
    // html-validate mistakes the title of an SVG for that of the page, which must not contain
    // comments.
    let copies = tempfile::tempdir()?;
    for page in pages {
        let text = fs::read_to_string(folder.join(page))?;
        let copy = copies.path().join(page);
        fs::create_dir_all(copy.parent().context("a folder")?)?;
        fs::write(copy, text.replace("<!----></title><path", "</title><path"))?;
    }
    let checkers: Vec<_> = pages
        .chunks(pages.len().div_ceil(CHECKERS).max(1))
        .map(|share| {
            Command::new("node")
                .arg(&program)
                .arg("--config")
                .arg(package.join("html-validate.config.mjs"))
                .args(["--formatter", "text", "--max-warnings", "0"])
                .args(share)
                .current_dir(copies.path())
                .stdout(Stdio::piped())
                .stderr(Stdio::piped())
                .spawn()
                .context("cannot start node; install Node.js 20.19 or newer")
        })
        .collect::<Result<_>>()?;
    let mut findings = String::new();
    for checker in checkers {
        let output = checker.wait_with_output()?;
        if !output.status.success() {
            findings += &String::from_utf8_lossy(&output.stdout);
            findings += &String::from_utf8_lossy(&output.stderr);
        }
    }
    ensure!(findings.is_empty(), "html-validate found:\n{findings}");
    Ok(())
}

#[test]
fn a_page_that_breaks_a_rule_is_rejected() -> Result<()> {
    let folder = tempfile::tempdir()?;
    std::fs::write(
        folder.path().join("a.html"),
        "<!doctype html><p id=x><p id=x>",
    )?;
    let found = validate(folder.path(), &["a.html".to_owned()]).map_err(|error| error.to_string());
    assert!(found.is_err_and(|text| text.contains("no-dup-id")));
    Ok(())
}
