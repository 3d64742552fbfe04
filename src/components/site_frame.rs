//! Header and footer of every page.

use crate::app::Site;
use crate::strings::Strings;
use catalogue::model::Lang;
use catalogue::query::{Address, Page};
use leptos::prelude::*;

/// The header: skip link, name, navigation, language.
pub fn header(site: Site, address: Address) -> impl IntoView {
    let lang = address.lang;
    let texts = Strings::of(lang);
    let pages = [
        (texts.catalogue, Page::Catalogue),
        (texts.about, Page::About),
    ];
    let entries = pages.map(|(name, page)| {
        let current = (page == address.page).then_some("page");
        view! { <li><a href=site.link(lang, page) aria-current=current>{name}</a></li> }
    });
    let languages = Lang::ALL.map(|other| {
        let current = (other == lang).then_some("true");
        let href = site.href(&address.in_lang(other));
        view! {
            <li>
                <a id=format!("language-{}", other.tag()) href=href lang=other.tag() hreflang=other.tag() aria-current=current>
                    {Strings::of(other).language}
                </a>
            </li>
        }
    });
    view! {
        <a class="skip-link" href="#content">{texts.skip_to_content}</a>
        <header class="site-header">
            <div class="site-header-inner">
                <a class="site-name" href=site.link(lang, Page::Catalogue)>{texts.site}</a>
                <nav aria-label=texts.main_navigation><ul class="site-nav">{entries}</ul></nav>
                <nav aria-label=texts.switch_language><ul class="site-nav site-languages">{languages}</ul></nav>
            </div>
        </header>
    }
    .into_any()
}

/// The footer: date and licence of the data.
pub fn footer(site: Site, lang: Lang) -> impl IntoView {
    let texts = Strings::of(lang);
    let catalogue = &site.collection.catalogue;
    let updated = texts.date(catalogue.updated.parts());
    let skipped = catalogue.skipped.len();
    let licence = &catalogue.licence;
    view! {
        <footer class="site-footer">
            <div class="site-footer-inner">
                <p>{texts.updated}": "<time datetime=catalogue.updated.as_str()>{updated}</time></p>
                <p>
                    {texts.data_licence}": "
                    <a href=licence.url.as_str() rel="license noopener noreferrer">{licence.name.as_str()}</a>
                </p>
                <p><a href=site.link(lang, Page::About)>{texts.about}</a></p>
                {(skipped > 0).then(|| view! { <p class="notice">{texts.records_skipped.of(skipped)}</p> })}
            </div>
        </footer>
    }
    .into_any()
}
