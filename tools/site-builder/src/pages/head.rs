//! The head of a page, for search engines and link previews.

use catalogue::{
    model::Lang,
    query::{Address, Page},
};
use technology_clusters::i18n::Strings;

use super::{
    data_files::{feed_path, open_search_path},
    site::SiteData,
};
use crate::{cards, markup::escaped};

/// A language version of a page: a language tag, or `x-default`, with its address.
pub(super) struct Alternate {
    pub hreflang: &'static str,
    /// Below the base.
    pub path: String,
}

/// The addresses of a page in all languages. `x-default` is the English page; for the catalogue,
/// the language choice.
pub(super) fn alternates(page: &Page) -> Vec<Alternate> {
    let in_lang = |lang| Address::of(lang, page.clone()).path();
    let mut alternates: Vec<_> = Lang::ALL
        .map(|lang| Alternate {
            hreflang: lang.tag(),
            path: in_lang(lang),
        })
        .into();
    alternates.push(Alternate {
        hreflang: "x-default",
        path: match page {
            Page::Catalogue => String::new(),
            _ => in_lang(Lang::En),
        },
    });
    alternates
}

/// The head of the page at an address.
pub(super) fn of_page(site: &SiteData, address: &Address, description: &str) -> String {
    let name = site.name(address);
    of(site, &address.path(), address, &name, description)
}

/// The head of the language choice.
pub(super) fn of_language_choice(site: &SiteData) -> String {
    let address = Address::catalogue(Lang::En);
    let texts = Strings::of(address.lang);
    of(site, "", &address, texts.site, texts.site_description)
}

/// The head of a page that search engines should not index.
pub(super) fn of_nothing(description: &str) -> String {
    named("description", description) + &named("robots", "noindex")
}

/// The head of a page that redirects to its new address. Search engines treat the two links as a
/// move; a `noindex` here might also affect the new page.
pub(super) fn of_moved(site: &SiteData, to: &Address) -> String {
    let url = site.settings.url(&to.path());
    // Relative to the current host, so that a test copy of the site does not redirect to the real
    // one.
    let refresh = format!("0; url={}", to.href(site.base));
    [
        named("description", &site.name(to)),
        link("canonical", None, &url),
        format!(
            "<meta http-equiv=\"refresh\" content=\"{}\">",
            escaped(&refresh)
        ),
    ]
    .concat()
}

/// The head of the page at `path` that shows `address`.
fn of(site: &SiteData, path: &str, address: &Address, name: &str, description: &str) -> String {
    let texts = Strings::of(address.lang);
    let url = site.settings.url(path);
    let mut head = vec![
        named("description", description),
        link("canonical", None, &url),
    ];
    head.extend(alternates(&address.page).into_iter().map(|alternate| {
        let url = site.settings.url(&alternate.path);
        link("alternate", Some(alternate.hreflang), &url)
    }));
    let image = site.settings.url(&cards::path(address));
    let image_words = if name == texts.site {
        name.to_owned()
    } else {
        format!("{name} – {}", texts.site)
    };
    for (property, content) in [
        ("og:type", "website"),
        ("og:site_name", texts.site),
        ("og:title", name),
        ("og:description", description),
        ("og:url", &url),
        ("og:locale", locale(address.lang)),
        ("og:locale:alternate", locale(address.lang.other())),
        ("og:image", &image),
        ("og:image:type", "image/png"),
        ("og:image:width", &cards::WIDTH.to_string()),
        ("og:image:height", &cards::HEIGHT.to_string()),
        ("og:image:alt", &image_words),
    ] {
        head.push(format!(
            "<meta property=\"{property}\" content=\"{}\">",
            escaped(content)
        ));
    }
    head.push(named("twitter:card", "summary_large_image"));
    let link = |kind: &str, relation: &str, path: &str| {
        format!(
            "<link type=\"application/{kind}\" rel=\"{relation}\" title=\"{}\" href=\"{}\">",
            escaped(texts.site),
            escaped(&site.settings.url(path))
        )
    };
    let search = open_search_path(address.lang);
    head.push(link("opensearchdescription+xml", "search", &search));
    if address.page == Page::Data {
        head.push(link("atom+xml", "alternate", &feed_path(address.lang)));
    }
    head.concat()
}

fn named(name: &str, content: &str) -> String {
    format!("<meta name=\"{name}\" content=\"{}\">", escaped(content))
}

fn link(relation: &str, hreflang: Option<&str>, url: &str) -> String {
    let hreflang = hreflang.map_or_else(String::new, |tag| format!(" hreflang=\"{tag}\""));
    format!(
        "<link rel=\"{relation}\"{hreflang} href=\"{}\">",
        escaped(url)
    )
}

/// The language as Open Graph writes it.
fn locale(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "en_GB",
        Lang::It => "it_IT",
    }
}
