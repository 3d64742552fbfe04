//! Hostile values in every field of the data file.

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};
use tests::{
    hostile::{Hole, Template, values},
    visit_folder,
};

use super::{
    BATCH, HURRIED, SCRIPT, ask, laid_out_long, none,
    site::{HostileSite, OPENED},
    vocabulary,
};

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
