//! Maps request paths to files of the site, and never to other files.

use std::path::{Path, PathBuf};

use percent_encoding::percent_decode_str;

/// The result of resolving a request path.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum ResolvedPath {
    /// A file.
    File(PathBuf),
    /// A folder, requested without its trailing slash.
    FolderWithoutSlash,
    /// Not part of the site.
    Missing,
}

/// Resolves `path`, the part of a request path after the base, in `folder`, which must be
/// canonical.
pub(super) fn resolve(folder: &Path, path: &str) -> ResolvedPath {
    let Some(file) = parts(path).map(|parts| folder.join(parts.join("/"))) else {
        return ResolvedPath::Missing;
    };
    let file = if path.is_empty() || path.ends_with('/') {
        file.join("index.html")
    } else if file.is_dir() {
        return ResolvedPath::FolderWithoutSlash;
    } else {
        file
    };
    // A symbolic link could still lead out of the folder.
    match file.canonicalize() {
        Ok(real) if real.starts_with(folder) && real.is_file() => ResolvedPath::File(real),
        _ => ResolvedPath::Missing,
    }
}

/// The decoded parts between the slashes, or `None` if one is unsafe: a parent folder, a hidden
/// file, or a decoded separator.
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
                ResolvedPath::File(folder.join(file)),
                "{path}"
            );
        }
        assert_eq!(resolve(&folder, "en"), ResolvedPath::FolderWithoutSlash);
        for path in ["no", "no/", "data/", "index.html/", "en//", "/en/"] {
            assert_eq!(resolve(&folder, path), ResolvedPath::Missing, "{path}");
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
            assert_eq!(resolve(&folder, path), ResolvedPath::Missing, "{path}");
        }
        Ok(())
    }

    #[test]
    #[cfg(unix)]
    fn a_link_out_of_the_site_is_missing() -> Result<()> {
        let (outer, folder) = site()?;
        std::os::unix::fs::symlink(outer.path().join("secret.txt"), folder.join("link.txt"))?;
        assert_eq!(resolve(&folder, "link.txt"), ResolvedPath::Missing);
        Ok(())
    }
}
