//! Checks the download sizes against their budgets.

use std::{fs, path::Path};

use anyhow::{Result, bail};
use project::files::{extension, files_below};

/// A kind of file with its budget. All sizes are in bytes; a KB is 1000 bytes.
struct FileKind {
    name: &'static str,
    is_one: fn(&str) -> bool,
    /// The budget after brotli at level 11; `None` means no limit.
    budget: Option<u64>,
}

const KINDS: &[FileKind] = &[
    FileKind {
        name: "wasm",
        is_one: |path| extension(path) == "wasm" && !is_lazy(path),
        budget: Some(220_000),
    },
    // The second wasm file: all pages and views except the listing as cards.
    FileKind {
        name: "lazy",
        is_one: is_lazy,
        budget: Some(99_000),
    },
    FileKind {
        name: "JS",
        is_one: |path| {
            extension(path) == "js" && !is_workbook_script(path) && !is_picture_script(path)
        },
        budget: Some(10_000),
    },
    // The script that saves workbooks, loaded on demand.
    FileKind {
        name: "XLSX",
        is_one: is_workbook_script,
        budget: Some(9_000),
    },
    // The script that saves charts as pictures, loaded on demand.
    FileKind {
        name: "SVG",
        is_one: is_picture_script,
        budget: Some(5_000),
    },
    FileKind {
        name: "CSS",
        is_one: |path| extension(path) == "css",
        budget: Some(9_000),
    },
    FileKind {
        name: "fonts",
        is_one: |path| extension(path) == "woff2",
        budget: Some(40_000),
    },
    FileKind {
        name: "data",
        is_one: |path| {
            path.starts_with("data/catalogue")
                && extension(path) == "json"
                && !path.contains("schema")
        },
        budget: None,
    },
];

fn is_lazy(path: &str) -> bool {
    extension(path) == "wasm" && path.contains("_lazy")
}

fn is_workbook_script(path: &str) -> bool {
    extension(path) == "js" && path.contains("workbook")
}

fn is_picture_script(path: &str) -> bool {
    extension(path) == "js" && path.contains("picture")
}

/// The size of all files of one kind, in bytes.
#[derive(Debug, PartialEq, Eq)]
struct KindSize {
    name: &'static str,
    files: usize,
    raw: u64,
    brotli: u64,
    budget: Option<u64>,
}

impl KindSize {
    fn is_over(&self) -> bool {
        self.budget.is_some_and(|budget| self.brotli > budget)
    }

    fn row(&self) -> String {
        let budget = self.budget.map_or_else(|| "–".to_owned(), kilobytes);
        let verdict = if self.is_over() { "  over budget" } else { "" };
        format!(
            "{:<6}{:>6}{:>10}{:>10}{:>10}{verdict}",
            self.name,
            self.files,
            kilobytes(self.raw),
            kilobytes(self.brotli),
            budget
        )
    }
}

/// Prints the sizes of the site in `folder`.
///
/// # Errors
/// When a kind of file is over its budget, or the folder cannot be read.
pub fn check(folder: &Path) -> Result<()> {
    let sizes = measure(folder)?;
    println!(
        "\n{:<6}{:>6}{:>10}{:>10}{:>10}",
        "KB", "files", "raw", "brotli", "budget"
    );
    for size in &sizes {
        println!("{}", size.row());
    }
    let over: Vec<_> = sizes
        .iter()
        .filter(|size| size.is_over())
        .map(|size| size.name)
        .collect();
    if !over.is_empty() {
        bail!("over budget: {}", over.join(", "));
    }
    Ok(())
}

fn measure(folder: &Path) -> Result<Vec<KindSize>> {
    let files = files_below(folder)?;
    KINDS
        .iter()
        .map(|kind| {
            let mut size = KindSize {
                name: kind.name,
                files: 0,
                raw: 0,
                brotli: 0,
                budget: kind.budget,
            };
            for path in files.iter().filter(|path| (kind.is_one)(path)) {
                let content = fs::read(folder.join(path))?;
                size.files += 1;
                size.raw += content.len() as u64;
                // WOFF2 fonts are already compressed with brotli.
                size.brotli += if extension(path) == "woff2" {
                    content.len() as u64
                } else {
                    brotli(&content, 11)?.len() as u64
                };
            }
            Ok(size)
        })
        .collect()
}

