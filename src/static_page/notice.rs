//! Pages that say what happened to an address.

use super::html::{plain_html, with_site};
use crate::components::Header;
use crate::site::{Site, Visit};
use catalogue::browse::Collection;
use catalogue::query::{Address, BasePath};
use leptos::prelude::*;

/// A notice at the address of a former record.
pub struct Notice<'text> {
    /// The address.
    pub address: &'text Address,
    /// The kind of record.
    pub kind: &'text str,
    /// The name of the record.
    pub name: &'text str,
    /// What happened to it.
    pub paragraphs: Vec<String>,
    /// A link to its replacement: introduction, address, and name of that page.
    pub way_on: Option<(&'text str, &'text Address, &'text str)>,
}

/// Renders a notice below the header.
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
