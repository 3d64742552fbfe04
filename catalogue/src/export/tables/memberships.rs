//! The table of memberships.

use crate::model::{Lang, SafeUrl};

use crate::export::envelope::Envelope;
use crate::export::format::RecordList;
use crate::export::table::{ColumnKind, Table, TableColumn, or_empty};
use crate::export::words::word;

pub(super) const TABLE: Table = Table {
    list: RecordList::Memberships,
    columns: &COLUMNS,
    cells: |of, number, lang| cells(of, number, lang).into(),
    length: |catalogue| catalogue.memberships.len(),
};

const COLUMNS: [TableColumn; 7] = [
    TableColumn::text(
        ["organisation_id", "id_organizzazione"],
        "The id of the organisation",
    ),
    TableColumn::text(
        ["organisation", "organizzazione"],
        "The name of the organisation",
    ),
    TableColumn::text(["cluster_id", "id_cluster"], "The id of the cluster"),
    TableColumn::text(["cluster", "cluster"], "The name of the cluster"),
    TableColumn::text(
        ["role", "ruolo"],
        "The role of the organisation: coordinator, founder, board, member, supporter",
    ),
    TableColumn::of_kind(
        ColumnKind::Date,
        ["as_of", "data"],
        "When the membership was seen; it may have ended since",
    ),
    TableColumn::text(["source", "fonte"], "The page or document that states it"),
];

fn cells(of: Envelope, number: usize, lang: Lang) -> [String; COLUMNS.len()] {
    let catalogue = &of.collection.catalogue;
    let membership = &catalogue.memberships[number];
    let organisation = membership.organisation.as_str();
    let cluster = membership.cluster.as_str();
    let organisation_name = catalogue.organisations.get(organisation);
    let cluster_name = catalogue.clusters.get(cluster);
    let source = &membership.source;
    let title = source.title.as_ref().map(|title| title.text(lang));
    [
        organisation.to_owned(),
        or_empty(organisation_name.map(|record| record.name.text(lang))),
        cluster.to_owned(),
        or_empty(cluster_name.map(|record| record.name.text(lang))),
        word(&membership.role, lang),
        or_empty(membership.as_of.as_ref()),
        or_empty(source.url.as_ref().map(SafeUrl::as_str).or(title)),
    ]
}
