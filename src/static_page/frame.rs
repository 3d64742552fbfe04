//! The parts of a page above and below the app (publisher, display settings, footer), and pages that say
//! what became of an address. They are static, so that the wasm is the same for all publishers and stays
//! small.
//!
//! The parts around the app contain the texts of both languages, and the style sheet shows those of the
//! page's language: the app switches languages without loading another file.

use super::html::{plain_html, with_site};
use crate::components::{DataLicence, Header, LastUpdated};
use crate::i18n::Strings;
use crate::site::{Outlines, Site, Visit};
use catalogue::browse::Collection;
use catalogue::model::Lang;
use catalogue::query::{Address, BasePath, Page};
use leptos::prelude::*;

/// The publisher of the site, with URLs or mailboxes for contacts and legal notices.
pub struct Publisher<'text> {
    /// Their name.
    pub name: &'text str,
    /// The contact for visitors.
    pub contact: &'text str,
    /// The accessibility statement.
    pub accessibility_statement: &'text str,
    /// The privacy notice.
    pub privacy: &'text str,
}

/// The HTML above and below the app.
pub struct Frame {
    /// Above: the skip link, the publisher, the theme.
    pub before: String,
    /// Below: the footer.
    pub after: String,
}

/// The texts of the frame in one language.
struct FrameTexts {
    settings: &'static str,
    theme: &'static str,
    /// In the order of `THEMES`.
    themes: [&'static str; 3],
    shortcut: &'static str,
    published_by: &'static str,
    contact: &'static str,
    accessibility_statement: &'static str,
    privacy: &'static str,
}

/// The values that preferences.js stores.
const THEMES: [&str; 3] = ["auto", "light", "dark"];

const ENGLISH: FrameTexts = FrameTexts {
    settings: "Display",
    theme: "Theme",
    themes: ["Automatic", "Light", "Dark"],
    shortcut: "Press / to go to the search box",
    published_by: "Published by",
    contact: "Contact us: questions, errors, suggestions",
    accessibility_statement: "Accessibility statement",
    privacy: "Privacy notice",
};

const ITALIAN: FrameTexts = FrameTexts {
    settings: "Aspetto",
    theme: "Tema",
    themes: ["Automatico", "Chiaro", "Scuro"],
    shortcut: "Premi / per andare alla ricerca",
    published_by: "Pubblicato da",
    contact: "Scrivici: domande, errori, suggerimenti",
    accessibility_statement: "Dichiarazione di accessibilità",
    privacy: "Informativa sulla privacy",
};

impl FrameTexts {
    const fn of(lang: Lang) -> &'static Self {
        match lang {
            Lang::En => &ENGLISH,
            Lang::It => &ITALIAN,
        }
    }
}

/// Renders the frame, which is the same for all pages. Local builds have no publisher.
pub fn frame(
    collection: &'static Collection,
    base: &'static BasePath,
    publisher: Option<&Publisher>,
) -> Frame {
    // Any address will do.
    let visit = Visit::to(Address::catalogue(Lang::En));
    with_site(
        || Site::new(collection, base, "", Outlines::NONE, "", visit),
        |site| {
            let bars = Lang::ALL.map(|lang| bar(lang, publisher));
            let footers = Lang::ALL.map(|lang| footer(site, lang, publisher));
            let footers = footers.into_iter().collect_view();
            Frame {
                before: plain_html(bars.into_iter().collect_view()),
                after: plain_html(view! { <footer class="site-footer">{footers}</footer> }),
            }
        },
    )
}

/// The bar above the app. The skip link is its first focusable element.
fn bar(lang: Lang, publisher: Option<&Publisher>) -> AnyView {
    let texts = FrameTexts::of(lang);
    let options = THEMES.into_iter().zip(texts.themes);
    let options = options.map(|(value, name)| view! { <option value=value>{name}</option> });
    let owner = publisher.map(|publisher| publisher.name.to_owned());
    // Without `autocomplete`, Firefox restores the previous choice on reload.
    view! {
        <section class="site-bar" lang=lang.tag() aria-label=texts.settings>
            <a href="#content" class="skip-link">
                {Strings::of(lang).skip_to_content}
            </a>
            {owner.map(|owner| view! { <p class="site-owner">{owner}</p> })}
            <label class="theme">
                {texts.theme} " "
                <select data-preference="theme" autocomplete="off">
                    {options.collect_view()}
                </select>
            </label>
        </section>
    }
    .into_any()
}

