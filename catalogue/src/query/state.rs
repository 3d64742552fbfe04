//! Queries to the catalogue, and their form as query strings.

use super::facet::Facet;
use super::percent::{decode, encode};

/// The number of results on the first page, and of those added by each further page.
pub const PAGE_LENGTH: u32 = 24;

/// The maximum number of results that an address can request, so that slow devices stay responsive.
const MAX_SHOWN: u32 = 40 * PAGE_LENGTH;

/// The value of `match` in addresses that requires all chosen values.
const MATCH_ALL: &str = "all";

/// A query to the catalogue.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Query {
    /// The search text, exactly as typed.
    pub text: String,
    /// The chosen values of each facet, in the order of [`Facet::ALL`]: sorted, distinct, never
    /// empty. They are few, and a sorted list needs less code than a set.
    chosen: [Vec<String>; Facet::ALL.len()],
    /// Whether a cluster must have all chosen values of a facet instead of any, where it can have
    /// several.
    pub match_all: bool,
    /// The order of the results.
    pub sort: Sort,
    /// The layout of the results.
    pub view: View,
    /// The number of additional pages of [`PAGE_LENGTH`] results.
    more: u32,
    /// Parameters with unknown keys, in their original order. They may belong to a later version or
    /// to a tracking tool, and are preserved.
    pub unknown: Vec<(String, String)>,
}

/// An order of results.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Sort {
    /// Best match first; without a text, in the order of the data file.
    #[default]
    Relevance,
    /// By name in the language of the page.
    Name,
    /// By name, last first.
    NameDescending,
    /// Oldest first; unknown years last.
    Founded,
    /// Newest first; unknown years last.
    FoundedDescending,
    /// Most members first; unknown sizes last.
    Members,
    /// Fewest members first; unknown sizes last.
    MembersAscending,
}

impl Sort {
    /// All orders, as offered to visitors.
    pub const ALL: [Self; 7] = [
        Self::Relevance,
        Self::Name,
        Self::NameDescending,
        Self::Founded,
        Self::FoundedDescending,
        Self::Members,
        Self::MembersAscending,
    ];

    /// The name of the order in addresses.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Relevance => "relevance",
            Self::Name => "name",
            Self::NameDescending => "name-desc",
            Self::Founded => "founded",
            Self::FoundedDescending => "founded-desc",
            Self::Members => "members",
            Self::MembersAscending => "members-asc",
        }
    }

    /// The other direction of the same order; relevance has none.
    #[must_use]
    pub const fn reversed(self) -> Self {
        match self {
            Self::Relevance => Self::Relevance,
            Self::Name => Self::NameDescending,
            Self::NameDescending => Self::Name,
            Self::Founded => Self::FoundedDescending,
            Self::FoundedDescending => Self::Founded,
            Self::Members => Self::MembersAscending,
            Self::MembersAscending => Self::Members,
        }
    }

    /// The order with this name, or the default.
    pub fn from_key(key: &str) -> Self {
        Self::ALL
            .into_iter()
            .find(|sort| sort.key() == key)
            .unwrap_or_default()
    }
}

/// A layout of results.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum View {
    /// Cards.
    #[default]
    Cards,
    /// A table, for comparing.
    Table,
    /// Points on a map.
    Map,
    /// Charts: the numbers page.
    Numbers,
}

impl View {
    /// All layouts, as offered to visitors.
    pub const ALL: [Self; 4] = [Self::Cards, Self::Table, Self::Map, Self::Numbers];

    /// The name of the layout in addresses.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Cards => "cards",
            Self::Table => "table",
            Self::Map => "map",
            Self::Numbers => "numbers",
        }
    }

    /// The layout with this name, or the default.
    pub fn from_key(key: &str) -> Self {
        Self::ALL
            .into_iter()
            .find(|view| view.key() == key)
            .unwrap_or_default()
    }
}

impl Query {
    /// Parses a query string, with or without its question mark. Never fails.
    pub fn parse(query: &str) -> Self {
        let mut read = Self::default();
        let query = query.strip_prefix('?').unwrap_or(query);
        let mut seen_text = false;
        for pair in query.split('&').filter(|pair| !pair.is_empty()) {
            let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
            let (key, value) = (decode(key), decode(value));
            match key.as_str() {
                // Like `URLSearchParams.get`, only the first text counts.
                "q" if seen_text => {}
                "q" => {
                    read.text = value;
                    seen_text = true;
                }
                "match" => read.match_all = value == MATCH_ALL,
                "sort" => read.sort = Sort::from_key(&value),
                "view" => read.view = View::from_key(&value),
                "show" => read.show_at_least(value.parse().unwrap_or(0)),
                _ => match Facet::from_key(&key) {
                    Some(facet) => read.choose(facet, &value),
                    None => read.unknown.push((key, value)),
                },
            }
        }
        read
    }

