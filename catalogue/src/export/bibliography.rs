//! Citations of all clusters.

use crate::model::Lang;
use crate::query::Page;
use serde_json::{Value, json};

use super::citation::{Citation, CitationFormat};
use super::envelope::Envelope;
use super::format::Format;

/// The file with a citation of the page of every cluster. `site` is the name of the site. `None` if the
/// format is not a citation format.
pub fn bibliography(of: Envelope, format: Format, lang: Lang, site: &str) -> Option<String> {
    let catalogue = &of.collection.catalogue;
    let updated = catalogue.updated.as_str();
    let mut records = Vec::with_capacity(catalogue.clusters.len());
    for cluster in catalogue.clusters.iter() {
        let url = of.page(lang, &Page::Cluster(cluster.id.clone()));
        let citation = Citation {
            title: cluster.name.text(lang),
            site,
            updated,
            version: of.version,
            url: &url,
            accessed: None,
            lang,
        };
        records.push(match format {
            Format::BibTex => citation.written(CitationFormat::BibTex),
            Format::Ris => citation.written(CitationFormat::Ris),
            Format::CslJson => csl(&citation).to_string(),
            Format::Csv | Format::Xlsx | Format::Json | Format::GeoJson => return None,
        });
    }
    let head = if format == Format::CslJson { "[\n" } else { "" };
    Some(format.file(head, &records))
}

/// A citation in the JSON of the Citation Style Language.
fn csl(citation: &Citation) -> Value {
    let day = citation.updated.split('-');
    let day: Vec<u16> = day.filter_map(|part| part.parse().ok()).collect();
    json!({
        "id": citation.url,
        "type": "webpage",
        "title": citation.title,
        "container-title": citation.site,
        "issued": { "date-parts": [day] },
        "version": citation.version,
        "URL": citation.url,
        "language": citation.lang.tag(),
    })
}
