//! Suggestions for queries without results.

use super::list::List;
use crate::i18n::Strings;
use crate::names::facet_label;
use crate::site::{Site, use_site};
use catalogue::browse::{QueryChange, Suggestion};
use catalogue::model::Lang;
use catalogue::query::Address;
use leptos::prelude::*;

/// A message that nothing matches, with zero-result suggestions.
#[component]
pub fn NoResults(
    /// The language of the page.
    lang: Lang,
) -> impl IntoView {
    let site = use_site();
    let t = Strings::of(lang);
    let suggestions = move || site.listing.with(|state| state.listing.suggestions.clone());
    let has_some = Memo::new(move |_| {
        site.listing
            .with(|state| !state.listing.suggestions.is_empty())
    });
    view! {
        <div class="rescue">
            <p class="rescue-title">{t.nothing_found}</p>
            {move || {
                has_some.get().then(|| {
                    view! {
                        <p>{t.nothing_found_advice}</p>
                    }
                    .into_any()
                })
            }}
            <ul>
                <List
                    each=suggestions
                    // Two changes may lead to the same query: without one filter, and without any.
                    key=move |suggestion| {
                        let href = site.href(&address_of(site, suggestion));
                        [change_text(site, lang, &suggestion.change), href].concat()
                    }
                    let:suggestion
                >
                    <SuggestionItem lang suggestion />
                </List>
            </ul>
            <p>
                <a href=site.href(&Address::catalogue(lang))>{t.see_everything}</a>
            </p>
        </div>
    }
}

/// A suggestion: the change, the link, and the number of results.
#[component]
fn SuggestionItem(
    /// The language of the page.
    lang: Lang,
    /// The suggestion.
    suggestion: Suggestion,
) -> impl IntoView {
    let site = use_site();
    let address = address_of(site, &suggestion);
    let count = Strings::of(lang).results.of(suggestion.count);
    view! {
        <li>
            <a href=site.href(&address)>{change_text(site, lang, &suggestion.change)}</a>
            " "
            <span class="hint">{format!("({count})")}</span>
        </li>
    }
}

fn address_of(site: Site, suggestion: &Suggestion) -> Address {
    site.address_untracked()
        .with_query(suggestion.query.clone())
}

fn change_text(site: Site, lang: Lang, change: &QueryChange) -> String {
    let t = Strings::of(lang);
    match change {
        QueryChange::Spelling(text) => format!("{} “{text}”", t.did_you_mean),
        QueryChange::DropWord(word) => format!("{} “{word}”", t.drop_word),
        QueryChange::DropText => t.drop_text.to_owned(),
        QueryChange::DropValue(facet, id) => {
            let label = facet_label(site.collection, lang, *facet, id).unwrap_or(id);
            format!("{} {}: {label}", t.drop_value, t.facet(*facet))
        }
        QueryChange::DropChoices => t.drop_choices.to_owned(),
    }
}
