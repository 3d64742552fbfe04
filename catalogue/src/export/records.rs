//! Records as JSON, as in the data file and with what belongs to them.

use crate::model::{
    Area, Catalogue, Cluster, ClusterId, Identified, Organisation, OrganisationId, Reference, Role,
    SeenDate,
};
use crate::query::Page;
use schemars::JsonSchema;
use serde::Serialize;

use super::envelope::{Envelope, PageUrls, json};
use super::format::{Format, RecordList};

/// A cluster with the addresses of its page and the organisations that belong to it.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct ClusterRecord<'a> {
    #[serde(flatten)]
    cluster: &'a Cluster,
    /// The organisations that public pages name as members.
    organisations: Vec<ClusterMember<'a>>,
    /// The addresses of its page.
    url: PageUrls,
}

/// An organisation that belongs to a cluster.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
struct ClusterMember<'a> {
    /// The organisation.
    organisation: &'a OrganisationId,
    /// The role of the organisation.
    role: Role,
    /// When the membership was seen; it may have ended since.
    as_of: Option<&'a SeenDate>,
    /// The page or document that states it.
    source: &'a Reference,
}

/// An organisation with the addresses of its page and the clusters that it belongs to.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct OrganisationRecord<'a> {
    #[serde(flatten)]
    organisation: &'a Organisation,
    /// The clusters that it belongs to.
    clusters: Vec<OrganisationMembership<'a>>,
    /// The addresses of its page.
    url: PageUrls,
}

/// The membership of an organisation.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
struct OrganisationMembership<'a> {
    /// The cluster.
    cluster: &'a ClusterId,
    /// The role of the organisation.
    role: Role,
    /// When the membership was seen; it may have ended since.
    as_of: Option<&'a SeenDate>,
    /// The page or document that states it.
    source: &'a Reference,
}

/// A subject area with the addresses of its page.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct AreaRecord<'a> {
    #[serde(flatten)]
    area: &'a Area,
    /// The addresses of its page.
    url: PageUrls,
}

/// The file of all records of a list.
pub fn list_json(of: Envelope, list: RecordList) -> String {
    let catalogue = &of.collection.catalogue;
    let records = match list {
        RecordList::Clusters => numbered(&catalogue.clusters, |number| json(&cluster(of, number))),
        RecordList::Organisations => numbered(&catalogue.organisations, |number| {
            json(&organisation(of, number))
        }),
        RecordList::Areas => numbered(&catalogue.areas, |number| {
            let area = &catalogue.areas[number];
            let url = of.pages(&Page::Area(area.id.clone()));
            json(&AreaRecord { area, url })
        }),
        RecordList::Memberships => lines(&catalogue.memberships),
        RecordList::Countries => lines(&catalogue.countries),
        RecordList::Regions => lines(&catalogue.regions),
        RecordList::Cities => lines(&catalogue.cities),
    };
    let head = of.head(&schema_path(list.name()));
    let head = format!("{head}\"{}\":[\n", list.name());
    Format::Json.file(&head, &records)
}

/// The file of one cluster, by its number in the catalogue.
pub fn cluster_json(of: Envelope, number: usize) -> String {
    let head = of.head(&schema_path("cluster"));
    format!("{head}\"cluster\":{}}}\n", json(&cluster(of, number)))
}

/// The path of a schema after the base.
pub(super) fn schema_path(name: &str) -> String {
    format!("data/v1/{name}.schema.json")
}

fn cluster(of: Envelope<'_>, number: usize) -> ClusterRecord<'_> {
    let Catalogue {
        clusters,
        memberships,
        ..
    } = &of.collection.catalogue;
    let cluster = &clusters[number];
    let members = of.collection.membership_index.of_cluster(number).iter();
    let members = members.map(|&membership| {
        let membership = &memberships[membership as usize];
        ClusterMember {
            organisation: &membership.organisation,
            role: membership.role,
            as_of: membership.as_of.as_ref(),
            source: &membership.source,
        }
    });
    ClusterRecord {
        cluster,
        organisations: members.collect(),
        url: of.pages(&Page::Cluster(cluster.id.clone())),
    }
}

fn organisation(of: Envelope<'_>, number: usize) -> OrganisationRecord<'_> {
    let Catalogue {
        organisations,
        memberships,
        ..
    } = &of.collection.catalogue;
    let organisation = &organisations[number];
    let clusters = of.collection.membership_index.of_organisation(number);
    let clusters = clusters.iter().map(|&membership| {
        let membership = &memberships[membership as usize];
        OrganisationMembership {
            cluster: &membership.cluster,
            role: membership.role,
            as_of: membership.as_of.as_ref(),
            source: &membership.source,
        }
    });
    OrganisationRecord {
        organisation,
        clusters: clusters.collect(),
        url: of.pages(&Page::Organisation(organisation.id.clone())),
    }
}

fn numbered<T: Identified>(records: &[T], line: impl Fn(usize) -> String) -> Vec<String> {
    (0..records.len()).map(line).collect()
}

fn lines<T: Serialize>(records: &[T]) -> Vec<String> {
    records.iter().map(|record| json(record)).collect()
}
