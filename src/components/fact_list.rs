//! Facts with their sources.

use super::links::ExternalLink;
use crate::i18n::Strings;
use crate::names::other_lang;
use catalogue::model::{self, Bilingual, Fact, Lang, SafeUrl, SeenDate, Source, Text, Unverified};
use leptos::prelude::*;

/// The sources of a fact.
#[derive(Debug, Clone)]
pub struct FactSources {
    /// The numbers of the sources (starting from 1), with what exactly each of them says.
    sources: Vec<(usize, Option<&'static Bilingual>)>,
    /// The mark of a fact that is unverified, at least in part.
    unverified: Option<&'static Unverified>,
}

impl FactSources {
    /// The sources of any of these facts of a record.
    pub fn of(evidence: FactEvidence, facts: &[Fact]) -> Self {
        let mut sources: Vec<(usize, Option<&Bilingual>)> = Vec::new();
        for (number, source) in (1..).zip(evidence.sources) {
            for support in &source.supports {
                if !facts.contains(&support.fact) {
                    continue;
                }
                let detail = support.detail.as_ref();
                match sources.last_mut().filter(|(last, _)| *last == number) {
                    Some((_, first)) => *first = first.or(detail),
                    None => sources.push((number, detail)),
                }
            }
        }
        let mut marks = evidence.unverified.iter();
        Self {
            sources,
            unverified: marks.find(|mark| facts.contains(&mark.fact)),
        }
    }
}

/// The sources of the facts of a record, and the facts that have none.
#[derive(Debug, Clone, Copy)]
pub struct FactEvidence {
    /// The sources.
    pub sources: &'static [Source],
    /// The marks of facts that no source supports.
    pub unverified: &'static [Unverified],
}

impl FactEvidence {
    /// A row for a value with its sources; nothing if there is no value.
    pub fn row(
        self,
        lang: Lang,
        name: &'static str,
        facts: &[Fact],
        value: Option<AnyView>,
    ) -> Option<AnyView> {
        let value = value?;
        let support = FactSources::of(self, facts);
        let row = view! {
            <FactRow lang name support>
                {value}
            </FactRow>
        };
        Some(row.into_any())
    }

    /// A row for the name, and one for the name in the other language if it is different.
    pub fn name_rows(self, lang: Lang, name: &'static Bilingual) -> [Option<AnyView>; 2] {
        let t = Strings::of(lang);
        let (own_fact, other_fact) = match lang {
            Lang::En => (Fact::NameEn, Fact::NameIt),
            Lang::It => (Fact::NameIt, Fact::NameEn),
        };
        let own = name.text(lang);
        let other = name.only(lang.other()).filter(|other| *other != own);
        let other = other.map(|other| {
            view! { <span lang=other_lang(lang.other(), lang)>{other}</span> }.into_any()
        });
        [
            self.row(lang, t.name, &[Fact::Name, own_fact], Some(own.into_any())),
            self.row(lang, t.also_known_as, &[other_fact], other),
        ]
    }
}

/// The former names of a record, if it has any.
pub fn former_names(names: &[Text]) -> Option<AnyView> {
    let names: Vec<_> = names.iter().map(Text::as_str).collect();
    (!names.is_empty()).then(|| names.join("; ").into_any())
}

/// When a record was last checked, if that is known.
pub fn checked(lang: Lang, date: Option<&SeenDate>) -> Option<AnyView> {
    Some(Strings::of(lang).seen_date(date?).into_any())
}

/// A row in a list of facts: name, value and sources.
#[component]
pub fn FactRow(
    /// The language of the page.
    lang: Lang,
    /// The name of the fact.
    name: &'static str,
    /// The sources of the fact.
    support: FactSources,
    /// The value.
    children: Children,
) -> impl IntoView {
    let t = Strings::of(lang);
    let unverified = support.unverified.map(|unverified| {
        let reason = unverified.reason.as_ref().map(|reason| reason.text(lang));
        view! {
            " "
            <UnverifiedMark lang reason />
        }
        .into_any()
    });
    let sources = support.sources.into_iter().map(|(number, detail)| {
        view! {
            " "
            <a
                class="source-mark"
                href=format!("#source-{number}")
                aria-label=format!("{} {number}", t.source)
                title=detail.map(|detail| detail.text(lang))
            >
                {number.to_string()}
            </a>
        }
        .into_any()
    });
    view! {
        <div class="fact">
            <dt>{name}</dt>
            <dd>
                {children()}
                {unverified}
                {sources.collect_view()}
            </dd>
        </div>
    }
}

/// The mark of an unverified fact.
#[component]
pub fn UnverifiedMark(
    /// The language of the page.
    lang: Lang,
    /// Why the fact is given nevertheless, or which part of it is unverified.
    #[prop(optional_no_strip)]
    reason: Option<&'static str>,
) -> impl IntoView {
    let t = Strings::of(lang);
    view! {
        <span class="unverified" title=t.unverified_explained>
            {t.unverified}
            {reason.map(|reason| format!(": {reason}"))}
        </span>
    }
}

/// A page or document, as a link if it has a URL.
#[component]
pub fn Reference(
    /// The language of the page.
    lang: Lang,
    /// Its URL.
    url: Option<&'static SafeUrl>,
    /// Its title, if known; by default the host of the URL.
    title: Option<&'static Bilingual>,
) -> impl IntoView {
    let title = title.map(|title| title.text(lang));
    match url {
        Some(url) => {
            let text = title.unwrap_or(url.label());
            view! { <ExternalLink href=url.as_str() text /> }.into_any()
        }
        None => title.into_any(),
    }
}

/// The numbered sources of a record. Each is a link target: `#source-1` and so on.
#[component]
pub fn SourceList(
    /// The language of the page.
    lang: Lang,
    /// The sources.
    sources: &'static [Source],
) -> impl IntoView {
    let t = Strings::of(lang);
    let sources = (1..).zip(sources).map(|(number, source)| {
        let facts = source.supports.iter();
        let facts = facts.map(|support| supported_fact(t, lang, support));
        let facts = facts.collect::<Vec<_>>().join("; ");
        let url = source.url.as_ref();
        // An address can contain the name of a person. A title is shown in its place.
        let address = url.filter(|_| source.title.is_none());
        let address =
            address.map(|url| view! { <span class="source-url">{url.as_str()}</span> }.into_any());
        view! {
            <li id=format!("source-{number}") tabindex="-1">
                <Reference lang url title=source.title.as_ref() />
                {address}
                <span class="hint">{format!("{}: {facts}", t.source_supports)}</span>
            </li>
        }
        .into_any()
    });
    view! { <ol class="sources">{sources.collect_view()}</ol> }
}

/// Describes what a source supports.
fn supported_fact(t: &Strings, lang: Lang, support: &model::Support) -> String {
    let name = t.fact_names[support.fact as usize];
    match &support.detail {
        Some(detail) if support.fact == Fact::Other => detail.text(lang).to_owned(),
        Some(detail) => format!("{name} ({})", detail.text(lang)),
        None => name.to_owned(),
    }
}
