//! Addresses of pages: parsing and writing.

use super::facet::Facet;
use super::percent::decode;
use super::state::{Query, View};
use crate::model::{AreaId, ClusterId, Lang, OrganisationId};

/// The path under which the site is published, such as `/` or `/a/b/`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BasePath(Box<str>);

/// The error for a text that is not the path of a folder.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct InvalidBasePath;

impl std::fmt::Display for InvalidBasePath {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(
            "the base is a path that begins and ends with a slash, as in / or /clusters/",
        )
    }
}

impl std::error::Error for InvalidBasePath {}

impl BasePath {
    /// Checks and wraps a path.
    ///
    /// # Errors
    /// If it does not start and end with a slash, or has an empty, relative or percent-encoded
    /// segment.
    pub fn new(path: &str) -> Result<Self, InvalidBasePath> {
        let plain = |part: &str| {
            !part.is_empty()
                && part.chars().any(|c| c != '.')
                && part
                    .chars()
                    .all(|c| c.is_ascii_alphanumeric() || "-._~".contains(c))
        };
        let inner = path.strip_prefix('/').ok_or(InvalidBasePath)?;
        let parts = inner.strip_suffix('/').map_or("", |parts| parts);
        let whole = inner.is_empty() || (inner.ends_with('/') && parts.split('/').all(plain));
        if whole {
            Ok(Self(path.into()))
        } else {
            Err(InvalidBasePath)
        }
    }

    /// The root of a host.
    pub fn root() -> Self {
        Self("/".into())
    }

    /// The path, with a slash at either end.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The part of a path after the base. The base without its final slash counts as the base; a
    /// longer word (`/subway` for `/sub/`) does not.
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
    /// The query to the catalogue.
    pub query: Query,
}

/// A page of the site.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Page {
    /// The catalogue.
    Catalogue,
    /// A cluster.
    Cluster(ClusterId),
    /// A subject area: the catalogue with that area chosen.
    Area(AreaId),
    /// The catalogue as charts: its numbers.
    Numbers,
    /// An organisation.
    Organisation(OrganisationId),
    /// The index of all organisations.
    Organisations,
    /// The network of clusters that share organisations.
    Network,
    /// Records of one kind side by side: those chosen by the query.
    Compare,
    /// The about page: what clusters are, and where the data comes from.
    About,
    /// The data as files for other programs. Its page is a document of its own, without the app.
    Data,
    /// No page of this site: the path after the base, without leading slashes.
    NotFound(String),
}

impl Page {
    /// Whether this page lists the clusters that a query finds.
    pub const fn is_listing(&self) -> bool {
        matches!(self, Self::Catalogue | Self::Area(_) | Self::Numbers)
    }
}

impl Address {
    /// The catalogue, with an empty query.
    pub fn catalogue(lang: Lang) -> Self {
        Self::of(lang, Page::Catalogue)
    }

    /// A page, with an empty query.
    pub fn of(lang: Lang, page: Page) -> Self {
        Self {
            lang,
            page,
            query: Query::default(),
        }
    }

