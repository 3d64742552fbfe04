//! What stands above and below the app on every page, and is no part of it: who answers for the
//! site, and how the visitor wants to see it. The program is one for all publishers and weighs on
//! every visit; these are a few lines of each file.
//!
//! They stand there in both languages, of which the style shows that of the page: the app changes the
//! language without loading another file.

use crate::app::{Site, Visit};
use crate::components::{licence, updated};
use crate::markup::{El, el, el_class, external_link, fragment, link};
use crate::strings::Strings;
use catalogue::browse::Collection;
use catalogue::model::Lang;
use catalogue::query::{Address, Base, Page};
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

/// What stands above and below the app, as markup.
pub struct Frame {
    /// Above: the way past it, who publishes the site, the colours.
    pub before: String,
    /// Below: the footer.
    pub after: String,
}

struct Words {
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

const ENGLISH: Words = Words {
    settings: "Display",
    theme: "Theme",
    themes: ["Automatic", "Light", "Dark"],
    shortcut: "The / key leads to the search box",
    published_by: "Published by",
    contact: "Write to us: questions, mistakes, suggestions",
    accessibility_statement: "Accessibility statement",
    privacy: "Privacy notice",
};

const ITALIAN: Words = Words {
    settings: "Aspetto",
    theme: "Tema",
    themes: ["Automatico", "Chiaro", "Scuro"],
    shortcut: "Il tasto / porta alla ricerca",
    published_by: "Pubblicato da",
    contact: "Scrivici: domande, errori, suggerimenti",
    accessibility_statement: "Dichiarazione di accessibilità",
    privacy: "Informativa sulla privacy",
};

const fn words(lang: Lang) -> &'static Words {
    match lang {
        Lang::En => &ENGLISH,
        Lang::It => &ITALIAN,
    }
}

/// The frame of all pages of a site; nobody publishes what is built to be looked at on one's own
/// machine.
pub fn frame(
    collection: &'static Collection,
    base: &'static Base,
    publisher: Option<&Publisher>,
) -> Frame {
    let owner = Owner::new();
    let frame = owner.with(|| {
        let visit = Visit {
            address: Address::catalogue(Lang::En),
            results: None,
        };
        let site = Site::new(collection, base, "", visit);
        let bars = Lang::ALL.map(|lang| bar(lang, publisher));
        let footers = Lang::ALL.map(|lang| footer(site, lang, publisher));
        let footers = el_class("footer", "site-footer").children(footers);
        Frame {
            before: fragment(bars).to_html(),
            after: footers.done().to_html(),
        }
    });
    owner.cleanup();
    frame
}

/// The bar above: the first thing that the keyboard reaches is the way past it.
fn bar(lang: Lang, publisher: Option<&Publisher>) -> El {
    let words = words(lang);
    let options = THEMES.into_iter().zip(words.themes);
    let options = options.map(|(value, name)| el("option").attr("value", value).text(name));
    // Without `autocomplete`, Firefox puts back on reload what was chosen in an earlier life.
    let choice = el("select")
        .attr("data-preference", "theme")
        .attr("autocomplete", "off")
        .children(options);
    let theme = el_class("label", "theme")
        .text(words.theme)
        .text(" ")
        .child(choice);
    let owner =
        publisher.map(|publisher| el_class("p", "site-owner").text(publisher.name.to_owned()));
    el_class("section", "site-bar")
        .attr("lang", lang.tag())
        .attr("aria-label", words.settings)
        .child(link("#content", Strings::of(lang).skip_to_content).attr("class", "skip-link"))
        .child(owner)
        .child(theme)
}

fn footer(site: Site, lang: Lang, publisher: Option<&Publisher>) -> El {
    let words = words(lang);
    let texts = Strings::of(lang);
    let pages = [
        (Page::Catalogue, texts.catalogue),
        (Page::Network, texts.network),
        (Page::About, texts.about),
    ];
    let pages = pages.map(|(page, name)| el("li").child(link(site.link(lang, page), name)));
    let by = publisher.map(|publisher| {
        el("p")
            .text(words.published_by)
            .text(" ")
            .child(el("strong").text(publisher.name.to_owned()))
    });
    let about = el_class("div", "site-footer-about")
        .child(el_class("p", "site-mark").text(texts.site))
        .child(el("p").text(texts.site_description))
        .child(by);
    // A checkbox that scripts alone read: where none run, the style hides it.
    let tick = el("input")
        .attr("type", "checkbox")
        .attr("data-preference", "shortcut")
        .attr("checked", "");
    let shortcut = el_class("label", "shortcut")
        .child(tick)
        .text(" ")
        .text(words.shortcut);
    let data = el_class("div", "site-footer-data")
        .child(updated(site, lang))
        .child(licence(site, lang))
        .child(shortcut);
    let contact = publisher.map(|publisher| link_item(publisher.contact, words.contact, None));
    let ways = el_class("ul", "site-footer-pages")
        .children(pages)
        .child(contact);
    let duties = publisher.map(|publisher| {
        // These names are how the checks of Italian public sites find the two.
        el_class("ul", "site-footer-duties")
            .child(link_item(
                publisher.accessibility_statement,
                words.accessibility_statement,
                Some("accessibility-link"),
            ))
            .child(link_item(
                publisher.privacy,
                words.privacy,
                Some("privacy-policy-link"),
            ))
    });
    el_class("div", "site-footer-inner")
        .attr("lang", lang.tag())
        .child(about)
        .child(ways)
        .child(data)
        .child(duties)
}

fn link_item(href: &str, text: &'static str, element: Option<&'static str>) -> El {
    el("li").child(external_link(href.to_owned(), text).attr_if("data-element", element))
}
