//! The active filters, each with a button that removes it.

use super::list::List;
use crate::dom;
use crate::i18n::Strings;
use crate::names::facet_label;
use crate::site::{Site, use_site};
use catalogue::browse::Inclusion;
use catalogue::model::Lang;
use catalogue::query::{Facet, Query};
use catalogue::search::SearchText;
use leptos::prelude::*;

/// Focused when the last chip is removed.
const RESULTS_HEADING: &str = "#results-heading";

/// An active filter.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Filter {
    /// A chosen value of a facet.
    Value(Facet, String),
    /// Clusters chosen one by one: how many, and how many of them do not exist.
    Clusters(usize, usize),
    /// All chosen values of a facet are required.
    MatchAll,
    /// An excluded value of a facet.
    WithoutValue(Facet, String),
    /// Words excluded from the search.
    Without(String),
    /// Words that must match as a phrase.
    Phrase(String),
}

impl Filter {
    /// A key that is unique among the filters of a query.
    fn key(&self) -> String {
        match self {
            Self::Value(facet, id) => format!("{}={id}", facet.key()),
            Self::WithoutValue(facet, id) => format!("-{}={id}", facet.key()),
            Self::Clusters(count, unknown) => format!("cluster={count},{unknown}"),
            Self::MatchAll => "match".to_owned(),
            Self::Without(words) => format!("-{words}"),
            Self::Phrase(words) => format!("\"{words}"),
        }
    }
}

/// The active filters: chosen values, then phrases and exclusions.
#[component]
pub fn Chips(
    /// The language of the page.
    lang: Lang,
) -> impl IntoView {
    let site = use_site();
    let t = Strings::of(lang);
    let filters = move || site.listing.with(|state| filters(site, &state.query));
    let is_empty = Memo::new(move |_| filters().is_empty());
    let clear = move |_| {
        let mut query = site.query_untracked().without_choices();
        query.text = site.collection.without_excluded(&query.text, None);
        while let Some(rest) = without_operator(&query.text, |_| true) {
            query.text = rest;
        }
        dom::focus_on(RESULTS_HEADING);
        site.set_query(query);
    };
    view! {
        {move || {
            (!is_empty.get()).then(|| {
                view! {
                    <div class="chips" role="group" aria-label=t.chosen>
                        <ul>
                            <List each=filters key=Filter::key let:filter>
                                <Chip lang filter />
                            </List>
                        </ul>
                        <button type="button" class="link-button" on:click=clear>
                            {t.clear_all}
                        </button>
                        <Included lang />
                    </div>
                }
                .into_any()
            })
        }}
    }
}

/// The maximum number of countries that are named.
const NAMED_COUNTRIES: usize = 3;

/// A note of what the number of results includes; nothing if that goes without saying. On phones it stands in
/// the filters, so that the first result comes no later.
#[component]
pub(super) fn Included(
    /// The language of the page.
    lang: Lang,
) -> impl IntoView {
    let site = use_site();
    view! {
        {move || {
            included(site, lang).map(|text| view! { <p class="hint included">{text}</p> }.into_any())
        }}
    }
}

fn included(site: Site, lang: Lang) -> Option<String> {
    let t = Strings::of(lang);
    match site
        .listing
        .with(|state| state.listing.inclusion(&state.query))?
    {
        Inclusion::National(count) => Some(t.national_included.of(count as usize)),
        Inclusion::Countries(countries) => {
            let values = site.collection.values(Facet::Country);
            let named = countries.iter().take(NAMED_COUNTRIES);
            let named = named.map(|&(country, count)| {
                let name = facet_label(site.collection, lang, Facet::Country, values.id(country));
                [name.unwrap_or_default(), " ", &count.to_string()].concat()
            });
            let named = named.collect::<Vec<_>>().join(", ");
            let mut text = [t.facet(Facet::Country), ": ", &named].concat();
            let rest = countries.len().saturating_sub(NAMED_COUNTRIES);
            if rest > 0 {
                text = [&text, " ", &t.charts_rest.of(rest)].concat();
            }
            Some(text)
        }
    }
}