    /// The page that compares values of a facet.
    pub fn compare<'a>(lang: Lang, facet: Facet, ids: impl IntoIterator<Item = &'a str>) -> Self {
        Self {
            query: Query::choosing(facet, ids),
            ..Self::of(lang, Page::Compare)
        }
    }

    /// The network page with the surroundings of a cluster or an organisation.
    pub fn around(lang: Lang, facet: Facet, id: &str) -> Self {
        Self {
            query: Query::choosing(facet, [id]),
            ..Self::of(lang, Page::Network)
        }
    }

    /// The cluster or organisation whose surroundings this address shows; `None` if it shows
    /// anything else.
    pub fn centre(&self) -> Option<(Facet, &str)> {
        match self.page {
            Page::Network => self.query.centre(),
            _ => None,
        }
    }

    /// Parses path and query string. `None` if the path is outside the base. Unknown paths become
    /// [`Page::NotFound`], in language `preferred` unless the path names one.
    pub fn parse(base: &BasePath, path: &str, query: &str, preferred: Lang) -> Option<Self> {
        // A leading slash would turn it into `//host` when written after `/`: a link to another
        // host.
        let rest = base.strip(path)?.trim_start_matches('/');
        let (lang, page) = page(rest, preferred);
        Some(Self {
            lang,
            page,
            query: Query::parse(query),
        })
    }

    /// The address to share, print and cite: without parameters that are not this site's, such as
    /// `utm_source`.
    #[must_use]
    pub fn shared(&self) -> Self {
        let mut shared = self.clone();
        shared.query.unknown.clear();
        shared
    }

    /// The path after the base.
    pub fn path(&self) -> String {
        let lang = self.lang.tag();
        match &self.page {
            Page::Catalogue => format!("{lang}/"),
            Page::Cluster(id) => format!("{lang}/clusters/{id}/"),
            Page::Area(id) => format!("{lang}/areas/{id}/"),
            Page::Organisation(id) => format!("{lang}/organisations/{id}/"),
            Page::Numbers => format!("{lang}/numbers/"),
            Page::Organisations => format!("{lang}/organisations/"),
            Page::Network => format!("{lang}/network/"),
            Page::Compare => format!("{lang}/compare/"),
            Page::About => format!("{lang}/about/"),
            Page::Data => format!("{lang}/data/"),
            Page::NotFound(path) => path.clone(),
        }
    }

    /// The URL as used in links on the same host.
    pub fn href(&self, base: &BasePath) -> String {
        let mut href = format!("{}{}", base.as_str(), self.path());
        let query = self.query.write();
        if !query.is_empty() {
            href.push('?');
            href.push_str(&query);
        }
        href
    }

    /// The path of the page's QR code after the base.
    pub fn qr_code(&self) -> String {
        let path = self.path();
        format!("qr/{}.svg", path.trim_end_matches('/'))
    }

    /// The same page and query in another language.
    #[must_use]
    pub fn in_lang(&self, lang: Lang) -> Self {
        Self {
            lang,
            ..self.clone()
        }
    }

    /// The query, including the area of an area page and the layout of the numbers page.
    pub fn listing_query(&self) -> Query {
        let mut query = self.query.clone();
        match &self.page {
            Page::Area(id) => query.choose(Facet::Area, id.as_str()),
            Page::Numbers => query.view = View::Numbers,
            _ => {}
        }
        query
    }

    /// The address that shows the results of `query`. Charts are shown by the numbers page. An area page
    /// stays as long as its area is the only one chosen; the index of organisations, the network and the
    /// compare page always stay; all other results are shown by the catalogue.
    #[must_use]
    pub fn with_query(&self, query: Query) -> Self {
        let lang = self.lang;
        let is_index = matches!(
            self.page,
            Page::Organisations | Page::Network | Page::Compare
        );
        if query.view == View::Numbers && !is_index {
            return Self {
                lang,
                page: Page::Numbers,
                query: query.with_view(View::default()),
            };
        }
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
        let page = if is_index {
            self.page.clone()
        } else {
            Page::Catalogue
        };
        Self { lang, page, query }
    }
}

/// Parses the path after the base.
fn page(rest: &str, preferred: Lang) -> (Lang, Page) {
    // Some hosts show the name of the file.
    let tidy = rest
        .strip_suffix("index.html")
        .filter(|dir| dir.is_empty() || dir.ends_with('/'));
    let tidy = tidy.unwrap_or(rest).trim_end_matches('/');
    let mut parts = tidy.split('/').filter(|part| !part.is_empty());
    let first = parts.next().unwrap_or_default();
    let lang = Lang::from_tag(first);
    let not_found = || Page::NotFound(rest.to_owned());
    let page = match (lang, parts.next(), parts.next(), parts.next()) {
        (None, None, ..) if first.is_empty() => Page::Catalogue,
        (Some(_), None, ..) => Page::Catalogue,
        (Some(_), Some("organisations"), None, _) => Page::Organisations,
        (Some(_), Some("network"), None, _) => Page::Network,
        (Some(_), Some("numbers"), None, _) => Page::Numbers,
        (Some(_), Some("compare"), None, _) => Page::Compare,
        (Some(_), Some("about"), None, _) => Page::About,
        (Some(_), Some("data"), None, _) => Page::Data,
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
