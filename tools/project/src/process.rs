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

/// The cargo that runs us, so that one tool chain does everything.
pub fn cargo() -> Command {
    Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}

/// What a tool ends with; why it has failed is told on standard error.
pub fn exit_code(outcome: Result<()>) -> ExitCode {
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

/// A program of this workspace: its arguments are to be added.
pub fn tool(package: &str) -> Command {
    let mut command = cargo();
    command.args(["run", "--locked", "--quiet", "--manifest-path"]);
    command.arg(folders::workspace().join("Cargo.toml"));
    command.args(["--package", package, "--"]);
    command
}

/// Runs `command` with its output on ours.
///
/// # Errors
/// When it cannot be started, or fails.
pub fn run(command: &mut Command) -> Result<()> {
    let status = command
        .status()
        .with_context(|| format!("cannot start `{}`", line(command)))?;
    if !status.success() {
        bail!("`{}` failed: {status}", line(command));
    }
    Ok(())
}

/// Runs `command` in the place of this process, so that who stops this one stops it; where the system
/// cannot do that, as [`run`] does.
///
/// # Errors
/// When it cannot be started.
#[cfg(unix)]
pub fn replace_with(command: &mut Command) -> Result<()> {
    let error = command.exec();
    Err(error).with_context(|| format!("cannot start `{}`", line(command)))
}

/// Runs `command` in the place of this process; here, as [`run`] does.
///
/// # Errors
/// When it cannot be started, or fails.
#[cfg(not(unix))]
pub fn replace_with(command: &mut Command) -> Result<()> {
    run(command)
}

/// What `command` prints, or nothing if it cannot be started or fails.
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

/// Whether a program of that name is found on `PATH`.
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

/// Today's `PATH` with `folders` before it.
pub fn path_with<'folder>(folders: impl IntoIterator<Item = &'folder Path>) -> OsString {
    let path = env::var_os("PATH").unwrap_or_default();
    let all = folders
        .into_iter()
        .map(Path::to_owned)
        .chain(env::split_paths(&path));
    // Only a folder with the separator in its name cannot be joined; then today's path must do.
    env::join_paths(all).unwrap_or(path)
}

/// The command as one would type it.
pub fn line(command: &Command) -> String {
    let words: Vec<_> = std::iter::once(command.get_program())
        .chain(command.get_args())
        .map(|word| word.to_string_lossy())
        .collect();
    words.join(" ")
}
