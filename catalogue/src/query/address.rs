//! Addresses of pages, and the pages they lead to.

use super::facet::Facet;
use super::percent::decode;
use super::state::Query;
use crate::model::{AreaId, ClusterId, Lang, OrganisationId};

/// Where the site is published: the path that comes before all its addresses, `/` or as `/a/b/`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Base(Box<str>);

/// That a text is not the path of a folder.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct InvalidBase;

impl std::fmt::Display for InvalidBase {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(
            "the base is a path that begins and ends with a slash, as in / or /clusters/",
        )
    }
}

impl std::error::Error for InvalidBase {}

impl Base {
    /// Checks a path.
    ///
    /// # Errors
    /// When it does not begin and end with a slash, or has an empty, relative or encoded part.
    pub fn new(path: &str) -> Result<Self, InvalidBase> {
        let plain = |part: &str| {
            !part.is_empty()
                && part.chars().any(|c| c != '.')
                && part
                    .chars()
                    .all(|c| c.is_ascii_alphanumeric() || "-._~".contains(c))
        };
        let inner = path.strip_prefix('/').ok_or(InvalidBase)?;
        let parts = inner.strip_suffix('/').map_or("", |parts| parts);
        let whole = inner.is_empty() || (inner.ends_with('/') && parts.split('/').all(plain));
        if whole {
            Ok(Self(path.into()))
        } else {
            Err(InvalidBase)
        }
    }

    /// The root of a host.
    pub fn root() -> Self {
        Self("/".into())
    }

    /// The path, with a slash at both ends.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// What stands behind the base in a path. The base itself without its last slash counts as the
    /// base; a longer word (`/subway` for `/sub/`) does not.
    pub fn strip<'a>(&self, path: &'a str) -> Option<&'a str> {
        path.strip_prefix(&*self.0)
            .or_else(|| (self.0.strip_suffix('/') == Some(path)).then_some(""))
    }
}

/// An address of the site.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Address {
    /// The language of the page.
    pub lang: Lang,
    /// The page.
    pub page: Page,
    /// What is asked of the catalogue.
    pub query: Query,
}

/// A page of the site.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Page {
    /// The catalogue.
    Catalogue,
    /// One cluster.
    Cluster(ClusterId),
    /// One subject area: the catalogue with that area chosen.
    Area(AreaId),
    /// One organisation.
    Organisation(OrganisationId),
    /// Which clusters share organisations.
    Network,
    /// What clusters are and where the data comes from.
    About,
    /// No page of ours; the path behind the base, as it came but for slashes at its beginning.
    NotFound(String),
}

impl Address {
    /// The catalogue, with nothing asked.
    pub fn catalogue(lang: Lang) -> Self {
        Self::of(lang, Page::Catalogue)
    }

    /// A page, with nothing asked.
    pub fn of(lang: Lang, page: Page) -> Self {
        Self {
            lang,
            page,
            query: Query::default(),
        }
    }

    /// Reads path and query string. `None` when the path is not beneath the base; never fails otherwise:
    /// what is no page of ours is [`Page::NotFound`], in `preferred` unless the path names a language.
    pub fn parse(base: &Base, path: &str, query: &str, preferred: Lang) -> Option<Self> {
        // Written again behind `/`, a path with a slash at its beginning would lead to another host.
        let rest = base.strip(path)?.trim_start_matches('/');
        let (lang, page) = page(rest, preferred);
        Some(Self {
            lang,
            page,
            query: Query::parse(query),
        })
    }

    /// The path behind the base.
    pub fn path(&self) -> String {
        let lang = self.lang.tag();
        match &self.page {
            Page::Catalogue => format!("{lang}/"),
            Page::Cluster(id) => format!("{lang}/clusters/{id}/"),
            Page::Area(id) => format!("{lang}/areas/{id}/"),
            Page::Organisation(id) => format!("{lang}/organisations/{id}/"),
            Page::Network => format!("{lang}/network/"),
            Page::About => format!("{lang}/about/"),
            Page::NotFound(path) => path.clone(),
        }
    }

    /// The address as it stands in a link on the same host.
    pub fn href(&self, base: &Base) -> String {
        let mut href = format!("{}{}", base.as_str(), self.path());
        let query = self.query.write();
        if !query.is_empty() {
            href.push('?');
            href.push_str(&query);
        }
        href
    }

    /// Where the QR code of the page lies, as a path behind the base.
    pub fn qr_code(&self) -> String {
        let path = self.path();
        format!("qr/{}.svg", path.trim_end_matches('/'))
    }

    /// The same page and question in another language.
    #[must_use]
    pub fn in_lang(&self, lang: Lang) -> Self {
        Self {
            lang,
            ..self.clone()
        }
    }

    /// What is asked of the catalogue, with the area that the page itself stands for.
    pub fn listing(&self) -> Query {
        let mut query = self.query.clone();
        if let Page::Area(id) = &self.page {
            query.choose(Facet::Area, id.as_str());
        }
        query
    }

    /// The address that shows the answer to `query`: an area's page stays as long as that area is the
    /// only one chosen, the network stays, everything else is shown by the catalogue.
    #[must_use]
    pub fn asking(&self, query: Query) -> Self {
        let lang = self.lang;
        if let Page::Area(id) = &self.page {
            let areas = query.chosen(Facet::Area);
            if areas.len() == 1 && areas[0] == id.as_str() {
                let query = query.without(Facet::Area, id.as_str());
                return Self {
                    lang,
                    page: self.page.clone(),
                    query,
                };
            }
        }
        let page = match &self.page {
            Page::Network => Page::Network,
            _ => Page::Catalogue,
        };
        Self { lang, page, query }
    }
}

/// Reads the path behind the base.
fn page(rest: &str, preferred: Lang) -> (Lang, Page) {
    // Some hosts show the file's own name.
    let tidy = rest
        .strip_suffix("index.html")
        .filter(|dir| dir.is_empty() || dir.ends_with('/'));
    let tidy = tidy.unwrap_or(rest).trim_end_matches('/');
    let mut parts = tidy.split('/');
    let first = parts.next().unwrap_or_default();
    let lang = Lang::from_tag(first);
    let not_found = || Page::NotFound(rest.to_owned());
    let page = match (lang, parts.next(), parts.next(), parts.next()) {
        (None, None, ..) if first.is_empty() => Page::Catalogue,
        (Some(_), None, ..) => Page::Catalogue,
        (Some(_), Some("network"), None, _) => Page::Network,
        (Some(_), Some("about"), None, _) => Page::About,
        (Some(_), Some("clusters"), Some(id), None) => {
            ClusterId::new(&decode(id)).map_or_else(|_| not_found(), Page::Cluster)
        }
        (Some(_), Some("areas"), Some(id), None) => {
            AreaId::new(&decode(id)).map_or_else(|_| not_found(), Page::Area)
        }
        (Some(_), Some("organisations"), Some(id), None) => {
            OrganisationId::new(&decode(id)).map_or_else(|_| not_found(), Page::Organisation)
        }
        _ => not_found(),
    };
    (lang.unwrap_or(preferred), page)
}

#[cfg(test)]
mod properties;
