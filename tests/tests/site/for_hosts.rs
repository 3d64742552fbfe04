//! The files that hosts use besides the pages: compressed copies, and the `_headers` file of
//! Netlify and Cloudflare Pages.

use std::{collections::BTreeMap, fs, io::Read};

use anyhow::{Context, Result, ensure};
use flate2::read::GzDecoder;
use hosting::headers;
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

/// Limits of Cloudflare Pages (<https://developers.cloudflare.com/pages/configuration/headers/>).
const MOST_RULES: usize = 100;
const LONGEST_LINE: usize = 2000;

/// The headers that go to the files of one pattern.
type Rules = BTreeMap<String, BTreeMap<String, String>>;

fn rules(text: &str) -> Result<Rules> {
    let mut rules = Rules::new();
    let mut pattern = "";
    for line in text.lines() {
        ensure!(line.len() <= LONGEST_LINE, "too long a line: {line}");
        if let Some(header) = line.strip_prefix("  ") {
            let (name, value) = header.split_once(": ").context("a header")?;
            let rule = rules.get_mut(pattern).context("a header of no rule")?;
            rule.insert(name.to_owned(), value.to_owned());
        } else {
            pattern = line;
            let known = rules.insert(line.to_owned(), BTreeMap::new());
            ensure!(known.is_none(), "two rules for {line}");
        }
    }
    Ok(rules)
}

#[test]
fn every_file_gets_its_headers() -> Result<()> {
    for place in BuiltSite::ALL {
        let folder = place.folder()?;
        let rules = rules(&fs::read_to_string(folder.join("_headers"))?)?;
        ensure!(rules.len() <= MOST_RULES, "{} rules", rules.len());
        let all = rules
            .get(&format!("{}*", place.base()))
            .context("a rule for all")?;
        for (name, value) in headers::SECURITY {
            ensure!(all.get(*name).is_some_and(|told| told == value), "{name}");
        }
        // Without a rule, both hosts make browsers revalidate.
        let kept = headers::cache_control("app-0123456789abcdef.js");
        for path in files(&folder)? {
            let told = rules
                .get(&format!("{}{path}", place.base()))
                .and_then(|rule| rule.get("Cache-Control"));
            let is_kept = headers::cache_control(&path) == kept;
            ensure!(
                told.map(String::as_str) == is_kept.then_some(kept),
                "{path}: {told:?}"
            );
        }
    }
    Ok(())
}
