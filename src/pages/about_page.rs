//! What clusters are, and where the data comes from.

use crate::app::Site;
use crate::strings::Strings;
use catalogue::model::Lang;
use leptos::prelude::*;

/// About clusters and about this catalogue.
pub fn about_page(site: Site, lang: Lang) -> AnyView {
    let texts = Strings::of(lang);
    let catalogue = &site.collection.catalogue;
    let sections = texts.about_sections.iter().map(|section| {
        let paragraphs = section.paragraphs.iter().map(|text| view! { <p>{*text}</p> });
        let sources = section.sources.iter().map(|(name, url)| {
            view! { <li><a href=*url rel="noopener noreferrer">{*name}</a></li> }
        });
        let sources = (!section.sources.is_empty()).then(|| {
            view! { <p class="hint">{texts.sources}":"</p><ul class="plain-list">{sources.collect::<Vec<_>>()}</ul> }
        });
        view! { <h2>{section.heading}</h2> {paragraphs.collect::<Vec<_>>()} {sources} }
    });
    let licence = &catalogue.licence;
    view! {
        <article class="page about">
            <h1 tabindex="-1">{texts.about}</h1>
            {sections.collect::<Vec<_>>()}
            <h2>{texts.data_licence}</h2>
            <p><a href=licence.url.as_str() rel="license noopener noreferrer">{licence.name.as_str()}</a></p>
            <p>
                {texts.updated}
                ": "
                <time datetime=catalogue.updated.as_str()>{texts.date(catalogue.updated.parts())}</time>
            </p>
        </article>
    }
    .into_any()
}
