//! The header of every page, and what is said of the data as a whole.

use crate::app::Site;
use crate::markup::{El, Markup, el, el_class, link};
use crate::strings::Strings;
use catalogue::model::Lang;
use catalogue::query::{Address, Page};

/// The header: name, navigation, language.
pub fn header(site: Site, address: &Address) -> Markup {
    let lang = address.lang;
    let texts = Strings::of(lang);
    let pages = [
        (texts.catalogue, Page::Catalogue),
        (texts.network, Page::Network),
        (texts.about, Page::About),
    ];
    let entries = pages.map(|(name, page)| {
        let current = (page == address.page).then_some("page");
        el("li").child(link(site.link(lang, page), name).attr_if("aria-current", current))
    });
    let languages = Lang::ALL.map(|other| {
        let name = link(
            site.href(&address.in_lang(other)),
            Strings::of(other).language,
        )
        .attr("id", format!("language-{}", other.tag()))
        .attr("lang", other.tag())
        .attr("hreflang", other.tag())
        .attr_if("aria-current", (other == lang).then_some("true"));
        el("li").child(name)
    });
    let navigation =
        |label: &'static str, list: El| el("nav").attr("aria-label", label).child(list);
    let inner = el_class("div", "site-header-inner")
        .child(link(site.link(lang, Page::Catalogue), texts.site).attr("class", "site-name"))
        .child(navigation(
            texts.main_navigation,
            el_class("ul", "site-nav").children(entries),
        ))
        .child(navigation(
            texts.switch_language,
            el_class("ul", "site-nav").children(languages),
        ));
    el_class("header", "site-header").child(inner).done()
}

/// That some of the data could not be read, if so.
pub fn skipped(site: Site, lang: Lang) -> Option<El> {
    let count = site.collection.catalogue.skipped.len();
    let text = || Strings::of(lang).records_skipped.of(count);
    (count > 0).then(|| el_class("aside", "notice").text(text()))
}

/// The day of the data's last change.
pub fn updated(site: Site, lang: Lang) -> El {
    let texts = Strings::of(lang);
    let updated = &site.collection.catalogue.updated;
    let date = el("time")
        .attr("datetime", updated.as_str())
        .text(texts.date(updated.parts()));
    el("p").text(texts.updated).text(": ").child(date)
}

/// The terms under which the data may be used.
pub fn licence(site: Site, lang: Lang) -> El {
    let licence = &site.collection.catalogue.licence;
    let name = link(licence.url.as_str(), licence.name.as_str())
        .attr("rel", "license noopener noreferrer");
    el("p")
        .text(Strings::of(lang).data_licence)
        .text(": ")
        .child(name)
}
