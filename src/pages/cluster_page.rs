//! One cluster: every fact known of it, each with its source.

use super::{areas, other_lang, place};
use crate::app::Site;
use crate::components::{Mark, MembershipItem, fact, membership_list, permalink, source_list};
use crate::strings::{Strings, number};
use catalogue::browse::Similar;
use catalogue::model::{Cluster, Fact, Lang, Members, Role};
use catalogue::query::{Address, Facet, Page};
use leptos::prelude::*;

/// How many similar clusters are offered.
const SIMILAR: usize = 5;

/// One cluster, by its number.
pub fn cluster_page(site: Site, lang: Lang, number: usize) -> AnyView {
    let texts = Strings::of(lang);
    let cluster = &site.collection.catalogue.clusters[number];
    let (name, name_lang) = cluster.name.get(lang);
    let (description, description_lang) = cluster.description.get(lang);
    let other_name = cluster
        .name
        .only(lang.other())
        .filter(|other| *other != name);
    let other_name =
        other_name.map(|other| view! { <p class="other-name" lang=lang.other().tag()>{other}</p> });
    let own_address = site.link(lang, Page::Cluster(cluster.id.clone()));
    view! {
        <article class="page cluster">
            {back_link(site, texts)}
            <p class="kicker">{texts.level_name(cluster.level)}" · "{place(&site.collection.catalogue, cluster, lang)}</p>
            <h1 tabindex="-1" lang=other_lang(name_lang, lang)>{name}</h1>
            {other_name}
            <p class="lead" lang=other_lang(description_lang, lang)>{description}</p>
            {cluster.note.as_ref().map(|note| view! { <p class="notice">{note.text(lang)}</p> })}
            <h2>{texts.facts}</h2>
            {facts(site, lang, cluster)}
            <h2>{texts.organisations}</h2>
            {organisations(site, lang, number)}
            {regional_clusters(site, lang, cluster)}
            {similar_clusters(site, lang, number)}
            <h2>{texts.sources}</h2>
            {source_list(texts, lang, cluster)}
            {permalink(texts, own_address)}
        </article>
    }
    .into_any()
}

fn back_link(site: Site, texts: &'static Strings) -> AnyView {
    let link = move || {
        let (href, known) = site.results_href();
        let label = if known {
            texts.back_to_results
        } else {
            texts.to_catalogue
        };
        view! { <a class="back-link" href=href data-back=known.then_some("")>{label}</a> }
    };
    view! { <p>{link}</p> }.into_any()
}

fn facts(site: Site, lang: Lang, cluster: &'static Cluster) -> AnyView {
    let texts = Strings::of(lang);
    let row = |name, value: AnyView, facts: &[Fact]| {
        fact(texts, lang, name, value, Mark::of(cluster, facts))
    };
    let external = |url: &'static catalogue::model::SafeUrl| {
        view! { <a href=url.as_str() rel="noopener noreferrer">{url.label()}</a> }.into_any()
    };
    let catalogue = &site.collection.catalogue;
    let area_links = areas(site, lang, &cluster.areas).into_iter();
    let area_links =
        area_links.map(|(label, href)| view! { <a class="tag" href=href>{label}</a>" " });
    let filter = |facet: Facet, id: &str, label: String| {
        let mut address = Address::catalogue(lang);
        address.query.choose(facet, id);
        view! { <a href=site.href(&address)>{label}</a>" " }
    };
    let regions = cluster
        .regions
        .iter()
        .filter_map(|id| catalogue.regions.get(id.as_str()));
    let regions = regions.map(|region| {
        filter(
            Facet::Region,
            region.id.as_str(),
            region.label.text(lang).to_owned(),
        )
    });
    let city = cluster
        .city
        .as_ref()
        .and_then(|id| catalogue.cities.get(id.as_str()));
    let country = catalogue.countries.get(cluster.country.as_str());
    let national = cluster
        .national_cluster
        .as_ref()
        .and_then(|id| catalogue.clusters.get(id.as_str()));
    let keywords = cluster.keywords.only(lang);
    let keywords = (!keywords.is_empty()).then(|| {
        let words = keywords
            .iter()
            .map(|word| word.as_str())
            .collect::<Vec<_>>();
        row(
            texts.keywords,
            words.join(", ").into_any(),
            &[Fact::Keywords],
        )
    });
    let names = [
        Fact::Name,
        if lang == Lang::En {
            Fact::NameEn
        } else {
            Fact::NameIt
        },
    ];
    let other_fact = if lang == Lang::En {
        Fact::NameIt
    } else {
        Fact::NameEn
    };
    let other = cluster
        .name
        .only(lang.other())
        .filter(|other| *other != cluster.name.text(lang))
        .map(|other| {
            row(
                texts.also_known_as,
                view! { <span lang=lang.other().tag()>{other}</span> }.into_any(),
                &[other_fact],
            )
        });
    view! {
        <dl class="facts">
            {row(texts.name, cluster.name.text(lang).into_any(), &names)}
            {other}
            {cluster.acronym.as_ref().map(|acronym| row(texts.acronym, acronym.as_str().into_any(), &[Fact::Acronym]))}
            {row(texts.areas, area_links.collect::<Vec<_>>().into_any(), &[Fact::Areas])}
            {row(texts.level, texts.level_name(cluster.level).into_any(), &[])}
            {keywords}
            {city.map(|city| row(texts.seat, city.label.text(lang).to_owned().into_any(), &[Fact::City]))}
            {row(texts.regions, regions.collect::<Vec<_>>().into_any(), &[Fact::Region])}
            {country.map(|country| row(texts.country, filter(Facet::Country, country.id.as_str(), country.label.text(lang).to_owned()).into_any(), &[]))}
            {cluster.founded.map(|year| row(texts.founded, year.to_string().into_any(), &[Fact::Founded]))}
            {cluster.recognised.map(|year| row(texts.recognised, year.to_string().into_any(), &[Fact::Recognised]))}
            {cluster.legal_form.as_ref().map(|form| row(texts.legal_form, form.text(lang).into_any(), &[Fact::LegalForm]))}
            {cluster.members.as_ref().map(|members| row(texts.members, members_text(texts, lang, members).into_any(), &[Fact::Members]))}
            {national.map(|national| {
                let href = site.link(lang, Page::Cluster(national.id.clone()));
                let link = view! { <a href=href>{national.name.text(lang)}</a> };
                row(texts.national_cluster, link.into_any(), &[Fact::NationalCluster])
            })}
            {cluster.website.as_ref().map(|url| row(texts.website, external(url), &[Fact::Website]))}
            {cluster.email.as_ref().map(|url| row(texts.email, external(url), &[Fact::Email]))}
            {row(texts.evidence, texts.evidence_levels[cluster.evidence as usize].into_any(), &[])}
        </dl>
    }
    .into_any()
}

