//! The surroundings of one cluster or one organisation: a drawing in columns, and the same as tables.

use super::nodes::{both_href, centre_link};
use crate::components::DataTable;
use crate::i18n::{CompareTexts, KindTexts, NetworkTexts, Strings, with_numbers};
use crate::names::{facet_label, place};
use crate::site::{Site, use_site};
use catalogue::browse::{EgoNetwork, Neighbour};
use catalogue::model::{ClusterId, Lang, OrganisationId};
use catalogue::query::{Address, Facet, Page, Query};
use leptos::prelude::*;

/// The maximum number of names in a column of the drawing: with more, the lines cannot be told
/// apart.
const DRAWN: usize = 12;

/// The surroundings of the cluster or the organisation with this id, in one and in two steps.
pub(in crate::pages) fn ego_page(lang: Lang, facet: Facet, id: &str) -> AnyView {
    let site = use_site();
    let t = Strings::of(lang);
    let c = CompareTexts::of(lang);
    let network = site.collection.ego_network(facet, id);
    let texts = NetworkTexts::of(lang).kind(facet);
    let (kicker, own_page) = match facet {
        Facet::Cluster => (t.kind_cluster, ClusterId::new(id).map(Page::Cluster)),
        _ => (
            t.kind_organisation,
            OrganisationId::new(id).map(Page::Organisation),
        ),
    };
    let name = facet_label(site.collection, lang, facet, id);
    let heading = name.unwrap_or(t.network_heading);
    let about = name.and(own_page.ok()).map(|page| {
        view! {
            <p class="lead">{texts.ego_lead}</p>
            <ul class="actions">
                <li>
                    <a href=site.link(lang, page)>{texts.own_page}</a>
                </li>
            </ul>
        }
        .into_any()
    });
    let content = match network {
        Some(network) => surroundings(site, lang, &network),
        None => view! {
            <p class="notice">
                {[c.unknown, " ", id, ". ", c.unknown_why].concat()}
            </p>
        }
        .into_any(),
    };
    view! {
        <article class="page network">
            <header class="page-header">
                <p>
                    <a class="back-link" href=site.link(lang, Page::Network)>
                        {t.network_heading}
                    </a>
                </p>
                <p class="kicker">{[t.network, " · ", kicker].concat()}</p>
                <h1 tabindex="-1">{heading}</h1>
                {about}
            </header>
            {move || not_applied(site, lang)}
            {content}
        </article>
    }
    .into_any()
}

/// The parts of the address that this page does not show.
fn not_applied(site: Site, lang: Lang) -> Option<AnyView> {
    let address = site.address();
    let centre = address.centre();
    let others = address.query.choices().filter(|of| Some(*of) != centre);
    let names =
        others.map(|(facet, id)| facet_label(site.collection, lang, facet, id).unwrap_or(id));
    let names = names.collect::<Vec<_>>().join(", ");
    (!names.is_empty()).then(|| {
        view! {
            <p class="notice">{[NetworkTexts::of(lang).not_around, " ", &names, "."].concat()}</p>
        }
        .into_any()
    })
}

fn surroundings(site: Site, lang: Lang, network: &EgoNetwork) -> AnyView {
    let texts = NetworkTexts::of(lang).kind(network.facet);
    if network.near.is_empty() {
        return view! { <p role="status">{texts.no_near}</p> }.into_any();
    }
    let far = (!network.far.is_empty()).then(|| far_table(site, lang, network));
    view! {
        {drawing(site, lang, network, texts)}
        {far}
        {near_table(site, lang, network, texts)}
    }
    .into_any()
}

