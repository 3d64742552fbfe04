//! What clusters are, and where the data comes from.

use crate::app::Site;
use crate::components::{licence, reference, updated};
use crate::markup::{Markup, el, el_class};
use crate::strings::Strings;
use catalogue::model::Lang;

/// About clusters and about this catalogue.
pub fn about_page(site: Site, lang: Lang) -> Markup {
    let texts = Strings::of(lang);
    let header = el_class("header", "page-header");
    let header = header.child(el("h1").attr("tabindex", "-1").text(texts.about));
    let mut page = el_class("article", "page about").child(header);
    for section in &site.collection.catalogue.about {
        let paragraphs = section.paragraphs.iter();
        page = page
            .child(el("h2").text(section.heading.text(lang)))
            .children(paragraphs.map(|paragraph| el("p").text(paragraph.text(lang))));
        if !section.sources.is_empty() {
            let sources = section.sources.iter();
            let sources = sources.map(|source| {
                el("li").child(reference(lang, source.url.as_ref(), source.title.as_ref()))
            });
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
