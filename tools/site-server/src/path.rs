//! From the path of a request to a file of the site, and never to any other.

use std::path::{Path, PathBuf};

use percent_encoding::percent_decode_str;

/// What the path of a request stands for.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Target {
    /// A file to be sent.
    File(PathBuf),
    /// A folder named without its slash.
    FolderWithoutSlash,
    /// Nothing that we have.
    Missing,
}

/// What `path`, the part of a request's path after the base, stands for in `folder`, which must
/// be canonical.
pub(super) fn resolve(folder: &Path, path: &str) -> Target {
    let Some(file) = parts(path).map(|parts| folder.join(parts.join("/"))) else {
        return Target::Missing;
    };
    let file = if path.is_empty() || path.ends_with('/') {
        file.join("index.html")
    } else if file.is_dir() {
        return Target::FolderWithoutSlash;
    } else {
        file
    };
    // A link inside the folder could still lead out of it.
    match file.canonicalize() {
        Ok(real) if real.starts_with(folder) && real.is_file() => Target::File(real),
        _ => Target::Missing,
    }
}

/// The decoded parts between the slashes, or nothing if one could lead astray: up, to hidden
/// files, or into a part that was not a part before decoding.
fn parts(path: &str) -> Option<Vec<String>> {
    let path = path.strip_suffix('/').unwrap_or(path);
    if path.is_empty() {
        return Some(Vec::new());
    }
    path.split('/')
        .map(|part| {
            let part = percent_decode_str(part).decode_utf8().ok()?;
            let is_plain = !part.is_empty()
                && !part.starts_with('.')
                && !part.contains(['/', '\\', ':', '\0']);
            is_plain.then(|| part.into_owned())
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use anyhow::Result;
    use project::files::write;

    fn site() -> Result<(tempfile::TempDir, PathBuf)> {
        let outer = tempfile::tempdir()?;
        write(outer.path(), "secret.txt", "")?;
        for path in [
            "site/index.html",
            "site/en/index.html",
            "site/a b.txt",
            "site/.hidden",
            "site/data/x.json",
        ] {
            write(outer.path(), path, "")?;
        }
        let folder = outer.path().join("site").canonicalize()?;
        Ok((outer, folder))
    }

    #[test]
    fn files_and_folders_are_found() -> Result<()> {
        let (_outer, folder) = site()?;
        for (path, file) in [
            ("", "index.html"),
            ("index.html", "index.html"),
            ("en/", "en/index.html"),
            ("a%20b.txt", "a b.txt"),
        ] {
            assert_eq!(
                resolve(&folder, path),
                Target::File(folder.join(file)),
                "{path}"
            );
        }
        assert_eq!(resolve(&folder, "en"), Target::FolderWithoutSlash);
        for path in ["no", "no/", "data/", "index.html/", "en//", "/en/"] {
            assert_eq!(resolve(&folder, path), Target::Missing, "{path}");
        }
        Ok(())
    }

    #[test]
    fn no_path_leads_out_of_the_site() -> Result<()> {
        let (outer, folder) = site()?;
        let absolute = format!("{}/secret.txt", outer.path().display());
        for path in [
            "../secret.txt",
            "..%2fsecret.txt",
            "%2e%2e/secret.txt",
            "en/../../secret.txt",
            "en/..%5c..%5csecret.txt",
            ".hidden",
            "%2ehidden",
            "C:/secret.txt",
            "index.html%00",
            "%ff",
            absolute.as_str(),
        ] {
            assert_eq!(resolve(&folder, path), Target::Missing, "{path}");
        }
        Ok(())
    }

    #[test]
    #[cfg(unix)]
    fn a_link_out_of_the_site_is_missing() -> Result<()> {
        let (outer, folder) = site()?;
        std::os::unix::fs::symlink(outer.path().join("secret.txt"), folder.join("link.txt"))?;
        assert_eq!(resolve(&folder, "link.txt"), Target::Missing);
        Ok(())
    }
}
