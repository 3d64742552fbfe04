//! The network page: clusters that share organisations, as a matrix of the strongest ties and as a
//! table with the organisations, and organisations that share clusters. It can be filtered by region, area and
//! level. Around one cluster or one organisation, it shows what surrounds it.

mod ego;
mod nodes;

pub(super) use ego::ego_page;

use crate::components::{ChoiceList, ClusterLink, DataTable, Matrix, MatrixTie, OrganisationLink};
use crate::i18n::{NetworkTexts, Strings, with_numbers};
use crate::names::facet_labels;
use crate::site::{Site, use_site};
use catalogue::browse::{Network, Tie};
use catalogue::model::Lang;
use catalogue::query::{Facet, Query};
use leptos::prelude::*;
use nodes::{both_href, centre_link, short_name};

/// The maximum number of names in a matrix: more do not fit next to each other.
const IN_MATRIX: usize = 12;

/// The facets that filter the network.
const NARROWED_BY: [Facet; 3] = [Facet::Region, Facet::Area, Facet::Level];

/// The network of the clusters that match the current query.
#[component]
pub fn NetworkPage(
    /// The language of the page.
    lang: Lang,
) -> impl IntoView {
    let site = use_site();
    let t = Strings::of(lang);
    let choices = NARROWED_BY.map(|facet| view! { <FacetChoice lang facet /> }.into_any());
    view! {
        <article class="page network">
            <header class="page-header">
                <h1 tabindex="-1">{t.network_heading}</h1>
                <p class="lead">{t.network_lead}</p>
                <div class="arrangement">{choices.into_iter().collect_view()}</div>
            </header>
            {move || {
                let query = page_query(&site.address().query);
                let clusters = site.collection.matching_clusters(&query, lang);
                let network = |facet| site.collection.network(facet, &clusters, IN_MATRIX);
                let of_clusters = network(Facet::Cluster);
                let of_organisations = network(Facet::Organisation);
                let texts = NetworkTexts::of(lang);
                let status = match of_clusters.pairs {
                    0 => texts.no_ties.to_owned(),
                    pairs => texts.kind(Facet::Cluster).tied_pairs.of(pairs),
                };
                let matrix = |facet, network: &Network| {
                    let is_filled = !network.ties.is_empty();
                    is_filled.then(|| strongest_ties(site, lang, facet, network, &query))
                };
                view! {
                    <p role="status">{status}</p>
                    {matrix(Facet::Cluster, &of_clusters)}
                    {matrix(Facet::Organisation, &of_organisations)}
                    {tie_table(site, lang, of_clusters)}
                }
                    .into_any()
            }}
        </article>
    }
}

/// The strongest ties of a network as a matrix.
fn strongest_ties(
    site: Site,
    lang: Lang,
    facet: Facet,
    network: &Network,
    query: &Query,
) -> AnyView {
    let texts = NetworkTexts::of(lang).kind(facet);
    let shown = [network.ties.len(), network.pairs, network.nodes.len()];
    let shown = (network.ties.len() < network.pairs)
        .then(|| [&with_numbers(texts.pairs_shown, &shown), " "].concat());
    let labels = network.nodes.iter();
    let labels = labels.map(|&number| centre_link(site, lang, facet, number, None));
    let labels: Vec<AnyView> = labels.collect();
    let columns = network.nodes.iter();
    let columns = columns.map(|&number| short_name(site, lang, facet, number));
    let columns = columns.collect();
    let mut ties = Vec::new();
    for &row in &network.nodes {
        let columns = network.nodes.iter();
        let tie = |&column| {
            let tie = network.tie(row, column)?;
            let [one, other] = tie
                .between
                .map(|number| short_name(site, lang, facet, number));
            let href = match facet {
                Facet::Cluster => ["#", &row_id(site, tie)].concat(),
                _ => both_href(site, lang, query, tie.between),
            };
            Some(MatrixTie {
                strength: strength(tie),
                name: [one, " – ", other].concat(),
                href,
            })
        };
        ties.push(columns.map(tie).collect::<Vec<_>>());
    }
    let strongest = network.ties.first().map_or(1, strength);
    // For clusters, the status above says so.
    let pairs = (facet == Facet::Organisation)
        .then(|| view! { <p>{texts.tied_pairs.of(network.pairs)}</p> }.into_any());
    view! {
        <h2>{texts.strongest_ties}</h2>
        {pairs}
        <p class="hint">{shown} {texts.matrix_note}</p>
        <Matrix label=texts.strongest_ties labels columns ties strongest />
    }
    .into_any()
}

