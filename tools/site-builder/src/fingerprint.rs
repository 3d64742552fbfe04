//! Content hashes in file names: `boot.js` becomes `boot-5d41402abc4b2a76.js`.
//!
//! Trunk can add hashes to names, but it derives the hash of the JavaScript from the wasm, so that
//! one name can have two contents, and it adds none to files that it only copies. Browsers that
//! cache them for good would mix old and new files. Here every hash is that of the file's own
//! content: files are renamed in the order of `layer`, and a file is hashed after the names that it
//! mentions have been replaced.

use std::{collections::BTreeMap, fmt::Write, fs, path::Path};

use anyhow::{Context, Result, ensure};
use hosting::headers::FINGERPRINT_DIGITS;
use project::files::{extension, files_below, read_text};
use sha2::{Digest, Sha256};

/// Old to new file names, without folders.
pub(crate) type Renamed = BTreeMap<String, String>;

/// The order in which a file is renamed; it may only mention files of earlier layers. `None` for
/// files that keep their name: pages, icons, and everything that other sites link to.
fn layer(path: &str) -> Option<usize> {
    match (path, extension(path)) {
        ("data/catalogue.json" | "icons.png" | "map.svg" | "map_small.svg" | "network.svg", _)
        | (_, "woff2" | "wasm") => Some(0),
        // wasm-bindgen puts these into folders with their own hashes.
        _ if path.starts_with("snippets/") => None,
        (_, "css") => Some(1),
        ("boot.js", _) => Some(2),
        (_, "js") => Some(1),
        _ => None,
    }
}

/// Renames every file below `folder` that has a `layer`, and updates the names in scripts, styles
/// and pages.
pub(crate) fn rename_all(folder: &Path) -> Result<Renamed> {
    let mut files: Vec<_> = files_below(folder)?
        .into_iter()
        .filter_map(|path| Some((layer(&path)?, path)))
        .collect();
    files.sort();
    let mut renamed = Renamed::new();
    for (_, path) in &files {
        if matches!(extension(path), "css" | "js") {
            replace_in_file(folder, path, &renamed)?;
        }
        let (old, new) = rename(folder, path)?;
        let clash = renamed.insert(old, new);
        ensure!(
            clash.is_none(),
            "two files are called like {path}; one must be renamed"
        );
    }
    for page in files_below(folder)?
        .iter()
        .filter(|path| extension(path) == "html")
    {
        replace_in_file(folder, page, &renamed)?;
    }
    Ok(renamed)
}

fn rename(folder: &Path, path: &str) -> Result<(String, String)> {
    let content = fs::read(folder.join(path)).with_context(|| format!("reading {path}"))?;
    let (parent, old) = path.rsplit_once('/').unwrap_or(("", path));
    let (stem, extension) = old.rsplit_once('.').unwrap_or((old, ""));
    let new = format!("{stem}-{}.{extension}", fingerprint(&content));
    fs::rename(folder.join(path), folder.join(parent).join(&new))
        .with_context(|| format!("renaming {path}"))?;
    Ok((old.to_owned(), new))
}

/// The hash of `content`, as it appears in a name.
fn fingerprint(content: &[u8]) -> String {
    let mut digits = sha256(content);
    digits.truncate(FINGERPRINT_DIGITS);
    digits
}

/// The SHA-256 of `content` in hexadecimal digits.
pub(crate) fn sha256(content: &[u8]) -> String {
    let mut digits = String::new();
    for byte in Sha256::digest(content) {
        // Writing to a string cannot fail.
        write!(digits, "{byte:02x}").ok();
    }
    digits
}

fn replace_in_file(folder: &Path, path: &str, renamed: &Renamed) -> Result<()> {
    let text = read_text(folder, path)?;
    let replaced = replace_names(&text, renamed);
    if replaced != text {
        fs::write(folder.join(path), replaced).with_context(|| format!("writing {path}"))?;
    }
    Ok(())
}