/// An active filter, as a button that removes it.
#[component]
fn Chip(
    /// The language of the page.
    lang: Lang,
    /// The filter.
    filter: Filter,
) -> impl IntoView {
    let site = use_site();
    let t = Strings::of(lang);
    let (kind, value, is_known) = match &filter {
        Filter::MatchAll => ("", t.match_all.to_owned(), true),
        Filter::Clusters(count, 0) => (t.chosen_clusters, count.to_string(), true),
        Filter::Clusters(count, unknown) => {
            let unknown = format!("{count} ({unknown} {})", t.unknown_value);
            (t.chosen_clusters, unknown, true)
        }
        Filter::Value(facet, id) => {
            let label = facet_label(site.collection, lang, *facet, id);
            let value = label.unwrap_or(id).to_owned();
            (t.facet(*facet), value, label.is_some())
        }
        Filter::WithoutValue(facet, id) => {
            let label = facet_label(site.collection, lang, *facet, id).unwrap_or(id);
            let value = [t.facet(*facet), ": ", label].concat();
            (t.without_words, value, true)
        }
        Filter::Without(words) => (t.without_words, words.clone(), true),
        Filter::Phrase(words) => (t.exact_words, words.clone(), true),
    };
    view! {
        <li>
            <button type="button" class="chip" on:click=move |_| remove(site, &filter)>
                <span class="visually-hidden">{t.remove_choice} " "</span>
                {(!kind.is_empty()).then(|| view! { <span class="chip-facet">{kind} ": "</span> }.into_any())}
                {value}
                {(!is_known).then(|| view! { <span>{format!(" ({})", t.unknown_value)}</span> }.into_any())}
                <span class="chip-cross" aria-hidden="true">
                    {"×"}
                </span>
            </button>
        </li>
    }
}

/// Removes a filter and its button. Moves the focus to the neighbouring chip, or to the results if
/// there is none.
fn remove(site: Site, filter: &Filter) {
    let query = site.query_untracked();
    let all = filters(site, &query);
    let position = all.iter().position(|other| other == filter).unwrap_or(0);
    let neighbour = match position {
        0 => 2,
        position => position,
    };
    let neighbour = format!(".chips li:nth-child({neighbour}) button");
    if all.len() < 2 || !dom::focus_on(&neighbour) {
        dom::focus_on(RESULTS_HEADING);
    }
    site.set_query(without_filter(site, &query, filter));
}

/// The active filters of a query, in display order.
fn filters(site: Site, query: &Query) -> Vec<Filter> {
    let values = query
        .choices()
        .filter(|(facet, _)| *facet != Facet::Cluster)
        .map(|(facet, id)| Filter::Value(facet, id.to_owned()));
    let chosen = query.chosen(Facet::Cluster);
    let clusters = site.collection.values(Facet::Cluster);
    let unknown = chosen.iter().filter(|id| clusters.number(id).is_none());
    let clusters = Filter::Clusters(chosen.len(), unknown.count());
    let clusters = (!chosen.is_empty()).then_some(clusters);
    let requires_all = |facet: &Facet| query.requires_all(*facet) && query.chosen(*facet).len() > 1;
    let match_all = Facet::ALL
        .iter()
        .any(requires_all)
        .then_some(Filter::MatchAll);
    let excluded = site.collection.excluded_values(&query.text);
    let excluded = excluded
        .into_iter()
        .map(|(facet, id)| Filter::WithoutValue(facet, id.to_owned()));
    let text = site.collection.without_excluded(&query.text, None);
    let search = SearchText::parse(&text);
    let operators = search.operators().map(|(operator, words)| {
        let words = words.to_owned();
        if operator.excludes {
            Filter::Without(words)
        } else {
            Filter::Phrase(words)
        }
    });
    let mut filters: Vec<Filter> = Vec::new();
    for filter in values
        .chain(clusters)
        .chain(match_all)
        .chain(excluded)
        .chain(operators)
    {
        // Duplicates are shown once and removed together.
        if !filters.contains(&filter) {
            filters.push(filter);
        }
    }
    filters
}

/// The query without a filter.
fn without_filter(site: Site, query: &Query, filter: &Filter) -> Query {
    let (excludes, wanted) = match filter {
        Filter::Value(facet, id) => return query.toggled(*facet, id),
        Filter::MatchAll => return query.with_match_all(false),
        Filter::Clusters(..) => return query.without_clusters(),
        Filter::WithoutValue(facet, id) => {
            let text = &query.text;
            return query.with_text(&site.collection.without_excluded(text, Some((*facet, id))));
        }
        Filter::Without(words) => (true, words),
        Filter::Phrase(words) => (false, words),
    };
    let mut query = query.clone();
    while let Some(rest) =
        without_operator(&query.text, |(of, words)| of == excludes && words == wanted)
    {
        query = query.with_text(&rest);
    }
    query
}

/// The text without the first of its phrases and exclusions that `is_match` selects by whether it
/// excludes and by its words. `None` if it selects none.
fn without_operator(text: &str, is_match: impl Fn((bool, &str)) -> bool) -> Option<String> {
    let search = SearchText::parse(text);
    let mut operators = search.operators();
    let operator = operators.find(|(operator, words)| is_match((operator.excludes, words)));
    operator.map(|(operator, _)| search.without(operator))
}
