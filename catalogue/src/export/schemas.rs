//! The JSON Schemas of the files, generated from the types that write them.

use crate::model::{City, Country, Date, Licence, Membership, Region};
use schemars::{Schema, SchemaGenerator, generate::SchemaSettings};
use serde_json::{Value, json};

use super::format::RecordList;
use super::geojson::ClusterFeature;
use super::records::{AreaRecord, ClusterRecord, OrganisationRecord, schema_path};

/// The schema of the file of a list. `root` is the address of the site.
pub fn list_schema(root: &str, list: RecordList) -> Value {
    let mut generator = generator();
    let record = match list {
        RecordList::Clusters => generator.subschema_for::<ClusterRecord>(),
        RecordList::Organisations => generator.subschema_for::<OrganisationRecord>(),
        RecordList::Memberships => generator.subschema_for::<Membership>(),
        RecordList::Areas => generator.subschema_for::<AreaRecord>(),
        RecordList::Countries => generator.subschema_for::<Country>(),
        RecordList::Regions => generator.subschema_for::<Region>(),
        RecordList::Cities => generator.subschema_for::<City>(),
    };
    let records = json!({ "type": "array", "items": record });
    let title = format!("Technology Clusters: {}", list.name());
    file(root, generator, list.name(), (list.name(), records), &title)
}

/// The schema of the file of one cluster.
pub fn cluster_schema(root: &str) -> Value {
    let mut generator = generator();
    let record = generator.subschema_for::<ClusterRecord>().to_value();
    let title = "Technology Clusters: a cluster";
    file(root, generator, "cluster", ("cluster", record), title)
}

/// The schema of the clusters as `GeoJSON`.
pub fn geojson_schema(root: &str) -> Value {
    let mut generator = generator();
    let feature = generator.subschema_for::<ClusterFeature>();
    let features = json!({ "type": "array", "items": feature });
    let title = "Technology Clusters: clusters on a map";
    let mut schema = file(
        root,
        generator,
        "clusters.geojson",
        ("features", features),
        title,
    );
    schema["properties"]["type"] = json!({ "const": "FeatureCollection" });
    if let Some(required) = schema["required"].as_array_mut() {
        required.push("type".into());
    }
    schema
}

fn generator() -> SchemaGenerator {
    SchemaSettings::draft2020_12()
        .for_serialize()
        .into_generator()
}

/// The schema of a file with the common properties and one of its own.
fn file(
    root: &str,
    mut generator: SchemaGenerator,
    name: &str,
    (key, content): (&str, Value),
    title: &str,
) -> Value {
    let licence: Schema = generator.subschema_for::<Licence>();
    let updated: Schema = generator.subschema_for::<Date>();
    let definitions = generator.take_definitions(true);
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": format!("{root}{}", schema_path(name)),
        "title": title,
        "type": "object",
        "properties": {
            "$schema": { "type": "string", "description": "The address of this schema." },
            "selection": {
                "type": "object",
                "description": "What the file is a selection of all records for.",
                "properties": {
                    "title": { "type": "string", "description": "The question, in words." },
                    "url": { "type": "string", "description": "The address of the results." },
                },
                "required": ["title", "url"],
                "additionalProperties": false,
            },
            "updated": updated,
            "version": { "type": "string", "description": "The version of the data: a hash of its content." },
            "licence": licence,
            key: content,
        },
        "required": ["$schema", "updated", "version", "licence", key],
        "additionalProperties": false,
        "$defs": definitions,
    })
}
