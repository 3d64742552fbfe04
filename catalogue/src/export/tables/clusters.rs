//! The table of clusters.

use crate::browse::Collection;
use crate::model::{AreaId, ClusterId, Lang, Members, RegionId, SafeUrl, Text};
use crate::query::Page;

use crate::export::envelope::Envelope;
use crate::export::format::RecordList;
use crate::export::table::{
    ColumnKind, Table, TableColumn, city, joined, or_empty, other_name, sources, unverified,
};
use crate::export::words::word;

pub(super) const TABLE: Table = Table {
    list: RecordList::Clusters,
    columns: &COLUMNS,
    cells: |of, number, lang| cells(of, number, lang).into(),
    length: |catalogue| catalogue.clusters.len(),
};

const COLUMNS: [TableColumn; 36] = [
    TableColumn::ID,
    TableColumn::NAME,
    TableColumn::OTHER_NAME,
    TableColumn::ACRONYM,
    TableColumn::text(["former_names", "nomi_precedenti"], "Names that it had"),
    TableColumn::text(
        ["level", "livello"],
        "The territory that it represents: regional, national, cross-border",
    ),
    TableColumn::text(
        ["status", "stato"],
        "Whether it is still active: active, dormant, unknown",
    ),
    TableColumn::of_kind(
        ColumnKind::Date,
        ["last_seen", "ultima_attivita"],
        "The date of the newest source that shows it at work: a year, month or day, with ~ if approximate",
    ),
    TableColumn::text(
        ["area_ids", "id_aree"],
        "The ids of its subject areas, the main one first",
    ),
    TableColumn::text(["areas", "aree"], "The names of its subject areas"),
    TableColumn::COUNTRY_CODE,
    TableColumn::COUNTRY,
    TableColumn::text(
        ["region_ids", "id_regioni"],
        "The ids of the regions that it represents",
    ),
    TableColumn::text(["regions", "regioni"], "The names of those regions"),
    TableColumn::CITY,
    TableColumn::CITY_LATITUDE,
    TableColumn::CITY_LONGITUDE,
    TableColumn::WEBSITE,
    TableColumn::text(["email", "email"], "Its general mailbox"),
    TableColumn::text(["legal_form", "forma_giuridica"], "Its legal form"),
    TableColumn::of_kind(
        ColumnKind::Year,
        ["founded", "anno_fondazione"],
        "The year of its foundation",
    ),
    TableColumn::of_kind(
        ColumnKind::Year,
        ["recognised", "anno_riconoscimento"],
        "The year in which a public body recognised or selected it",
    ),
    TableColumn::of_kind(
        ColumnKind::Integer,
        ["members", "membri"],
        "How many members it has, as its source counts them",
    ),
    TableColumn::text(
        ["members_precision", "membri_precisione"],
        "How exact that number is: exact, over, about, nearly",
    ),
    TableColumn::text(
        ["members_unit", "membri_unita"],
        "What that number counts: members, founders, companies, partners, organisations",
    ),
    TableColumn::of_kind(
        ColumnKind::Date,
        ["members_as_of", "membri_data"],
        "When they were counted; empty if the source has no date",
    ),
    TableColumn::text(["topics", "temi"], "The topics that it works on"),
    TableColumn::text(
        ["national_clusters", "cluster_nazionali"],
        "The ids of the national clusters that it relates to",
    ),
    TableColumn::text(
        ["organisations", "organizzazioni"],
        "The organisations that public pages name as members",
    ),
    TableColumn::text(
        ["description", "descrizione"],
        "What it is, in one to three sentences",
    ),
    TableColumn::text(["note", "nota"], "A note for readers"),
    TableColumn::text(
        ["evidence", "riscontro"],
        "How well its facts are supported by sources: weak, medium, strong",
    ),
    TableColumn::UNVERIFIED,
    TableColumn::CHECKED,
    TableColumn::SOURCES,
    TableColumn::PAGE,
];

fn cells(of: Envelope, number: usize, lang: Lang) -> [String; COLUMNS.len()] {
    let Collection {
        catalogue,
        membership_index,
        ..
    } = of.collection;
    let cluster = &catalogue.clusters[number];
    let areas = cluster
        .areas
        .iter()
        .filter_map(|id| catalogue.areas.get(id.as_str()));
    let country = catalogue.countries.get(cluster.country.as_str());
    let regions = cluster.regions.iter();
    let regions = regions.filter_map(|id| catalogue.regions.get(id.as_str()));
    let [city, latitude, longitude] = city(catalogue, cluster.city.as_ref(), lang);
    let email = cluster.email.as_ref().map(SafeUrl::as_str);
    let [members, precision, unit, counted] = members(cluster.members.as_ref(), lang);
    let mut organisations: Vec<&str> = Vec::new();
    for &membership in membership_index.of_cluster(number) {
        let id = catalogue.memberships[membership as usize]
            .organisation
            .as_str();
        let name = catalogue.organisations.get(id);
        let name = name.map(|organisation| organisation.name.text(lang));
        organisations.extend(name.filter(|name| !organisations.contains(name)));
    }
    [
        cluster.id.to_string(),
        cluster.name.text(lang).to_owned(),
        other_name(&cluster.name, lang),
        or_empty(cluster.acronym.as_ref()),
        joined(cluster.former_names.iter().map(Text::as_str)),
        word(&cluster.level, lang),
        word(&cluster.status, lang),
        or_empty(cluster.last_seen.as_ref()),
        joined(cluster.areas.iter().map(AreaId::as_str)),
        joined(areas.map(|area| area.label.text(lang))),
        cluster.country.to_string(),
        or_empty(country.map(|country| country.label.text(lang))),
        joined(cluster.regions.iter().map(RegionId::as_str)),
        joined(regions.map(|region| region.label.text(lang))),
        city,
        latitude,
        longitude,
        or_empty(cluster.website.as_ref()),
        or_empty(email.map(|email| email.trim_start_matches("mailto:"))),
        or_empty(cluster.legal_form.as_ref().map(|form| form.text(lang))),
        or_empty(cluster.founded),
        or_empty(cluster.recognised),
        members,
        precision,
        unit,
        counted,
        joined(cluster.keywords.only(lang).iter().map(Text::as_str)),
        joined(cluster.national_clusters.iter().map(ClusterId::as_str)),
        joined(organisations),
        cluster.description.text(lang).to_owned(),
        or_empty(cluster.note.as_ref().map(|note| note.text(lang))),
        word(&cluster.evidence, lang),
        unverified(&cluster.unverified, lang),
        or_empty(cluster.checked.as_ref()),
        sources(&cluster.sources, lang),
        of.page(lang, &Page::Cluster(cluster.id.clone())),
    ]
}

/// The number of members, how exact it is, what it counts, and its date; all empty without a number.
fn members(members: Option<&Members>, lang: Lang) -> [String; 4] {
    let counted = members.and_then(|members| Some((members, members.count?)));
    let Some((members, count)) = counted else {
        return Default::default();
    };
    [
        count.to_string(),
        word(&members.precision, lang),
        word(&members.unit, lang),
        or_empty(members.as_of.as_ref()),
    ]
}