    /// A query that chooses values of a facet.
    pub fn choosing<'a>(facet: Facet, values: impl IntoIterator<Item = &'a str>) -> Self {
        let mut query = Self::default();
        for value in values {
            query.choose(facet, value);
        }
        query
    }

    /// The query string without a question mark; empty for the default query.
    pub fn write(&self) -> String {
        let mut written = String::new();
        let mut pair = |key: &str, value: &str| {
            if !written.is_empty() {
                written.push('&');
            }
            written.push_str(&encode(key));
            written.push('=');
            written.push_str(&encode(value));
        };
        if !self.text.is_empty() {
            pair("q", &self.text);
        }
        for (facet, value) in self.choices() {
            pair(facet.key(), value);
        }
        if self.match_all {
            pair("match", MATCH_ALL);
        }
        if self.sort != Sort::default() {
            pair("sort", self.sort.key());
        }
        if self.view != View::default() {
            pair("view", self.view.key());
        }
        if self.more > 0 {
            pair("show", &self.shown().to_string());
        }
        for (key, value) in &self.unknown {
            pair(key, value);
        }
        written
    }

    /// The chosen values of a facet.
    pub fn chosen(&self, facet: Facet) -> &[String] {
        &self.chosen[facet as usize]
    }

    /// All chosen values, by facet.
    pub fn choices(&self) -> impl Iterator<Item = (Facet, &str)> {
        Facet::ALL.into_iter().flat_map(|facet| {
            self.chosen(facet)
                .iter()
                .map(move |value| (facet, value.as_str()))
        })
    }

    /// The facet whose chosen values the compare page sets side by side: the first of
    /// [`Facet::COMPARED`] that has any.
    pub fn compared(&self) -> Option<Facet> {
        let mut facets = Facet::COMPARED.into_iter();
        facets.find(|facet| !self.chosen(*facet).is_empty())
    }

    /// The centre of the network page: the first chosen cluster, or else the first chosen organisation.
    pub fn centre(&self) -> Option<(Facet, &str)> {
        let facets = [Facet::Cluster, Facet::Organisation];
        let mut centres = facets
            .into_iter()
            .filter_map(|facet| Some((facet, self.chosen(facet).first()?.as_str())));
        centres.next()
    }

    /// Whether a cluster must have all chosen values of a facet.
    pub fn requires_all(&self, facet: Facet) -> bool {
        self.match_all && facet.has_several_values()
    }

    /// Requires all chosen values of a facet, or any. Starts from the first page of results.
    #[must_use]
    pub fn with_match_all(&self, match_all: bool) -> Self {
        Self {
            match_all,
            more: 0,
            ..self.clone()
        }
    }

    /// Chooses a value; empty values are ignored.
    pub fn choose(&mut self, facet: Facet, value: &str) {
        let chosen = &mut self.chosen[facet as usize];
        if let Err(index) = chosen.binary_search_by(|known| known.as_str().cmp(value))
            && !value.is_empty()
        {
            chosen.insert(index, value.to_owned());
        }
    }

    /// Chooses a value, or removes it if it is chosen. Starts from the first page of results. Without any
    /// values that could be required together, the next ones are alternatives again.
    #[must_use]
    pub fn toggled(&self, facet: Facet, value: &str) -> Self {
        let mut next = self.clone();
        if next.chosen(facet).iter().any(|chosen| chosen == value) {
            next = next.without(facet, value);
        } else {
            next.choose(facet, value);
        }
        let mut facets = Facet::ALL.into_iter().filter(|of| of.has_several_values());
        next.match_all &= facets.any(|of| !next.chosen(of).is_empty());
        next.more = 0;
        next
    }

    /// Removes a value, and keeps the number of results shown.
    pub(crate) fn without(mut self, facet: Facet, value: &str) -> Self {
        self.chosen[facet as usize].retain(|chosen| chosen != value);
        self
    }

    /// Replaces the text. Starts from the first page of results.
    #[must_use]
    pub fn with_text(&self, text: &str) -> Self {
        Self {
            text: text.to_owned(),
            more: 0,
            ..self.clone()
        }
    }

    /// Removes all clusters that were chosen one by one. Starts from the first page of results.
    #[must_use]
    pub fn without_clusters(&self) -> Self {
        let mut next = self.clone();
        next.chosen[Facet::Cluster as usize].clear();
        next.more = 0;
        next
    }

    /// Removes all chosen values. Starts from the first page of results.
    #[must_use]
    pub fn without_choices(&self) -> Self {
        Self {
            chosen: Default::default(),
            match_all: false,
            more: 0,
            ..self.clone()
        }
    }

    /// Changes the order. Starts from the first page of results.
    #[must_use]
    pub fn with_sort(&self, sort: Sort) -> Self {
        Self {
            sort,
            more: 0,
            ..self.clone()
        }
    }

    /// Changes the layout.
    #[must_use]
    pub fn with_view(&self, view: View) -> Self {
        Self {
            view,
            ..self.clone()
        }
    }

    /// Shows one more page of results.
    #[must_use]
    pub fn with_more(&self) -> Self {
        let mut next = self.clone();
        next.show_at_least(self.shown() + PAGE_LENGTH);
        next
    }

    /// Shows all of this many results; `None` if they are too many for one page.
    #[must_use]
    pub fn with_all(&self, total: usize) -> Option<Self> {
        let total = u32::try_from(total).ok()?;
        let mut next = self.clone();
        next.show_at_least(total);
        (next.shown() >= total).then_some(next)
    }

    /// The number of results to show: a multiple of [`PAGE_LENGTH`].
    pub fn shown(&self) -> u32 {
        (self.more + 1) * PAGE_LENGTH
    }

    fn show_at_least(&mut self, count: u32) {
        let pages = count.clamp(PAGE_LENGTH, MAX_SHOWN).div_ceil(PAGE_LENGTH);
        self.more = pages - 1;
    }
}
