//! Compresses the files of the site at the highest level, once, so that servers need not do it for
//! each request.

use std::{
    fs,
    io::Write,
    path::Path,
    sync::atomic::{AtomicUsize, Ordering},
    thread,
};

use anyhow::{Context, Result, anyhow};
use flate2::{Compression, GzBuilder};
use hosting::{headers::is_fingerprinted, media_type};
use project::files::{files_below, write};

use crate::sizes::brotli;

/// In bytes; smaller files fit into one network packet as they are.
const WORTH_IT_FROM: u64 = 1000;

/// Writes `x.br` and `x.gz` next to every file `x` below `folder` that gets noticeably smaller.
pub(crate) fn all(folder: &Path) -> Result<()> {
    let mut files = Vec::new();
    for path in files_below(folder)? {
        let length = fs::metadata(folder.join(&path))?.len();
        if media_type::of(&path).compressible && length >= WORTH_IT_FROM {
            files.push((length, path));
        }
    }
    // Largest first, so that no long one is left for the end.
    files.sort_by(|one, other| other.cmp(one));

    let next = AtomicUsize::new(0);
    let work = || -> Result<()> {
        while let Some((_, path)) = files.get(next.fetch_add(1, Ordering::Relaxed)) {
            compress(folder, path)?;
        }
        Ok(())
    };
    let cores = thread::available_parallelism().map_or(1, usize::from);
    thread::scope(|scope| {
        let workers: Vec<_> = (0..cores).map(|_| scope.spawn(work)).collect();
        workers.into_iter().try_for_each(|worker| {
            worker
                .join()
                .map_err(|_| anyhow!("a compression thread panicked"))?
        })
    })
}

fn compress(folder: &Path, path: &str) -> Result<()> {
    let content = fs::read(folder.join(path)).with_context(|| format!("reading {path}"))?;
    write(
        folder,
        &format!("{path}.br"),
        brotli(&content, level(path))?,
    )?;
    write(folder, &format!("{path}.gz"), gzip(&content)?)
}

/// The brotli level: highest for files with a content hash, which every visitor downloads, and lower for the two thousand
/// others, because each is downloaded seldom and a build compresses all of them.
fn level(path: &str) -> u8 {
    if is_fingerprinted(path) { 11 } else { 9 }
}

/// Compresses `content` as a gzip file without a timestamp.
fn gzip(content: &[u8]) -> Result<Vec<u8>> {
    let mut encoder = GzBuilder::new().write(Vec::new(), Compression::best());
    encoder.write_all(content)?;
    Ok(encoder.finish()?)
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use flate2::read::GzDecoder;

    use super::*;

    #[test]
    fn compressed_files_are_smaller_and_decompress_to_the_same() -> Result<()> {
        let folder = tempfile::tempdir()?;
        let text = "Energy clusters of Lombardy. ".repeat(100);
        for path in ["en/index.html", "data/x.json", "font.woff2"] {
            write(folder.path(), path, &text)?;
        }
        write(folder.path(), "short.html", "a".repeat(999))?;
        all(folder.path())?;
        assert_eq!(
            files_below(folder.path())?,
            [
                "data/x.json",
                "data/x.json.br",
                "data/x.json.gz",
                "en/index.html",
                "en/index.html.br",
                "en/index.html.gz",
                "font.woff2",
                "short.html",
            ]
        );
        let mut unpacked = String::new();
        let small = fs::read(folder.path().join("en/index.html.br"))?;
        brotli::Decompressor::new(&*small, 4096).read_to_string(&mut unpacked)?;
        assert_eq!(unpacked, text);
        unpacked.clear();
        let small = fs::read(folder.path().join("data/x.json.gz"))?;
        GzDecoder::new(&*small).read_to_string(&mut unpacked)?;
        assert_eq!(unpacked, text);
        Ok(())
    }

    #[test]
    fn compressing_twice_gives_the_same_bytes() -> Result<()> {
        let text = "Energy clusters of Lombardy. ".repeat(100);
        assert_eq!(gzip(text.as_bytes())?, gzip(text.as_bytes())?);
        // The time in the header, RFC 1952 section 2.3.
        assert_eq!(gzip(text.as_bytes())?.get(4..8), Some(&[0; 4][..]));
        Ok(())
    }
}
