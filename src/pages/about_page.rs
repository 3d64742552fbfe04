//! The about page: what clusters are, and where the data comes from.

use crate::components::{DataLicence, LastUpdated, Reference};
use crate::i18n::Strings;
use crate::site::use_site;
use catalogue::model::{Lang, Section};
use leptos::prelude::*;

/// The about page.
#[component]
pub fn AboutPage(
    /// The language of the page.
    lang: Lang,
) -> impl IntoView {
    let t = Strings::of(lang);
    let sections = use_site().collection.about().iter();
    let sections = sections.map(|section| view! { <AboutSection lang section /> }.into_any());
    view! {
        <article class="page about">
            <header class="page-header">
                <h1 tabindex="-1">{t.about}</h1>
            </header>
            {sections.collect_view()}
            <h2>{t.data_licence}</h2>
            <DataLicence lang />
            <LastUpdated lang />
        </article>
    }
}

/// A section with its sources, if there are any.
#[component]
fn AboutSection(
    /// The language of the page.
    lang: Lang,
    /// The section.
    section: &'static Section,
) -> impl IntoView {
    let t = Strings::of(lang);
    let collection = use_site().collection;
    let paragraphs = section.paragraphs.iter().map(|text| {
        let text = collection.with_figures(text.text(lang), lang);
        view! { <p>{text}</p> }.into_any()
    });
    let statements = section.statements.iter().map(|statement| {
        let source = &statement.source;
        view! {
            <li>
                {statement.text.text(lang)} " "
                <span class="hint">
                    {t.source} ": "
                    <Reference lang url=source.url.as_ref() title=source.title.as_ref() />
                </span>
            </li>
        }
        .into_any()
    });
    let statements = statements.collect_view();
    let statements = (!statements.is_empty())
        .then(|| view! { <ul class="plain-list">{statements}</ul> }.into_any());
    let sources = section.sources.iter().map(|source| {
        view! {
            <li>
                <Reference lang url=source.url.as_ref() title=source.title.as_ref() />
            </li>
        }
        .into_any()
    });
    let sources = sources.collect_view();
    let sources = (!sources.is_empty()).then(|| {
        view! {
            <p class="hint">{t.sources} ":"</p>
            <ul class="plain-list">{sources}</ul>
        }
        .into_any()
    });
    view! {
        <h2>{section.heading.text(lang)}</h2>
        {paragraphs.collect_view()}
        {statements}
        {sources}
    }
}
