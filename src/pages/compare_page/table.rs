//! The table of a comparison: a column for each record, a row for each property.

use super::cells::{cell, value_link};
use super::choose::STATUS;
use crate::dom;
use crate::i18n::{CompareTexts, Strings};
use crate::names::facet_label;
use crate::site::Site;
use catalogue::browse::{Agreement, Comparison, Property, Row, Section, Topic};
use catalogue::model::{Lang, Role};
use catalogue::query::{Address, Facet};
use leptos::prelude::*;

/// The table, in a frame that scrolls where it is wider than the screen.
pub(super) fn table(site: Site, lang: Lang, comparison: &Comparison) -> AnyView {
    let t = Strings::of(lang);
    let c = CompareTexts::of(lang);
    let headings = comparison.columns.iter();
    let headings = headings.map(|&column| heading(site, lang, comparison, column));
    let headings = headings.collect_view();
    let sections = comparison.sections.iter();
    let sections = sections.map(|of| section(site, lang, comparison, of));
    // The clicked link disappears with its column.
    let focus = |_| dom::after_render(|| dom::focus_and_show(&["#", STATUS].concat()));
    view! {
        <div class="table-frame" role="group" aria-label=t.compare_heading tabindex="0">
            <table class="compare-table">
                <thead on:click=focus>
                    <tr>
                        <td></td>
                        {headings}
                    </tr>
                </thead>
                {sections.collect_view()}
            </table>
        </div>
        <p class="hint">{c.note}</p>
        <p class="hint">{t.organisations_incomplete}</p>
    }
    .into_any()
}

/// The name of a record, and a link that removes its column.
fn heading(site: Site, lang: Lang, comparison: &Comparison, column: u32) -> AnyView {
    let c = CompareTexts::of(lang);
    let facet = comparison.facet;
    let values = site.collection.values(facet);
    let id = values.id(column);
    let all = comparison.columns.iter().chain(&comparison.left_out);
    let others = all.filter(|&&other| other != column);
    let others = others.map(|&other| values.id(other));
    let without = Address::compare(lang, facet, others);
    let name = facet_label(site.collection, lang, facet, id);
    view! {
        <th scope="col">
            {value_link(site, lang, facet, column)}
            <a class="compare-remove" href=site.href(&without)>
                {c.remove}
                <span class="visually-hidden">{[" ", name.unwrap_or(id)].concat()}</span>
            </a>
        </th>
    }
    .into_any()
}

fn section(site: Site, lang: Lang, comparison: &Comparison, section: &Section) -> AnyView {
    let t = Strings::of(lang);
    let columns = comparison.columns.len();
    let rows = section.rows.iter();
    let rows = rows.map(|of| row(site, lang, comparison, section.topic, of));
    let rest = (section.rest > 0).then(|| {
        view! {
            <tr>
                <td class="hint" colspan=columns + 1>
                    {t.charts_rest.of(section.rest)}
                </td>
            </tr>
        }
        .into_any()
    });
    view! {
        <tbody>
            <tr>
                <th scope="rowgroup" class="compare-topic" colspan=columns + 1>
                    <span>{topic_name(lang, section.topic)}</span>
                </th>
            </tr>
            {rows.collect_view()}
            {rest}
        </tbody>
    }
    .into_any()
}

fn row(site: Site, lang: Lang, comparison: &Comparison, topic: Topic, row: &Row) -> AnyView {
    let c = CompareTexts::of(lang);
    let name = match (topic, row.property) {
        (Topic::InCommon(_), Property::Value(facet, value)) => value_link(site, lang, facet, value),
        (_, Property::Value(facet, value)) => {
            let id = site.collection.values(facet).id(value);
            facet_label(site.collection, lang, facet, id).into_any()
        }
        (topic, property) => property_name(lang, topic, property).into_any(),
    };
    let mark = match row.agreement {
        Agreement::Same => Some(("=", c.same, "same")),
        Agreement::Different => Some(("≠", c.different, "different")),
        Agreement::Unclear => None,
    };
    let mark = mark.map(|(sign, words, agreement)| {
        view! {
            " "
            <span class="compare-mark" data-agreement=agreement title=words>
                <span aria-hidden="true">{sign}</span>
                <span class="visually-hidden">{words}</span>
            </span>
        }
        .into_any()
    });
    let cells = comparison.columns.iter().zip(&row.cells);
    let cells = cells.map(|(&column, of)| {
        let value = cell(
            site,
            lang,
            (comparison.facet, column),
            (topic, row.property),
            of,
        );
        view! { <td>{value}</td> }.into_any()
    });
    view! {
        <tr>
            <th scope="row">{name} {mark}</th>
            {cells.collect_view()}
        </tr>
    }
    .into_any()
}

fn topic_name(lang: Lang, topic: Topic) -> String {
    let t = Strings::of(lang);
    let c = CompareTexts::of(lang);
    match topic {
        Topic::Facts => t.facts.to_owned(),
        Topic::Clusters => t.clusters.to_owned(),
        Topic::By(facet) => c.clusters_by(t.facet(facet)),
        Topic::Founded => t.founded.to_owned(),
        Topic::Members => t.members.to_owned(),
        Topic::Organisations => t.organisations.to_owned(),
        Topic::InCommon(Facet::Cluster) => t.clusters_in_common.to_owned(),
        Topic::InCommon(_) => t.organisations_in_common.to_owned(),
    }
}

fn property_name(lang: Lang, topic: Topic, property: Property) -> &'static str {
    let t = Strings::of(lang);
    let c = CompareTexts::of(lang);
    match property {
        Property::Facet(Facet::Cluster) => t.national_clusters,
        Property::Facet(facet) | Property::Value(facet, _) => t.facet(facet),
        Property::Status => t.facet(Facet::Status),
        Property::Founded => t.founded,
        Property::Members => t.members,
        Property::Coordinators => t.role_heading(Role::Coordinator),
        Property::Website => t.website,
        Property::Kind => t.kind,
        Property::Seat => t.seat,
        Property::Total if topic == Topic::Clusters => c.total,
        Property::Total => c.named,
        Property::Known => c.known,
        Property::First if topic == Topic::Founded => c.earliest,
        Property::First => c.fewest,
        Property::Last if topic == Topic::Founded => c.latest,
        Property::Last => c.most,
        Property::Role(role) => t.role(role),
        Property::Apart(_) => c.apart,
    }
}