fn members_text(texts: &'static Strings, lang: Lang, members: &Members) -> String {
    let seen = members
        .as_of
        .as_ref()
        .map_or_else(|| texts.undated.to_owned(), |seen| texts.seen_date(seen));
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

fn organisations(site: Site, lang: Lang, cluster: usize) -> AnyView {
    let texts = Strings::of(lang);
    let catalogue = &site.collection.catalogue;
    let memberships = site.collection.relations.of_cluster(cluster);
    if memberships.is_empty() {
        return view! { <p>{texts.no_organisations}</p> }.into_any();
    }
    let groups = Role::ALL.into_iter().filter_map(|role| {
        let of_role = memberships
            .iter()
            .map(|&number| &catalogue.memberships[number as usize]);
        let items = of_role
            .filter(|membership| membership.role == role)
            .filter_map(|membership| {
                let organisation = catalogue
                    .organisations
                    .get(membership.organisation.as_str())?;
                let (name, name_lang) = organisation.name.get(lang);
                Some(MembershipItem {
                    name: name.to_owned(),
                    lang: other_lang(name_lang, lang),
                    href: site.link(lang, Page::Organisation(organisation.id.clone())),
                    about: texts.kind_name(organisation.kind).to_owned(),
                    membership,
                })
            });
        let items = items.collect::<Vec<_>>();
        (!items.is_empty()).then(|| {
            view! { <h3>{texts.role_heading(role)}</h3> {membership_list(texts, lang, items)} }
        })
    });
    view! {
        <p class="hint">{texts.organisations_incomplete}</p>
        {groups.collect::<Vec<_>>()}
    }
    .into_any()
}

/// The regional clusters that name this one as the national cluster of their field.
fn regional_clusters(site: Site, lang: Lang, cluster: &'static Cluster) -> AnyView {
    let texts = Strings::of(lang);
    let regional = site.collection.catalogue.clusters.iter();
    let regional = regional.filter(|other| other.national_cluster.as_ref() == Some(&cluster.id));
    let items = regional.map(|other| {
        let unverified = other.unverified(Fact::NationalCluster).is_some();
        let mark = unverified.then(|| view! { " "<span class="unverified" title=texts.unverified_explained>{texts.unverified}</span> });
        view! { <li><a href=site.link(lang, Page::Cluster(other.id.clone()))>{other.name.text(lang)}</a>{mark}</li> }
    });
    let items = items.collect::<Vec<_>>();
    (!items.is_empty())
        .then(|| view! { <h2>{texts.regional_clusters}</h2><ul class="plain-list">{items}</ul> })
        .into_any()
}

fn similar_clusters(site: Site, lang: Lang, cluster: usize) -> AnyView {
    let texts = Strings::of(lang);
    let similar = u32::try_from(cluster)
        .map(|cluster| site.collection.similar(cluster, SIMILAR))
        .unwrap_or_default();
    let items = similar.into_iter().map(|similar| {
        let other = &site.collection.catalogue.clusters[similar.cluster as usize];
        let reason = likeness(site, lang, &similar);
        view! {
            <li>
                <a href=site.link(lang, Page::Cluster(other.id.clone()))>{other.name.text(lang)}</a>
                <span class="hint">" "{reason}</span>
            </li>
        }
    });
    let items = items.collect::<Vec<_>>();
    (!items.is_empty())
        .then(|| view! { <h2>{texts.similar}</h2><ul class="plain-list">{items}</ul> })
        .into_any()
}

/// Why two clusters are alike, in words.
fn likeness(site: Site, lang: Lang, similar: &Similar) -> String {
    let texts = Strings::of(lang);
    let areas = similar.areas.iter().map(|&area| {
        site.collection.catalogue.areas[area as usize]
            .label
            .text(lang)
    });
    let areas = areas.collect::<Vec<_>>().join(", ");
    let areas = (!areas.is_empty()).then(|| format!("{} {areas}", texts.shared_areas));
    let organisations =
        (similar.organisations > 0).then(|| texts.shared_organisations.of(similar.organisations));
    let region = similar.same_region.then(|| texts.same_region.to_owned());
    [areas, organisations, region]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(" · ")
}
