//! The sources of records as a table: a row for each record and source.

use crate::model::{Bilingual, Lang, SafeUrl, Source};

use super::envelope::Envelope;
use super::format::RecordList;
use super::table::{ColumnKind, TableColumn, joined, or_empty};
use super::words::word;

/// The columns of the table of sources.
pub const SOURCE_COLUMNS: [TableColumn; 6] = [
    TableColumn::ID,
    TableColumn::NAME,
    TableColumn::text(["source", "fonte"], "The title of the page or document"),
    TableColumn::of_kind(ColumnKind::Link, ["url", "indirizzo"], "Its address"),
    TableColumn::text(["facts", "dati"], "The facts that it supports"),
    TableColumn::text(
        ["details", "dettagli"],
        "What exactly it says about some of them",
    ),
];

/// The rows of the record of a list with this number. Only clusters and organisations have sources.
pub fn source_rows(
    of: Envelope,
    list: RecordList,
    number: usize,
    lang: Lang,
) -> Vec<[String; SOURCE_COLUMNS.len()]> {
    let catalogue = &of.collection.catalogue;
    let (id, name, sources) = match list {
        RecordList::Clusters => {
            let record = &catalogue.clusters[number];
            (record.id.as_str(), &record.name, &record.sources)
        }
        RecordList::Organisations => {
            let record = &catalogue.organisations[number];
            (record.id.as_str(), &record.name, &record.sources)
        }
        _ => return Vec::new(),
    };
    let rows = sources.iter();
    rows.map(|source| row(id, name, source, lang)).collect()
}

fn row(id: &str, name: &Bilingual, source: &Source, lang: Lang) -> [String; SOURCE_COLUMNS.len()] {
    let facts = source.supports.iter().map(|it| word(&it.fact, lang));
    let details = source.supports.iter().filter_map(|it| {
        let detail = it.detail.as_ref()?.text(lang);
        Some([&word(&it.fact, lang), ": ", detail].concat())
    });
    [
        id.to_owned(),
        name.text(lang).to_owned(),
        or_empty(source.title.as_ref().map(|title| title.text(lang))),
        or_empty(source.url.as_ref().map(SafeUrl::as_str)),
        joined(facts),
        joined(details),
    ]
}
