//! Reading and writing files below a folder.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};

/// The text after the last dot of `path`; empty if there is none.
pub fn extension(path: &str) -> &str {
    path.rsplit_once('.').map_or("", |(_, extension)| extension)
}

/// All files below `folder`, as sorted relative paths with `/` as separator.
///
/// # Errors
/// When a folder cannot be read.
pub fn files_below(folder: &Path) -> Result<Vec<String>> {
    let mut files = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(&next).with_context(|| format!("reading {}", next.display()))? {
            let path = entry?.path();
            if path.is_dir() {
                folders.push(path);
            } else {
                files.push(name_from(folder, &path)?);
            }
        }
    }
    files.sort();
    Ok(files)
}

/// Writes `content` to `path` below `folder`, and creates missing folders.
///
/// # Errors
/// When it cannot be written.
pub fn write(folder: &Path, path: &str, content: impl AsRef<[u8]>) -> Result<()> {
    let file = folder.join(path);
    if let Some(parent) = file.parent() {
        fs::create_dir_all(parent).with_context(|| format!("making {}", parent.display()))?;
    }
    fs::write(&file, content).with_context(|| format!("writing {}", file.display()))
}

/// The text of the file at `path` below `folder`.
///
/// # Errors
/// When it cannot be read.
pub fn read_text(folder: &Path, path: &str) -> Result<String> {
    let file: PathBuf = folder.join(path);
    fs::read_to_string(&file).with_context(|| format!("reading {}", file.display()))
}

fn name_from(folder: &Path, path: &Path) -> Result<String> {
    let parts: Vec<_> = path
        .strip_prefix(folder)?
        .components()
        .map(|part| part.as_os_str().to_string_lossy())
        .collect();
    Ok(parts.join("/"))
}
