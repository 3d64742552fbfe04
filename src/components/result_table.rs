//! Results as a table, for comparing.

use super::{ResultItem, marked};
use crate::markup::{El, Markup, anchor, el, el_class, link};
use crate::pages::other_lang;
use crate::strings::{Strings, number};
use catalogue::model::Lang;
use catalogue::query::Sort;
use catalogue::search::SearchText;

/// One result as a row, with the matches of the search marked.
pub fn result_row(
    texts: &'static Strings,
    lang: Lang,
    item: ResultItem,
    search: &SearchText,
) -> El {
    let cluster = item.cluster;
    let (name, name_lang) = cluster.name.get(lang);
    let members = cluster.members.as_ref().and_then(|members| members.count);
    let areas = item.areas.into_iter().map(|area| {
        let name = anchor(area.href).attr("data-area", area.id);
        el_class("span", "table-area").child(name.child(marked(area.label, search)))
    });
    let name = anchor(item.href)
        .attr_if("lang", other_lang(name_lang, lang))
        .child(marked(name, search));
    let year = cluster
        .founded
        .map_or_else(String::new, |year| year.to_string());
    let members = members.map_or_else(String::new, |count| number(count as usize));
    el("tr")
        .child(el("th").attr("scope", "row").child(name))
        .child(el("td").children(areas))
        .child(el("td").text(texts.level_name(cluster.level)))
        .child(el("td").child(marked(&item.place, search)))
        .child(el_class("td", "table-number").text(year))
        .child(el_class("td", "table-number").text(members))
}

/// The table of such rows. `sorted` says whether an order is the one shown, and where the results
/// stand in that order, or in none where they do.
pub fn result_table(
    texts: &'static Strings,
    rows: Markup,
    sorted: impl Fn(Sort) -> (bool, String),
) -> El {
    let headings = [
        (texts.name, Some((Sort::Name, "ascending"))),
        (texts.areas, None),
        (texts.level, None),
        (texts.place, None),
        (texts.founded, Some((Sort::Founded, "ascending"))),
        (texts.members, Some((Sort::Members, "descending"))),
    ];
    let headings = headings.map(|(heading, order)| {
        let cell = el("th").attr("scope", "col");
        let Some((sort, direction)) = order else {
            return cell.text(heading);
        };
        let (is_shown, href) = sorted(sort);
        cell.attr("aria-sort", if is_shown { direction } else { "none" })
            .child(link(href, heading))
    });
    let table = el_class("table", "result-table")
        .child(el("thead").child(el("tr").children(headings)))
        .child(el("tbody").child(rows));
    // The frame scrolls sideways where the table is wider than the screen; the keyboard must reach it.
    el_class("div", "table-frame")
        .attr("role", "group")
        .attr("aria-label", texts.results_table)
        .attr("tabindex", "0")
        .child(table)
}
