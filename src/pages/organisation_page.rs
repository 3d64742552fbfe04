//! One organisation, and the clusters it belongs to.

use super::{other_lang, place};
use crate::app::Site;
use crate::components::{MembershipItem, membership_list, permalink};
use crate::strings::Strings;
use catalogue::model::Lang;
use catalogue::query::{Address, Page};
use leptos::prelude::*;

/// One organisation, by its number.
pub fn organisation_page(site: Site, lang: Lang, number: usize) -> AnyView {
    let texts = Strings::of(lang);
    let catalogue = &site.collection.catalogue;
    let organisation = &catalogue.organisations[number];
    let (name, name_lang) = organisation.name.get(lang);
    let other_name = organisation
        .name
        .only(lang.other())
        .filter(|other| *other != name);
    let other_name =
        other_name.map(|other| view! { <p class="other-name" lang=lang.other().tag()>{other}</p> });
    let city = organisation
        .city
        .as_ref()
        .and_then(|id| catalogue.cities.get(id.as_str()));
    let country = catalogue.countries.get(organisation.country.as_str());
    let seat = city.map(|city| city.label.text(lang)).into_iter();
    let seat = seat
        .chain(country.map(|country| country.label.text(lang)))
        .collect::<Vec<_>>()
        .join(", ");
    let website = organisation.website.as_ref().map(|url| {
        view! { " · "<a href=url.as_str() rel="noopener noreferrer">{url.label()}</a> }
    });
    let items = site
        .collection
        .relations
        .of_organisation(number)
        .iter()
        .filter_map(|&membership| {
            let membership = &catalogue.memberships[membership as usize];
            let cluster = catalogue.clusters.get(membership.cluster.as_str())?;
            let (name, name_lang) = cluster.name.get(lang);
            Some(MembershipItem {
                name: name.to_owned(),
                lang: other_lang(name_lang, lang),
                href: site.link(lang, Page::Cluster(cluster.id.clone())),
                about: format!(
                    "{} · {}",
                    texts.role(membership.role),
                    place(catalogue, cluster, lang)
                ),
                membership,
            })
        });
    let items = items.collect::<Vec<_>>();
    let mut clusters = items
        .iter()
        .map(|item| item.href.as_str())
        .collect::<Vec<_>>();
    clusters.sort_unstable();
    clusters.dedup();
    let belongs = texts.organisation_clusters.of(clusters.len());
    let own_address = site.link(lang, Page::Organisation(organisation.id.clone()));
    view! {
        <article class="page organisation">
            <p><a class="back-link" href=site.href(&Address::catalogue(lang))>{texts.to_catalogue}</a></p>
            <p class="kicker">{texts.organisation_kicker}" · "{texts.kind_name(organisation.kind)}</p>
            <h1 tabindex="-1" lang=other_lang(name_lang, lang)>{name}</h1>
            {other_name}
            <p class="lead">{seat}{website}</p>
            <h2>{belongs}</h2>
            <p class="hint">{texts.membership_note}</p>
            {membership_list(texts, lang, items)}
            {permalink(texts, own_address)}
        </article>
    }
    .into_any()
}
