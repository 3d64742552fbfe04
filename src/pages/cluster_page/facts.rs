//! The facts known of a cluster, each with its sources.

use super::cluster_link;
use crate::app::Site;
use crate::components::{Mark, fact};
use crate::markup::{El, Markup, Words, el, el_class, external_link, fragment, link, text};
use crate::pages::areas;
use crate::strings::{Strings, number};
use catalogue::model::{Cluster, Fact, Lang, Members, SafeUrl, Text};
use catalogue::query::{Address, Facet};

/// The facts: a row for each that is known.
pub(super) fn facts(site: Site, lang: Lang, cluster: &'static Cluster) -> El {
    let rows = Rows {
        texts: Strings::of(lang),
        lang,
        cluster,
        list: el_class("dl", "facts"),
    };
    let rows = place(field(names(rows), site), site);
    links(life(rows), site).list
}

/// The rows so far.
struct Rows {
    texts: &'static Strings,
    lang: Lang,
    cluster: &'static Cluster,
    list: El,
}

impl Rows {
    /// Adds a row, with what supports any of `facts`; none where there is no value.
    fn row(self, name: &'static str, facts: &[Fact], value: Option<Markup>) -> Self {
        let Some(value) = value else { return self };
        let mark = Mark::of(self.cluster, facts);
        Self {
            list: self
                .list
                .child(fact(self.texts, self.lang, name, value, mark)),
            ..self
        }
    }

    /// Adds a row of plain text.
    fn text_row(self, name: &'static str, facts: &[Fact], value: Option<impl Into<Words>>) -> Self {
        self.row(name, facts, value.map(text))
    }
}

fn names(rows: Rows) -> Rows {
    let Rows {
        texts,
        lang,
        cluster,
        ..
    } = rows;
    let (own_fact, other_fact) = match lang {
        Lang::En => (Fact::NameEn, Fact::NameIt),
        Lang::It => (Fact::NameIt, Fact::NameEn),
    };
    let own = cluster.name.text(lang);
    let other = cluster
        .name
        .only(lang.other())
        .filter(|other| *other != own);
    let other = other.map(|other| {
        el("span")
            .attr("lang", lang.other().tag())
            .text(other)
            .done()
    });
    rows.text_row(texts.name, &[Fact::Name, own_fact], Some(own))
        .row(texts.also_known_as, &[other_fact], other)
        .text_row(
            texts.acronym,
            &[Fact::Acronym],
            cluster.acronym.as_ref().map(Text::as_str),
        )
}

fn field(rows: Rows, site: Site) -> Rows {
    let Rows {
        texts,
        lang,
        cluster,
        ..
    } = rows;
    let tags = areas(site, lang, &cluster.areas).into_iter();
    let tags = tags.map(|area| {
        let tag = link(area.href, area.label).attr("class", "tag");
        tag.attr("data-area", area.id).done()
    });
    let words = cluster
        .keywords
        .only(lang)
        .iter()
        .map(Text::as_str)
        .collect::<Vec<_>>()
        .join(", ");
    rows.row(texts.areas, &[Fact::Areas], Some(spaced(tags.collect())))
        .text_row(texts.level, &[], Some(texts.level_name(cluster.level)))
        .text_row(
            texts.keywords,
            &[Fact::Keywords],
            (!words.is_empty()).then_some(words),
        )
}

fn place(rows: Rows, site: Site) -> Rows {
    let Rows {
        texts,
        lang,
        cluster,
        ..
    } = rows;
    let catalogue = &site.collection.catalogue;
    let filter = |facet: Facet, id: &str, label: &'static str| {
        let mut address = Address::catalogue(lang);
        address.query.choose(facet, id);
        link(site.href(&address), label).done()
    };
    let city = cluster
        .city
        .as_ref()
        .and_then(|id| catalogue.cities.get(id.as_str()));
    let regions = cluster
        .regions
        .iter()
        .filter_map(|id| catalogue.regions.get(id.as_str()));
    let regions =
        regions.map(|region| filter(Facet::Region, region.id.as_str(), region.label.text(lang)));
    let regions = regions.collect::<Vec<_>>();
    let country = catalogue.countries.get(cluster.country.as_str());
    let country = country.map(|country| {
        filter(
            Facet::Country,
            country.id.as_str(),
            country.label.text(lang),
        )
    });
    rows.text_row(
        texts.seat,
        &[Fact::City],
        city.map(|city| city.label.text(lang)),
    )
    .row(
        texts.regions,
        &[Fact::Region],
        (!regions.is_empty()).then(|| spaced(regions)),
    )
    .row(texts.country, &[], country)
}

fn life(rows: Rows) -> Rows {
    let Rows {
        texts,
        lang,
        cluster,
        ..
    } = rows;
    let year = |year: Option<u16>| year.map(|year| year.to_string());
    let form = cluster.legal_form.as_ref().map(|form| form.text(lang));
    let members = cluster
        .members
        .as_ref()
        .map(|members| members_text(texts, lang, members));
    rows.text_row(texts.founded, &[Fact::Founded], year(cluster.founded))
        .text_row(
            texts.recognised,
            &[Fact::Recognised],
            year(cluster.recognised),
        )
        .text_row(texts.legal_form, &[Fact::LegalForm], form)
        .text_row(texts.members, &[Fact::Members], members)
}

fn links(rows: Rows, site: Site) -> Rows {
    let Rows {
        texts,
        lang,
        cluster,
        ..
    } = rows;
    let national = cluster.national_cluster.as_ref();
    let national = national.and_then(|id| site.collection.catalogue.clusters.get(id.as_str()));
    let national = national.map(|national| cluster_link(site, lang, national).done());
    let external = |url: &'static SafeUrl| external_link(url.as_str(), url.label()).done();
    let evidence = texts.evidence_levels[cluster.evidence as usize];
    rows.row(texts.national_cluster, &[Fact::NationalCluster], national)
        .row(
            texts.website,
            &[Fact::Website],
            cluster.website.as_ref().map(external),
        )
        .row(
            texts.email,
            &[Fact::Email],
            cluster.email.as_ref().map(external),
        )
        .text_row(texts.evidence, &[], Some(evidence))
}

/// Pieces of markup with spaces between them.
fn spaced(pieces: Vec<Markup>) -> Markup {
    let spaced = pieces.into_iter().flat_map(|piece| [piece, text(" ")]);
    fragment(spaced)
}

fn members_text(texts: &'static Strings, lang: Lang, members: &Members) -> String {
    let seen = members.as_of.as_ref();
    let seen = seen.map_or_else(|| texts.undated.to_owned(), |seen| texts.seen_date(seen));
    let count = members.count.map(|count| number(count as usize));
    let composition = members
        .composition
        .as_ref()
        .map(|text| text.text(lang).to_owned());
    let known = [count, composition]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>();
    format!("{} ({seen})", known.join(": "))
}
