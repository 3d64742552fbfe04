//! What is asked of the catalogue, and its form as a query string.

use super::facet::Facet;
use super::percent::{decode, encode};

/// How many results are shown at first, and how many more at each request for more.
pub const PAGE_LENGTH: u32 = 24;

/// Most results that an address can ask to be shown; the list stays answerable on a slow device.
const MAX_SHOWN: u32 = 40 * PAGE_LENGTH;

/// What is asked of the catalogue.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Query {
    /// What is searched for, exactly as typed.
    pub text: String,
    /// The chosen values of each facet, in the order of [`Facet::ALL`]: sorted, each once, never
    /// empty texts. They are few; a sorted list weighs less in the program than a tree.
    chosen: [Vec<String>; Facet::ALL.len()],
    /// The order of results.
    pub sort: Sort,
    /// How results are laid out.
    pub view: View,
    /// How many further pages of [`PAGE_LENGTH`] results are shown beyond the first.
    more: u32,
    /// Keys that this program does not know, with their values, in the order found. They belong to
    /// a later program or to somebody's statistics, and are passed on untouched.
    pub rest: Vec<(String, String)>,
}

/// The order of results.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Sort {
    /// Best match first; without a text, the order of the data file.
    #[default]
    Relevance,
    /// By name in the language of the page.
    Name,
    /// Oldest first; those of unknown year last.
    Founded,
    /// Most members first; those of unknown size last.
    Members,
}

impl Sort {
    /// All orders, as the page offers them.
    pub const ALL: [Self; 4] = [Self::Relevance, Self::Name, Self::Founded, Self::Members];

    /// The order's name in the address.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Relevance => "relevance",
            Self::Name => "name",
            Self::Founded => "founded",
            Self::Members => "members",
        }
    }

    /// The order of this name, else the default.
    pub fn from_key(key: &str) -> Self {
        Self::ALL
            .into_iter()
            .find(|sort| sort.key() == key)
            .unwrap_or_default()
    }
}

/// How results are laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum View {
    /// One card under the other.
    #[default]
    Cards,
    /// A table, for comparing.
    Table,
    /// Points on a map.
    Map,
}

impl View {
    /// All layouts, as the page offers them.
    pub const ALL: [Self; 3] = [Self::Cards, Self::Table, Self::Map];

    /// The layout's name in the address.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Cards => "cards",
            Self::Table => "table",
            Self::Map => "map",
        }
    }

    /// The layout of this name, else the default.
    pub fn from_key(key: &str) -> Self {
        Self::ALL
            .into_iter()
            .find(|view| view.key() == key)
            .unwrap_or_default()
    }
}

impl Query {
    /// Reads a query string, with or without its question mark. Never fails.
    pub fn parse(query: &str) -> Self {
        let mut read = Self::default();
        let query = query.strip_prefix('?').unwrap_or(query);
        let mut seen_text = false;
        for pair in query.split('&').filter(|pair| !pair.is_empty()) {
            let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
            let (key, value) = (decode(key), decode(value));
            match key.as_str() {
                // Of several texts the first counts, as with `URLSearchParams.get`.
                "q" if seen_text => {}
                "q" => {
                    read.text = value;
                    seen_text = true;
                }
                "sort" => read.sort = Sort::from_key(&value),
                "view" => read.view = View::from_key(&value),
                "show" => read.show_at_least(value.parse().unwrap_or(0)),
                _ => match Facet::from_key(&key) {
                    Some(facet) => read.choose(facet, &value),
                    None => read.rest.push((key, value)),
                },
            }
        }
        read
    }

    /// Writes the query string, without a question mark; empty when nothing is asked.
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
        if self.sort != Sort::default() {
            pair("sort", self.sort.key());
        }
        if self.view != View::default() {
            pair("view", self.view.key());
        }
        if self.more > 0 {
            pair("show", &self.shown().to_string());
        }
        for (key, value) in &self.rest {
            pair(key, value);
        }
        written
    }

    /// The chosen values of one facet.
    pub fn chosen(&self, facet: Facet) -> &[String] {
        &self.chosen[facet as usize]
    }

    /// All chosen values, facet by facet.
    pub fn choices(&self) -> impl Iterator<Item = (Facet, &str)> {
        Facet::ALL.into_iter().flat_map(|facet| {
            self.chosen(facet)
                .iter()
                .map(move |value| (facet, value.as_str()))
        })
    }

    /// Chooses a value; an empty one chooses nothing.
    pub fn choose(&mut self, facet: Facet, value: &str) {
        let chosen = &mut self.chosen[facet as usize];
        if let Err(place) = chosen.binary_search_by(|known| known.as_str().cmp(value))
            && !value.is_empty()
        {
            chosen.insert(place, value.to_owned());
        }
    }

    /// The same with one value chosen if it was not, and not if it was, from the first page of results.
    #[must_use]
    pub fn toggled(&self, facet: Facet, value: &str) -> Self {
        let mut next = self.clone();
        if next.chosen(facet).iter().any(|chosen| chosen == value) {
            next = next.without(facet, value);
        } else {
            next.choose(facet, value);
        }
        next.more = 0;
        next
    }

    /// The same without one value; as many results shown.
    pub(crate) fn without(mut self, facet: Facet, value: &str) -> Self {
        self.chosen[facet as usize].retain(|chosen| chosen != value);
        self
    }

    /// The same with another text, from the first page of results.
    #[must_use]
    pub fn with_text(&self, text: &str) -> Self {
        Self {
            text: text.to_owned(),
            more: 0,
            ..self.clone()
        }
    }

    /// The same without any chosen value.
    #[must_use]
    pub fn without_choices(&self) -> Self {
        Self {
            chosen: Default::default(),
            more: 0,
            ..self.clone()
        }
    }

    /// The same in another order, from the first page of results.
    #[must_use]
    pub fn with_sort(&self, sort: Sort) -> Self {
        Self {
            sort,
            more: 0,
            ..self.clone()
        }
    }

    /// The same in another layout.
    #[must_use]
    pub fn with_view(&self, view: View) -> Self {
        Self {
            view,
            ..self.clone()
        }
    }

    /// The same with one page of results more.
    #[must_use]
    pub fn with_more(&self) -> Self {
        let mut next = self.clone();
        next.show_at_least(self.shown() + PAGE_LENGTH);
        next
    }

    /// How many results are to be shown: a multiple of [`PAGE_LENGTH`].
    pub fn shown(&self) -> u32 {
        (self.more + 1) * PAGE_LENGTH
    }

    fn show_at_least(&mut self, count: u32) {
        let pages = count.clamp(PAGE_LENGTH, MAX_SHOWN).div_ceil(PAGE_LENGTH);
        self.more = pages - 1;
    }
}
