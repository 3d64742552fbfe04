//! Joins the style sheets into one, because each file would cost a request with nearly a kilobyte of
//! headers before the first paint, and minifies scripts and styles.
//!
//! No bundler joins them, because joining is one line, the links of the shell must be rewritten anyway,
//! and with imports in the sheets `trunk serve` would need npm.

use std::{fs, path::Path, process::Command};

use anyhow::{Context, Result};
use project::{
    base::Base,
    files::{extension, read_text, write},
    process::run,
    programs,
};

const SHELL: &str = "index.html";
const JOINED: &str = "style.css";
/// The script that is bundled with the library that it imports.
const BUNDLED: &str = "workbook.js";
const START: &str = "<link rel=\"stylesheet\" href=\"";
const END: &str = ">";

/// Joins the style sheets of the shell in their order, and links the result instead.
///
/// # Errors
/// When a sheet is missing, or a file cannot be read or written.
pub(crate) fn join_styles(folder: &Path, base: &Base) -> Result<()> {
    let shell = read_text(folder, SHELL)?;
    let mut pieces = shell.split(START);
    let mut joined_shell = pieces.next().unwrap_or_default().to_owned();
    let mut sheets = String::new();
    for (number, piece) in pieces.enumerate() {
        let (href, rest) = piece.split_once('"').context("an open attribute")?;
        let (_, rest) = rest.split_once(END).context("an open tag")?;
        let path = base
            .strip(href)
            .with_context(|| format!("{href} is not in this site"))?;
        sheets.push_str(&read_text(folder, path)?);
        sheets.push('\n');
        fs::remove_file(folder.join(path))?;
        if number == 0 {
            joined_shell += &[START, base.as_str(), JOINED, "\"", END].concat();
        }
        joined_shell.push_str(rest.trim_start());
    }
    if !sheets.is_empty() {
        write(folder, JOINED, sheets)?;
        write(folder, SHELL, joined_shell)?;
    }
    Ok(())
}

/// Bundles the script that imports a library with it, in place.
pub(crate) fn bundle(folder: &Path) -> Result<()> {
    if !folder.join(BUNDLED).is_file() {
        return Ok(());
    }
    run(Command::new(programs::npm()?.join("esbuild"))
        .current_dir(folder)
        // esbuild looks there for packages that it does not find beside the script.
        .env("NODE_PATH", programs::npm_folder()?.join("node_modules"))
        .args([
            BUNDLED,
            "--bundle",
            "--platform=browser",
            "--format=esm",
            "--target=es2022",
            "--log-level=warning",
            "--allow-overwrite",
            "--outdir=.",
        ]))
}

/// Minifies those of the `files` below `folder` that are ES modules or style sheets, in place, with
/// esbuild: Trunk's own minifier fails on wasm-bindgen's output. This saves 30 % of the scripts'
/// compressed size.
pub(crate) fn minify(folder: &Path, files: &[String]) -> Result<()> {
    let code = files
        .iter()
        .filter(|path| matches!(extension(path), "js" | "css"));
    run(Command::new(programs::npm()?.join("esbuild"))
        .current_dir(folder)
        .args(code)
        .args([
            "--minify",
            // Otherwise esbuild treats a module as a classic script, whose top level is global.
            "--format=esm",
            "--target=es2022",
            "--legal-comments=none",
            "--log-level=warning",
            "--allow-overwrite",
            "--outdir=.",
            "--outbase=.",
        ]))
}

#[cfg(test)]
mod tests {
    use project::files::files_below;

    use super::*;

    #[test]
    fn sheets_are_joined_in_the_order_of_the_shell() -> Result<()> {
        let folder = tempfile::tempdir()?;
        let folder = folder.path();
        write(
            folder,
            SHELL,
            "<link rel=\"icon\" href=\"/a/i.svg\"/>\n  <link rel=\"stylesheet\" href=\"/a/z.css\"/>\n  \
             <link rel=\"stylesheet\" href=\"/a/b.css\"/>\n  </head>",
        )?;
        write(folder, "z.css", "@layer z;")?;
        write(folder, "b.css", "b {}")?;
        join_styles(folder, &"/a/".parse()?)?;
        assert_eq!(
            read_text(folder, SHELL)?,
            "<link rel=\"icon\" href=\"/a/i.svg\"/>\n  <link rel=\"stylesheet\" href=\"/a/style.css\"></head>"
        );
        assert_eq!(read_text(folder, JOINED)?, "@layer z;\nb {}\n");
        assert_eq!(files_below(folder)?, [SHELL, JOINED]);
        Ok(())
    }

    #[test]
    fn a_missing_sheet_is_an_error() -> Result<()> {
        let folder = tempfile::tempdir()?;
        write(folder.path(), SHELL, format!("{START}/z.css\">"))?;
        assert!(join_styles(folder.path(), &Base::default()).is_err());
        Ok(())
    }
}