/// Replaces each old name in `text`, except within longer names.
fn replace_names(text: &str, renamed: &Renamed) -> String {
    renamed.iter().fold(text.to_owned(), |text, (old, new)| {
        replace_name(&text, old, new)
    })
}

fn replace_name(text: &str, old: &str, new: &str) -> String {
    let is_of_a_name = |character: char| character.is_alphanumeric() || "-_.".contains(character);
    let mut replaced = String::with_capacity(text.len());
    let mut copied = 0;
    for (at, _) in text.match_indices(old) {
        let end = at + old.len();
        if !text[..at].ends_with(is_of_a_name) && !text[end..].starts_with(is_of_a_name) {
            replaced.push_str(&text[copied..at]);
            replaced.push_str(new);
            copied = end;
        }
    }
    replaced + &text[copied..]
}

#[cfg(test)]
mod tests {
    use hosting::headers::is_fingerprinted;
    use project::files::write;

    use super::*;

    #[test]
    fn names_within_longer_ones_are_kept() {
        let text = r#"<a href=/b/a.css> "a.css" data.css a.css.map -a.css url(x/a.css)"#;
        assert_eq!(
            replace_name(text, "a.css", "a-1.css"),
            r#"<a href=/b/a-1.css> "a-1.css" data.css a.css.map -a.css url(x/a-1.css)"#
        );
    }

    /// A small site: page → boot.js and style, style → font, boot.js → wasm and data.
    fn site(font: &str) -> Result<(tempfile::TempDir, Renamed)> {
        let folder = tempfile::tempdir()?;
        for (path, content) in [
            ("fonts/t.woff2", font),
            ("look.css", "src: url(fonts/t.woff2)"),
            ("data/catalogue.json", "{}"),
            ("data/catalogue.schema.json", "{}"),
            ("app_bg.wasm", "wasm"),
            ("app.js", "new URL('app_bg.wasm', import.meta.url)"),
            ("boot.js", "import('./app.js')"),
            (
                "index.html",
                "<script src=/boot.js data-catalogue=/data/catalogue.json><link href=/look.css>",
            ),
            ("icon.svg", "<svg/>"),
        ] {
            write(folder.path(), path, content)?;
        }
        let renamed = rename_all(folder.path())?;
        Ok((folder, renamed))
    }

    #[test]
    fn hashes_match_the_content_and_references_are_updated() -> Result<()> {
        let (folder, renamed) = site("font")?;
        let files = files_below(folder.path())?;
        for path in files.iter().filter(|path| is_fingerprinted(path)) {
            let content = fs::read(folder.path().join(path))?;
            assert!(path.contains(&fingerprint(&content)), "{path}");
        }
        for (page, mentioned) in [
            ("index.html", "boot.js"),
            ("index.html", "look.css"),
            ("index.html", "catalogue.json"),
            (renamed["look.css"].as_str(), "t.woff2"),
            (&renamed["app.js"], "app_bg.wasm"),
            (&renamed["boot.js"], "app.js"),
        ] {
            let text = read_text(folder.path(), page)?;
            assert!(
                text.contains(&renamed[mentioned]),
                "{page} names {mentioned}"
            );
        }
        for kept in ["icon.svg", "index.html", "data/catalogue.schema.json"] {
            assert!(files.iter().any(|path| path == kept), "{kept}");
        }
        Ok(())
    }

    #[test]
    fn a_change_renames_only_the_files_that_refer_to_it() -> Result<()> {
        let (_, before) = site("font")?;
        let (_, after) = site("another font")?;
        let changed: Vec<_> = before
            .keys()
            .filter(|old| before[*old] != after[*old])
            .collect();
        assert_eq!(changed, ["look.css", "t.woff2"]);
        Ok(())
    }

    #[test]
    fn two_files_of_one_name_are_refused() -> Result<()> {
        let folder = tempfile::tempdir()?;
        write(folder.path(), "a/x.woff2", "1")?;
        write(folder.path(), "b/x.woff2", "2")?;
        assert!(rename_all(folder.path()).is_err());
        Ok(())
    }
}
