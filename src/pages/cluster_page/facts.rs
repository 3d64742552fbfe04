//! The facts of a cluster with their sources.

use crate::components::{
    AreaLink, ClusterLink, ExternalLink, FactEvidence, FilterLink, checked, former_names,
};
use crate::i18n::Strings;
use crate::site::use_site;
use catalogue::model::{Cluster, Fact, Lang, Members, SafeUrl, Text};
use catalogue::query::Facet;
use leptos::prelude::*;

/// The facts: one row for each that is known.
#[component]
pub(super) fn Facts(
    /// The language of the page.
    lang: Lang,
    /// The cluster.
    cluster: &'static Cluster,
) -> impl IntoView {
    let t = Strings::of(lang);
    let evidence = FactEvidence {
        sources: &cluster.sources,
        unverified: &cluster.unverified,
    };
    let row = |name, facts: &[Fact], value| evidence.row(lang, name, facts, value);
    let acronym = cluster.acronym.as_ref().map(Text::as_str);
    let keywords = keywords(lang, cluster);
    let year = |year: u16| year.to_string().into_any();
    let legal_form = cluster.legal_form.as_ref().map(|form| form.text(lang));
    let members = cluster.members.as_ref();
    let members = members.map(|members| members_text(lang, members).into_any());
    let link = |url: &'static SafeUrl| {
        view! { <ExternalLink href=url.as_str() text=url.label() /> }.into_any()
    };
    let level = t.level_name(cluster.level).into_any();
    let evidence_level = t.evidence_levels[cluster.evidence as usize].into_any();
    view! {
        <dl class="facts">
            {evidence.name_rows(lang, &cluster.name).into_iter().flatten().collect_view()}
            {row(t.acronym, &[Fact::Acronym], acronym.map(IntoAny::into_any))}
            {row(t.formerly, &[Fact::FormerNames], former_names(&cluster.former_names))}
            {row(t.facet(Facet::Status), &[Fact::Status], Some(t.status(cluster).into_any()))}
            {row(t.areas, &[Fact::Areas], Some(areas(lang, cluster)))}
            {row(t.level, &[], Some(level))}
            {row(t.keywords, &[Fact::Keywords], keywords.map(IntoAny::into_any))}
            {row(t.seat, &[Fact::City], city(lang, cluster))}
            {row(t.regions, &[Fact::Region], regions(lang, cluster))}
            {row(t.country, &[], country(lang, cluster))}
            {row(t.founded, &[Fact::Founded], cluster.founded.map(year))}
            {row(t.recognised, &[Fact::Recognised], cluster.recognised.map(year))}
            {row(t.legal_form, &[Fact::LegalForm], legal_form.map(IntoAny::into_any))}
            {row(t.members, &[Fact::Members], members)}
            {row(t.national_clusters, &[Fact::NationalCluster], national_clusters(lang, cluster))}
            {row(t.website, &[Fact::Website], cluster.website.as_ref().map(link))}
            {row(t.email, &[Fact::Email], cluster.email.as_ref().map(link))}
            {row(t.checked, &[], checked(lang, cluster.checked.as_ref()))}
            {row(t.evidence, &[], Some(evidence_level))}
        </dl>
    }
}

fn areas(lang: Lang, cluster: &'static Cluster) -> AnyView {
    let links = cluster.areas.iter().map(|id| {
        view! {
            <AreaLink lang id class="tag" />
            " "
        }
        .into_any()
    });
    links.collect_view().into_any()
}

fn keywords(lang: Lang, cluster: &Cluster) -> Option<String> {
    let keywords = cluster.keywords.only(lang).iter().map(Text::as_str);
    let keywords = keywords.collect::<Vec<_>>().join(", ");
    (!keywords.is_empty()).then_some(keywords)
}

fn city(lang: Lang, cluster: &'static Cluster) -> Option<AnyView> {
    let cities = &use_site().collection.catalogue.cities;
    let city = cities.get(cluster.city.as_ref()?.as_str())?;
    Some(city.label.text(lang).into_any())
}

fn regions(lang: Lang, cluster: &'static Cluster) -> Option<AnyView> {
    let regions = &use_site().collection.catalogue.regions;
    let known = cluster.regions.iter();
    let known = known.filter_map(|id| regions.get(id.as_str()));
    let links = known.map(|region| {
        let (id, label) = (region.id.as_str(), region.label.text(lang));
        view! {
            <FilterLink lang facet=Facet::Region id label />
            " "
        }
        .into_any()
    });
    let links = links.collect_view();
    (!links.is_empty()).then(|| links.into_any())
}

fn country(lang: Lang, cluster: &'static Cluster) -> Option<AnyView> {
    let countries = &use_site().collection.catalogue.countries;
    let country = countries.get(cluster.country.as_str())?;
    let (id, label) = (country.id.as_str(), country.label.text(lang));
    Some(view! { <FilterLink lang facet=Facet::Country id label /> }.into_any())
}

fn national_clusters(lang: Lang, cluster: &'static Cluster) -> Option<AnyView> {
    let clusters = &use_site().collection.catalogue.clusters;
    let known = cluster.national_clusters.iter();
    let known = known.filter_map(|id| clusters.get(id.as_str()));
    let links = known.map(|cluster| {
        view! {
            <span class="fact-item">
                <ClusterLink lang cluster />
            </span>
            " "
        }
        .into_any()
    });
    let links = links.collect_view();
    (!links.is_empty()).then(|| links.into_any())
}

/// The number and kinds of members, with the date of the count.
fn members_text(lang: Lang, members: &Members) -> String {
    let t = Strings::of(lang);
    let seen = t.member_date(members);
    let count = t.member_count(members);
    let composition = members.composition.as_ref();
    let composition = composition.map(|text| text.text(lang).to_owned());
    let known = [count, composition].into_iter().flatten();
    let known = known.collect::<Vec<_>>().join(": ");
    format!("{known} ({seen})")
}
