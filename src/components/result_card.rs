//! A result as a card.

use super::marked;
use crate::strings::Strings;
use catalogue::browse::{Field, Reason};
use catalogue::model::{Cluster, Lang};
use catalogue::search::SearchText;
use leptos::prelude::*;

/// What a result shows of a cluster.
pub struct ResultItem {
    /// The cluster.
    pub cluster: &'static Cluster,
    /// Where its page is.
    pub href: String,
    /// City, region, country, as far as known.
    pub place: String,
    /// The names of its areas, and where their pages are.
    pub areas: Vec<(String, String)>,
    /// Why it is here, where that is not to be seen.
    pub reasons: Vec<Reason>,
}

/// A result as a card, with the matches of the search marked.
pub fn result_card(
    texts: &'static Strings,
    lang: Lang,
    item: ResultItem,
    search: &SearchText,
) -> AnyView {
    let ResultItem {
        cluster,
        href,
        place,
        areas,
        reasons,
    } = item;
    let (name, name_lang) = cluster.name.get(lang);
    let (description, description_lang) = cluster.description.get(lang);
    let acronym = cluster
        .acronym
        .as_ref()
        .filter(|acronym| !name.contains(acronym.as_str()));
    let acronym = acronym.map(|acronym| {
        view! { " "<span class="acronym">{marked(acronym.as_str(), search)}</span> }
    });
    let founded = cluster
        .founded
        .map(|year| view! { <li>{texts.founded_in}" "{year}</li> });
    let members = cluster.members.as_ref().and_then(|members| {
        let count = texts.member_count.of(members.count? as usize);
        let seen = members
            .as_of
            .as_ref()
            .map_or_else(|| texts.undated.to_owned(), |seen| texts.seen_date(seen));
        Some(view! { <li>{count}" "<span class="hint">"("{seen}")"</span></li> })
    });
    let areas = areas.into_iter().map(|(label, href)| {
        view! { <li><a class="tag" href=href>{marked(&label, search)}</a></li> }
    });
    let reasons = reasons
        .into_iter()
        .map(|reason| reason_line(texts, lang, reason, search));
    view! {
        <article class="card">
            <h3 class="card-title">
                <a href=href lang=other_lang(name_lang, lang)>{marked(name, search)}</a>
                {acronym}
            </h3>
            <ul class="card-facts">
                <li>{texts.level_name(cluster.level)}</li>
                <li>{marked(&place, search)}</li>
                {founded}
                {members}
            </ul>
            <p class="card-text" lang=other_lang(description_lang, lang)>{marked(description, search)}</p>
            <ul class="tags">{areas.collect::<Vec<_>>()}</ul>
            {reasons.collect::<Vec<_>>()}
        </article>
    }
    .into_any()
}

/// The language of a text, where it is not that of the page.
fn other_lang(of: Lang, page: Lang) -> Option<&'static str> {
    (of != page).then_some(of.tag())
}

fn reason_line(
    texts: &'static Strings,
    lang: Lang,
    reason: Reason,
    search: &SearchText,
) -> AnyView {
    let what = match reason.field {
        Field::Keyword => texts.reason_keyword,
        Field::Synonym => texts.reason_synonym,
        Field::Organisation => texts.reason_organisation,
        _ => texts.reason_other_language,
    };
    let text_lang = reason.lang.and_then(|of| other_lang(of, lang));
    view! {
        <p class="card-reason">
            <span class="hint">{what}": "</span>
            <span lang=text_lang>{marked(&reason.text, search)}</span>
        </p>
    }
    .into_any()
}
