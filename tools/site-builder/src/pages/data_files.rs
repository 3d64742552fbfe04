//! Files for other programs: the records in several formats with their schemas, descriptions of the data
//! set for data portals, feeds, and the description of the search.
//!
//! Their addresses are permanent: a file keeps its name and its fields, and new fields may be added.
//! Changes that break this go into a folder other than `data/v1/`.

mod data_file;
mod data_package;
mod dcat;
mod feed;
mod open_search;
mod workbook;

use anyhow::{Context, Result};
use catalogue::{
    export::{
        Envelope, Format, RecordList, TABLES, bibliography, cluster_json, cluster_schema,
        clusters_geojson, geojson_schema, list_json, list_schema,
    },
    model::{Identified, Lang},
};
use technology_clusters::i18n::Strings;

use super::site::SiteData;
pub(super) use data_file::DataFile;
pub(super) use feed::path as feed_path;
pub(super) use open_search::path as open_search_path;

/// The files of all lists in all their formats.
pub(super) fn lists(site: &SiteData, root: &str) -> Result<Vec<DataFile>> {
    let of = Envelope {
        collection: site.collection,
        root,
        version: site.version,
    };
    let mut files = Vec::new();
    for list in RecordList::ALL {
        for &format in list.formats() {
            let langs = if format.is_translated() {
                &Lang::ALL[..]
            } else {
                &Lang::ALL[..1]
            };
            for &lang in langs {
                let path = format.path(list, lang);
                let content = match format {
                    Format::Xlsx => workbook::write(of, list, lang)
                        .with_context(|| format!("writing {path}"))?,
                    _ => text(of, list, format, lang)
                        .with_context(|| format!("nothing writes {path}"))?
                        .into_bytes(),
                };
                files.push(DataFile {
                    list,
                    format,
                    lang: format.is_translated().then_some(lang),
                    content,
                    path,
                });
            }
        }
    }
    Ok(files)
}

fn text(of: Envelope, list: RecordList, format: Format, lang: Lang) -> Option<String> {
    match format {
        Format::Csv => {
            let table = TABLES.iter().find(|table| table.list == list)?;
            Some(table.csv(of, lang))
        }
        Format::Xlsx => None,
        Format::Json => Some(list_json(of, list)),
        Format::GeoJson => Some(clusters_geojson(of)),
        Format::BibTex | Format::Ris | Format::CslJson => {
            bibliography(of, format, lang, Strings::of(lang).site)
        }
    }
}

/// All other files, each with its path.
pub(super) fn others(site: &SiteData, root: &str, lists: &[DataFile]) -> Vec<(String, String)> {
    let of = Envelope {
        collection: site.collection,
        root,
        version: site.version,
    };
    let mut files: Vec<(String, String)> = Vec::new();
    let clusters = &site.collection.catalogue.clusters;
    for (number, cluster) in clusters.iter().enumerate() {
        let path = format!("data/v1/clusters/{}.json", cluster.id());
        files.push((path, cluster_json(of, number)));
    }
    for list in RecordList::ALL {
        let path = format!("data/v1/{}.schema.json", list.name());
        files.push((path, lines(&list_schema(root, list))));
    }
    let mut add = |path: &str, text: String| files.push((format!("data/v1/{path}"), text));
    add("cluster.schema.json", lines(&cluster_schema(root)));
    add("clusters.geojson.schema.json", lines(&geojson_schema(root)));
    add(
        "datapackage.json",
        lines(&data_package::describe(site, root, lists)),
    );
    add("dcat.jsonld", lines(&dcat::describe(site, root, lists)));
    for lang in Lang::ALL {
        files.push((feed_path(lang), feed::write(site, lang)));
        files.push((open_search_path(lang), open_search::write(site, lang)));
    }
    files
}

/// JSON for people and programs.
fn lines(value: &serde_json::Value) -> String {
    format!("{value:#}\n")
}
