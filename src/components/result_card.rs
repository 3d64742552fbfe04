//! Results as cards.

use super::links::AreaLink;
use super::list::List;
use super::marked::{Marked, MarkedSearch};
use super::shortlist::SaveButton;
use crate::i18n::Strings;
use crate::names::{other_lang, place};
use crate::site::{Site, use_site};
use catalogue::browse::{Field, Reason};
use catalogue::model::{AreaId, Lang, Status, Text};
use catalogue::query::Page;
use leptos::prelude::*;

/// More cards than fit on the first screen.
pub const FIRST_CARDS: usize = 5;

/// A result as a card, with highlighted matches.
#[component]
pub fn ResultCard(
    /// The language of the page.
    lang: Lang,
    /// The cluster, by its number in the catalogue.
    number: u32,
) -> impl IntoView {
    let site = use_site();
    let t = Strings::of(lang);
    let search = site.search_for_result(number, FIRST_CARDS);
    provide_context(MarkedSearch(search));
    let catalogue = &site.collection.catalogue;
    let cluster = &catalogue.clusters[number as usize];
    let (name, name_lang) = cluster.name.get(lang);
    let (description, description_lang) = cluster.description.get(lang);
    let acronym = cluster.acronym.as_ref().map(Text::as_str);
    let acronym = acronym
        .filter(|acronym| !name.contains(acronym))
        .map(|acronym| {
            view! {
                <span class="acronym">
                    <Marked text=acronym />
                </span>
            }
            .into_any()
        });
    let founded = cluster
        .founded
        .map(|year| view! { <li>{format!("{} {year}", t.founded_in)}</li> }.into_any());
    let members = cluster.members.as_ref().and_then(|members| {
        let count = t.member_count(members)?;
        let date = t.member_date(members);
        Some(view! { <li>{format!("{count} ({date})")}</li> }.into_any())
    });
    let status = (cluster.status != Status::Active)
        .then(|| view! { <li class="card-status">{t.status(cluster)}</li> }.into_any());
    let areas = cluster.areas.iter().map(|id| {
        view! {
            <li>
                <AreaLink lang id class="tag" />
            </li>
        }
        .into_any()
    });
    let reasons = move || search.with(|search| site.collection.reasons(search, number, lang));
    view! {
        <article class="card" data-area=cluster.areas.first().map(AreaId::as_str)>
            <h3 class="card-title">
                <a
                    href=site.link(lang, Page::Cluster(cluster.id.clone()))
                    lang=other_lang(name_lang, lang)
                >
                    <Marked text=name />
                </a>
                " "
                {acronym}
            </h3>
            <SaveButton lang cluster />
            <ul class="card-facts">
                <li>{t.level_name(cluster.level)}</li>
                <li>
                    <Marked text=place(catalogue, cluster, lang) />
                </li>
                {founded}
                {members}
                {status}
            </ul>
            <p class="card-text" lang=other_lang(description_lang, lang)>
                <Marked text=description />
            </p>
            <ul class="tags">{areas.collect_view()}</ul>
            <List
                each=reasons
                key=move |reason| [&kind_of_text(use_site(), lang, reason), ": ", &reason.text].concat()
                let:reason
            >
                <MatchReason lang reason />
            </List>
        </article>
    }
}

/// Why a cluster matches, where the rest of its card does not show it.
#[component]
fn MatchReason(
    /// The language of the page.
    lang: Lang,
    /// The reason.
    reason: Reason,
) -> impl IntoView {
    let text_lang = reason.lang.and_then(|of| other_lang(of, lang));
    view! {
        <p class="card-reason">
            <span class="hint">{kind_of_text(use_site(), lang, &reason)} ": "</span>
            <span lang=text_lang>
                <Marked text=reason.text />
            </span>
        </p>
    }
}

/// The kind of text of a reason.
fn kind_of_text(site: Site, lang: Lang, reason: &Reason) -> String {
    let t = Strings::of(lang);
    match (reason.field, reason.area) {
        (Field::Synonym, Some(area)) => {
            let area = &site.collection.catalogue.areas[area as usize];
            format!("{} {}", t.reason_synonym, area.label.text(lang))
        }
        (Field::Keyword, _) => t.reason_keyword.to_owned(),
        (Field::FormerName, _) => t.formerly.to_owned(),
        (Field::Organisation, _) => t.reason_organisation.to_owned(),
        _ => t.reason_other_language.to_owned(),
    }
}