/// The drawing: a column for each step, with curves between the names in them.
fn drawing(site: Site, lang: Lang, network: &EgoNetwork, texts: &'static KindTexts) -> AnyView {
    let facet = network.facet;
    let drawn = network.reduced(DRAWN);
    let rows = drawn.near.len().max(drawn.far.len());
    let near_height = |index: usize| height(index, drawn.near.len(), rows);
    let far_height = |index: usize| height(index, drawn.far.len(), rows);
    let near = drawn.near.iter().enumerate().map(|(index, neighbour)| {
        let ends = drawn.far.iter().enumerate();
        let ends = ends.filter(|(_, far)| neighbour.ties.contains(&far.number));
        let outwards = ends.map(|(end, _)| curve(near_height(index), far_height(end)));
        let to_centre = lines("ego-lines", rows, curve(rows, near_height(index)));
        let outwards = lines("ego-lines ego-outwards", rows, outwards.collect());
        let link = centre_link(site, lang, other(facet), neighbour.number, None);
        view! { <li>{to_centre} {outwards} {link}</li> }.into_any()
    });
    let far = drawn.far.iter().enumerate().map(|(index, neighbour)| {
        let ends = drawn.near.iter().enumerate();
        let ends = ends.filter(|(_, near)| neighbour.ties.contains(&near.number));
        let inwards = ends.map(|(end, _)| curve(near_height(end), far_height(index)));
        let inwards = lines("ego-lines", rows, inwards.collect());
        // Everything that it has in common, not only what is drawn.
        let whole = network.far.iter().find(|of| of.number == neighbour.number);
        let count = whole.map_or(0, |whole| whole.ties.len());
        let in_common = Some((count, in_common(lang, facet, count)));
        let link = centre_link(site, lang, facet, neighbour.number, in_common);
        view! { <li>{inwards} {link}</li> }.into_any()
    });
    let id = site.collection.values(facet).id(network.centre);
    let centre = facet_label(site.collection, lang, facet, id);
    let part = |drawn: usize, all: usize, facet: Facet, part: &str| {
        if drawn == all {
            counted(lang, facet, all)
        } else {
            with_numbers(part, &[drawn, all])
        }
    };
    let near_part = part(
        drawn.near.len(),
        network.near.len(),
        other(facet),
        texts.near_part,
    );
    let far_part = if network.far.is_empty() {
        texts.no_far.to_owned()
    } else {
        part(drawn.far.len(), network.far.len(), facet, texts.far_part)
    };
    let number = (!network.far.is_empty()).then_some([" ", texts.far_number].concat());
    view! {
        <div class="ego">
            <p class="ego-centre" aria-hidden="true">
                <span>{centre}</span>
            </p>
            <h2>{texts.near}</h2>
            <p class="hint">{near_part}</p>
            <ul>{near.collect_view()}</ul>
            <h2>{texts.far}</h2>
            <p class="hint">{far_part}</p>
            <ul>{far.collect_view()}</ul>
        </div>
        <p class="hint">{NetworkTexts::of(lang).drawing_hint} {number}</p>
    }
    .into_any()
}

/// The position of the middle of a name, in half rows from the top: a column with fewer names than `rows` is
/// centred.
const fn height(index: usize, names: usize, rows: usize) -> usize {
    rows - names + 2 * index + 1
}

/// A curve from one height on the left to another on the right, as a part of a path.
fn curve(from: usize, to: usize) -> String {
    format!("M0 {from}C50 {from} 50 {to} 100 {to}")
}

/// The curves of one name. They fill the space between the columns.
fn lines(class: &'static str, rows: usize, path: String) -> AnyView {
    view! {
        <svg
            class=class
            viewBox=format!("0 0 100 {}", rows * 2)
            preserveAspectRatio="none"
            aria-hidden="true"
        >
            <path d=path></path>
        </svg>
    }
    .into_any()
}

/// The records that are one step away from a cluster or an organisation.
const fn other(facet: Facet) -> Facet {
    match facet {
        Facet::Cluster => Facet::Organisation,
        _ => Facet::Cluster,
    }
}

/// A number of clusters or of organisations.
fn counted(lang: Lang, facet: Facet, count: usize) -> String {
    let t = Strings::of(lang);
    match facet {
        Facet::Cluster => t.results.of(count),
        _ => t.organisations_shown.of(count),
    }
}

