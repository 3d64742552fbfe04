//! Facts with what supports them.

use crate::markup::{Content, El, Markup, el, el_class, external_link, text};
use crate::strings::Strings;
use catalogue::model::{Bilingual, Cluster, Fact, Lang, SafeUrl, Unverified};

/// What is known of the support for a fact.
pub struct Mark {
    /// The numbers of the sources that support it, with what exactly each says.
    sources: Vec<(usize, Option<&'static Bilingual>)>,
    /// That no source supports it, or part of it.
    unverified: Option<&'static Unverified>,
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
            unverified,
        }
    }

    fn add_to(self, place: El, texts: &'static Strings, lang: Lang) -> El {
        let mut place = place;
        if let Some(mark) = self.unverified {
            let reason = mark.reason.as_ref().map(|reason| reason.text(lang));
            place = place.text(" ").child(unverified(texts, reason));
        }
        for (number, detail) in self.sources {
            let mark = el_class("a", "source-mark")
                .attr("href", format!("#source-{number}"))
                .attr("aria-label", format!("{} {number}", texts.source))
                .attr_if("title", detail.map(|detail| detail.text(lang)))
                .text(number.to_string());
            place = place.text(" ").child(mark);
        }
        place
    }
}

/// The mark of a fact that no page found supports.
pub fn unverified(texts: &'static Strings, reason: Option<&'static str>) -> El {
    let mark = el_class("span", "unverified")
        .attr("title", texts.unverified_explained)
        .text(texts.unverified);
    match reason {
        Some(reason) => mark.text(": ").text(reason),
        None => mark,
    }
}

/// A fact: its name, what it is, and what supports it.
pub fn fact(
    texts: &'static Strings,
    lang: Lang,
    name: &'static str,
    value: impl Content,
    mark: Mark,
) -> El {
    let value = mark.add_to(el("dd").child(value), texts, lang);
    el_class("div", "fact")
        .child(el("dt").text(name))
        .child(value)
}

/// A page or document, as a link where it has an address.
pub fn reference(
    lang: Lang,
    url: Option<&'static SafeUrl>,
    title: Option<&'static Bilingual>,
) -> Markup {
    let title = title.map(|title| title.text(lang));
    match url {
        Some(url) => external_link(url.as_str(), title.unwrap_or(url.label())).done(),
        None => text(title.unwrap_or_default()),
    }
}

/// The numbered sources of a cluster's facts.
pub fn source_list(texts: &'static Strings, lang: Lang, cluster: &'static Cluster) -> El {
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
            .map(|url| el_class("span", "source-url").text(url.as_str()));
        el("li")
            .attr("id", format!("source-{number}"))
            .attr("tabindex", "-1")
            .child(reference(lang, source.url.as_ref(), source.title.as_ref()))
            .child(address)
            .child(el_class("span", "hint").text(format!("{}: {supports}", texts.source_supports)))
    });
    el_class("ol", "sources").children(sources)
}
