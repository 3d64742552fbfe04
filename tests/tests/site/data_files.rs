//! The files for other programs, as the page that lists them links to them.

use std::{collections::BTreeMap, fs};

use anyhow::{Context, Result, anyhow, ensure};
use hosting::{headers, media_type};
use jsonschema::draft202012;
use project::base::Base;
use reqwest::{
    Client, Url,
    header::{ACCESS_CONTROL_ALLOW_ORIGIN, CONTENT_TYPE, HeaderValue},
};
use serde_json::Value;
use site_server::{ServedSite, Server};
use tests::BuiltSite;

use crate::built::{files, has_extension, read};

#[tokio::test]
async fn every_file_on_the_page_can_be_loaded_by_other_sites() -> Result<()> {
    for place in BuiltSite::ALL {
        let folder = place.folder()?;
        let server = Server::start(ServedSite::new(&folder, place.base().parse::<Base>()?))?;
        let client = Client::new();
        for lang in ["en", "it"] {
            let page = format!("{lang}/data/");
            let here = Url::parse(&server.url(&page))?;
            let elements = read(&folder.join(format!("{page}index.html")))?;
            let mut count = 0;
            for href in elements.iter().filter_map(|element| element.get("href")) {
                let url = here.join(href)?;
                let shared = server.url(headers::SHARED_FOLDER);
                let Some(name) = url.as_str().strip_prefix(&shared) else {
                    continue;
                };
                count += 1;
                let response = client.get(url.clone()).send().await?;
                let header = |name| response.headers().get(name).map(HeaderValue::as_bytes);
                ensure!(response.status() == 200, "{name}: {}", response.status());
                ensure!(
                    header(ACCESS_CONTROL_ALLOW_ORIGIN) == Some(b"*"),
                    "{name} is not shared"
                );
                let kind = media_type::of(name).name.as_bytes();
                ensure!(header(CONTENT_TYPE) == Some(kind), "{name}");
                ensure!(!response.bytes().await?.is_empty(), "{name} is empty");
            }
            ensure!(count > 20, "{page} links to {count} files");
        }
    }
    Ok(())
}

#[test]
fn every_json_file_is_valid_by_its_schema() -> Result<()> {
    for place in [BuiltSite::Root, BuiltSite::Sub] {
        check_schemas(place)?;
    }
    Ok(())
}

/// Checks every JSON file that names a schema of the site against it.
pub(crate) fn check_schemas(place: BuiltSite) -> Result<()> {
    let folder = place.folder()?;
    let json = |path: &str| -> Result<Value> {
        let text = fs::read_to_string(folder.join(path)).with_context(|| path.to_owned())?;
        serde_json::from_str(&text).with_context(|| path.to_owned())
    };
    let mut validators = BTreeMap::new();
    let mut count = 0;
    for path in files(&folder)? {
        let is_json = has_extension(&path, "json") || has_extension(&path, "geojson");
        if !is_json || !path.starts_with(headers::SHARED_FOLDER) {
            continue;
        }
        let file = json(&path)?;
        let schema = file["$schema"].as_str().unwrap_or_default();
        let Some((_, name)) = schema.rsplit_once(headers::SHARED_FOLDER) else {
            continue;
        };
        let name = format!("{}{name}", headers::SHARED_FOLDER);
        if !validators.contains_key(&name) {
            let validator = draft202012::new(&json(&name)?).map_err(|error| anyhow!("{error}"))?;
            validators.insert(name.clone(), validator);
        }
        let errors = validators[&name].iter_errors(&file);
        let errors: Vec<_> = errors
            .map(|error| format!("{}: {error}", error.instance_path()))
            .collect();
        ensure!(errors.is_empty(), "{path}: {}", errors.join("\n"));
        count += 1;
    }
    ensure!(validators.len() == 9 && count > 9, "{count} files");
    Ok(())
}
