//! The command line: language, overview, and pipes.

use std::error::Error;
use std::fs;
use std::process::{Command, Stdio};

use project::folders::fixture_file;

type TestResult = Result<(), Box<dyn Error>>;

/// The check of the fixture, in the locale `C`.
fn check() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_check-data"));
    command.arg("check").arg(fixture_file());
    command.env("LC_ALL", "C");
    command
}

/// What the command prints.
fn output(command: &mut Command) -> Result<String, Box<dyn Error>> {
    Ok(String::from_utf8(command.output()?.stdout)?)
}

#[test]
fn the_option_decides_the_language_or_else_the_locale() -> TestResult {
    for (option, locale, words) in [
        (None, "C", "0 errors, "),
        (None, "it_IT.UTF-8", "0 errori, "),
        (Some("it"), "C", "0 errori, "),
        (Some("en"), "it_IT.UTF-8", "0 errors, "),
    ] {
        let mut command = check();
        command.env("LC_ALL", locale);
        command.args(option.map(|lang| format!("--lang={lang}")));
        let printed = output(&mut command)?;
        assert!(printed.contains(words), "{option:?} {locale}: {printed}");
    }
    let refused = check().arg("--lang=de").output()?;
    assert!(!refused.status.success());
    Ok(())
}

#[test]
fn the_overview_is_written_to_the_requested_file() -> TestResult {
    let folder = tempfile::tempdir()?;
    let file = folder.path().join("report.html");
    let status = check().arg("--report").arg(&file).output()?.status;
    assert!(status.success());
    let page = fs::read_to_string(&file)?;
    assert!(page.contains("lombardia-aerospace-cluster"), "{page}");
    Ok(())
}

#[test]
fn a_reader_that_closes_the_pipe_early_causes_no_panic() -> TestResult {
    let mut child = check()
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()?;
    // Closed before anything is written, as by `head` after its last line.
    drop(child.stdout.take());
    let output = child.wait_with_output()?;
    let said = String::from_utf8(output.stderr)?;
    assert!(output.status.success() && said.is_empty(), "{said}");
    Ok(())
}
