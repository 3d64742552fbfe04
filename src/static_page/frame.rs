//! What stands above and below the app on every page, and is no part of it: who answers for the
//! site, and how the visitor wants to see it. The program is one for all publishers and weighs on
//! every visit; these are a few lines of each file.
//!
//! They stand there in both languages, of which the style shows that of the page: the app changes the
//! language without loading another file.

use super::html::{plain_html, with_site};
use crate::components::{DataLicence, LastUpdated};
use crate::i18n::Strings;
use crate::site::{Site, Visit};
use catalogue::browse::Collection;
use catalogue::model::Lang;
use catalogue::query::{Address, BasePath, Page};
use leptos::prelude::*;

/// Who answers for the site, and where they say so: addresses of pages or mailboxes.
pub struct Publisher<'text> {
    /// Their name.
    pub name: &'text str,
    /// Where visitors can write to.
    pub contact: &'text str,
    /// The accessibility statement.
    pub accessibility_statement: &'text str,
    /// The privacy notice.
    pub privacy: &'text str,
}

/// What stands above and below the app, as HTML.
pub struct Frame {
    /// Above: the link past it, who publishes the site, the colours.
    pub before: String,
    /// Below: the footer.
    pub after: String,
}

/// The texts of the frame in one language.
struct FrameTexts {
    settings: &'static str,
    theme: &'static str,
    /// By the values of `THEMES`.
    themes: [&'static str; 3],
    shortcut: &'static str,
    published_by: &'static str,
    contact: &'static str,
    accessibility_statement: &'static str,
    privacy: &'static str,
}

/// As preferences.js stores them.
const THEMES: [&str; 3] = ["auto", "light", "dark"];

const ENGLISH: FrameTexts = FrameTexts {
    settings: "Display",
    theme: "Theme",
    themes: ["Automatic", "Light", "Dark"],
    shortcut: "The / key leads to the search box",
    published_by: "Published by",
    contact: "Write to us: questions, mistakes, suggestions",
    accessibility_statement: "Accessibility statement",
    privacy: "Privacy notice",
};

const ITALIAN: FrameTexts = FrameTexts {
    settings: "Aspetto",
    theme: "Tema",
    themes: ["Automatico", "Chiaro", "Scuro"],
    shortcut: "Il tasto / porta alla ricerca",
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

/// The frame of all pages of a site; nobody publishes what is built to be looked at on one's own
/// machine.
pub fn frame(
    collection: &'static Collection,
    base: &'static BasePath,
    publisher: Option<&Publisher>,
) -> Frame {
    // The frame is the same at every address.
    let visit = Visit::to(Address::catalogue(Lang::En));
    with_site(
        || Site::new(collection, base, "", "", visit),
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

/// The bar above: the first thing that the keyboard reaches is the link past it.
fn bar(lang: Lang, publisher: Option<&Publisher>) -> AnyView {
    let texts = FrameTexts::of(lang);
    let options = THEMES.into_iter().zip(texts.themes);
    let options = options.map(|(value, name)| view! { <option value=value>{name}</option> });
    let owner = publisher.map(|publisher| publisher.name.to_owned());
    // Without `autocomplete`, Firefox puts back on reload what was chosen in an earlier life.
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
        (Page::Network, t.network),
        (Page::About, t.about),
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
    // A checkbox that scripts alone read: where none run, the style hides it.
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

/// The pages that public sites must link to.
fn duties(texts: &FrameTexts, publisher: &Publisher) -> AnyView {
    // These names are how the checks of Italian public sites find the two.
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

/// A link out of the site as an item of a list, with the name by which checks find it.
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
