//! The network page: clusters that share organisations, as a matrix of the strongest ties and as a
//! table with the organisations. It can be filtered by region, area and level.

use crate::components::{ChoiceList, ClusterLink, DataTable, Matrix, MatrixTie, OrganisationLink};
use crate::i18n::Strings;
use crate::names::{facet_labels, other_lang};
use crate::site::{Site, use_site};
use catalogue::browse::{Network, Tie};
use catalogue::model::{Cluster, Lang, Text};
use catalogue::query::{Facet, Query};
use leptos::prelude::*;

/// The maximum number of clusters in the matrix: more do not fit next to each other.
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
                let network = site.collection.network(&clusters, IN_MATRIX);
                let status = match network.pairs {
                    0 => t.no_ties.to_owned(),
                    pairs => t.tied_pairs.of(pairs),
                };
                let ties = (!network.ties.is_empty())
                    .then(|| view! { <Ties lang network /> }.into_any());
                view! {
                    <p role="status">{status}</p>
                    {ties}
                }
                    .into_any()
            }}
        </article>
    }
}

/// The ties of a network as a matrix and as a table.
#[component]
fn Ties(
    /// The language of the page.
    lang: Lang,
    /// The network.
    network: Network,
) -> impl IntoView {
    let site = use_site();
    let t = Strings::of(lang);
    let rows = network.ties.iter().cloned();
    let rows = rows
        .map(|tie| view! { <TieRow lang tie /> }.into_any())
        .collect_view();
    let matrix = matrix(site, lang, &network);
    view! {
        <h2>{t.strongest_ties}</h2>
        <p class="hint">{t.matrix_note}</p>
        {matrix}
        <h2>{t.organisations_in_common}</h2>
        <div>
            <DataTable
                class="result-table"
                headings=vec![t.clusters, t.in_common, t.organisations]
            >
                {rows}
            </DataTable>
        </div>
    }
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
    options.insert(0, ("", t.all_values));
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

/// The matrix of a network.
fn matrix(site: Site, lang: Lang, network: &Network) -> AnyView {
    let clusters = &site.collection.catalogue.clusters;
    let labels = network.clusters.iter();
    let labels = labels.map(|&number| matrix_label(lang, &clusters[number as usize]));
    let labels: Vec<AnyView> = labels.collect();
    let mut ties = Vec::new();
    for &row in &network.clusters {
        let columns = network.clusters.iter();
        let tie = |&column| Some(matrix_tie(site, lang, network.tie(row, column)?));
        ties.push(columns.map(tie).collect::<Vec<_>>());
    }
    let strongest = network.ties.first().map_or(1, strength);
    view! {
        <Matrix
            label=Strings::of(lang).strongest_ties
            labels
            ties
            strongest
        />
    }
    .into_any()
}

/// The row label of a cluster: a short and a full name, of which the style sheet shows the one that
/// fits.
fn matrix_label(lang: Lang, cluster: &'static Cluster) -> AnyView {
    let (name, name_lang) = cluster.name.get(lang);
    let short = short_name(cluster, lang);
    let whole =
        (name != short).then(|| view! { <span class="matrix-whole">{name}</span> }.into_any());
    view! {
        <span lang=other_lang(name_lang, lang)>
            <span class="matrix-short">{short}</span>
            {whole}
        </span>
    }
    .into_any()
}

fn matrix_tie(site: Site, lang: Lang, tie: &Tie) -> MatrixTie {
    let clusters = &site.collection.catalogue.clusters;
    let [one, other] = tie
        .between
        .map(|number| short_name(&clusters[number as usize], lang));
    MatrixTie {
        strength: strength(tie),
        name: format!("{one} – {other}"),
        href: format!("#{}", row_id(site, tie)),
    }
}

/// The number of shared organisations.
fn strength(tie: &Tie) -> u32 {
    u32::try_from(tie.organisations.len()).unwrap_or(u32::MAX)
}

/// The short name of a cluster.
fn short_name(cluster: &'static Cluster, lang: Lang) -> &'static str {
    let acronym = cluster.acronym.as_ref().map(Text::as_str);
    acronym.unwrap_or_else(|| cluster.name.text(lang))
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
#[component]
fn TieRow(
    /// The language of the page.
    lang: Lang,
    /// The tie.
    tie: Tie,
) -> impl IntoView {
    let site = use_site();
    let id = row_id(site, &tie);
    let count = tie.organisations.len();
    let clusters = tie.between.map(|number| {
        let cluster = &site.collection.catalogue.clusters[number as usize];
        view! {
            <div>
                <ClusterLink lang cluster />
            </div>
        }
        .into_any()
    });
    let organisations = tie.organisations.into_iter().map(|number| {
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
