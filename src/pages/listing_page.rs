//! The catalogue: search box, facets, results. An area's page is the same with that area chosen.

mod heading;
mod places;

use super::{areas, label, labelled, place};
use crate::app::{Site, Step};
use crate::browser;
use crate::components::{
    Chip, FacetGroup, ResultItem, charts, chips, choice_list, facet_panel, rescue_list,
    result_card, result_row, result_table, search_box,
};
use crate::markup::{El, Markup, anchor, el, el_class, fragment, live_when, text};
use crate::strings::{Strings, number};
use catalogue::browse::{Change, Collection, Field, Listing, Reason, Rescue};
use catalogue::model::Lang;
use catalogue::query::{Address, Facet, PAGE_LENGTH, Page, Query, Sort, View};
use catalogue::search::{Coverage, SearchText};
use heading::heading;
use leptos::prelude::*;

/// The facets that are drawn as charts.
const CHARTS: [Facet; 3] = [Facet::Area, Facet::Region, Facet::Founded];

/// More cards than the first screen holds.
const FIRST_CARDS: usize = 5;

/// More rows than the first screen holds.
const FIRST_ROWS: usize = 15;

/// Where the focus goes when what had it is gone.
const RESULTS_HEADING: &str = "#results-heading";

/// A question with its answer: whatever shows results reads both together.
#[derive(PartialEq)]
pub struct Answer {
    address: Address,
    query: Query,
    listing: Listing,
}

/// What the address asks, with the answer, found when it is first read. Made once and not by each page:
/// the address would keep a place for every page that it has outlived.
pub fn answer(site: Site) -> Memo<Answer> {
    Memo::new(move |_| {
        let address = site.address();
        // A filter that is being typed acts before it is finished.
        let query = site.collection.resolved(&address.listing());
        let listing = site.collection.listing(&query, address.lang);
        Answer {
            address,
            query,
            listing,
        }
    })
}

/// The catalogue, or a subject area.
pub fn listing_page(site: Site, lang: Lang, answer: Memo<Answer>) -> Markup {
    let texts = Strings::of(lang);
    let search = search_box(
        texts,
        site.href(&Address::catalogue(lang)),
        move || answer.with(|answer| answer.address.query.text.clone()),
        move |text| site.type_text(text),
        move || {
            let asked = site.asked_now();
            if asked != site.address_now().listing() {
                site.ask(asked);
            }
            browser::focus_and_show(RESULTS_HEADING);
        },
    );
    let hero = el_class("div", "hero")
        .child(live_when(move || {
            site.is_due(Step::All)
                .then(|| answer.with(|answer| heading(site, lang, &answer.address.page)))
        }))
        .child(search);
    let bar = el_class("div", "results-bar")
        .child(
            el("h2")
                .attr("id", "results-heading")
                .attr("tabindex", "-1")
                .text(texts.results_heading),
        )
        .child(
            el("p")
                .attr("role", "status")
                .live(move || answer.with(|answer| text(texts.results.of(answer.listing.total)))),
        )
        .child(arrangement(site, lang, answer));
    let results = el_class("section", "results")
        .attr("aria-labelledby", "results-heading")
        .child(bar)
        .child(live_when(move || {
            site.is_due(Step::Answer)
                .then(|| answer.with(|answer| chosen(site, lang, &answer.query)))
        }))
        .child(charts(texts, move || {
            CHARTS
                .map(|facet| facet_group(site, lang, answer, facet))
                .into()
        }))
        .child(live_when(move || {
            site.has_come_to(Step::Answer)
                .then(|| answer.with(|answer| results(site, lang, answer)))
        }));
    let browse = el_class("div", "browse")
        .child(facets(site, lang, answer))
        .child(results);
    fragment(vec![hero.done(), browse.done()])
}

fn facets(site: Site, lang: Lang, answer: Memo<Answer>) -> Markup {
    let groups = Facet::IN_PANEL.map(|facet| facet_group(site, lang, answer, facet));
    facet_panel(Strings::of(lang), groups.into(), move || {
        answer.with(|answer| answer.query.choices().count())
    })
}

fn facet_group(site: Site, lang: Lang, answer: Memo<Answer>, facet: Facet) -> FacetGroup {
    let values = site.collection.values(facet);
    FacetGroup {
        key: facet.key(),
        name: Strings::of(lang).facet(facet),
        values: labelled(site.collection, lang, facet),
        counts: Box::new(move |read| {
            // Nobody looks at the counts first.
            if !site.has_come_to(Step::Facets) {
                return;
            }
            answer.with(|answer| read(&answer.listing.facets[facet as usize]));
        }),
        toggle: Box::new(move |value| {
            if let Ok(value) = u32::try_from(value) {
                site.ask(site.asked_now().toggled(facet, values.id(value)));
            }
        }),
    }
}

