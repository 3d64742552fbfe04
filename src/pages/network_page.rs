//! Which clusters share organisations: a matrix of those with the strongest ties, and the same ties as a
//! table that names the organisations. The address narrows it to a region, an area and a level.

use super::{cluster_link, labelled, organisation_link, other_lang};
use crate::app::Site;
use crate::components::{MatrixTie, choice_list, data_table, matrix};
use crate::markup::{El, Markup, el, el_class, fragment};
use crate::strings::Strings;
use catalogue::browse::Tie;
use catalogue::model::{Cluster, Lang, Text};
use catalogue::query::{Facet, Query};

/// More clusters than this do not fit beside one another.
const IN_MATRIX: usize = 12;

/// What the network can be narrowed by.
const NARROWED_BY: [Facet; 3] = [Facet::Region, Facet::Area, Facet::Level];

/// The network of the clusters that the address asks for.
pub fn network_page(site: Site, lang: Lang) -> Markup {
    let texts = Strings::of(lang);
    let choices = NARROWED_BY.map(|facet| choice(site, lang, facet));
    let header = el_class("header", "page-header")
        .child(el("h1").attr("tabindex", "-1").text(texts.network_heading))
        .child(el_class("p", "lead").text(texts.network_lead))
        .child(el_class("div", "arrangement").children(choices));
    el_class("article", "page network")
        .child(header)
        .live(move || network(site, lang))
        .done()
}

/// What is asked, of that which the page can be narrowed by: one value each.
fn asked(query: &Query) -> Query {
    let mut asked = Query::default();
    for facet in NARROWED_BY {
        if let Some(value) = query.chosen(facet).first() {
            asked.choose(facet, value);
        }
    }
    asked
}

/// A list of a facet's values to choose one or none from.
fn choice(site: Site, lang: Lang, facet: Facet) -> El {
    let texts = Strings::of(lang);
    let mut options = labelled(site.collection, lang, facet);
    options.insert(0, ("", texts.all_values));
    let chosen = move || {
        let query = asked(&site.address().query);
        query.chosen(facet).first().cloned().unwrap_or_default()
    };
    let choose = move |value: String| {
        let mut query = asked(&site.address_now().query);
        if let [old] = query.chosen(facet) {
            query = query.toggled(facet, old);
        }
        query.choose(facet, &value);
        site.ask(query);
    };
    choice_list(texts.facet(facet), options, chosen, Box::new(choose))
}

fn network(site: Site, lang: Lang) -> Markup {
    let texts = Strings::of(lang);
    let clusters = site.collection.all(&asked(&site.address().query), lang);
    let network = site.collection.network(&clusters, IN_MATRIX);
    let told = |text: String| el("p").attr("role", "status").text(text);
    let Some(strongest) = network.ties.first() else {
        return told(texts.no_ties.to_owned()).done();
    };
    let strength = |tie: &Tie| u32::try_from(tie.organisations.len()).unwrap_or(u32::MAX);
    let clusters = &site.collection.catalogue.clusters;
    let mut names = Vec::new();
    for &number in &network.clusters {
        let cluster = &clusters[number as usize];
        let (name, name_lang) = cluster.name.get(lang);
        let short = short_name(cluster, lang);
        let name = el("span")
            .attr_if("lang", other_lang(name_lang, lang))
            .child(el_class("span", "matrix-short").text(short))
            .child((name != short).then(|| el_class("span", "matrix-whole").text(name)));
        names.push(name);
    }
    let tie = |row: usize, column: usize| {
        let tie = network.tie(network.clusters[row], network.clusters[column])?;
        let [one, other] = tie
            .between
            .map(|of| short_name(&clusters[of as usize], lang));
        Some(MatrixTie {
            strength: strength(tie),
            name: [one, " – ", other].concat(),
            href: ["#", &tie_id(site, tie)].concat(),
        })
    };
    fragment([
        told(texts.tied_pairs.of(network.pairs)),
        el("h2").text(texts.strongest_ties),
        el_class("p", "hint").text(texts.matrix_note),
        matrix(texts.strongest_ties, names, strength(strongest), tie),
        el("h2").text(texts.organisations_in_common),
        table(site, lang, &network.ties),
    ])
}

/// What a cluster is called where there is little room.
fn short_name(cluster: &'static Cluster, lang: Lang) -> &'static str {
    let acronym = cluster.acronym.as_ref().map(Text::as_str);
    acronym.unwrap_or_else(|| cluster.name.text(lang))
}

/// The id of a tie's row.
fn tie_id(site: Site, tie: &Tie) -> String {
    let clusters = &site.collection.catalogue.clusters;
    let [one, other] = tie.between.map(|of| clusters[of as usize].id.as_str());
    [one, "--", other].concat()
}

/// The ties as a table: the two clusters, how many organisations they share, and which.
fn table(site: Site, lang: Lang, ties: &[Tie]) -> El {
    let texts = Strings::of(lang);
    let mut rows = Vec::new();
    for tie in ties {
        let mut clusters = el("th").attr("scope", "row");
        for of in tie.between {
            let cluster = &site.collection.catalogue.clusters[of as usize];
            clusters = clusters.child(el("div").child(cluster_link(site, lang, cluster)));
        }
        let mut organisations = el_class("ul", "card-facts");
        for &number in &tie.organisations {
            let organisation = el("li").child(organisation_link(site, lang, number));
            organisations = organisations.child(organisation);
        }
        let row = el("tr")
            .attr("id", tie_id(site, tie))
            .attr("tabindex", "-1")
            .child(clusters)
            .child(el_class("td", "table-number").text(tie.organisations.len().to_string()))
            .child(el("td").child(organisations));
        rows.push(row);
    }
    let headings = [texts.clusters, texts.in_common, texts.organisations];
    el("div").child(data_table("result-table", headings, rows))
}
