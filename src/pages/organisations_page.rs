//! The index of all organisations, A–Z. The text of the query narrows it: words of a name, a kind or a
//! place.

use crate::components::{Downloads, List, OrganisationLink, SearchField};
use crate::i18n::Strings;
use crate::names::city_label;
use crate::site::{Site, use_site};
use catalogue::export;
use catalogue::model::{Lang, OrganisationKind, Text};
use catalogue::query::{Address, Facet, Page, Query};
use catalogue::search::fold;
use leptos::prelude::*;

/// An organisation of the index.
struct IndexEntry {
    /// Its number in the catalogue.
    number: u32,
    /// The letter that it stands under, `#` for digits.
    letter: char,
    /// Its kind.
    kind: OrganisationKind,
    /// The words by which it is found, folded.
    text: String,
}

/// The index of organisations.
#[component]
pub fn OrganisationsPage(
    /// The language of the page.
    lang: Lang,
) -> impl IntoView {
    let site = use_site();
    let t = Strings::of(lang);
    let entries = StoredValue::new(entries(site, lang));
    let text = Signal::derive(move || site.visit.with(|visit| visit.address.query.text.clone()));
    let shown =
        Memo::new(move |_| entries.with_value(|entries| text.with(|text| matching(entries, text))));
    let letters = entries.with_value(|entries| {
        let mut letters: Vec<char> = entries.iter().map(|entry| entry.letter).collect();
        letters.dedup();
        letters
    });
    let sections = letters
        .into_iter()
        .map(|letter| view! { <Section lang letter entries shown /> }.into_any());
    let kinds = t.kind_names.into_iter().filter_map(|name| {
        let count = entries.with_value(|entries| matching(entries, name).len());
        let query = Query::default().with_text(name);
        let href = site.href(&Address::of(lang, Page::Organisations).with_query(query));
        let current = move || text.with(|text| text == name).then(|| "true".to_owned());
        let link = view! {
            <li>
                <a href=href aria-current=current>
                    {name}
                </a>
                {format!(" {count}")}
            </li>
        };
        (count > 0).then(|| link.into_any())
    });
    view! {
        <article class="page organisations">
            <header class="page-header">
                <h1 tabindex="-1">{t.organisations}</h1>
                <p class="lead">{t.organisations_lead}</p>
                <label class="organisations-filter">
                    {t.narrow_organisations}
                    <SearchField text on_input=Callback::new(move |text: String| site.set_text(&text)) />
                </label>
                <ul class="card-facts">{kinds.collect_view()}</ul>
            </header>
            <p role="status">
                {move || match shown.with(Vec::len) {
                    0 => t.nothing_found.to_owned(),
                    count => t.organisations_shown.of(count),
                }}
            </p>
            {sections.collect_view()}
            <Downloads lang list=export::RecordList::Organisations records=shown_organisations />
        </article>
    }
}

/// The organisations under a letter; nothing if none is shown.
#[component]
fn Section(
    /// The language of the page.
    lang: Lang,
    /// The letter.
    letter: char,
    /// All organisations.
    entries: StoredValue<Vec<IndexEntry>>,
    /// The indices of those shown.
    shown: Memo<Vec<u32>>,
) -> impl IntoView {
    let numbers = Memo::new(move |_| {
        entries.with_value(|entries| {
            let entries = shown
                .get()
                .into_iter()
                .map(|index| &entries[index as usize]);
            let under = entries.filter(|entry| entry.letter == letter);
            under.map(|entry| entry.number).collect::<Vec<_>>()
        })
    });
    let is_empty = Memo::new(move |_| numbers.with(Vec::is_empty));
    view! {
        {move || {
            (!is_empty.get()).then(|| {
                view! {
                    <section class="organisations-letter">
                        <h2>{letter.to_string()}</h2>
                        <ul class="plain-list">
                            <List each=move || numbers.get() key=|number| *number let:number>
                                <Item lang number />
                            </List>
                        </ul>
                    </section>
                }
                .into_any()
            })
        }}
    }
}

