//! Trunk's hooks: before a build, and when all files are in its staging folder.

use std::{
    collections::BTreeSet,
    env, fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, ensure};
use catalogue::model::Tombstone;
use hosting::{configurations::htaccess, headers};
use project::{
    base::Base,
    files::{extension, files_below, read_text, write},
    folders::{data_file, published_ids_file},
    release::PUBLICATION,
};
use serde_json::Value;

use crate::{
    assets, bill_of_materials::bill_of_materials, compress, fingerprint, pages, program,
    settings::Settings, split::split,
};

const DATA: &str = "data/catalogue.json";
const SHELL: &str = "index.html";
/// The SBOM of the wasm.
const BILL: &str = "sbom.cdx.json";

/// The pre-build hook: stops the build if the data file has errors.
///
/// # Errors
/// When the data file has errors.
pub fn before_build() -> Result<()> {
    check_data::run(&data_file(), &check_data::Options::default())
}

/// The post-build hook: minifies the files, adds content hashes to their names, and writes the
/// pages and the headers.
///
/// # Errors
/// When it is not called by Trunk, or a file cannot be read or written.
pub fn after_build() -> Result<()> {
    let folder = PathBuf::from(env::var_os("TRUNK_STAGING_DIR").context(
        "TRUNK_STAGING_DIR is not set: this is called by Trunk; use `cargo xtask build`",
    )?);
    let base: Base = env::var("TRUNK_PUBLIC_URL").unwrap_or_default().parse()?;
    let is_release = env::var("TRUNK_PROFILE").is_ok_and(|profile| profile == "release");
    let settings = match env::var_os(PUBLICATION) {
        Some(file) => Settings::read(Path::new(&file))?,
        None => Settings::local(&base),
    };
    settings.ensure_base(&base)?;
    finish(&folder, &data_file(), &settings, is_release)?;
    if env::var_os(PUBLICATION).is_some() {
        record_published_ids()?;
    }
    Ok(())
}

fn finish(folder: &Path, data_file: &Path, settings: &Settings, is_release: bool) -> Result<()> {
    let base = settings.base();
    let data = fs::read_to_string(data_file)
        .with_context(|| format!("reading {}", data_file.display()))?;
    let data = compact(&data).with_context(|| format!("in {}", data_file.display()))?;
    // Trunk has copied the published file, but the build may use another one.
    write(folder, DATA, &data)?;
    assets::bundle(folder)?;
    if is_release {
        assets::join_styles(folder, base)?;
        split(folder, &files_below(folder)?)?;
        let files = files_below(folder)?;
        program::shrink(folder, &files)?;
        assets::minify(folder, &files)?;
    }
    fingerprint::rename_all(folder)?;
    check_mentions(folder, base)?;
    pages::write(folder, settings, &data)?;
    write_headers(folder, base)?;
    if is_release {
        write(folder, BILL, bill_of_materials()?)?;
        compress::all(folder)?;
    }
    Ok(())
}

/// A data file without white space and what is for editors only: `$schema` and the accepted warnings.
fn compact(text: &str) -> Result<String> {
    let mut catalogue: Value = serde_json::from_str(text).context("not JSON")?;
    if let Some(object) = catalogue.as_object_mut() {
        for for_editors in ["$schema", "accepted"] {
            object.remove(for_editors);
        }
    }
    Ok(serde_json::to_string(&catalogue)?)
}

/// Checks that every file that the shell mentions exists, because a missing style sheet is easily
/// overlooked.
fn check_mentions(folder: &Path, base: &Base) -> Result<()> {
    let shell = read_text(folder, SHELL)?;
    let mentions = shell
        .split(['"', '\'', '=', '<', '>', ' ', '\n'])
        .filter_map(|word| base.strip(word))
        .filter(|path| !extension(path).is_empty());
    let missing: BTreeSet<_> = mentions
        .filter(|path| !folder.join(path).is_file())
        .collect();
    ensure!(
        missing.is_empty(),
        "{SHELL} mentions files that do not exist: {missing:?}; is a `<link data-trunk>` missing?"
    );
    Ok(())
}

fn write_headers(folder: &Path, base: &Base) -> Result<()> {
    let files = files_below(folder)?;
    let text = headers::headers_file(base, files.iter().map(String::as_str));
    fs::write(folder.join("_headers"), text).context("writing _headers")?;
    fs::write(folder.join(".htaccess"), htaccess(base)).context("writing .htaccess")
}

/// The lists of the data file whose records have addresses.
const LISTS: [&str; 3] = ["areas", "clusters", "organisations"];

/// Adds the ids of the data file to the list of all ids ever published, and prints a message if there
/// are new ones. An id becomes permanent when its address is published, so the publication adds it to
/// the list, not the editor.
///
/// # Errors
/// When a file cannot be read or written.
fn record_published_ids() -> Result<()> {
    let file = published_ids_file();
    let list = fs::read_to_string(&file).with_context(|| format!("{}", file.display()))?;
    let data = serde_json::from_str(&fs::read_to_string(data_file())?)?;
    let longer = with_ids_of(&data, &list)?;
    if longer != list {
        fs::write(file, longer)?;
        println!(
            "New ids were added to tests/published_ids.txt, because their addresses are now public: commit it."
        );
    }
    Ok(())
}

