//! The site: built by Trunk, which calls the site builder through its hooks.

use std::{
    collections::BTreeSet,
    fs, io,
    path::{self, Path},
    process::{Command, Stdio},
};

use anyhow::{Context, Result, bail, ensure};
use project::{
    base::Base,
    files::files_below,
    folders::{self, CATALOGUE, workspace},
    process::{cargo, run, tool},
    programs::search_path,
    release::{LOCAL_ORIGIN, PUBLICATION, SMALL_PROGRAM},
};

/// Builds the release site for `base` from `data` into `folder`, for the local machine.
///
/// # Errors
/// When Trunk or one of the hooks fails; they print the reason.
pub fn build(folder: &Path, base: &Base, data: &Path) -> Result<()> {
    println!(
        "This build is for this machine: absolute addresses begin with {LOCAL_ORIGIN}{base}. \
         To publish it, use `cargo xtask build --publish`."
    );
    run(release(folder, base)?.env(CATALOGUE, path::absolute(data)?))
}

/// Builds the release site as `trunk build --release` does in a fresh clone: without the flags that make the
/// program small.
///
/// # Errors
/// When Trunk or one of the hooks fails; they print the reason.
pub fn build_plain(folder: &Path, data: &Path) -> Result<()> {
    let mut command = trunk()?;
    command
        .args(["build", "--release", "--locked", "--dist"])
        .arg(folder)
        .env(CATALOGUE, path::absolute(data)?);
    run(&mut command)
}

/// Builds the release site for publication below `base`, with the settings in `file`.
///
/// # Errors
/// When Trunk or one of the hooks fails; they print the reason.
pub fn publish(folder: &Path, base: &Base, file: &Path) -> Result<()> {
    run(release(folder, base)?.env(PUBLICATION, path::absolute(file)?))
}

/// The base path in the settings of a publication.
///
/// # Errors
/// When the settings are not complete; the site builder prints what is missing.
pub fn published_base(file: &Path) -> Result<Base> {
    let mut settings = tool("site-builder");
    let output = settings
        .arg("settings")
        .arg(file)
        .stderr(Stdio::inherit())
        .output()
        .context("cannot start the site builder")?;
    ensure!(output.status.success(), "nothing was built");
    String::from_utf8(output.stdout)?.trim().parse()
}

/// Prints the sizes of the site in `folder`.
///
/// # Errors
/// When a kind of file is over its budget.
pub fn check_sizes(folder: &Path) -> Result<()> {
    run(tool("site-builder").arg("sizes").arg(folder))
}

fn release(folder: &Path, base: &Base) -> Result<Command> {
    let mut command = trunk()?;
    command
        .envs(SMALL_PROGRAM)
        .args([
            "build",
            "--release",
            "--locked",
            "--public-url",
            base.as_str(),
            "--dist",
        ])
        .arg(folder);
    Ok(command)
}

/// A command that serves the development build with live reload, until it is stopped.
///
/// # Errors
/// When the environment has no home directory.
pub fn development_server(port: u16, base: &Base) -> Result<Command> {
    let mut command = trunk()?;
    command.args([
        "serve",
        "--locked",
        "--address",
        "127.0.0.1",
        "--port",
        &port.to_string(),
        "--public-url",
        base.as_str(),
    ]);
    Ok(command)
}

fn trunk() -> Result<Command> {
    let mut command = Command::new("trunk");
    command
        .current_dir(workspace())
        .env("PATH", search_path()?)
        .env("TRUNK_SKIP_VERSION_CHECK", "true")
        .env_remove(PUBLICATION);
    Ok(command)
}

/// Builds the site twice, into two folders, and lists the files that differ. The wasm is recompiled
/// for the second build.
///
/// # Errors
/// When a build fails, or two files differ.
pub fn check_reproducible() -> Result<()> {
    let base = Base::default();
    let [one, other] = ["reproduce-1", "reproduce-2"].map(|name| folders::target().join(name));
    build(&one, &base, &folders::data_file())?;
    clean_wasm()?;
    build(&other, &base, &folders::data_file())?;
    let differing = differing(&one, &other)?;
    if !differing.is_empty() {
        bail!("two builds differ in: {}", differing.join(", "));
    }
    println!("two builds agree in all {} files", files_below(&one)?.len());
    Ok(())
}

/// Removes the wasm build artefacts of our own crates. Dependencies are pinned by `Cargo.lock`.
fn clean_wasm() -> Result<()> {
    run(cargo().current_dir(workspace()).args([
        "clean",
        "--release",
        "--target",
        "wasm32-unknown-unknown",
        "-p",
        "technology-clusters",
        "-p",
        "catalogue",
    ]))
}

/// The paths that only one of two sites has, or whose content differs.
fn differing(one: &Path, other: &Path) -> Result<Vec<String>> {
    let paths: BTreeSet<_> = [files_below(one)?, files_below(other)?]
        .concat()
        .into_iter()
        .collect();
    let mut differing = Vec::new();
    for path in paths {
        if content(&one.join(&path))? != content(&other.join(&path))? {
            differing.push(path);
        }
    }
    Ok(differing)
}

/// The content of a file, or `None` if it does not exist.
fn content(file: &Path) -> io::Result<Option<Vec<u8>>> {
    match fs::read(file) {
        Ok(content) => Ok(Some(content)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

#[cfg(test)]
mod tests {
    use project::files::write;

    use super::*;

    #[test]
    fn differing_files_are_listed() -> Result<()> {
        let folder = tempfile::tempdir()?;
        for (path, content) in [
            ("one/same.html", "a"),
            ("one/changed.html", "a"),
            ("one/en/gone.html", "a"),
            ("other/same.html", "a"),
            ("other/changed.html", "b"),
            ("other/it/new.html", "a"),
        ] {
            write(folder.path(), path, content)?;
        }
        let [one, other] = ["one", "other"].map(|name| folder.path().join(name));
        assert_eq!(
            differing(&one, &other)?,
            ["changed.html", "en/gone.html", "it/new.html"]
        );
        assert!(differing(&one, &one)?.is_empty());
        Ok(())
    }
}
