//! A result as a card.

use super::marked;
use crate::markup::{El, anchor, el, el_class};
use crate::pages::other_lang;
use crate::strings::Strings;
use catalogue::browse::Reason;
use catalogue::model::{AreaId, Cluster, Lang, Text};
use catalogue::search::SearchText;

/// A subject area, and where its page is.
pub struct AreaLink {
    /// Its id, by which it has a picture and a colour.
    pub id: &'static str,
    /// Its name.
    pub label: &'static str,
    /// Where its page is.
    pub href: String,
}

/// What a result shows of a cluster.
pub struct ResultItem {
    /// The cluster.
    pub cluster: &'static Cluster,
    /// Where its page is.
    pub href: String,
    /// City, region, country, as far as known.
    pub place: String,
    /// Its areas.
    pub areas: Vec<AreaLink>,
    /// Why it is here, where that is not to be seen.
    pub reasons: Vec<(String, Reason)>,
}

/// A result as a card, with the matches of the search marked.
pub fn result_card(
    texts: &'static Strings,
    lang: Lang,
    item: ResultItem,
    search: &SearchText,
) -> El {
    let ResultItem {
        cluster,
        href,
        place,
        areas,
        reasons,
    } = item;
    let (name, name_lang) = cluster.name.get(lang);
    let (description, description_lang) = cluster.description.get(lang);
    let acronym = cluster.acronym.as_ref().map(Text::as_str);
    let acronym = acronym.filter(|acronym| !name.contains(acronym));
    let acronym = acronym.map(|acronym| {
        el_class("span", "acronym")
            .text(" ")
            .child(marked(acronym, search))
    });
    let founded = cluster
        .founded
        .map(|year| el("li").text(format!("{} {year}", texts.founded_in)));
    let members = cluster.members.as_ref().and_then(|members| {
        let count = texts.member_count.of(members.count? as usize);
        let seen = members
            .as_of
            .as_ref()
            .map_or_else(|| texts.undated.to_owned(), |seen| texts.seen_date(seen));
        Some(el("li").text(format!("{count} ({seen})")))
    });
    let areas = areas.into_iter().map(|area| {
        el("li").child(
            el_class("a", "tag")
                .attr("href", area.href)
                .attr("data-area", area.id)
                .child(marked(area.label, search)),
        )
    });
    let title = el_class("h3", "card-title")
        .child(
            anchor(href)
                .attr_if("lang", other_lang(name_lang, lang))
                .child(marked(name, search)),
        )
        .child(acronym);
    let facts = el_class("ul", "card-facts")
        .child(el("li").text(texts.level_name(cluster.level)))
        .child(el("li").child(marked(&place, search)))
        .child(founded)
        .child(members);
    let description = el_class("p", "card-text")
        .attr_if("lang", other_lang(description_lang, lang))
        .child(marked(description, search));
    el_class("article", "card")
        .attr_if("data-area", cluster.areas.first().map(AreaId::as_str))
        .child(title)
        .child(facts)
        .child(description)
        .child(el_class("ul", "tags").children(areas))
        .children(
            reasons
                .into_iter()
                .map(|(what, reason)| reason_line(lang, what, &reason, search)),
        )
}

fn reason_line(lang: Lang, what: String, reason: &Reason, search: &SearchText) -> El {
    let text_lang = reason.lang.and_then(|of| other_lang(of, lang));
    el_class("p", "card-reason")
        .child(el_class("span", "hint").text(what).text(": "))
        .child(
            el("span")
                .attr_if("lang", text_lang)
                .child(marked(&reason.text, search)),
        )
}
