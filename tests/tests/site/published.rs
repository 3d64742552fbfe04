//! Tests of the site of the published catalogue, which hold for every valid catalogue.

use std::collections::BTreeSet;

use anyhow::{Context, Result, ensure};
use tests::BuiltSite::Published;

use crate::{
    alternates,
    built::{WITH_PAGES, data, pages},
    data_files, links, markup, structured_data,
};

/// All ids ever published, each with its list.
const PUBLISHED_IDS: &str = include_str!("../../published_ids.txt");

#[test]
fn every_record_and_every_id_ever_published_has_its_pages() -> Result<()> {
    let pages: BTreeSet<_> = pages(Published)?.into_iter().collect();
    let data = data(&Published.folder()?)?;
    let published = PUBLISHED_IDS.lines().filter(|line| !line.starts_with('#'));
    let mut addresses: BTreeSet<_> = published.map(str::to_owned).collect();
    for list in WITH_PAGES {
        for record in data[list].as_array().context("a list")? {
            let id = record["id"].as_str().context("an id")?;
            addresses.insert(format!("{list}/{id}"));
        }
    }
    for address in addresses.iter().filter(|address| !address.is_empty()) {
        for lang in ["en", "it"] {
            let page = format!("{lang}/{address}/index.html");
            ensure!(pages.contains(&page), "{page} is missing");
        }
    }
    Ok(())
}

#[test]
fn no_page_breaks_a_rule_of_html() -> Result<()> {
    markup::validate(&Published.folder()?, &pages(Published)?)
}

#[tokio::test]
async fn every_link_has_a_target() -> Result<()> {
    links::check(Published).await
}

#[test]
fn the_languages_of_a_page_name_each_other() -> Result<()> {
    alternates::languages_name_each_other(Published)
}

#[test]
fn the_sitemap_names_every_page() -> Result<()> {
    alternates::sitemap_names_every_page(Published)
}

#[test]
fn every_json_file_is_valid_by_its_schema() -> Result<()> {
    data_files::check_schemas(Published)
}

#[test]
fn structured_data_matches_the_data_file() -> Result<()> {
    structured_data::blocks_can_be_read(Published)?;
    structured_data::records_are_called_by_their_names(Published)
}