/// How much two clusters, or two organisations, have in common.
fn in_common(lang: Lang, facet: Facet, count: usize) -> String {
    let t = Strings::of(lang);
    match facet {
        Facet::Cluster => t.shared_organisations.of(count),
        _ => t.shared_clusters.of(count),
    }
}

/// The name of a kind of record at the head of a column.
fn column_name(lang: Lang, facet: Facet) -> &'static str {
    let t = Strings::of(lang);
    match facet {
        Facet::Cluster => t.clusters,
        _ => t.organisations,
    }
}

/// Everything in two steps, with what it has in common with the centre.
fn far_table(site: Site, lang: Lang, network: &EgoNetwork) -> AnyView {
    let t = Strings::of(lang);
    let facet = network.facet;
    let rows = network.far.iter().map(|neighbour| {
        let count = neighbour.ties.len().to_string();
        let count = if facet == Facet::Cluster {
            count.into_any()
        } else {
            let two = [network.centre, neighbour.number];
            let href = both_href(site, lang, &Query::default(), two);
            view! { <a href=href>{count}</a> }.into_any()
        };
        let shared = neighbour.ties.iter().map(|&tie| {
            view! { <li>{centre_link(site, lang, other(facet), tie, None)}</li> }.into_any()
        });
        let shared = view! { <ul class="card-facts">{shared.collect_view()}</ul> }.into_any();
        row(site, lang, facet, neighbour, count, shared)
    });
    let heading = match facet {
        Facet::Cluster => t.organisations_in_common,
        _ => t.clusters_in_common,
    };
    let headings = vec![
        column_name(lang, facet),
        NetworkTexts::of(lang).in_common,
        column_name(lang, other(facet)),
    ];
    table(heading, headings, rows.collect())
}

/// Everything in one step, with what belongs to it.
fn near_table(site: Site, lang: Lang, network: &EgoNetwork, texts: &'static KindTexts) -> AnyView {
    let t = Strings::of(lang);
    let values = site.collection.values(Facet::Organisation);
    let catalogue = &site.collection.catalogue;
    let rows = network.near.iter().map(|neighbour| {
        let number = neighbour.number as usize;
        let (count, about) = if network.facet == Facet::Cluster {
            let id = values.id(neighbour.number);
            let clusters = Query::choosing(Facet::Organisation, [id]);
            let clusters = site.href(&Address::catalogue(lang).with_query(clusters));
            let count = values.clusters(neighbour.number).len().to_string();
            let count = view! { <a href=clusters>{count}</a> };
            let kind = catalogue.organisations[number].kind;
            (count.into_any(), t.kind_name(kind).to_owned())
        } else {
            let count = values.of(number).len().to_string().into_any();
            (count, place(catalogue, &catalogue.clusters[number], lang))
        };
        row(
            site,
            lang,
            other(network.facet),
            neighbour,
            count,
            about.into_any(),
        )
    });
    let about = match network.facet {
        Facet::Cluster => t.kind,
        _ => t.place,
    };
    let headings = vec![
        column_name(lang, other(network.facet)),
        column_name(lang, network.facet),
        about,
    ];
    table(texts.near, headings, rows.collect())
}

fn row(
    site: Site,
    lang: Lang,
    facet: Facet,
    neighbour: &Neighbour,
    count: AnyView,
    rest: AnyView,
) -> AnyView {
    view! {
        <tr>
            <th scope="row">{centre_link(site, lang, facet, neighbour.number, None)}</th>
            <td class="table-number">{count}</td>
            <td>{rest}</td>
        </tr>
    }
    .into_any()
}

fn table(heading: &'static str, headings: Vec<&'static str>, rows: Vec<AnyView>) -> AnyView {
    view! {
        <h2>{heading}</h2>
        <div>
            <DataTable class="result-table" headings>
                {rows}
            </DataTable>
        </div>
    }
    .into_any()
}
