//! Every kind of page, checked by axe-core.

use std::{fs, path::Path};

use anyhow::{Context, Result};
use serde_json::Value;
use tests::{Scheme, Setup, Size, Visitor, visit};
use xtask::server::{Action, Fault};

/// `wcag22aa` by name: the size of what is to be clicked on is not checked without it.
const TAGS: [&str; 6] = [
    "wcag2a",
    "wcag2aa",
    "wcag21a",
    "wcag21aa",
    "wcag22aa",
    "best-practice",
];

const PAGES: [&str; 9] = [
    "en/",
    "it/?q=energia&area=energy&level=regional",
    "en/?q=hydrogenn+submarine&area=tourism",
    "en/?view=table",
    "it/clusters/le2c/",
    "en/organisations/university-of-brescia/",
    "it/areas/energy/",
    "en/about/",
    "en/clusters/le3c/",
];

#[tokio::test]
async fn no_page_has_a_barrier_in_light_colours() -> Result<()> {
    no_page_has_a_barrier(Scheme::Light).await
}

#[tokio::test]
async fn no_page_has_a_barrier_in_dark_colours() -> Result<()> {
    no_page_has_a_barrier(Scheme::Dark).await
}

async fn no_page_has_a_barrier(scheme: Scheme) -> Result<()> {
    let axe = axe()?;
    let mut barriers = Vec::new();
    for size in Size::ALL {
        visit(
            Setup {
                scheme,
                size,
                ..Setup::default()
            },
            async |visitor| {
                visitor.expect_complaint("/clusters/le3c/ - Failed to load");
                visitor.expect_complaint("/data/catalogue");
                visitor.expect_complaint("HTTP 404");
                for page in PAGES {
                    visitor.open(page).await?;
                    barriers.extend(barriers_in(visitor, &axe, page).await?);
                }
                visitor.empty_cache().await?;
                visitor
                    .site
                    .faults()
                    .set([Fault::always("/data/catalogue", Action::Missing)]);
                visitor.open_unready("en/").await?;
                visitor.wait_for_failure("could not be loaded").await?;
                barriers.extend(barriers_in(visitor, &axe, "without data").await?);
                Ok(())
            },
        )
        .await?;
    }
    assert!(barriers.is_empty(), "{}", barriers.join("\n"));
    Ok(())
}

/// The program that checks. The tests' `package.json` names its version.
fn axe() -> Result<String> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("node_modules/axe-core/axe.min.js");
    fs::read_to_string(&file)
        .with_context(|| format!("{} is missing: run `npm ci` in tests/", file.display()))
}

/// What axe-core finds wrong with the page that is shown, in words.
async fn barriers_in(visitor: &Visitor, axe: &str, page: &str) -> Result<Vec<String>> {
    const RUN: &str = "const [tags, done] = arguments;
        axe.run({runOnly: {type: 'tag', values: tags}, resultTypes: ['violations']}).then(
            (found) => done(found.violations.map(({id, help, nodes}) =>
                `${id}: ${help}: ` + nodes.map((node) => `${node.target} (${node.any[0]?.message ?? node.all[0]?.message ?? ''})`).join(' | '))),
            (error) => done([String(error)]))";
    visitor.execute(axe, Vec::new()).await?;
    let found = visitor
        .execute_async(RUN, vec![Value::from(TAGS.to_vec())])
        .await?;
    let found: Vec<String> = found.convert()?;
    let width: u32 = visitor.read("innerWidth").await?;
    Ok(found
        .into_iter()
        .map(|barrier| format!("{page} at {width}: {barrier}"))
        .collect())
}
