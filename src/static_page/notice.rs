//! A page that only says what became of an address.

use super::html::{plain_html, with_site};
use crate::components::Header;
use crate::site::{Site, Visit};
use catalogue::browse::Collection;
use catalogue::query::{Address, BasePath};
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
    /// A link to what took its place: the text before it, the page, and the page's name.
    pub way_on: Option<(&'text str, &'text Address, &'text str)>,
}

/// A notice below the header, as HTML.
pub fn notice(collection: &'static Collection, base: &'static BasePath, notice: &Notice) -> String {
    let visit = Visit::to(notice.address.clone());
    with_site(
        || Site::new(collection, base, "", "", visit),
        |site| {
            let paragraphs = notice.paragraphs.iter().cloned();
            let paragraphs = paragraphs.map(|text| view! { <p>{text}</p> });
            let link = notice.way_on.map(|(text, address, name)| {
                view! {
                    <p>
                        {text.to_owned()} " " <a href=site.href(address)>{name.to_owned()}</a>
                    </p>
                }
            });
            plain_html(view! {
                <Header lang=notice.address.lang />
                <main id="content">
                    <article class="page">
                        <p class="kicker">{notice.kind.to_owned()}</p>
                        <h1 class="page-title">{notice.name.to_owned()}</h1>
                        {paragraphs.collect_view()}
                        {link}
                    </article>
                </main>
            })
        },
    )
}
