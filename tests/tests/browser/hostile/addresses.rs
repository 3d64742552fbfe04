//! Hostile values in every part of an address.

use std::collections::BTreeSet;

use anyhow::{Context, Result, ensure};
use serde::Deserialize;
use serde_json::json;
use tests::{hostile::values, visit};

use super::{BATCH, HURRIED, NOT_FOUND, SCRIPT, ask, laid_out_long, none, vocabulary};

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

/// Addresses in which one part is a value of a megabyte, a different one in each.
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
