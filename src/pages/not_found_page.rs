//! The page for unknown addresses: pages with similar addresses, and a search box.

use crate::components::SearchBox;
use crate::dom;
use crate::i18n::Strings;
use crate::site::use_site;
use catalogue::browse::NearestPage;
use catalogue::model::{Catalogue, Lang};
use catalogue::query::{Address, Page};
use leptos::prelude::*;

/// The maximum number of suggested pages.
const NEAREST: usize = 6;

/// The page for an unknown address.
#[expect(
    clippy::needless_pass_by_value,
    reason = "props are owned: `#[component]` makes a struct of them"
)]
#[component]
pub fn NotFoundPage(
    /// The language of the page.
    lang: Lang,
    /// The unknown path, after the base.
    path: String,
) -> impl IntoView {
    let site = use_site();
    let t = Strings::of(lang);
    let nearest = site.collection.nearest(&path, NEAREST).into_iter();
    let nearest = nearest.filter_map(|NearestPage { page, .. }| {
        let (kind, name) = name(t, &site.collection.catalogue, &page, lang)?;
        Some(
            view! {
                <li>
                    <a href=site.link(lang, page)>{name}</a>
                    " "
                    <span class="hint">{kind}</span>
                </li>
            }
            .into_any(),
        )
    });
    let nearest: Vec<_> = nearest.collect();
    let nearest = (!nearest.is_empty()).then(|| {
        view! {
            <h2>{t.not_found_nearest}</h2>
            <ul class="plain-list">{nearest}</ul>
        }
        .into_any()
    });
    let text = RwSignal::new(String::new());
    let catalogue = Address::catalogue(lang);
    let everything = site.href(&catalogue);
    let search = move |()| {
        site.set_query(catalogue.query.with_text(&text.get_untracked()));
        dom::after_render(dom::scroll_to_top);
    };
    view! {
        <article class="page not-found">
            <header class="page-header">
                <h1 tabindex="-1">{t.not_found}</h1>
                <p class="lead">{t.not_found_advice}</p>
            </header>
            {nearest}
            <SearchBox
                lang
                text
                on_input=Callback::new(move |typed| text.set(typed))
                on_submit=Callback::new(search)
            />
            <p>
                <a href=everything>{t.see_everything}</a>
            </p>
        </article>
    }
}

/// The kind and name of a page.
fn name(
    t: &'static Strings,
    catalogue: &'static Catalogue,
    page: &Page,
    lang: Lang,
) -> Option<(&'static str, &'static str)> {
    match page {
        Page::Cluster(id) => Some((
            t.kind_cluster,
            catalogue.clusters.get(id.as_str())?.name.text(lang),
        )),
        Page::Area(id) => Some((
            t.kind_area,
            catalogue.areas.get(id.as_str())?.label.text(lang),
        )),
        Page::Organisation(id) => Some((
            t.kind_organisation,
            catalogue.organisations.get(id.as_str())?.name.text(lang),
        )),
        Page::Catalogue
        | Page::Numbers
        | Page::Organisations
        | Page::Network
        | Page::Compare
        | Page::About
        | Page::Data
        | Page::NotFound(_) => None,
    }
}
