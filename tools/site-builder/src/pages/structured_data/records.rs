//! Clusters, organisations and their memberships.

use catalogue::{
    model::{Area, Cluster, Fact, Identified, Lang, Level, Role, SafeUrl, Text},
    query::Page,
};
use serde_json::{Map, Value, json};

use crate::pages::site::SiteData;

/// The roles of members.
const MEMBERS: [Role; 3] = [Role::Coordinator, Role::Board, Role::Member];

/// A cluster, by its number.
pub(super) fn consortium(site: &SiteData, lang: Lang, number: usize) -> Value {
    let catalogue = &site.collection.catalogue;
    let cluster = &catalogue.clusters[number];
    let known = Known(cluster);
    let areas = cluster.areas.iter();
    let areas = areas.filter_map(|id| catalogue.areas.get(id.as_str()));
    let areas = areas.map(|area: &Area| area.label.text(lang));
    let areas: Vec<_> = areas.collect();
    let keywords = known.fact(Fact::Keywords, Some(cluster.keywords.only(lang)));
    let keywords = keywords.unwrap_or_default().iter().map(Text::as_str);
    let is_area = |word: &str| {
        let word = word.to_lowercase();
        areas.iter().any(|area| area.to_lowercase() == word)
    };
    let keywords = keywords.filter(|word| !is_area(word));
    let subjects = areas.iter().copied().chain(keywords);
    let national = known.fact(Fact::NationalCluster, Some(&cluster.national_clusters));
    let national = national.into_iter().flatten();
    let national = national.filter_map(|id| catalogue.clusters.get(id.as_str()));
    let national = national.map(|national| {
        thing(
            "Consortium",
            [
                ("name", Some(national.name.text(lang).into())),
                ("url", Some(site.url(lang, page(national)).into())),
            ],
        )
    });
    let founded = known.fact(Fact::Founded, cluster.founded);
    let website = known.fact(Fact::Website, cluster.website.as_ref());
    let description = cluster.description.text(lang);
    thing(
        "Consortium",
        [
            ("name", Some(cluster.name.text(lang).into())),
            ("alternateName", list(other_names(cluster, lang))),
            ("url", Some(site.url(lang, page(cluster)).into())),
            ("identifier", Some(cluster.id().into())),
            ("description", Some(description.into())),
            ("knowsAbout", list(subjects)),
            ("areaServed", territory(site, lang, cluster)),
            ("location", Some(seat(site, lang, cluster))),
            ("member", organisations(site, lang, number, &MEMBERS)),
            (
                "founder",
                organisations(site, lang, number, &[Role::Founder]),
            ),
            ("parentOrganization", list(national)),
            ("foundingDate", founded.map(|year| year.to_string().into())),
            ("sameAs", list(website.map(SafeUrl::as_str))),
        ],
    )
}

/// A cluster, restricted to facts that have a source.
struct Known<'cluster>(&'cluster Cluster);

impl Known<'_> {
    fn fact<T>(&self, fact: Fact, value: Option<T>) -> Option<T> {
        value.filter(|_| self.0.unverified(fact).is_none())
    }
}

/// The page of a cluster.
fn page(cluster: &Cluster) -> Page {
    Page::Cluster(cluster.id.clone())
}

/// The other names of a cluster: in the other language, and the acronym.
fn other_names(cluster: &Cluster, lang: Lang) -> impl Iterator<Item = &str> {
    let known = Known(cluster);
    let fact = match lang.other() {
        Lang::En => Fact::NameEn,
        Lang::It => Fact::NameIt,
    };
    let own = cluster.name.text(lang);
    let other = known.fact(fact, cluster.name.only(lang.other()));
    let acronym = cluster.acronym.as_ref().map(Text::as_str);
    let acronym = known.fact(Fact::Acronym, acronym);
    let names = other.into_iter().chain(acronym);
    names.filter(move |name| *name != own)
}

/// The territory of a cluster.
fn territory(site: &SiteData, lang: Lang, cluster: &Cluster) -> Option<Value> {
    let catalogue = &site.collection.catalogue;
    if cluster.level == Level::National {
        let country = catalogue.countries.get(cluster.country.as_str())?;
        return list([json!({"@type": "Country", "name": country.label.text(lang)})]);
    }
    let regions = Known(cluster).fact(Fact::Region, Some(&cluster.regions))?;
    let regions = regions.iter();
    let regions = regions.filter_map(|id| catalogue.regions.get(id.as_str()));
    list(
        regions
            .map(|region| json!({"@type": "AdministrativeArea", "name": region.label.text(lang)})),
    )
}

