//! No page of ours: what may have been meant, and how to search for it.

use crate::app::Site;
use crate::components::search_box;
use crate::strings::Strings;
use catalogue::browse::Near;
use catalogue::model::{Catalogue, Lang};
use catalogue::query::{Address, Page};
use leptos::prelude::*;

/// How many pages are offered.
const NEAREST: usize = 6;

/// No page at `path`.
pub fn not_found_page(site: Site, lang: Lang, path: &str) -> AnyView {
    let texts = Strings::of(lang);
    let near = site
        .collection
        .nearest(path, NEAREST)
        .into_iter()
        .filter_map(|Near { page, .. }| {
            let (kind, name) = name(texts, &site.collection.catalogue, &page, lang)?;
            let href = site.link(lang, page);
            Some(view! { <li><a href=href>{name}</a>" "<span class="hint">{kind}</span></li> })
        });
    let near = near.collect::<Vec<_>>();
    let near = (!near.is_empty())
        .then(|| view! { <h2>{texts.not_found_nearest}</h2><ul class="plain-list">{near}</ul> });
    let typed = RwSignal::new(String::new());
    let catalogue = Address::catalogue(lang);
    let search = search_box(
        texts,
        site.href(&catalogue),
        typed.into(),
        move |text| typed.set(text),
        move || site.ask(catalogue.query.with_text(&typed.get_untracked())),
    );
    view! {
        <article class="page not-found">
            <h1 tabindex="-1">{texts.not_found}</h1>
            <p class="lead">{texts.not_found_advice}</p>
            {near}
            {search}
            <p><a href=site.href(&Address::catalogue(lang))>{texts.see_everything}</a></p>
        </article>
    }
    .into_any()
}

/// What kind of page it is, and what it is called.
fn name(
    texts: &'static Strings,
    catalogue: &'static Catalogue,
    page: &Page,
    lang: Lang,
) -> Option<(&'static str, &'static str)> {
    match page {
        Page::Cluster(id) => Some((
            texts.kind_cluster,
            catalogue.clusters.get(id.as_str())?.name.text(lang),
        )),
        Page::Area(id) => Some((
            texts.kind_area,
            catalogue.areas.get(id.as_str())?.label.text(lang),
        )),
        Page::Organisation(id) => Some((
            texts.kind_organisation,
            catalogue.organisations.get(id.as_str())?.name.text(lang),
        )),
        Page::Catalogue | Page::About | Page::NotFound(_) => None,
    }
}