/// What is chosen: values of facets, then the phrases and exclusions of the text.
fn chosen(site: Site, lang: Lang, query: &Query) -> Markup {
    let texts = Strings::of(lang);
    let choices = query.choices().map(|(facet, id)| {
        let label = label(site.collection, lang, facet, id);
        Chip {
            facet: texts.facet(facet),
            value: label.unwrap_or(id).to_owned(),
            known: label.is_some(),
        }
    });
    let search = SearchText::parse(&query.text);
    let operators = search.operators().map(|(operator, words)| Chip {
        facet: if operator.excludes {
            texts.without_words
        } else {
            texts.exact_words
        },
        value: words.to_owned(),
        known: true,
    });
    let chosen: Vec<Chip> = choices.chain(operators).collect();
    let is_last = chosen.len() == 1;
    let remove = move |place: usize| {
        // The button goes: its neighbour takes the focus, or the results where it is the last.
        let neighbour = format!(".chips li:nth-child({}) button", place.max(1));
        browser::focus_on(if is_last { RESULTS_HEADING } else { &neighbour });
        site.ask(without_choice(&site.asked_now(), place));
    };
    let clear = move || {
        let mut query = site.asked_now().without_choices();
        while let Some(rest) = without_operator(&query.text, 0) {
            query.text = rest;
        }
        browser::focus_on(RESULTS_HEADING);
        site.ask(query);
    };
    chips(texts, chosen, remove, clear)
}

/// The query without what the chip at `place` stands for.
fn without_choice(query: &Query, place: usize) -> Query {
    if let Some((facet, id)) = query.choices().nth(place) {
        return query.toggled(facet, id);
    }
    let operator = place - query.choices().count();
    match without_operator(&query.text, operator) {
        Some(rest) => query.with_text(&rest),
        None => query.clone(),
    }
}

/// A text without one of its phrases and exclusions.
fn without_operator(text: &str, place: usize) -> Option<String> {
    let search = SearchText::parse(text);
    let operator = search.operators().nth(place);
    operator.map(|(operator, _)| search.without(operator))
}

/// Order and layout of the results.
fn arrangement(site: Site, lang: Lang, answer: Memo<Answer>) -> El {
    let texts = Strings::of(lang);
    let sort = choice_list(
        texts.sort_by,
        Sort::ALL.map(|sort| (sort.key(), texts.sort(sort))).into(),
        move || answer.with(|answer| answer.query.sort.key().to_owned()),
        Box::new(move |key| site.ask(site.asked_now().with_sort(Sort::from_key(&key)))),
    );
    // Made once: a link that was built anew would take the focus away from who has just followed it.
    let views = View::ALL.map(|view| {
        let href =
            move |answer: &Answer| site.href(&answer.address.asking(answer.query.with_view(view)));
        let current = move |answer: &Answer| (answer.query.view == view).then(|| "true".to_owned());
        let link = el("a")
            .live_attr("href", move || answer.with(href).into())
            .live_attr("aria-current", move || answer.with(current));
        el("li").child(link.text(texts.view(view)))
    });
    let views = el("nav")
        .attr("aria-label", texts.view_as)
        .child(el_class("ul", "view-switch").children(views));
    el_class("div", "arrangement").child(sort).child(views)
}

fn results(site: Site, lang: Lang, answer: &Answer) -> Markup {
    let texts = Strings::of(lang);
    let Answer {
        address,
        query,
        listing,
    } = answer;
    if listing.total == 0 {
        let everything = site.href(&Address::catalogue(lang));
        let ways = listing.rescues.iter().map(|rescue| {
            let href = site.href(&address.asking(rescue.query.clone()));
            (
                rescue_text(site.collection, lang, rescue),
                href,
                rescue.count,
            )
        });
        return rescue_list(texts, ways.collect(), everything);
    }
    let search = SearchText::parse(&query.text);
    let list = match query.view {
        View::Map => return places::places(site, lang, answer),
        View::Cards => {
            let card = move |number| {
                let item = result_item(site, lang, &search, number);
                result_card(texts, lang, item, &search)
            };
            el_class("div", "cards").child(in_two(site, &listing.clusters, FIRST_CARDS, card))
        }
        View::Table => {
            let row = move |number| {
                let item = result_item(site, lang, &search, number);
                result_row(texts, lang, item, &search)
            };
            let rows = in_two(site, &listing.clusters, FIRST_ROWS, row);
            result_table(texts, rows, |sort| {
                let is_shown = query.sort == sort;
                let sort = if is_shown { Sort::default() } else { sort };
                (is_shown, site.href(&address.asking(query.with_sort(sort))))
            })
        }
    };
    let mut pieces = Vec::new();
    if listing.coverage != Coverage::All {
        pieces.push(el_class("p", "notice").text(texts.partial_results).done());
    }
    pieces.push(list.done());
    if listing.total > listing.clusters.len() {
        pieces.push(more(site, lang, answer).done());
    }
    fragment(pieces)
}

