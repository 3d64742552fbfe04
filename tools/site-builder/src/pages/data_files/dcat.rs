//! The description of the data set in the Italian profile for open data portals, `DCAT-AP_IT`
//! (<https://docs.italia.it/italia/daf/linee-guida-cataloghi-dati-dcat-ap-it/>): all mandatory properties,
//! and those of the others that are known.

use catalogue::{
    export::{Format, RecordList},
    model::{Catalogue, Lang, Licence},
    query::Page,
};
use serde_json::{Value, json};
use technology_clusters::i18n::Strings;

use super::data_file::DataFile;
use crate::pages::site::SiteData;

const AUTHORITY: &str = "http://publications.europa.eu/resource/authority";

pub(super) fn describe(site: &SiteData, root: &str, files: &[DataFile]) -> Value {
    let catalogue = &site.collection.catalogue;
    let updated = json!({ "@type": "xsd:date", "@value": catalogue.updated.as_str() });
    let title = in_both_languages(|texts| texts.site);
    let description = in_both_languages(|texts| texts.site_description);
    let languages = ["ENG", "ITA"].map(|code| authority("language", code));
    let agent = json!({ "@id": format!("{root}#publisher") });
    let pages = Lang::ALL.map(|lang| json!({ "@id": site.url(lang, Page::Data) }));
    let distributions = files.iter().filter_map(|file| distribution(site, file));
    let distributions: Vec<Value> = distributions.collect();
    let ids: Vec<Value> = distributions
        .iter()
        .map(|distribution| json!({ "@id": distribution["@id"] }))
        .collect();
    let mut graph = vec![
        json!({
            "@id": format!("{root}#catalog"),
            "@type": ["dcatapit:Catalog", "dcat:Catalog"],
            "dct:title": title,
            "dct:description": description,
            "dct:publisher": agent,
            "dct:modified": updated,
            "dct:language": languages,
            "foaf:homepage": { "@id": root },
            "dcat:themeTaxonomy": { "@id": format!("{AUTHORITY}/data-theme") },
            "dcat:dataset": { "@id": format!("{root}#dataset") },
        }),
        json!({
            "@id": format!("{root}#dataset"),
            "@type": ["dcatapit:Dataset", "dcat:Dataset"],
            "dct:identifier": root,
            "dct:title": title,
            "dct:description": description,
            "dct:modified": updated,
            "dcat:keyword": keywords(catalogue),
            "dcat:theme": [authority("data-theme", "TECH"), authority("data-theme", "ECON")],
            "dct:rightsHolder": agent,
            "dct:publisher": agent,
            "dct:accrualPeriodicity": authority("frequency", "IRREG"),
            "dct:language": languages,
            "dcat:landingPage": pages,
            "owl:versionInfo": catalogue.updated.as_str(),
            "dcat:contactPoint": contact(site, root).map(|contact| json!({ "@id": contact["@id"] })),
            "dcat:distribution": ids,
        }),
        agent_node(site, root),
        licence(&catalogue.licence),
    ];
    graph.extend(contact(site, root));
    graph.extend(distributions);
    json!({
        "@context": {
            "adms": "http://www.w3.org/ns/adms#",
            "dcat": "http://www.w3.org/ns/dcat#",
            "dcatap": "http://data.europa.eu/r5r/",
            "dcatapit": "http://dati.gov.it/onto/dcatapit#",
            "dct": "http://purl.org/dc/terms/",
            "foaf": "http://xmlns.com/foaf/0.1/",
            "owl": "http://www.w3.org/2002/07/owl#",
            "vcard": "http://www.w3.org/2006/vcard/ns#",
            "xsd": "http://www.w3.org/2001/XMLSchema#",
        },
        "@graph": graph.into_iter().map(without_null).collect::<Vec<_>>(),
    })
}

