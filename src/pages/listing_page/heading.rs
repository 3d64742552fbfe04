//! The heading of the listing: that of the catalogue, its numbers, or a subject area with its main organisations; and
//! the organisations that the search names in full, above the clusters that it finds.

use crate::components::OrganisationLink;
use crate::dom;
use crate::i18n::Strings;
use crate::site::{Site, use_site};
use catalogue::browse::Listing;
use catalogue::model::{Area, Lang, Level};
use catalogue::query::{Address, Facet, Page};
use leptos::prelude::*;
use std::cmp::Reverse;

/// The maximum number of organisations named for an area.
const ORGANISATIONS: usize = 5;

/// Stands for the numbers page among the ids of areas, none of which contains such a character.
const NUMBERS: &str = "/";

/// The heading of the catalogue, of its numbers or of an area.
#[component]
pub(super) fn Heading(
    /// The language of the page.
    lang: Lang,
) -> impl IntoView {
    let site = use_site();
    let t = Strings::of(lang);
    let page = Memo::new(move |_| {
        site.visit.with(|visit| match &visit.address.page {
            Page::Area(id) => id.to_string(),
            Page::Numbers => NUMBERS.to_owned(),
            _ => String::new(),
        })
    });
    let heading = move || {
        let page = page.get();
        if let Some(area) = site.collection.catalogue.areas.get(&page) {
            return view! { <AreaHeading lang area /> }.into_any();
        }
        let (heading, lead) = if page == NUMBERS {
            (t.numbers_heading, t.numbers_lead)
        } else {
            (t.search_heading, t.search_lead)
        };
        view! {
            <h1 tabindex="-1">{heading}</h1>
            <p class="lead">{lead}</p>
        }
        .into_any()
    };
    view! { {heading} }
}

#[component]
fn AreaHeading(
    /// The language of the page.
    lang: Lang,
    /// The area.
    area: &'static Area,
) -> impl IntoView {
    let site = use_site();
    let t = Strings::of(lang);
    let address = Address::of(lang, Page::Area(area.id.clone()));
    let listing = site.collection.listing(&address.listing_query(), lang);
    view! {
        <p class="kicker">{t.area_kicker}</p>
        <h1 tabindex="-1" data-area=area.id.as_str()>
            {area.label.text(lang)}
        </h1>
        <p class="lead">{t.area_lead.of(listing.total)}</p>
        {levels(site, &address, &listing)}
        {organisations(lang, &listing)}
    }
}

/// The levels of an area's clusters, with counts and links.
fn levels(site: Site, address: &Address, listing: &Listing) -> impl IntoView + use<> {
    let counts = &listing.facets[Facet::Level as usize];
    let levels = Level::ALL.into_iter().zip(counts);
    let items = levels.filter(|(_, of)| of.count > 0).map(|(level, of)| {
        let query = address.listing_query().toggled(Facet::Level, level.id());
        view! {
            <li>
                <a href=site
                    .href(
                        &address.with_query(query),
                    )>{Strings::of(address.lang).level_name(level)}</a>
                {format!(" {}", of.count)}
            </li>
        }
        .into_any()
    });
    view! { <ul class="card-facts hero-facts">{items.collect_view()}</ul> }
}

/// The organisations that belong to the most clusters of an area.
fn organisations(lang: Lang, listing: &Listing) -> Option<impl IntoView + use<>> {
    let counts = &listing.facets[Facet::Organisation as usize];
    let mut organisations: Vec<(u32, u32)> = (0..)
        .zip(counts.iter().map(|of| of.count))
        // An organisation in a single cluster is not representative of the area.
        .filter(|(_, count)| *count > 1)
        .collect();
    organisations.sort_by_key(|(_, count)| Reverse(*count));
    organisations.truncate(ORGANISATIONS);
    if organisations.is_empty() {
        return None;
    }
    let items = organisations.into_iter().map(|(number, count)| {
        view! {
            <li>
                <OrganisationLink lang number />
                {format!(" {count}")}
            </li>
        }
        .into_any()
    });
    Some(
        view! {
            <div class="area-organisations">
                <p>{Strings::of(lang).area_organisations}</p>
                <ul class="card-facts">{items.collect_view()}</ul>
            </div>
        }
        .into_any(),
    )
}

/// The organisations that the search names, each with its page and a button that chooses it. They are
/// not results: results are clusters.
#[component]
pub(super) fn NamedOrganisations(
    /// The language of the page.
    lang: Lang,
) -> impl IntoView {
    let site = use_site();
    let named = Memo::new(move |_| {
        site.listing
            .with(|state| site.collection.organisations_named(&state.search))
    });
    view! {
        {move || {
            let named = named.get().into_iter();
            named
                .map(|number| view! { <NamedOrganisation lang number /> }.into_any())
                .collect_view()
        }}
    }
}

#[component]
fn NamedOrganisation(
    /// The language of the page.
    lang: Lang,
    /// The organisation, by its number in the catalogue.
    number: u32,
) -> impl IntoView {
    let site = use_site();
    let t = Strings::of(lang);
    let organisation = &site.collection.catalogue.organisations[number as usize];
    let clusters = site.collection.values(Facet::Organisation).clusters(number);
    // The text is the name itself, so the filter replaces it.
    let choose = move |_| {
        let mut query = site.query_untracked().with_text("");
        query.choose(Facet::Organisation, organisation.id.as_str());
        dom::focus_on("#results-heading");
        site.set_query(query);
    };
    let kind = t.kind_name(organisation.kind);
    view! {
        <div class="named-organisation">
            <p class="kicker">{format!("{} · {kind}", t.organisation_kicker)}</p>
            <p>
                <strong>
                    <OrganisationLink lang number />
                </strong>
            </p>
            <p>
                {t.organisation_clusters.of(clusters.len())} " · "
                <button type="button" class="link-button" on:click=choose>
                    {t.show_its_clusters}
                </button>
            </p>
        </div>
    }
}
