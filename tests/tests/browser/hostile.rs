//! Hostile values in every field of the data file, and in every part of an address.

mod site;

use std::collections::BTreeSet;

use anyhow::{Context, Result, ensure};
use serde::{Deserialize, de::DeserializeOwned};
use serde_json::{Value, json};
use tests::{
    BuiltSite, Setup, Visitor,
    hostile::{Hole, Hostile, Template, values},
    visit, visit_folder,
};

use site::{HostileSite, OPENED};

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
            // Nearby, cities have marks with names.
            "en/?view=map&region=lombardia",
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
        visitor.open("en/").await?;
        visitor.click_on("[role=searchbox]").await?;
        visitor.press("ener").await?;
        visitor
            .wait_for("document.querySelector('[role=option]') !== null")
            .await?;
        let of_suggestions: Vec<String> = ask(visitor, "vocabulary", &[]).await?;
        known.extend(of_suggestions);
        // The script must detect what it is meant to detect.
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

/// The megabyte values that a browser can lay out. With a megabyte of combining marks Chromium
/// takes half a minute to break lines, even on an empty page.
fn laid_out_long(all: &[Hostile]) -> Vec<&str> {
    let long = all.iter().filter(|value| value.is_long());
    let texts = long.map(|value| value.text.as_str());
    texts.filter(|text| !text.contains('\u{301}')).collect()
}

/// The script's result for some addresses.
#[derive(Deserialize)]
struct Tried {
    wrong: Vec<String>,
    /// The number of addresses that the browser rejects.
    forbidden: usize,
}

/// The keys of a query string.
const ASKED: [&str; 12] = [
    "q",
    "area",
    "level",
    "country",
    "region",
    "organisation",
    "founded",
    "city",
    "sort",
    "view",
    "show",
    "other",
];

/// Addresses that have a value in each part: as the value of a key, as an id, as a path.
fn addresses(value: &str) -> Vec<String> {
    let with = |value: &str| {
        let asked = ASKED.map(|name| format!("{name}={value}")).join("&");
        [
            format!("/en/?{asked}&{value}={value}#{value}"),
            format!("/en/organisations/{value}/?{value}"),
            format!("/{value}"),
            format!("/it/?q={value}"),
            format!("/it/areas/{value}/"),
            format!("/en/clusters/{value}/"),
            format!("/en/{value}/"),
        ]
    };
    let encoded: Vec<_> = value.bytes().map(|byte| format!("%{byte:02X}")).collect();
    let encoded = encoded.concat();
    let raw = with(value).into_iter().take(4);
    with(&encoded).into_iter().chain(raw).collect()
}

/// Addresses in which one part is a megabyte value, a different part in each.
fn long_addresses(long: &[&str]) -> Vec<String> {
    let queries = ASKED.iter().map(|name| format!("/en/?{name}="));
    let paths = ["/en/areas/", "/it/clusters/", "/en/organisations/", "/"];
    let starts = queries.chain(paths.map(str::to_owned));
    let each = starts.enumerate();
    each.map(|(number, start)| start + long[number % long.len()])
        .collect()
}

#[tokio::test]
async fn an_address_of_a_megabyte_is_kept() -> Result<()> {
    let known = json!(vocabulary().await?);
    let all = values()?;
    // A browser accepts two megabytes; percent-encoding makes a value three times as long.
    let is_short_enough = |text: &&str| text.bytes().all(|byte| b"ab;(-x".contains(&byte));
    let long: Vec<_> = laid_out_long(&all)
        .into_iter()
        .filter(is_short_enough)
        .collect();
    ensure!(long.len() >= 4, "{} are short enough", long.len());
    visit(HURRIED, async |visitor| {
        visitor.site.preload().add(SCRIPT);
        visitor.open("en/").await?;
        for address in long_addresses(&long) {
            let tried = [json!([address]), known.clone()];
            let answer: Tried = ask(visitor, "addresses", &tried).await?;
            none(&answer.wrong)?;
            ensure!(answer.forbidden == 0, "{} is forbidden", &address[..30]);
        }
        let typed = [json!(long), known.clone()];
        none(&ask::<Vec<_>>(visitor, "type", &typed).await?)
    })
    .await
}

