//! The catalogue: search box, facets, results. An area's page is the same with that area chosen.

use super::{areas, place};
use crate::app::Site;
use crate::browser;
use crate::components::{
    Chip, FacetGroup, ResultItem, chips, facet_panel, rescue_list, result_card, result_table,
    search_box,
};
use crate::strings::Strings;
use catalogue::browse::{Change, Collection, Listing, Rescue};
use catalogue::model::Lang;
use catalogue::query::{Address, Facet, PAGE_LENGTH, Page, Query, Sort, View};
use catalogue::search::{Coverage, SearchText};
use leptos::prelude::*;

/// The catalogue, or a subject area.
pub fn listing_page(site: Site, lang: Lang) -> AnyView {
    let texts = Strings::of(lang);
    let collection = site.collection;
    let query = Memo::new(move |_| site.address().listing());
    let listing = Memo::new(move |_| query.with(|query| collection.listing(query, lang)));
    let page = Memo::new(move |_| site.address().page);
    let box_text = Signal::derive(move || query.with(|query| query.text.clone()));
    let search = search_box(
        texts,
        site.href(&Address::catalogue(lang)),
        box_text,
        move |text| site.type_text(&text),
        || browser::focus_and_show("#results-heading"),
    );
    view! {
        <div class="hero">
            {move || page.with(|page| heading(collection, texts, lang, page))}
            {search}
        </div>
        <div class="browse">
            {facets(site, lang, query, listing)}
            <section class="results" aria-labelledby="results-heading">
                <div class="results-bar">
                    <h2 id="results-heading" tabindex="-1">{texts.results_heading}</h2>
                    <p role="status">{move || listing.with(|listing| texts.results.of(listing.total))}</p>
                    {arrangement(site, lang, query)}
                </div>
                {chosen(site, lang, query)}
                {move || listing.with(|listing| {
                    // The text is read with the listing that answers it, never ahead of it.
                    query.with_untracked(|query| results(site, lang, query, listing))
                })}
            </section>
        </div>
    }
    .into_any()
}

fn heading(collection: &Collection, texts: &'static Strings, lang: Lang, page: &Page) -> AnyView {
    let area = match page {
        Page::Area(id) => collection.catalogue.areas.get(id.as_str()).ok_or(id),
        _ => {
            return view! {
                <h1 tabindex="-1">{texts.search_heading}</h1>
                <p class="lead">{texts.search_lead}</p>
            }
            .into_any();
        }
    };
    match area {
        Ok(area) => {
            let clusters = collection
                .catalogue
                .clusters
                .iter()
                .filter(|cluster| cluster.areas.contains(&area.id));
            let lead = texts.area_lead.of(clusters.count());
            view! {
                <p class="kicker">{texts.area_kicker}</p>
                <h1 tabindex="-1">{area.label.text(lang).to_owned()}</h1>
                <p class="lead">{lead}</p>
            }
            .into_any()
        }
        Err(id) => view! {
            <p class="kicker">{texts.area_kicker}</p>
            <h1 tabindex="-1">{id.to_string()}</h1>
            <p class="lead">{texts.unknown_value}</p>
        }
        .into_any(),
    }
}

fn facets(site: Site, lang: Lang, query: Memo<Query>, listing: Memo<Listing>) -> AnyView {
    let texts = Strings::of(lang);
    let groups = Facet::ALL.map(|facet| {
        let values = site.collection.values(facet);
        let labelled = (0..values.len())
            .filter_map(|value| u32::try_from(value).ok())
            .map(|value| {
                let id = values.id(value);
                (
                    id.to_owned(),
                    label(site.collection, lang, facet, id)
                        .unwrap_or(id)
                        .to_owned(),
                )
            });
        FacetGroup {
            key: facet.key(),
            name: texts.facet(facet),
            values: labelled.collect(),
            counts: Memo::new(move |_| {
                listing.with(|listing| listing.facets[facet as usize].clone())
            }),
        }
    });
    let chosen = Memo::new(move |_| query.with(|query| query.choices().count()));
    facet_panel(texts, groups.into(), chosen, move |group, value| {
        let facet = Facet::ALL[group];
        let Ok(value) = u32::try_from(value) else {
            return;
        };
        let id = site.collection.values(facet).id(value);
        site.ask(site.address_now().listing().toggled(facet, id));
    })
}

/// What a facet's value is called.
fn label<'a>(collection: &'a Collection, lang: Lang, facet: Facet, id: &str) -> Option<&'a str> {
    match facet {
        Facet::Level => Strings::of(lang).level_of_id(id),
        _ => collection.label(facet, id, lang),
    }
}

