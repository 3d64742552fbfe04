//! The description of the data set as a Data Package (<https://specs.frictionlessdata.io/data-package/>).

use catalogue::{
    export::{Format, TABLES},
    model::Lang,
};
use serde_json::{Map, Value, json};
use technology_clusters::i18n::Strings;

use super::data_file::DataFile;
use crate::{fingerprint::sha256, pages::site::SiteData};

pub(super) fn describe(site: &SiteData, root: &str, files: &[DataFile]) -> Value {
    let catalogue = &site.collection.catalogue;
    let texts = Strings::of(Lang::En);
    let resources: Vec<Value> = files.iter().map(resource).collect();
    json!({
        "$schema": "https://datapackage.org/profiles/1.0/datapackage.json",
        "profile": "data-package",
        "name": "technology-clusters",
        "id": root,
        "title": texts.site,
        "description": texts.site_description,
        "homepage": root,
        "version": format!("{}+{}", catalogue.updated, site.version),
        "licenses": [{
            "title": catalogue.licence.name.as_str(),
            "path": catalogue.licence.url.as_str(),
        }],
        "resources": resources,
    })
}

fn resource(file: &DataFile) -> Value {
    let name = file.path.strip_prefix("data/v1/").unwrap_or(&file.path);
    let mut resource = json!({
        "name": name,
        "path": name,
        "format": file.format.extension(),
        "mediatype": file.format.media_type(),
        "bytes": file.content.len(),
        "hash": format!("sha256:{}", sha256(&file.content)),
    });
    if file.format != Format::Xlsx {
        resource["encoding"] = "utf-8".into();
    }
    if file.format == Format::Csv {
        resource["profile"] = "tabular-data-resource".into();
        resource["schema"] = table_schema(file);
    }
    resource
}

/// The columns of a table, as Table Schema describes them.
fn table_schema(file: &DataFile) -> Value {
    let table = TABLES.iter().find(|table| table.list == file.list);
    let columns = table.map_or(&[][..], |table| table.columns);
    let lang = file.lang.unwrap_or(Lang::En);
    let fields = columns.iter().map(|column| {
        json!({
            "name": column.name(lang),
            "type": column.kind.table_schema(),
            "description": column.description,
        })
    });
    let mut schema = Map::new();
    schema.insert("fields".to_owned(), fields.collect());
    if columns.iter().any(|column| column.name(lang) == "id") {
        schema.insert("primaryKey".to_owned(), "id".into());
    }
    schema.into()
}
