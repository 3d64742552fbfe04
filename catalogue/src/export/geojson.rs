//! Clusters as points on a map: `GeoJSON`, RFC 7946.

use crate::model::{
    AreaId, City, Cluster, CountryCode, Lang, Level, Precision, RegionId, SafeUrl, SeenDate,
    Status, Text, Unit,
};
use crate::query::Page;
use schemars::JsonSchema;
use serde::Serialize;

use super::envelope::{Envelope, PageUrls, json};
use super::format::Format;
use super::records::schema_path;

/// A cluster at the centre of the city of its seat.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct ClusterFeature<'a> {
    #[serde(rename = "type")]
    kind: FeatureType,
    /// The id of the cluster.
    id: &'a str,
    /// The centre of the city where it is based, not its street address; null if the city is not known.
    geometry: Option<Point>,
    /// Facts about the cluster.
    properties: Properties<'a>,
}

#[derive(Serialize, JsonSchema)]
enum FeatureType {
    Feature,
}

/// A point.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Point {
    #[serde(rename = "type")]
    kind: PointType,
    /// Longitude and latitude in degrees (WGS 84).
    coordinates: [f64; 2],
}

#[derive(Serialize, JsonSchema)]
enum PointType {
    Point,
}

/// What a position is.
#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
enum Position {
    /// The centre of a city.
    City,
}

/// Facts about a cluster.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Properties<'a> {
    /// Its name in English.
    name_en: &'a str,
    /// Its name in Italian.
    name_it: &'a str,
    /// Its short name.
    acronym: Option<&'a Text>,
    /// What the position is; null if there is none.
    position: Option<Position>,
    /// The city of its seat, in English.
    city_en: Option<&'a str>,
    /// The city of its seat, in Italian.
    city_it: Option<&'a str>,
    /// The regions it represents.
    regions: &'a [RegionId],
    /// The country of its seat.
    country: &'a CountryCode,
    /// The territory it represents.
    level: Level,
    /// Whether it is still active.
    status: Status,
    /// The date of the newest source that shows it at work.
    last_seen: Option<&'a SeenDate>,
    /// Subject areas, the main one first.
    areas: &'a [AreaId],
    /// How many members it has.
    members: Option<u32>,
    /// How exact that number is.
    members_precision: Option<Precision>,
    /// What that number counts.
    members_unit: Option<Unit>,
    /// When the members were counted.
    members_as_of: Option<&'a SeenDate>,
    /// Its own website.
    website: Option<&'a SafeUrl>,
    /// The addresses of the sources.
    sources: Vec<&'a SafeUrl>,
    /// The addresses of its page.
    url: PageUrls,
}

/// The file of all clusters as features.
pub fn clusters_geojson(of: Envelope) -> String {
    let clusters = of.collection.catalogue.clusters.iter();
    let features: Vec<String> = clusters
        .map(|cluster| json(&feature(of, cluster)))
        .collect();
    let head = of.head(&schema_path("clusters.geojson"));
    let head = format!("{head}\"type\":\"FeatureCollection\",\"features\":[\n");
    Format::GeoJson.file(&head, &features)
}

fn feature<'a>(of: Envelope<'a>, cluster: &'a Cluster) -> ClusterFeature<'a> {
    let cities = &of.collection.catalogue.cities;
    let city: Option<&City> = cluster.city.as_ref().and_then(|id| cities.get(id.as_str()));
    let geometry = city.and_then(|city| city.centre).map(|centre| Point {
        kind: PointType::Point,
        coordinates: [centre.lon, centre.lat],
    });
    let [city_en, city_it] = Lang::ALL.map(|lang| city.map(|city| city.label.text(lang)));
    let count = cluster.members.as_ref();
    let count = count.filter(|members| members.count.is_some());
    ClusterFeature {
        kind: FeatureType::Feature,
        id: cluster.id.as_str(),
        properties: Properties {
            name_en: cluster.name.text(Lang::En),
            name_it: cluster.name.text(Lang::It),
            acronym: cluster.acronym.as_ref(),
            position: geometry.as_ref().map(|_| Position::City),
            city_en,
            city_it,
            regions: &cluster.regions,
            country: &cluster.country,
            level: cluster.level,
            status: cluster.status,
            last_seen: cluster.last_seen.as_ref(),
            areas: &cluster.areas,
            members: count.and_then(|members| members.count),
            members_precision: count.map(|members| members.precision),
            members_unit: count.map(|members| members.unit),
            members_as_of: count.and_then(|members| members.as_of.as_ref()),
            website: cluster.website.as_ref(),
            sources: cluster
                .sources
                .iter()
                .filter_map(|source| source.url.as_ref())
                .collect(),
            url: of.pages(&Page::Cluster(cluster.id.clone())),
        },
        geometry,
    }
}
