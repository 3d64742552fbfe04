//! The `_headers` file for Netlify and Cloudflare Pages.

use std::{collections::BTreeMap, fs};

use anyhow::{Context, Result, ensure};
use hosting::headers;
use tests::BuiltSite;

use crate::built::files;

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
