//! No page of ours: what may have been meant, and how to search for it.

use crate::app::Site;
use crate::browser;
use crate::components::search_box;
use crate::markup::{Markup, el, el_class, link};
use crate::strings::Strings;
use catalogue::browse::Near;
use catalogue::model::{Catalogue, Lang};
use catalogue::query::{Address, Page};
use leptos::prelude::*;

/// How many pages are offered.
const NEAREST: usize = 6;

/// No page at `path`.
pub fn not_found_page(site: Site, lang: Lang, path: &str) -> Markup {
    let texts = Strings::of(lang);
    let near = site
        .collection
        .nearest(path, NEAREST)
        .into_iter()
        .filter_map(|Near { page, .. }| {
            let (kind, name) = name(texts, &site.collection.catalogue, &page, lang)?;
            Some(
                el("li")
                    .child(link(site.link(lang, page), name))
                    .text(" ")
                    .child(el_class("span", "hint").text(kind)),
            )
        });
    let near = near.collect::<Vec<_>>();
    let near = if near.is_empty() {
        Vec::new()
    } else {
        vec![
            el("h2").text(texts.not_found_nearest),
            el_class("ul", "plain-list").children(near),
        ]
    };
    let typed = RwSignal::new(String::new());
    let catalogue = Address::catalogue(lang);
    let everything = site.href(&catalogue);
    let search = search_box(
        texts,
        everything.clone(),
        move || typed.get(),
        move |text| typed.set(text),
        move || {
            site.ask(catalogue.query.with_text(&typed.get_untracked()));
            browser::after_render(browser::show_top);
        },
    );
    let header = el_class("header", "page-header")
        .child(el("h1").attr("tabindex", "-1").text(texts.not_found))
        .child(el_class("p", "lead").text(texts.not_found_advice));
    el_class("article", "page not-found")
        .child(header)
        .children(near)
        .child(search)
        .child(el("p").child(link(everything, texts.see_everything)))
        .done()
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
        Page::Catalogue | Page::Network | Page::About | Page::NotFound(_) => None,
    }
}
