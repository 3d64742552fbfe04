//! Sites built from hostile values, and hostile addresses.

mod addresses;
mod fields;
mod site;

use std::collections::BTreeSet;

use anyhow::{Result, ensure};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use tests::{BuiltSite, Setup, Visitor, hostile::Hostile, visit};

const SCRIPT: &str = include_str!("hostile/visitor.js");
/// The number of pages or addresses in one call of the script.
const BATCH: usize = 25;
/// Changes of the address come faster than Chromium allows by default.
const HURRIED: Setup = Setup {
    site: BuiltSite::Root,
    languages: "en",
    size: tests::Viewport::Desk,
    scheme: tests::Scheme::Light,
    is_hurried: true,
};
/// What Chromium logs for every missing page.
const NOT_FOUND: &str = "the server responded with a status of 404";

/// Calls a function of the script in the page and returns its result.
async fn ask<T: DeserializeOwned>(visitor: &Visitor, what: &str, of: &[Value]) -> Result<T> {
    let script = format!(
        "const [of, done] = arguments;
         Promise.resolve(hostile.{what}(...of)).then(done, (error) => done([String(error.stack)]))"
    );
    let answer = visitor.execute_async(script, vec![json!(of)]).await?;
    Ok(answer.convert()?)
}

/// The elements and attributes that occur on the pages of the real site.
async fn vocabulary() -> Result<BTreeSet<String>> {
    let mut known = BTreeSet::new();
    visit(Setup::default(), async |visitor| {
        visitor.site.preload().add(SCRIPT);
        visitor.allow_console_error(NOT_FOUND);
        for page in [
            "en/",
            "en/?view=table&q=energy&area=energy&sort=name",
            "it/?view=map",
            "en/?q=xyzzy",
            "en/?q=lombardy+unicorn",
            "en/areas/energy/",
            "en/clusters/le2c/",
            "en/clusters/lombardia-aerospace-cluster/",
            "en/organisations/university-of-brescia/",
            "it/about/",
            "en/not-there/",
        ] {
            visitor.open(page).await?;
            let of_page: Vec<String> = ask(visitor, "vocabulary", &[]).await?;
            known.extend(of_page);
        }
        // The script must detect what it is there to detect.
        visitor.execute("alert(1)", Vec::new()).await?;
        visitor
            .execute(
                "document.querySelector('h1').setAttribute('data-x', '')",
                Vec::new(),
            )
            .await?;
        let heard: Vec<String> = ask(visitor, "errorsOf", &[json!(["<x>"]), json!(known)]).await?;
        for word in ["alert(1)", "not there: \"<x>\"", "not of ours: h1 data-x"] {
            ensure!(heard.iter().any(|heard| heard.contains(word)), "{heard:?}");
        }
        Ok(())
    })
    .await?;
    ensure!(known.len() > 50, "{known:?}");
    Ok(known)
}

fn none(errors: &[String]) -> Result<()> {
    let first: Vec<_> = errors.iter().take(20).map(String::as_str).collect();
    ensure!(
        errors.is_empty(),
        "{} errors:\n{}",
        errors.len(),
        first.join("\n")
    );
    Ok(())
}

/// The values of a megabyte that a browser can lay out. With a megabyte of combining marks Chromium
/// takes half a minute to break lines, even on an empty page.
fn laid_out_long(all: &[Hostile]) -> Vec<&str> {
    let long = all.iter().filter(|value| value.is_long());
    let texts = long.map(|value| value.text.as_str());
    texts.filter(|text| !text.contains('\u{301}')).collect()
}
