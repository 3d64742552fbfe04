//! What clusters are, and where the data comes from.

use crate::app::Site;
use crate::components::{licence, updated};
use crate::markup::{el, el_class, external_link};
use crate::strings::Strings;
use catalogue::model::Lang;
use leptos::prelude::*;

/// About clusters and about this catalogue.
pub fn about_page(site: Site, lang: Lang) -> AnyView {
    let texts = Strings::of(lang);
    let mut page =
        el_class("article", "page about").child(el("h1").attr("tabindex", "-1").text(texts.about));
    for section in texts.about_sections {
        page = page.child(el("h2").text(section.heading)).children(
            section
                .paragraphs
                .iter()
                .map(|paragraph| el("p").text(*paragraph)),
        );
        if !section.sources.is_empty() {
            let sources = section
                .sources
                .iter()
                .map(|(name, url)| el("li").child(external_link(url, *name)));
            page = page
                .child(el_class("p", "hint").text(texts.sources).text(":"))
                .child(el_class("ul", "plain-list").children(sources));
        }
    }
    page.child(el("h2").text(texts.data_licence))
        .child(licence(site, lang))
        .child(updated(site, lang))
        .done()
}
