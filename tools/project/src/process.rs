//! Running other programs.

#[cfg(unix)]
use std::os::unix::process::CommandExt;
use std::{
    env,
    ffi::OsString,
    path::Path,
    process::{Command, ExitCode, Stdio},
};

use anyhow::{Context, Result, bail};

use crate::folders;

/// The cargo that runs this process, so that everything uses one toolchain.
pub fn cargo() -> Command {
    Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}

/// Turns a result into an exit code, and prints an error to standard error.
pub fn exit_code(outcome: Result<()>) -> ExitCode {
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

/// A command that runs a program of this workspace; add its arguments.
pub fn tool(package: &str) -> Command {
    let mut command = cargo();
    command.args(["run", "--locked", "--quiet", "--manifest-path"]);
    command.arg(folders::workspace().join("Cargo.toml"));
    command.args(["--package", package, "--"]);
    command
}

/// Runs `command` with inherited output.
///
/// # Errors
/// When it cannot be started or fails.
pub fn run(command: &mut Command) -> Result<()> {
    let status = command
        .status()
        .with_context(|| format!("cannot start `{}`", line(command)))?;
    if !status.success() {
        bail!("`{}` failed: {status}", line(command));
    }
    Ok(())
}

/// Replaces this process by `command`, so that signals reach it; where the system cannot do that,
/// like [`run`].
///
/// # Errors
/// When it cannot be started.
#[cfg(unix)]
pub fn replace_with(command: &mut Command) -> Result<()> {
    let error = command.exec();
    Err(error).with_context(|| format!("cannot start `{}`", line(command)))
}

/// Runs `command` like [`run`], because this system cannot replace a process.
///
/// # Errors
/// When it cannot be started or fails.
#[cfg(not(unix))]
pub fn replace_with(command: &mut Command) -> Result<()> {
    run(command)
}

/// The output of `command`, or `None` if it cannot be started or fails.
pub fn output_of(command: &mut Command) -> Option<String> {
    let output = command
        .stdin(Stdio::null())
        .stderr(Stdio::null())
        .output()
        .ok()?;
    output
        .status
        .success()
        .then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// Whether `PATH` has a program with this name.
pub fn is_on_path(program: &str) -> bool {
    env::var_os("PATH").is_some_and(|path| {
        env::split_paths(&path).any(|folder| {
            folder
                .join(program)
                .with_extension(env::consts::EXE_EXTENSION)
                .is_file()
        })
    })
}

/// `PATH` with `folders` prepended.
pub fn path_with<'folder>(folders: impl IntoIterator<Item = &'folder Path>) -> OsString {
    let path = env::var_os("PATH").unwrap_or_default();
    let all = folders
        .into_iter()
        .map(Path::to_owned)
        .chain(env::split_paths(&path));
    // Joining only fails if a folder contains the separator; then `PATH` stays as it is.
    env::join_paths(all).unwrap_or(path)
}

/// The command line as typed in a shell.
pub fn line(command: &Command) -> String {
    let words: Vec<_> = std::iter::once(command.get_program())
        .chain(command.get_args())
        .map(|word| word.to_string_lossy())
        .collect();
    words.join(" ")
}