fn chosen(site: Site, lang: Lang, query: Memo<Query>) -> AnyView {
    let texts = Strings::of(lang);
    let list = Memo::new(move |_| {
        query.with(|query| {
            let chip = |(facet, id): (Facet, &str)| {
                let label = label(site.collection, lang, facet, id);
                Chip {
                    facet: texts.facet(facet),
                    value: label.unwrap_or(id).to_owned(),
                    known: label.is_some(),
                }
            };
            query.choices().map(chip).collect::<Vec<_>>()
        })
    });
    let remove = move |place: usize| {
        let query = site.address_now().listing();
        if let Some((facet, id)) = query.choices().nth(place) {
            site.ask(query.toggled(facet, id));
        }
        // The button is gone: its neighbour takes the focus, or the results where it was the last.
        browser::after_render(move || {
            let neighbour = format!(".chips li:nth-child({}) button", place.max(1));
            if !browser::focus_on(&neighbour) {
                browser::focus_on("#results-heading");
            }
        });
    };
    let clear = move || {
        site.ask(site.address_now().listing().without_choices());
        browser::after_render(|| {
            browser::focus_on("#results-heading");
        });
    };
    chips(texts, list, remove, clear)
}

/// Order and layout of the results.
fn arrangement(site: Site, lang: Lang, query: Memo<Query>) -> AnyView {
    let texts = Strings::of(lang);
    let options = Sort::ALL.map(|sort| {
        let selected = move || query.with(|query| query.sort == sort);
        view! { <option value=sort.key() selected=selected>{texts.sort(sort)}</option> }
    });
    let sort = move |event| {
        let sort = Sort::from_key(&event_target_value(&event));
        site.ask(site.address_now().listing().with_sort(sort));
    };
    let views = move || {
        let query = query.get();
        let address = site.address();
        View::ALL.map(|view| {
            let href = site.href(&address.asking(query.with_view(view)));
            let current = (query.view == view).then_some("true");
            view! { <li><a href=href aria-current=current>{texts.view(view)}</a></li> }
        })
    };
    view! {
        <div class="arrangement">
            <label>
                {texts.sort_by}
                " "
                <select on:change=sort prop:value=move || query.with(|query| query.sort.key())>{options}</select>
            </label>
            <nav aria-label=texts.view_as><ul class="view-switch">{views}</ul></nav>
        </div>
    }
    .into_any()
}

fn results(site: Site, lang: Lang, query: &Query, listing: &Listing) -> AnyView {
    let texts = Strings::of(lang);
    let address = site.address_now();
    if listing.total == 0 {
        let everything = site.href(&Address::catalogue(lang));
        let ways = listing.rescues.iter().map(|rescue| {
            (
                rescue_text(site.collection, lang, rescue),
                site.href(&address.asking(rescue.query.clone())),
                rescue.count,
            )
        });
        return rescue_list(texts, ways.collect(), everything);
    }
    let search = SearchText::parse(&query.text);
    let partial = (listing.coverage != Coverage::All)
        .then(|| view! { <p class="notice">{texts.partial_results}</p> });
    let items = listing.clusters.iter().map(|&number| {
        let cluster = &site.collection.catalogue.clusters[number as usize];
        ResultItem {
            cluster,
            href: site.link(lang, Page::Cluster(cluster.id.clone())),
            place: place(&site.collection.catalogue, cluster, lang),
            areas: areas(site, lang, &cluster.areas),
            reasons: site.collection.reasons(&search, number, lang),
        }
    });
    let list = match query.view {
        View::Cards => {
            let cards = items.map(|item| result_card(texts, lang, item, &search));
            view! { <div class="cards">{cards.collect::<Vec<_>>()}</div> }.into_any()
        }
        View::Table => result_table(texts, lang, items.collect(), &search),
    };
    let hidden = listing.total - listing.clusters.len();
    let more = (hidden > 0).then(|| {
        let href = site.href(&address.asking(query.with_more()));
        let first_new = listing.clusters.len();
        let label = texts.show_more.of(hidden.min(PAGE_LENGTH as usize));
        // The link is gone once it was followed: the first of the new results takes the focus.
        let focus = move |_| {
            browser::after_render(move || {
                let new = format!(
                    ":is(.cards > article, .result-table tbody > tr):nth-child({}) a",
                    first_new + 1
                );
                browser::focus_and_show(&new);
            })
        };
        view! { <p class="more"><a class="button" href=href on:click=focus>{label}</a></p> }
    });
    view! { {partial} {list} {more} }.into_any()
}

fn rescue_text(collection: &Collection, lang: Lang, rescue: &Rescue) -> String {
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