/// `content` compressed at the given level (0 to 11).
pub(crate) fn brotli(content: &[u8], level: u8) -> Result<Vec<u8>> {
    let parameters = brotli::enc::BrotliEncoderParams {
        quality: i32::from(level),
        size_hint: content.len(),
        ..Default::default()
    };
    let mut compressed = Vec::new();
    brotli::BrotliCompress(&mut &*content, &mut compressed, &parameters)?;
    Ok(compressed)
}

/// Kilobytes, rounded up, so that a budget is never met by rounding.
fn kilobytes(bytes: u64) -> String {
    let tenths = bytes.div_ceil(100);
    format!("{}.{}", tenths / 10, tenths % 10)
}

#[cfg(test)]
mod tests {
    use project::files::write;

    use super::*;

    const SIZE: KindSize = KindSize {
        name: "JS",
        files: 2,
        raw: 33_000,
        brotli: 10_000,
        budget: Some(10_000),
    };

    #[test]
    fn a_budget_is_met_to_the_byte() {
        assert!(!SIZE.is_over());
        assert!(
            KindSize {
                brotli: 10_001,
                ..SIZE
            }
            .is_over()
        );
        assert!(
            !KindSize {
                brotli: 10_001,
                budget: None,
                ..SIZE
            }
            .is_over()
        );
    }

    #[test]
    fn kilobytes_are_thousands_and_never_look_smaller_than_they_are() {
        assert_eq!(kilobytes(0), "0.0");
        assert_eq!(kilobytes(10_000), "10.0");
        assert_eq!(kilobytes(10_001), "10.1");
        assert_eq!(kilobytes(999), "1.0");
    }

    #[test]
    fn a_row_says_when_it_is_over() {
        assert_eq!(SIZE.row(), "JS         2      33.0      10.0      10.0");
        assert!(
            KindSize {
                brotli: 11_000,
                ..SIZE
            }
            .row()
            .ends_with("over budget")
        );
    }

    #[test]
    fn files_of_one_kind_are_added_up() -> Result<()> {
        let folder = tempfile::tempdir()?;
        write(folder.path(), "a.js", "a".repeat(2000))?;
        write(folder.path(), "snippets/b.js", "b".repeat(1000))?;
        write(folder.path(), "f.woff2", "f".repeat(500))?;
        write(folder.path(), "app_bg-0123456789abcdef.wasm", "w")?;
        write(folder.path(), "app_lazy-0123456789abcdef.wasm", "later")?;
        write(folder.path(), "data/catalogue.schema.json", "{}")?;
        write(folder.path(), "data/catalogue-0123456789abcdef.json", "{}")?;
        let sizes = measure(folder.path())?;
        let of = |name| sizes.iter().find(|size| size.name == name);
        assert!(of("JS").is_some_and(|js| js.files == 2 && js.raw == 3000 && js.brotli < 100));
        assert!(of("wasm").is_some_and(|wasm| wasm.files == 1 && wasm.raw == 1));
        assert!(of("lazy").is_some_and(|lazy| lazy.files == 1 && lazy.raw == 5));
        assert!(of("fonts").is_some_and(|fonts| fonts.brotli == 500));
        assert!(of("data").is_some_and(|data| data.files == 1 && data.raw == 2));
        Ok(())
    }

    #[test]
    fn a_site_over_budget_fails() -> Result<()> {
        let folder = tempfile::tempdir()?;
        write(folder.path(), "f.woff2", vec![0; 40_000])?;
        check(folder.path())?;
        write(folder.path(), "g.woff2", [0; 1])?;
        let error = check(folder.path()).map_err(|error| error.to_string());
        assert_eq!(error, Err("over budget: fonts".to_owned()));
        Ok(())
    }
}