/// The organisations that the address shows, in the order of the index.
fn shown_organisations(site: Site) -> Vec<u32> {
    let address = site.address_untracked();
    let entries = entries(site, address.lang);
    let shown = matching(&entries, &address.query.text).into_iter();
    shown.map(|index| entries[index as usize].number).collect()
}

/// An organisation: its name, kind and city, and its clusters.
#[component]
fn Item(
    /// The language of the page.
    lang: Lang,
    /// The organisation, by its number in the catalogue.
    number: u32,
) -> impl IntoView {
    let site = use_site();
    let t = Strings::of(lang);
    let catalogue = &site.collection.catalogue;
    let organisation = &catalogue.organisations[number as usize];
    let about = [
        Some(t.kind_name(organisation.kind)),
        city_label(catalogue, organisation.city.as_ref(), lang),
    ];
    let about = about.into_iter().flatten().collect::<Vec<_>>().join(", ");
    let query = Query::choosing(Facet::Organisation, [organisation.id.as_str()]);
    let clusters = site
        .collection
        .values(Facet::Organisation)
        .clusters(number)
        .len();
    view! {
        <li>
            <OrganisationLink lang number />
            <span class="hint">" " {about} " · "</span>
            <a class="hint" href=site.href(&Address::catalogue(lang).with_query(query))>
                {t.results.of(clusters)}
            </a>
        </li>
    }
}

/// All organisations, by name.
fn entries(site: Site, lang: Lang) -> Vec<IndexEntry> {
    let t = Strings::of(lang);
    let catalogue = &site.collection.catalogue;
    let organisations = (0..).zip(catalogue.organisations.iter());
    let mut entries: Vec<(String, IndexEntry)> = organisations
        .map(|(number, organisation)| {
            let country = catalogue.countries.get(organisation.country.as_str());
            let names = [Lang::En, Lang::It].map(|lang| organisation.name.text(lang));
            let mut text = names.join(" ");
            let rest = [
                Some(t.kind_name(organisation.kind)),
                city_label(catalogue, organisation.city.as_ref(), lang),
                country.map(|country| country.label.text(lang)),
            ];
            let mut parts: Vec<&str> = rest.into_iter().flatten().collect();
            for names in [
                &organisation.other_names,
                &organisation.former_names,
                organisation.acronym.as_slice(),
                organisation.gloss.as_slice(),
            ] {
                parts.extend(names.iter().map(Text::as_str));
            }
            for part in parts {
                text = [&text, " ", part].concat();
            }
            let name = fold(organisation.name.text(lang));
            let letter = name.chars().find(char::is_ascii_alphanumeric);
            let letter = letter.filter(char::is_ascii_alphabetic).unwrap_or('#');
            let entry = IndexEntry {
                number,
                letter: letter.to_ascii_uppercase(),
                kind: organisation.kind,
                text: fold(&text),
            };
            (name, entry)
        })
        .collect();
    entries.sort_by(|(one, of_one), (other, of_other)| {
        (of_one.letter, one).cmp(&(of_other.letter, other))
    });
    entries.into_iter().map(|(_, entry)| entry).collect()
}

/// The indices of the entries that have all words of a text; if the text is the name of a kind, of those of the
/// kind: a university hospital is no university.
fn matching(entries: &[IndexEntry], text: &str) -> Vec<u32> {
    let text = fold(text);
    let kind = kind_named(text.trim());
    let is_shown = |(_, entry): &(u32, &IndexEntry)| match kind {
        Some(kind) => entry.kind == kind,
        None => text
            .split_whitespace()
            .all(|word| entry.text.contains(word)),
    };
    let found = (0..).zip(entries).filter(is_shown);
    found.map(|(index, _)| index).collect()
}

/// The kind with this name in either language, folded.
fn kind_named(name: &str) -> Option<OrganisationKind> {
    OrganisationKind::ALL.into_iter().find(|kind| {
        let names = Lang::ALL.map(|lang| Strings::of(lang).kind_name(*kind));
        names.iter().any(|own| fold(own) == name)
    })
}