/// The list, extended by all ids of a data file.
fn with_ids_of(data: &Value, list: &str) -> Result<String> {
    let (comments, published): (Vec<_>, Vec<_>) =
        list.lines().partition(|line| line.starts_with('#'));
    let published = published.into_iter().filter(|line| !line.is_empty());
    let mut published: BTreeSet<_> = published.map(str::to_owned).collect();
    for list in LISTS {
        for record in data[list].as_array().into_iter().flatten() {
            let former = record["former_ids"].as_array().into_iter().flatten();
            let ids = former.chain([&record["id"]]).filter_map(Value::as_str);
            published.extend(ids.map(|id| format!("{list}/{id}")));
        }
    }
    for record in data["withdrawn"].as_array().into_iter().flatten() {
        let record: Tombstone = serde_json::from_value(record.clone())?;
        published.insert(format!("{}/{}", record.kind.list(), record.id));
    }
    let lines = comments
        .into_iter()
        .chain(published.iter().map(String::as_str));
    Ok(lines.flat_map(|line| [line, "\n"]).collect())
}

#[cfg(test)]
mod tests {
    use project::folders::fixture_file;

    use super::*;

    #[test]
    fn compacting_data_keeps_every_digit() -> Result<()> {
        let text = r#"{ "$schema": "./catalogue.schema.json", "accepted": [{ "reason": "\u003c" }],
        "clusters": [ { "id": "è", "at": [45.53823000000001, 1e-7] } ] }"#;
        assert_eq!(
            compact(text)?,
            r#"{"clusters":[{"at":[45.53823000000001,1e-7],"id":"è"}]}"#
        );
        Ok(())
    }

    #[test]
    fn a_site_is_finished_with_pages_and_headers() -> Result<()> {
        let folder = tempfile::tempdir()?;
        write(folder.path(), "boot.js", "start()")?;
        write(
            folder.path(),
            "index.html",
            "<!doctype html><html lang=en><title></title><meta name=\"description\">\
         <script src=/boot.js></script></head><body><div id=\"app\"></div>",
        )?;
        let settings = Settings::local(&Base::default());
        finish(folder.path(), &fixture_file(), &settings, false)?;

        let files = files_below(folder.path())?;
        assert!(
            !files.iter().any(|path| path == DATA),
            "the data has a new name"
        );
        let boot = files
            .iter()
            .find(|path| path.starts_with("boot-"))
            .context("boot.js has a new name")?;
        let page = read_text(folder.path(), "it/clusters/le2c/index.html")?;
        assert!(page.contains(boot.as_str()) && page.contains("lang=\"it\""));
        for named in [
            "cards/it/clusters/le2c.png",
            "sitemap.xml",
            "robots.txt",
            "404.html",
        ] {
            assert!(files.iter().any(|path| path == named), "{named}");
        }
        let pictures = files
            .iter()
            .filter(|path| extension(path) == "html")
            .map(|path| {
                let page = read_text(folder.path(), path)?;
                let picture =
                    page.split_once("property=\"og:image\" content=\"http://127.0.0.1:8080/");
                Ok(picture.and_then(|(_, rest)| Some(rest.split_once('"')?.0.to_owned())))
            });
        let pictures = pictures.collect::<Result<Vec<_>>>()?;
        let pictures: BTreeSet<_> = pictures.into_iter().flatten().collect();
        // One for the site, each cluster and each area, in two languages.
        let catalogue: Value = serde_json::from_str(&fs::read_to_string(fixture_file())?)?;
        let length = |list: &str| catalogue[list].as_array().map_or(0, Vec::len);
        assert_eq!(
            pictures.len(),
            2 * (1 + length("clusters") + length("areas"))
        );
        for picture in pictures {
            assert!(files.contains(&picture), "{picture} is named by a page");
        }
        let headers = read_text(folder.path(), "_headers")?;
        assert!(headers.contains(&format!("/{boot}\n  Cache-Control: public")));
        Ok(())
    }

    #[test]
    fn a_shell_with_a_missing_file_is_rejected() -> Result<()> {
        let folder = tempfile::tempdir()?;
        let base = "/a/b/".parse()?;
        write(folder.path(), "boot.js", "")?;
        let shell = |text: &str| write(folder.path(), SHELL, text);
        shell(r#"<script src="/a/b/boot.js"></script><a href=/a/b/en/>v1.2 /boot.css</a>"#)?;
        check_mentions(folder.path(), &base)?;
        shell("<link href=/a/b/look.css>")?;
        let error = check_mentions(folder.path(), &base).map_err(|error| error.to_string());
        assert!(error.is_err_and(|text| text.contains("look.css")));
        Ok(())
    }

    #[test]
    fn new_ids_are_added_and_none_is_removed() -> Result<()> {
        let data = serde_json::json!({
            "areas": [{ "id": "b" }],
            "clusters": [{ "id": "d", "former_ids": ["c"] }],
            "withdrawn": [{ "id": "e", "kind": "organisation", "name": { "en": "E" },
                "on": "2026-01-31", "reason": { "en": "It has ended." } }],
        });
        let list = "# For ever.\nareas/a\nclusters/d\n";
        let longer = with_ids_of(&data, list)?;
        assert_eq!(
            longer,
            "# For ever.\nareas/a\nareas/b\nclusters/c\nclusters/d\norganisations/e\n"
        );
        assert_eq!(with_ids_of(&data, &longer)?, longer);
        Ok(())
    }
}
