//! The header of every page, and information about the data.

use super::shortlist::SavedLink;
use crate::i18n::Strings;
use crate::site::use_site;
use catalogue::model::Lang;
use catalogue::query::Page;
use leptos::prelude::*;

/// The header: name, navigation, language.
#[component]
pub fn Header(
    /// The language of the page.
    lang: Lang,
) -> impl IntoView {
    let site = use_site();
    let t = Strings::of(lang);
    let pages = [
        (t.catalogue, Page::Catalogue),
        (t.organisations, Page::Organisations),
        (t.network, Page::Network),
        (t.about, Page::About),
    ];
    let pages = pages.map(|(name, page)| {
        let href = site.link(lang, page.clone());
        let current = move || (site.address().page == page).then(|| "page".to_owned());
        view! {
            <li>
                <a href=href aria-current=current>
                    {name}
                </a>
            </li>
        }
        .into_any()
    });
    let languages = Lang::ALL.map(|other| {
        let href = move || site.href(&site.address().in_lang(other));
        view! {
            <li>
                <a
                    href=href
                    id=format!("language-{}", other.tag())
                    lang=other.tag()
                    hreflang=other.tag()
                    aria-current=(other == lang).then_some("true")
                >
                    {Strings::of(other).language}
                </a>
            </li>
        }
        .into_any()
    });
    view! {
        <header class="site-header">
            <div class="site-header-inner">
                <a href=site.link(lang, Page::Catalogue) class="site-name">
                    {t.site}
                </a>
                <nav aria-label=t.main_navigation>
                    <ul class="site-nav">
                        {pages.into_iter().collect_view()} <SavedLink lang />
                    </ul>
                </nav>
                <nav aria-label=t.switch_language>
                    <ul class="site-nav">{languages.into_iter().collect_view()}</ul>
                </nav>
            </div>
        </header>
    }
}

/// A notice if some records could not be read.
#[component]
pub fn SkippedRecords(
    /// The language of the page.
    lang: Lang,
) -> impl IntoView {
    let count = use_site().collection.catalogue.skipped.len();
    let text = || Strings::of(lang).records_skipped.of(count);
    (count > 0).then(|| view! { <aside class="notice">{text()}</aside> }.into_any())
}

/// The date of the last change of the data.
#[component]
pub fn LastUpdated(
    /// The language of the page.
    lang: Lang,
) -> impl IntoView {
    let t = Strings::of(lang);
    let updated = &use_site().collection.catalogue.updated;
    view! {
        <p>
            {t.updated} ": "
            <time datetime=updated.as_str()>{t.date(updated.parts())}</time>
        </p>
    }
}

/// The licence of the data.
#[component]
pub fn DataLicence(
    /// The language of the page.
    lang: Lang,
) -> impl IntoView {
    let licence = &use_site().collection.catalogue.licence;
    view! {
        <p>
            {Strings::of(lang).data_licence} ": "
            <a href=licence.url.as_str() rel="license noopener noreferrer">
                {licence.name.as_str()}
            </a>
        </p>
    }
}
