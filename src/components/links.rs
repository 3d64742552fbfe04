//! Links to records and to other sites.

use super::marked::Marked;
use crate::names::other_lang;
use crate::site::use_site;
use catalogue::model::{AreaId, Cluster, Lang};
use catalogue::query::{Address, Facet, Page, Query};
use leptos::prelude::*;

/// A link to a cluster.
#[component]
pub fn ClusterLink(
    /// The language of the page.
    lang: Lang,
    /// The cluster.
    cluster: &'static Cluster,
    /// The `rel` attribute: `prev` or `next`.
    #[prop(optional)]
    rel: Option<&'static str>,
) -> impl IntoView {
    let href = use_site().link(lang, Page::Cluster(cluster.id.clone()));
    let (name, name_lang) = cluster.name.get(lang);
    view! {
        <a href=href rel=rel lang=other_lang(name_lang, lang)>
            {name}
        </a>
    }
}

/// A link to an organisation.
#[component]
pub fn OrganisationLink(
    /// The language of the page.
    lang: Lang,
    /// The organisation, by its number in the catalogue.
    number: u32,
) -> impl IntoView {
    let site = use_site();
    let organisation = &site.collection.catalogue.organisations[number as usize];
    let (name, name_lang) = organisation.name.get(lang);
    view! {
        <a
            href=site.link(lang, Page::Organisation(organisation.id.clone()))
            lang=other_lang(name_lang, lang)
        >
            {name}
        </a>
    }
}

/// A link to an area with its icon, if the area exists. Matches of the search are highlighted.
#[component]
pub fn AreaLink(
    /// The language of the page.
    lang: Lang,
    /// The area.
    id: &'static AreaId,
    /// The class of the link.
    #[prop(optional)]
    class: Option<&'static str>,
) -> impl IntoView {
    let site = use_site();
    let area = site.collection.catalogue.areas.get(id.as_str())?;
    Some(
        view! {
            <a class=class href=site.link(lang, Page::Area(id.clone())) data-area=id.as_str()>
                <Marked text=area.label.text(lang) />
            </a>
        }
        .into_any(),
    )
}

/// An external link, without a referrer.
#[component]
pub fn ExternalLink(
    /// The URL of the other site, or a mailbox.
    href: &'static str,
    /// The text of the link.
    text: &'static str,
) -> impl IntoView {
    view! {
        <a href=href rel="noopener noreferrer">
            {text}
        </a>
    }
}

/// A link to all clusters with a facet value.
#[component]
pub fn FilterLink(
    /// The language of the page.
    lang: Lang,
    /// The facet.
    facet: Facet,
    /// The id of the value.
    id: &'static str,
    /// The label of the value.
    label: &'static str,
) -> impl IntoView {
    let address = Address::catalogue(lang).with_query(Query::choosing(facet, [id]));
    view! { <a href=use_site().href(&address)>{label}</a> }
}