#[tokio::test]
async fn every_value_in_every_part_of_an_address_is_kept() -> Result<()> {
    let known = json!(vocabulary().await?);
    let all = values()?;
    let short: Vec<_> = all.iter().filter(|value| !value.is_long()).collect();
    visit(HURRIED, async |visitor| {
        visitor.site.preload().add(SCRIPT);
        visitor.allow_console_error(NOT_FOUND);
        visitor.open("en/").await?;
        let mut tried = 0;
        let mut forbidden = 0;
        for batch in short.chunks(BATCH / 5) {
            let batch: Vec<_> = batch
                .iter()
                .flat_map(|value| addresses(&value.text))
                .collect();
            tried += batch.len();
            let answer: Tried = ask(visitor, "addresses", &[json!(batch), known.clone()]).await?;
            none(&answer.wrong)?;
            forbidden += answer.forbidden;
        }
        ensure!(
            forbidden * 20 < tried,
            "{forbidden} of {tried} addresses were forbidden"
        );
        for batch in short.chunks(BATCH) {
            let texts: Vec<_> = batch.iter().map(|value| value.text.as_str()).collect();
            let wrong: Vec<String> = ask(visitor, "type", &[json!(texts), known.clone()]).await?;
            none(&wrong)?;
        }
        // By page load, as from a link: the first value of every class.
        let mut classes = BTreeSet::new();
        for value in short.iter().filter(|value| classes.insert(&value.class)) {
            for address in &addresses(&value.text)[..4] {
                visitor
                    .open(&address[1..])
                    .await
                    .with_context(|| address.clone())?;
                let wrong: Vec<String> =
                    ask(visitor, "errorsOf", &[json!([]), known.clone()]).await?;
                none(&wrong).context(address.clone())?;
            }
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn every_value_in_every_field_is_shown_as_text() -> Result<()> {
    let known = json!(vocabulary().await?);
    let site = HostileSite::of_all_values()?;
    visit_folder(site.folder.path(), HURRIED, async |visitor| {
        visitor.site.preload().add(SCRIPT);
        let pages = site.pages();
        visitor.open("en/").await?;
        for batch in pages.chunks(BATCH) {
            let batch = batch
                .iter()
                .map(|(path, texts)| json!([format!("/{path}"), texts]));
            let batch = Value::Array(batch.collect());
            let wrong: Vec<String> = ask(visitor, "tour", &[batch, known.clone()]).await?;
            none(&wrong)?;
        }
        for (path, texts) in pages.iter().step_by(OPENED) {
            visitor.open(path).await?;
            let wrong: Vec<String> =
                ask(visitor, "errorsOf", &[json!(texts), known.clone()]).await?;
            none(&wrong).context(path.clone())?;
        }
        Ok(())
    })
    .await
}

/// The number of fields that hold a megabyte at once: a browser for each field would take three times as
/// long, and all of them on one page would be more than a browser lays out in time.
const LONG_FIELDS: usize = 4;

#[tokio::test]
async fn a_megabyte_in_any_field_is_shown_as_text() -> Result<()> {
    let known = json!(vocabulary().await?);
    let all = values()?;
    let long = laid_out_long(&all);
    ensure!(long.len() >= LONG_FIELDS, "not all fields of a site differ");
    let fields = Template::read()?.fields()?;
    let texts = fields.iter().enumerate();
    let texts: Vec<_> = texts
        .filter(|(_, field)| field.hole == Hole::Text)
        .enumerate()
        .map(|(place, (number, _))| (number, long[place % long.len()]))
        .collect();
    let mut shown = 0;
    for values in texts.chunks(LONG_FIELDS) {
        let site = HostileSite::of_values(values)?;
        let all_pages = site.pages();
        let is_long = |text: &&str| values.iter().any(|(_, value)| value == text);
        let mut pages = all_pages.clone();
        pages.retain(|(_, texts)| texts.iter().any(is_long));
        let texts = pages.iter().flat_map(|(_, texts)| texts);
        shown += texts.filter(|text| is_long(text)).count();
        visit_folder(site.folder.path(), HURRIED, async |visitor| {
            visitor.site.preload().add(SCRIPT);
            let (path, texts) = pages.first().unwrap_or(&all_pages[0]);
            visitor.open(path).await?;
            let wanted = [json!(texts), known.clone()];
            none(&ask::<Vec<_>>(visitor, "errorsOf", &wanted).await?)?;
            let tour = pages
                .iter()
                .map(|(path, texts)| json!([format!("/{path}"), texts]));
            let tour = [Value::Array(tour.collect()), known.clone()];
            none(&ask::<Vec<_>>(visitor, "tour", &tour).await?)?;
            let mut searches = vec!["harmless"];
            searches.extend(values.iter().map(|(_, text)| &text[..30]));
            searches.push("");
            let typed = [json!(searches), known.clone()];
            none(&ask::<Vec<_>>(visitor, "type", &typed).await?)
        })
        .await
        .with_context(|| {
            let paths = values
                .iter()
                .map(|(number, _)| fields[*number].path.as_str());
            paths.collect::<Vec<_>>().join(", ")
        })?;
    }
    ensure!(shown > 70, "only {shown} texts are shown");
    Ok(())
}