/// A file as a distribution. Citations are not distributions: they are about the pages.
fn distribution(site: &SiteData, file: &DataFile) -> Option<Value> {
    let code = match file.format {
        Format::Csv => "CSV",
        Format::Xlsx => "XLSX",
        Format::Json => "JSON",
        Format::GeoJson => "GEOJSON",
        Format::BibTex | Format::Ris | Format::CslJson => return None,
    };
    let catalogue = &site.collection.catalogue;
    let url = site.settings.url(&file.path);
    let languages = match file.lang {
        Some(lang) => vec![lang],
        None => Lang::ALL.into(),
    };
    let languages = languages.into_iter().map(|lang| match lang {
        Lang::En => authority("language", "ENG"),
        Lang::It => authority("language", "ITA"),
    });
    Some(json!({
        "@id": url,
        "@type": ["dcatapit:Distribution", "dcat:Distribution"],
        "dct:title": title(file),
        "dct:format": authority("file-type", code),
        "dcat:mediaType": {
            "@id": format!("https://www.iana.org/assignments/media-types/{}", file.format.media_type()),
        },
        "dcat:accessURL": { "@id": url },
        "dcat:downloadURL": { "@id": url },
        "dcat:byteSize": { "@type": "xsd:decimal", "@value": file.content.len().to_string() },
        "dct:modified": { "@type": "xsd:date", "@value": catalogue.updated.as_str() },
        "dct:language": languages.collect::<Vec<_>>(),
        "dct:license": { "@id": catalogue.licence.url.as_str() },
        "dcatap:availability": authority("planned-availability", "STABLE"),
    }))
}

/// The subject areas, in both languages.
fn keywords(catalogue: &Catalogue) -> Vec<Value> {
    let areas = catalogue.areas.iter();
    let names = areas.flat_map(|area| {
        Lang::ALL.map(|lang| json!({ "@language": lang.tag(), "@value": area.label.text(lang) }))
    });
    names.collect()
}

/// The content of a file, in both languages.
fn title(file: &DataFile) -> Value {
    let name = match file.list {
        RecordList::Clusters => ["Clusters", "Cluster"],
        RecordList::Organisations => ["Organisations", "Organizzazioni"],
        RecordList::Memberships => ["Memberships", "Adesioni"],
        RecordList::Areas => ["Subject areas", "Aree tematiche"],
        RecordList::Countries => ["Countries", "Paesi"],
        RecordList::Regions => ["Regions", "Regioni"],
        RecordList::Cities => ["Cities", "Città"],
    };
    let [en, it] = name.map(|name| format!("{name} ({})", file.format.name()));
    json!([{ "@language": "en", "@value": en }, { "@language": "it", "@value": it }])
}

/// The publisher. Local builds have none, and the site takes its place.
fn agent_node(site: &SiteData, root: &str) -> Value {
    let publisher = site.settings.publisher.as_ref();
    let name = publisher.map_or(Strings::of(Lang::It).site, |publisher| {
        publisher.name.as_str()
    });
    let code = publisher.and_then(|publisher| publisher.ipa_code.as_ref());
    json!({
        "@id": format!("{root}#publisher"),
        "@type": ["dcatapit:Agent", "foaf:Agent"],
        "dct:identifier": code.map_or(root, |code| code.as_str()),
        "foaf:name": name,
    })
}

fn contact(site: &SiteData, root: &str) -> Option<Value> {
    let publisher = site.settings.publisher.as_ref()?;
    let way = publisher.contact.as_str();
    let property = if way.starts_with("mailto:") {
        "vcard:hasEmail"
    } else {
        "vcard:hasURL"
    };
    Some(json!({
        "@id": format!("{root}#contact"),
        "@type": ["dcatapit:Organization", "vcard:Organization", "vcard:Kind"],
        "vcard:fn": publisher.name.as_str(),
        property: { "@id": way },
    }))
}

fn licence(licence: &Licence) -> Value {
    let url = licence.url.as_str();
    // The type is recommended, and known for this licence.
    let kind = url.contains("creativecommons.org/licenses/by/");
    json!({
        "@id": url,
        "@type": ["dcatapit:LicenseDocument", "dct:LicenseDocument"],
        "dct:type": kind.then(|| json!({ "@id": "http://purl.org/adms/licencetype/Attribution" })),
        "foaf:name": licence.name.as_str(),
    })
}

fn in_both_languages(text: impl Fn(&Strings) -> &'static str) -> Value {
    let texts =
        Lang::ALL.map(|lang| json!({ "@language": lang.tag(), "@value": text(Strings::of(lang)) }));
    json!(texts)
}

/// A concept of the vocabularies of the European Union.
fn authority(vocabulary: &str, code: &str) -> Value {
    json!({ "@id": format!("{AUTHORITY}/{vocabulary}/{code}") })
}

/// A node without the properties that have no value.
fn without_null(mut node: Value) -> Value {
    if let Some(properties) = node.as_object_mut() {
        properties.retain(|_, value| !value.is_null());
    }
    node
}
