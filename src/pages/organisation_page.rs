//! The page of an organisation and its clusters.

use crate::components::{
    ExternalLink, FactEvidence, MembershipItem, MembershipList, NameHeading, OrganisationLink,
    SourceList, checked, former_names,
};
use crate::i18n::{NetworkTexts, Strings};
use crate::names::{city_label, other_lang, place};
use crate::site::{Site, use_site};
use catalogue::model::{Fact, Lang, Organisation, Text};
use catalogue::query::{Address, Facet, Page, Query};
use leptos::prelude::*;

/// The maximum number of co-members.
const MAX_CO_MEMBERS: usize = 8;

/// The page of an organisation.
#[component]
pub fn OrganisationPage(
    /// The language of the page.
    lang: Lang,
    /// The organisation, by its number in the catalogue.
    number: usize,
) -> impl IntoView {
    let site = use_site();
    let t = Strings::of(lang);
    let catalogue = &site.collection.catalogue;
    let organisation = &catalogue.organisations[number];
    let kind = t.kind_name(organisation.kind);
    let clusters = site.collection.clusters_of(number);
    let id = organisation.id.as_str();
    let compare = Address::compare(lang, Facet::Organisation, [id]);
    let network = Address::around(lang, Facet::Organisation, id);
    let sources = (!organisation.sources.is_empty()).then(|| {
        view! {
            <div>
                <h2>{t.sources}</h2>
                <SourceList lang sources=&organisation.sources />
            </div>
        }
        .into_any()
    });
    view! {
        <article class="page organisation">
            <header class="page-header">
                <p>
                    <a href=site.href(&Address::catalogue(lang)) class="back-link">
                        {t.to_catalogue}
                    </a>
                </p>
                <p class="kicker">{format!("{} · {kind}", t.organisation_kicker)}</p>
                <NameHeading lang name=&organisation.name />
                <ul class="actions">
                    <li>
                        <a href=site.href(&compare)>{t.compare_with}</a>
                    </li> <li>
                        <a href=site.href(&network)>{NetworkTexts::of(lang).show_network}</a>
                    </li>
                </ul>
            </header>
            <div>
                <h2>{t.facts}</h2>
                <OrganisationFacts lang organisation />
            </div>
            <h2>{t.organisation_clusters.of(clusters.len())}</h2>
            <p class="hint">{t.membership_note}</p>
            <MembershipList lang items=memberships(site, lang, number, &clusters) />
            <CoMembers lang number />
            {sources}
        </article>
    }
}

/// The facts: one row for each that is known.
#[component]
fn OrganisationFacts(
    /// The language of the page.
    lang: Lang,
    /// The organisation.
    organisation: &'static Organisation,
) -> impl IntoView {
    let t = Strings::of(lang);
    let catalogue = &use_site().collection.catalogue;
    let evidence = FactEvidence {
        sources: &organisation.sources,
        unverified: &organisation.unverified,
    };
    let row = |name, facts: &[Fact], value: Option<AnyView>| evidence.row(lang, name, facts, value);
    let acronym = organisation.acronym.as_ref().map(Text::as_str);
    let former = former_names(&organisation.former_names);
    let gloss = organisation.gloss.as_ref();
    let gloss = gloss.map(|gloss| {
        view! { <span lang=other_lang(Lang::En, lang)>{gloss.as_str()}</span> }.into_any()
    });
    let city = city_label(catalogue, organisation.city.as_ref(), lang);
    let country = catalogue.countries.get(organisation.country.as_str());
    let country = country.map(|country| country.label.text(lang).into_any());
    let website = organisation.website.as_ref();
    let website =
        website.map(|url| view! { <ExternalLink href=url.as_str() text=url.label() /> }.into_any());
    let no_contact = website.is_none().then(|| t.no_contact.into_any());
    view! {
        <dl class="facts">
            {evidence.name_rows(lang, &organisation.name).into_iter().flatten().collect_view()}
            {row(t.acronym, &[Fact::Acronym], acronym.map(IntoAny::into_any))}
            {row(t.formerly, &[Fact::FormerNames], former)}
            {row(t.gloss, &[], gloss)}
            {row(t.seat, &[Fact::City], city.map(IntoAny::into_any))}
            {row(t.country, &[], country)}
            {row(t.website, &[Fact::Website], website)}
            {row(t.contact, &[], no_contact)}
            {row(t.checked, &[], checked(lang, organisation.checked.as_ref()))}
        </dl>
    }
}

/// The memberships of an organisation in each of these clusters.
fn memberships(
    site: Site,
    lang: Lang,
    organisation: usize,
    clusters: &[usize],
) -> Vec<MembershipItem> {
    let catalogue = &site.collection.catalogue;
    let items = clusters.iter().map(|&number| {
        let cluster = &catalogue.clusters[number];
        let (name, name_lang) = cluster.name.get(lang);
        let all = site
            .collection
            .membership_index
            .of_organisation(organisation)
            .iter();
        let all = all.map(|&number| &catalogue.memberships[number as usize]);
        let here = all.filter(|membership| membership.cluster == cluster.id);
        let here = here.map(|membership| (Some(membership.role), membership));
        MembershipItem {
            name,
            lang: other_lang(name_lang, lang),
            href: site.link(lang, Page::Cluster(cluster.id.clone())),
            about: place(catalogue, cluster, lang),
            memberships: here.collect(),
        }
    });
    items.collect()
}

/// The organisations that share the most clusters with this one, with the number of shared
/// clusters; nothing if there are none.
#[component]
fn CoMembers(
    /// The language of the page.
    lang: Lang,
    /// The organisation, by its number in the catalogue.
    number: usize,
) -> impl IntoView {
    let site = use_site();
    let t = Strings::of(lang);
    let organisations = site.collection.values(Facet::Organisation);
    let number = u32::try_from(number).unwrap_or(u32::MAX);
    let co_members = site.collection.co_members(number, MAX_CO_MEMBERS);
    let items = co_members.into_iter().map(|(other, clusters)| {
        let mut both = Query::default().with_match_all(true);
        both.choose(Facet::Organisation, organisations.id(number));
        both.choose(Facet::Organisation, organisations.id(other));
        let shared = site.href(&Address::catalogue(lang).with_query(both));
        view! {
            <li>
                <OrganisationLink lang number=other />
                " "
                <a href=shared class="hint">{t.shared_clusters.of(clusters as usize)}</a>
            </li>
        }
        .into_any()
    });
    let items = items.collect_view();
    (!items.is_empty()).then(|| {
        view! {
            <h2>{t.co_members}</h2>
            <p class="hint">{t.co_members_note}</p>
            <ul class="plain-list">{items}</ul>
        }
        .into_any()
    })
}
