//! The compressed copies of files.

use std::{fs, io::Read};

use anyhow::{Context, Result, ensure};
use flate2::read::GzDecoder;
use tests::BuiltSite;

use crate::built::{files, pages};

type Unpack = fn(&[u8]) -> std::io::Result<Vec<u8>>;

const FORMS: [(&str, Unpack); 2] = [
    (".br", |packed| {
        let mut content = Vec::new();
        brotli::Decompressor::new(packed, 1 << 16).read_to_end(&mut content)?;
        Ok(content)
    }),
    (".gz", |packed| {
        let mut content = Vec::new();
        GzDecoder::new(packed).read_to_end(&mut content)?;
        Ok(content)
    }),
];

#[test]
fn every_compressed_copy_is_smaller_and_decompresses_to_its_file() -> Result<()> {
    let folder = BuiltSite::Root.folder()?;
    let files = files(&folder)?;
    let pages = pages(BuiltSite::Root)?.len();
    for (ending, unpack) in FORMS {
        let mut count = 0;
        for path in &files {
            let Some(plain) = path.strip_suffix(ending) else {
                continue;
            };
            count += 1;
            let content = fs::read(folder.join(plain))
                .with_context(|| format!("{path} is a copy of no file"))?;
            let packed = fs::read(folder.join(path))?;
            ensure!(packed.len() < content.len(), "{path} is no smaller");
            ensure!(unpack(&packed)? == content, "{path} holds something else");
        }
        ensure!(
            count >= pages,
            "only {count} {ending} files of {pages} pages"
        );
    }
    Ok(())
}

#[test]
fn files_of_every_visit_are_compressed() -> Result<()> {
    let files = files(&BuiltSite::Root.folder()?)?;
    for ending in [".wasm", ".js", ".css", "en/index.html", "404.html"] {
        let mut of_a_kind = files.iter().filter(|path| path.ends_with(ending));
        ensure!(
            of_a_kind.any(|path| files.contains(&format!("{path}.br"))
                && files.contains(&format!("{path}.gz"))),
            "no {ending} is compressed"
        );
    }
    Ok(())
}
