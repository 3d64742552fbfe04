//! Results as a table, for comparing.

use super::{ResultItem, marked};
use crate::strings::{Strings, number};
use catalogue::model::Lang;
use catalogue::search::SearchText;
use leptos::prelude::*;

/// Results as a table, with the matches of the search marked.
pub fn result_table(
    texts: &'static Strings,
    lang: Lang,
    items: Vec<ResultItem>,
    search: &SearchText,
) -> AnyView {
    let row = |item: ResultItem| {
        let cluster = item.cluster;
        let (name, name_lang) = cluster.name.get(lang);
        let members = cluster.members.as_ref().and_then(|members| members.count);
        let areas = item.areas.into_iter().map(|(label, href)| {
            view! { <span class="table-area"><a href=href>{marked(&label, search)}</a></span> }
        });
        view! {
            <tr>
                <th scope="row">
                    <a href=item.href lang=(name_lang != lang).then_some(name_lang.tag())>{marked(name, search)}</a>
                </th>
                <td>{areas.collect::<Vec<_>>()}</td>
                <td>{texts.level_name(cluster.level)}</td>
                <td>{marked(&item.place, search)}</td>
                <td class="table-number">{cluster.founded}</td>
                <td class="table-number">{members.map(|count| number(count as usize))}</td>
            </tr>
        }
    };
    let rows = items.into_iter().map(row).collect::<Vec<_>>();
    let headings = [
        texts.name,
        texts.areas,
        texts.level,
        texts.place,
        texts.founded,
        texts.members,
    ];
    let headings = headings.map(|heading| view! { <th scope="col">{heading}</th> });
    view! {
        <div class="table-frame" role="region" aria-labelledby="results-heading" tabindex="0">
            <table class="result-table">
                <thead><tr>{headings}</tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}
