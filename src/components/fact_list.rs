//! Facts with what supports them.

use crate::strings::Strings;
use catalogue::model::{Bilingual, Cluster, Fact, Lang, SafeUrl};
use leptos::prelude::*;

/// What is known of the support for a fact.
pub struct Mark {
    /// The numbers of the sources that support it, with what exactly each says.
    sources: Vec<(usize, Option<&'static Bilingual>)>,
    /// That no source supports it, or part of it, and why it is shown all the same.
    unverified: Option<Option<&'static Bilingual>>,
}

impl Mark {
    /// The support for some facts of a cluster.
    pub fn of(cluster: &'static Cluster, facts: &[Fact]) -> Self {
        let mut sources: Vec<(usize, Option<&Bilingual>)> = Vec::new();
        for fact in facts {
            for (number, support) in cluster.supporting(*fact) {
                match sources.iter_mut().find(|(known, _)| *known == number) {
                    Some((_, detail)) => *detail = detail.or(support.detail.as_ref()),
                    None => sources.push((number, support.detail.as_ref())),
                }
            }
        }
        let unverified = facts.iter().find_map(|fact| cluster.unverified(*fact));
        Self {
            sources,
            unverified: unverified.map(|mark| mark.reason.as_ref()),
        }
    }

    fn view(self, texts: &'static Strings, lang: Lang) -> AnyView {
        let unverified = self.unverified.map(|reason| {
            let reason = reason.map(|reason| view! { <span class="unverified-reason">": "{reason.text(lang).to_owned()}</span> });
            view! { <span class="unverified" title=texts.unverified_explained>{texts.unverified}{reason}</span>" " }
        });
        let sources = self.sources.into_iter().map(|(number, detail)| {
            let label = format!("{} {number}", texts.source);
            let detail = detail.map(|detail| detail.text(lang).to_owned());
            view! { <a class="source-mark" href=format!("#source-{number}") aria-label=label title=detail>{number}</a>" " }
        });
        let sources = sources.collect::<Vec<_>>();
        view! { " "{unverified}{sources} }.into_any()
    }
}

/// A fact: its name, what it is, and what supports it.
pub fn fact(
    texts: &'static Strings,
    lang: Lang,
    name: &'static str,
    value: AnyView,
    mark: Mark,
) -> AnyView {
    view! { <div class="fact"><dt>{name}</dt><dd>{value}{mark.view(texts, lang)}</dd></div> }
        .into_any()
}

/// A page or document, as a link where it has an address.
pub fn reference(
    lang: Lang,
    url: Option<&'static SafeUrl>,
    title: Option<&'static Bilingual>,
) -> AnyView {
    let title = title.map(|title| title.text(lang));
    match (url, title) {
        (Some(url), title) => {
            let label = title.unwrap_or_else(|| url.label());
            view! { <a href=url.as_str() rel="noopener noreferrer">{label}</a> }.into_any()
        }
        (None, title) => title.unwrap_or_default().into_any(),
    }
}

/// The numbered sources of a cluster's facts.
pub fn source_list(texts: &'static Strings, lang: Lang, cluster: &'static Cluster) -> AnyView {
    let sources = (1..).zip(&cluster.sources).map(|(number, source)| {
        let supports = source.supports.iter().map(|support| {
            let name = texts.fact_names[support.fact as usize];
            match &support.detail {
                Some(detail) if support.fact == Fact::Other => detail.text(lang).to_owned(),
                Some(detail) => format!("{name} ({})", detail.text(lang)),
                None => name.to_owned(),
            }
        });
        let supports = supports.collect::<Vec<_>>().join("; ");
        let address = source
            .url
            .as_ref()
            .map(|url| view! { <span class="source-url">{url.as_str()}</span> });
        view! {
            <li id=format!("source-{number}") tabindex="-1">
                {reference(lang, source.url.as_ref(), source.title.as_ref())}
                {address}
                <span class="hint">{texts.source_supports}": "{supports}</span>
            </li>
        }
    });
    view! { <ol class="sources">{sources.collect::<Vec<_>>()}</ol> }.into_any()
}
