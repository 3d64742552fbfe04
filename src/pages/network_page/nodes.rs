//! Clusters and organisations in drawings of the network: their names, and links to their own surroundings.

use crate::names::other_lang;
use crate::site::Site;
use catalogue::model::{Lang, Text};
use catalogue::query::{Address, Facet, Query};
use leptos::prelude::*;

/// The short name of a cluster or an organisation.
pub(super) fn short_name(site: Site, lang: Lang, facet: Facet, number: u32) -> &'static str {
    let catalogue = &site.collection.catalogue;
    let number = number as usize;
    let (acronym, name) = if facet == Facet::Cluster {
        let cluster = &catalogue.clusters[number];
        (&cluster.acronym, &cluster.name)
    } else {
        let organisation = &catalogue.organisations[number];
        (&organisation.acronym, &organisation.name)
    };
    let acronym = acronym.as_ref().map(Text::as_str);
    acronym.unwrap_or_else(|| name.text(lang))
}

/// A link that puts a cluster or an organisation at the centre. It has a short and a full name, of which the
/// style sheet shows the one that fits, and may end in the number of what it has in common with the current
/// centre.
pub(super) fn centre_link(
    site: Site,
    lang: Lang,
    facet: Facet,
    number: u32,
    in_common: Option<(usize, String)>,
) -> AnyView {
    let catalogue = &site.collection.catalogue;
    let (name, name_lang) = match facet {
        Facet::Cluster => catalogue.clusters[number as usize].name.get(lang),
        _ => catalogue.organisations[number as usize].name.get(lang),
    };
    let short = short_name(site, lang, facet, number);
    let title = (name != short).then_some(name);
    let whole = title.map(|name| view! { <span class="matrix-whole">{name}</span> }.into_any());
    let in_common = in_common.map(|(count, words)| {
        view! {
            " "
            <span class="ego-count">
                <span aria-hidden="true">{count.to_string()}</span>
                <span class="visually-hidden">{words}</span>
            </span>
        }
        .into_any()
    });
    let address = Address::around(lang, facet, site.collection.values(facet).id(number));
    view! {
        <a href=site.href(&address) title=title>
            <span lang=other_lang(name_lang, lang)>
                <span class="matrix-short">{short}</span>
                {whole}
            </span>
            {in_common}
        </a>
    }
    .into_any()
}

/// The URL of the clusters that two organisations have in common, among those of a query.
pub(super) fn both_href(site: Site, lang: Lang, query: &Query, organisations: [u32; 2]) -> String {
    let mut both = query.with_match_all(true);
    for number in organisations {
        let id = site.collection.values(Facet::Organisation).id(number);
        both.choose(Facet::Organisation, id);
    }
    site.href(&Address::catalogue(lang).with_query(both))
}
