//! The table of organisations.

use crate::model::{Lang, Text};
use crate::query::Page;

use crate::export::envelope::Envelope;
use crate::export::format::RecordList;
use crate::export::table::{
    Table, TableColumn, city, joined, or_empty, other_name, sources, unverified,
};
use crate::export::words::word;

pub(super) const TABLE: Table = Table {
    list: RecordList::Organisations,
    columns: &COLUMNS,
    cells: |of, number, lang| cells(of, number, lang).into(),
    length: |catalogue| catalogue.organisations.len(),
};

const COLUMNS: [TableColumn; 19] = [
    TableColumn::ID,
    TableColumn::NAME,
    TableColumn::OTHER_NAME,
    TableColumn::ACRONYM,
    TableColumn::text(
        ["former_names", "nomi_precedenti"],
        "Names that it had, and those of bodies that became part of it",
    ),
    TableColumn::text(
        ["gloss", "spiegazione_en"],
        "What it is, in English and in our words; not a name",
    ),
    TableColumn::text(
        ["kind", "tipo"],
        "The kind: university, research, company, hospital, public, association, foundation, other",
    ),
    TableColumn::COUNTRY_CODE,
    TableColumn::COUNTRY,
    TableColumn::CITY,
    TableColumn::CITY_LATITUDE,
    TableColumn::CITY_LONGITUDE,
    TableColumn::WEBSITE,
    TableColumn::text(
        ["cluster_ids", "id_cluster"],
        "The ids of the clusters that public pages name it as a member of",
    ),
    TableColumn::text(["clusters", "cluster"], "The names of those clusters"),
    TableColumn::UNVERIFIED,
    TableColumn::CHECKED,
    TableColumn::SOURCES,
    TableColumn::PAGE,
];

fn cells(of: Envelope, number: usize, lang: Lang) -> [String; COLUMNS.len()] {
    let catalogue = &of.collection.catalogue;
    let organisation = &catalogue.organisations[number];
    let country = catalogue.countries.get(organisation.country.as_str());
    let [city, latitude, longitude] = city(catalogue, organisation.city.as_ref(), lang);
    let clusters = of.collection.clusters_of(number);
    let clusters: Vec<_> = clusters
        .iter()
        .map(|number| &catalogue.clusters[*number])
        .collect();
    [
        organisation.id.to_string(),
        organisation.name.text(lang).to_owned(),
        other_name(&organisation.name, lang),
        or_empty(organisation.acronym.as_ref()),
        joined(organisation.former_names.iter().map(Text::as_str)),
        or_empty(organisation.gloss.as_ref()),
        word(&organisation.kind, lang),
        organisation.country.to_string(),
        or_empty(country.map(|country| country.label.text(lang))),
        city,
        latitude,
        longitude,
        or_empty(organisation.website.as_ref()),
        joined(clusters.iter().map(|cluster| cluster.id.as_str())),
        joined(clusters.iter().map(|cluster| cluster.name.text(lang))),
        unverified(&organisation.unverified, lang),
        or_empty(organisation.checked.as_ref()),
        sources(&organisation.sources, lang),
        of.page(lang, &Page::Organisation(organisation.id.clone())),
    ]
}
