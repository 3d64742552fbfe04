//! An organisation and its memberships.

use catalogue::{
    model::{Fact, Identified, Lang, SafeUrl},
    query::Page,
};
use serde_json::Value;

use super::{
    cluster::{MEMBERS, page},
    thing::{list, organisation_called, thing},
};
use crate::pages::site::SiteData;

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