/// The address of its seat, as far as known.
fn seat(site: &SiteData, lang: Lang, cluster: &Cluster) -> Value {
    let city = Known(cluster).fact(Fact::City, cluster.city.as_ref());
    let city = city.and_then(|id| site.collection.catalogue.cities.get(id.as_str()));
    let address = thing(
        "PostalAddress",
        [
            (
                "addressLocality",
                city.map(|city| city.label.text(lang).into()),
            ),
            ("addressCountry", Some(cluster.country.as_str().into())),
        ],
    );
    thing("Place", [("address", Some(address))])
}

/// The distinct organisations with one of these roles.
fn organisations(site: &SiteData, lang: Lang, cluster: usize, roles: &[Role]) -> Option<Value> {
    let catalogue = &site.collection.catalogue;
    let all = site.collection.membership_index.of_cluster(cluster);
    Known(&catalogue.clusters[cluster]).fact(Fact::Organisations, Some(()))?;
    let memberships = all
        .iter()
        .map(|&number| &catalogue.memberships[number as usize]);
    let mut ids = Vec::new();
    for membership in memberships.filter(|membership| roles.contains(&membership.role)) {
        if !ids.contains(&&membership.organisation) {
            ids.push(&membership.organisation);
        }
    }
    let found = ids.into_iter();
    let found = found.filter_map(|id| catalogue.organisations.get(id.as_str()));
    list(found.map(|organisation| {
        let url = site.url(lang, Page::Organisation(organisation.id.clone()));
        organisation_called(organisation.name.text(lang), [("url", Some(url.into()))])
    }))
}

/// An organisation, by its number.
pub(super) fn organisation(site: &SiteData, lang: Lang, number: usize) -> Value {
    let catalogue = &site.collection.catalogue;
    let organisation = &catalogue.organisations[number];
    let other_name = organisation.name.only(lang.other());
    let name = organisation.name.text(lang);
    let is_verified = |fact| !organisation.unverified.iter().any(|mark| mark.fact == fact);
    let city = organisation
        .city
        .as_ref()
        .filter(|_| is_verified(Fact::City));
    let city = city.and_then(|id| catalogue.cities.get(id.as_str()));
    let address = thing(
        "PostalAddress",
        [
            (
                "addressLocality",
                city.map(|city| city.label.text(lang).into()),
            ),
            ("addressCountry", Some(organisation.country.as_str().into())),
        ],
    );
    let website = organisation.website.as_ref();
    let website = website.filter(|_| is_verified(Fact::Website));
    let website = website.map(SafeUrl::as_str);
    let url = site.url(lang, Page::Organisation(organisation.id.clone()));
    organisation_called(
        name,
        [
            (
                "alternateName",
                list(other_name.filter(|other| *other != name)),
            ),
            ("url", Some(url.into())),
            ("identifier", Some(organisation.id().into())),
            ("address", Some(address)),
            ("memberOf", member_of(site, lang, number)),
            ("sameAs", list(website)),
        ],
    )
}

/// The clusters that it is a member of.
fn member_of(site: &SiteData, lang: Lang, organisation: usize) -> Option<Value> {
    let catalogue = &site.collection.catalogue;
    let all = site
        .collection
        .membership_index
        .of_organisation(organisation);
    let all = all
        .iter()
        .map(|&number| &catalogue.memberships[number as usize]);
    let member: Vec<_> = all
        .filter(|membership| MEMBERS.contains(&membership.role))
        .collect();
    let clusters = site.collection.clusters_of(organisation).into_iter();
    let clusters = clusters.map(|number| &catalogue.clusters[number]);
    let clusters = clusters.filter(|cluster| {
        cluster.unverified(Fact::Organisations).is_none()
            && member
                .iter()
                .any(|membership| membership.cluster == cluster.id)
    });
    list(clusters.map(|cluster| {
        thing(
            "Consortium",
            [
                ("name", Some(cluster.name.text(lang).into())),
                ("url", Some(site.url(lang, page(cluster)).into())),
            ],
        )
    }))
}

/// An organisation with a name and other properties.
pub(super) fn organisation_called<const MORE: usize>(
    name: &str,
    more: [(&'static str, Option<Value>); MORE],
) -> Value {
    let name = [("name", Some(name.into()))];
    thing("Organization", name.into_iter().chain(more))
}

/// A thing with the properties that have a value.
pub(super) fn thing<'name>(
    kind: &str,
    properties: impl IntoIterator<Item = (&'name str, Option<Value>)>,
) -> Value {
    let kind = ("@type", Some(kind.into()));
    let all = std::iter::once(kind).chain(properties);
    let known = all.filter_map(|(name, value)| Some((name.to_owned(), value?)));
    Value::Object(known.collect::<Map<_, _>>())
}

/// A list, or null if it is empty.
fn list(items: impl IntoIterator<Item = impl Into<Value>>) -> Option<Value> {
    let items: Vec<Value> = items.into_iter().map(Into::into).collect();
    (!items.is_empty()).then(|| items.into())
}
