//! Packages of Debian and derived distributions.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context, Result, bail, ensure};
use project::{
    process::{is_on_path, output_of},
    programs::cache,
};

use super::progress::{Reading, Task};

/// Installs packages, which needs root.
pub(super) fn apt_install(task: &Task, packages: &[&str]) -> Result<()> {
    need_apt(packages)?;
    if !is_root() {
        bail!(
            "apt-get needs root: {} (`sudo apt-get install {}`)",
            by_hand(packages),
            packages.join(" ")
        );
    }
    task.run(apt_get().arg("update"), Reading::Apt)?;
    task.run(
        apt_get()
            .args(["install", "--no-install-recommends"])
            .args(packages),
        Reading::Apt,
    )
}

/// Unpacks packages into [`unpacked`], without installing them. Their dependencies must already be
/// installed.
pub(super) fn apt_unpack(task: &Task, packages: &[&str]) -> Result<()> {
    need_apt(packages)?;
    let folder = unpacked()?;
    fs::create_dir_all(&folder).with_context(|| format!("making {}", folder.display()))?;
    if is_root() {
        task.run(apt_get().arg("update"), Reading::Apt)?;
    }
    task.run(
        apt_get()
            .current_dir(&folder)
            .arg("download")
            .args(packages),
        Reading::Apt,
    )
    .with_context(|| by_hand(packages))?;
    for file in fs::read_dir(&folder)? {
        let file = file?.path();
        if file.extension().is_some_and(|ending| ending == "deb") {
            unpack(task, &file, &folder)?;
        }
    }
    Ok(())
}

fn unpack(task: &Task, package: &Path, folder: &Path) -> Result<()> {
    let mut command = Command::new("dpkg-deb");
    command.arg("--extract").args([package, folder]);
    task.run(&mut command, Reading::LastLine)?;
    fs::remove_file(package).with_context(|| format!("removing {}", package.display()))
}

/// The folder that [`apt_unpack`] unpacks into, as the root of the packages' paths.
pub(super) fn unpacked() -> Result<PathBuf> {
    Ok(cache()?.join("debian"))
}

fn apt_get() -> Command {
    let mut command = Command::new("apt-get");
    command
        .env("DEBIAN_FRONTEND", "noninteractive")
        .args(["-qq", "-y", "-o", "APT::Status-Fd=1"]);
    command
}

fn need_apt(packages: &[&str]) -> Result<()> {
    ensure!(
        is_on_path("apt-get"),
        "there is no apt-get: {}",
        by_hand(packages)
    );
    Ok(())
}

fn is_root() -> bool {
    output_of(Command::new("id").arg("-u")).as_deref() == Some("0")
}

fn by_hand(packages: &[&str]) -> String {
    format!(
        "install manually what Debian has in {}",
        packages.join(" and ")
    )
}