fn footer(site: Site, lang: Lang, publisher: Option<&Publisher>) -> AnyView {
    let texts = FrameTexts::of(lang);
    let t = Strings::of(lang);
    let pages = [
        (Page::Catalogue, t.catalogue),
        (Page::Organisations, t.organisations),
        (Page::Numbers, t.numbers_heading),
        (Page::Network, t.network),
        (Page::Compare, t.compare),
        (Page::About, t.about),
        (Page::Data, t.data),
    ];
    let pages = pages.map(|(page, name)| {
        view! {
            <li>
                <a href=site.link(lang, page)>{name}</a>
            </li>
        }
    });
    let owner = publisher.map(|publisher| publisher.name.to_owned());
    let owner = owner.map(|owner| {
        view! {
            <p>
                {texts.published_by} " " <strong>{owner}</strong>
            </p>
        }
    });
    // The checkbox works only with JavaScript; the style sheet hides it elsewhere.
    view! {
        <div class="site-footer-inner" lang=lang.tag()>
            <div class="site-footer-about">
                <p class="site-mark">{t.site}</p>
                <p>{t.site_description}</p>
                {owner}
            </div>
            <ul class="site-footer-pages">
                {pages.into_iter().collect_view()}
                {publisher.map(|publisher| link_item(publisher.contact, texts.contact, None))}
            </ul>
            <div class="site-footer-data">
                <LastUpdated lang />
                <DataLicence lang />
                <label class="shortcut">
                    <input type="checkbox" data-preference="shortcut" checked="" />
                    " "
                    {texts.shortcut}
                </label>
            </div>
            {publisher.map(|publisher| duties(texts, publisher))}
        </div>
    }
    .into_any()
}

/// The links that Italian public sites are required to have.
fn duties(texts: &FrameTexts, publisher: &Publisher) -> AnyView {
    // The validators of Italian public sites look for these names.
    let statement = link_item(
        publisher.accessibility_statement,
        texts.accessibility_statement,
        Some("accessibility-link"),
    );
    let privacy = link_item(
        publisher.privacy,
        texts.privacy,
        Some("privacy-policy-link"),
    );
    view! {
        <ul class="site-footer-duties">
            {statement}
            {privacy}
        </ul>
    }
    .into_any()
}

/// A list item with an external link, and the name by which validators find it.
fn link_item(href: &str, text: &'static str, element: Option<&'static str>) -> AnyView {
    view! {
        <li>
            <a href=href.to_owned() rel="noopener noreferrer" data-element=element>
                {text}
            </a>
        </li>
    }
    .into_any()
}

/// A notice at the address of a former record.
pub struct Notice<'text> {
    /// The address.
    pub address: &'text Address,
    /// The kind of record.
    pub kind: &'text str,
    /// The name of the record.
    pub name: &'text str,
    /// What happened to it.
    pub paragraphs: Vec<String>,
    /// A link to its replacement: introduction, address, and name of that page.
    pub way_on: Option<(&'text str, &'text Address, &'text str)>,
}

/// Renders a notice below the header.
pub fn notice(collection: &'static Collection, base: &'static BasePath, notice: &Notice) -> String {
    let visit = Visit::to(notice.address.clone());
    with_site(
        || Site::new(collection, base, "", Outlines::NONE, "", visit),
        |site| {
            let paragraphs = notice.paragraphs.iter().cloned();
            let paragraphs = paragraphs.map(|text| view! { <p>{text}</p> });
            let link = notice.way_on.map(|(text, address, name)| {
                view! {
                    <p>
                        {text.to_owned()} " " <a href=site.href(address)>{name.to_owned()}</a>
                    </p>
                }
            });
            plain_html(view! {
                <Header lang=notice.address.lang />
                <main id="content">
                    <article class="page">
                        <p class="kicker">{notice.kind.to_owned()}</p>
                        <h1 class="page-title">{notice.name.to_owned()}</h1>
                        {paragraphs.collect_view()}
                        {link}
                    </article>
                </main>
            })
        },
    )
}
