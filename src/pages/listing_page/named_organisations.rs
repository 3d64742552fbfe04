//! Organisations that the search names in full, above the clusters that it finds.

use crate::components::OrganisationLink;
use crate::dom;
use crate::i18n::Strings;
use crate::site::use_site;
use catalogue::model::Lang;
use catalogue::query::Facet;
use leptos::prelude::*;

/// The organisations that the search names, each with its page and a button that chooses it. They are no
/// results: those are clusters.
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
    // The name is what the text says, so the filter replaces it.
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
