//! A page that only says what became of an address.

use crate::app::{Site, Visit};
use crate::components::header;
use crate::markup::{el, el_class, fragment, link};
use catalogue::browse::Collection;
use catalogue::query::{Address, Base};
use leptos::prelude::*;

/// What is said at an address where a record stood.
pub struct Notice<'text> {
    /// The address.
    pub address: &'text Address,
    /// What kind of record it was.
    pub kind: &'text str,
    /// What it was called.
    pub name: &'text str,
    /// What became of it.
    pub paragraphs: Vec<String>,
    /// Where to go from here: what leads there in words, the page, and its name.
    pub way_on: Option<(&'text str, &'text Address, &'text str)>,
}

/// A notice below the header, as markup.
pub fn notice(collection: &'static Collection, base: &'static Base, notice: &Notice) -> String {
    let owner = Owner::new();
    let markup = owner.with(|| {
        let visit = Visit {
            address: notice.address.clone(),
            results: None,
        };
        let site = Site::new(collection, base, "", visit);
        let way_on = notice.way_on.map(|(words, address, name)| {
            let way = link(site.href(address), name.to_owned());
            el("p").text(words.to_owned()).text(" ").child(way)
        });
        let paragraphs = notice.paragraphs.iter();
        let article = el_class("article", "page")
            .child(el_class("p", "kicker").text(notice.kind.to_owned()))
            .child(el_class("h1", "page-title").text(notice.name.to_owned()))
            .children(paragraphs.map(|paragraph| el("p").text(paragraph.clone())))
            .child(way_on);
        let main = el("main").attr("id", "content").child(article);
        fragment(vec![header(site, notice.address), main.done()]).to_html()
    });
    owner.cleanup();
    markup
}