/// Some clusters, each as `show` has it. Those below the first screen wait until the screen has shown
/// the first.
fn in_two(
    site: Site,
    clusters: &[u32],
    first: usize,
    show: impl Fn(u32) -> El + 'static,
) -> Markup {
    let (first, rest) = clusters.split_at(first.min(clusters.len()));
    let first = fragment(first.iter().map(|&number| show(number)));
    if rest.is_empty() {
        return first;
    }
    let rest = rest.to_vec();
    let rest = move || fragment(rest.iter().map(|&number| show(number)));
    fragment([
        first,
        live_when(move || site.has_come_to(Step::Further).then(&rest)),
    ])
}

fn result_item(site: Site, lang: Lang, search: &SearchText, number: u32) -> ResultItem {
    let cluster = &site.collection.catalogue.clusters[number as usize];
    ResultItem {
        cluster,
        href: site.link(lang, Page::Cluster(cluster.id.clone())),
        place: place(&site.collection.catalogue, cluster, lang),
        areas: areas(site, lang, &cluster.areas),
        reasons: reasons(site, lang, search, number),
    }
}

/// Why a cluster is here, where its card does not show it, each with what kind of text it is.
fn reasons(site: Site, lang: Lang, search: &SearchText, cluster: u32) -> Vec<(String, Reason)> {
    let texts = Strings::of(lang);
    let reasons = site.collection.reasons(search, cluster, lang).into_iter();
    let named = reasons.map(|reason| {
        let what = match (reason.field, reason.area) {
            (Field::Synonym, Some(area)) => {
                let area = &site.collection.catalogue.areas[area as usize];
                format!("{} {}", texts.reason_synonym, area.label.text(lang))
            }
            (Field::Keyword, _) => texts.reason_keyword.to_owned(),
            (Field::Organisation, _) => texts.reason_organisation.to_owned(),
            _ => texts.reason_other_language.to_owned(),
        };
        (what, reason)
    });
    named.collect()
}

/// The link that shows more results.
fn more(site: Site, lang: Lang, answer: &Answer) -> El {
    let shown = answer.listing.clusters.len();
    let next = (answer.listing.total - shown).min(PAGE_LENGTH as usize);
    let href = site.href(&answer.address.asking(answer.query.with_more()));
    // Where there is no program, the static page it loads shows no more than this one, but has all
    // clusters in a list of its own.
    #[cfg(feature = "ssr")]
    let href = href + crate::static_page::ANCHOR;
    // The link is gone once it was followed: the first of the new results takes the focus.
    let focus = move |_| {
        let first = format!(
            ":is(.cards > article, .result-table tbody > tr):nth-child({}) a",
            shown + 1
        );
        browser::after_render(move || browser::focus_and_show(&first));
    };
    let texts = Strings::of(lang);
    let link = anchor(href).attr("class", "button").on("click", focus);
    let part = [&number(shown), texts.part_of, &number(answer.listing.total)].concat();
    el_class("p", "more")
        .child(el_class("span", "hint").text(part))
        .child(link.text(texts.show_more.of(next)))
}

fn rescue_text(collection: &'static Collection, lang: Lang, rescue: &Rescue) -> String {
    let texts = Strings::of(lang);
    match &rescue.change {
        Change::Spelling(text) => format!("{} “{text}”", texts.did_you_mean),
        Change::DropWord(word) => format!("{} “{word}”", texts.drop_word),
        Change::DropText => texts.drop_text.to_owned(),
        Change::DropValue(facet, id) => {
            let label = label(collection, lang, *facet, id).unwrap_or(id);
            format!("{} {}: {label}", texts.drop_value, texts.facet(*facet))
        }
        Change::DropChoices => texts.drop_choices.to_owned(),
    }
}