/// The ties between clusters as a table, to which the matrix leads; nothing if there are none.
fn tie_table(site: Site, lang: Lang, network: Network) -> Option<AnyView> {
    if network.ties.is_empty() {
        return None;
    }
    let t = Strings::of(lang);
    let rows = network.ties.into_iter();
    let rows = rows
        .map(|tie| tie_row(site, lang, tie).into_any())
        .collect_view();
    let headings = vec![
        t.clusters,
        NetworkTexts::of(lang).in_common,
        t.organisations,
    ];
    let table = view! {
        <h2>{t.organisations_in_common}</h2>
        <div>
            <DataTable class="result-table" headings>
                {rows}
            </DataTable>
        </div>
    };
    Some(table.into_any())
}

/// The part of a query that applies to this page: at most one value of each facet.
fn page_query(query: &Query) -> Query {
    let mut narrowed = Query::default();
    for facet in NARROWED_BY {
        if let Some(value) = query.chosen(facet).first() {
            narrowed.choose(facet, value);
        }
    }
    narrowed
}

/// A drop-down list with the values of a facet.
#[component]
fn FacetChoice(
    /// The language of the page.
    lang: Lang,
    /// The facet.
    facet: Facet,
) -> impl IntoView {
    let site = use_site();
    let t = Strings::of(lang);
    let mut options = facet_labels(site.collection, lang, facet);
    options.insert(0, ("", NetworkTexts::of(lang).all_values));
    let chosen = Signal::derive(move || {
        let query = page_query(&site.address().query);
        query.chosen(facet).first().cloned().unwrap_or_default()
    });
    let choose = Callback::new(move |value: String| {
        let mut query = page_query(&site.address_untracked().query);
        if let [old] = query.chosen(facet) {
            query = query.toggled(facet, old);
        }
        query.choose(facet, &value);
        site.set_query(query);
    });
    view! { <ChoiceList label=t.facet(facet) options chosen choose /> }
}

/// How much two nodes share.
fn strength(tie: &Tie) -> u32 {
    u32::try_from(tie.shared.len()).unwrap_or(u32::MAX)
}

/// The id of a tie's table row.
fn row_id(site: Site, tie: &Tie) -> String {
    let clusters = &site.collection.catalogue.clusters;
    let [one, other] = tie
        .between
        .map(|number| clusters[number as usize].id.as_str());
    format!("{one}--{other}")
}

/// A tie as a table row; the matrix links to it.
fn tie_row(site: Site, lang: Lang, tie: Tie) -> impl IntoView {
    let id = row_id(site, &tie);
    let count = tie.shared.len();
    let clusters = tie.between.map(|number| {
        let cluster = &site.collection.catalogue.clusters[number as usize];
        view! {
            <div>
                <ClusterLink lang cluster />
            </div>
        }
        .into_any()
    });
    let organisations = tie.shared.into_iter().map(|number| {
        view! {
            <li>
                <OrganisationLink lang number />
            </li>
        }
        .into_any()
    });
    view! {
        <tr id=id tabindex="-1">
            <th scope="row">{clusters.into_iter().collect_view()}</th>
            <td class="table-number">{count.to_string()}</td>
            <td>
                <ul class="card-facts">{organisations.collect_view()}</ul>
            </td>
        </tr>
    }
}
