//! The app-wide context: the data, where the site is published, and the current address.

use catalogue::browse::{Collection, Listing};
use catalogue::model::Lang;
use catalogue::query::{Address, BasePath, Facet, Page, Query};
use catalogue::search::SearchText;
use leptos::prelude::*;

/// The site as every page and component sees it; [`use_site`] finds it in the context.
#[derive(Clone, Copy)]
pub struct Site {
    /// What there is to show.
    pub collection: &'static Collection,
    /// Where the site is published.
    pub base: &'static BasePath,
    /// The URL of the outlines of the map, `map.svg`.
    pub map: &'static str,
    /// The origin, for absolute URLs: `https://example.org`.
    origin: &'static str,
    /// The current history entry: everything on the screen derives from it. [`Self::set_visit`] writes it,
    /// and the listing with it.
    pub visit: ReadSignal<Visit>,
    /// The current query with its results.
    ///
    /// A signal and not a memo of `visit`: cards come and go, and a memo keeps all that ever subscribed to
    /// it, where a signal forgets them when it changes.
    pub listing: ReadSignal<ListingState>,
    /// The same as `listing`, but held back until the first results are painted; for what is below the
    /// fold or is looked at later.
    pub deferred_listing: ReadSignal<ListingState>,
    /// Whether what was held back is still to come.
    pub is_deferred: ReadSignal<bool>,
    write_is_deferred: WriteSignal<bool>,
    write_visit: WriteSignal<Visit>,
    write_listing: WriteSignal<ListingState>,
    write_deferred_listing: WriteSignal<ListingState>,
    view_state: StoredValue<ViewState>,
    /// The address that the page was prerendered for.
    pub prerendered: StoredValue<Address>,
    /// The [`Self::page_key`] of what is mounted.
    pub(crate) mounted_page: StoredValue<String>,
}

/// What the visitor has expanded and typed outside of the address. It survives a remount, and is reset on
/// another page.
#[derive(Clone, Copy)]
pub struct ViewState {
    /// Whether the filters are expanded (narrow screens only).
    pub filters_open: RwSignal<bool>,
    /// Whether the charts are expanded.
    pub charts_open: RwSignal<bool>,
    /// By facet: whether all values of a long one are listed.
    pub all_values: [RwSignal<bool>; Facet::ALL.len()],
    /// By facet: the text that filters the values of a long one.
    pub value_filters: [RwSignal<String>; Facet::ALL.len()],
    /// Whether the citations were looked at.
    pub citations_seen: RwSignal<bool>,
    /// What became of sharing the link, in words.
    pub share_outcome: RwSignal<Option<String>>,
}

impl ViewState {
    fn new() -> Self {
        Self {
            filters_open: RwSignal::new(false),
            charts_open: RwSignal::new(false),
            all_values: Facet::ALL.map(|_| RwSignal::new(false)),
            value_filters: Facet::ALL.map(|_| RwSignal::new(String::new())),
            citations_seen: RwSignal::new(false),
            share_outcome: RwSignal::new(None),
        }
    }

    /// Nothing is expanded, and nothing typed.
    pub(crate) fn reset(&self) {
        let flags = [self.filters_open, self.charts_open, self.citations_seen];
        for flag in flags.into_iter().chain(self.all_values) {
            flag.set(false);
        }
        for filter in self.value_filters {
            filter.set(String::new());
        }
        self.share_outcome.set(None);
    }
}

/// An entry of the browser's history.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Visit {
    /// The address shown.
    pub address: Address,
    /// The URL of the listing from which the visitor came, and how many entries ago.
    pub results: Option<(String, u32)>,
}

impl Visit {
    /// A visit that came from no listing.
    pub fn to(address: Address) -> Self {
        Self {
            address,
            results: None,
        }
    }
}

/// A query with its results, in one value so that no view ever sees one without the other.
#[derive(Debug, Clone, PartialEq)]
pub struct ListingState {
    /// The address that asks.
    pub address: Address,
    /// The query of the address, with the filters that were typed as text.
    pub query: Query,
    /// The text of the query, as it is searched for.
    pub search: SearchText,
    /// The results.
    pub listing: Listing,
}

impl ListingState {
    fn of(collection: &Collection, address: &Address) -> Self {
        let query = collection.resolved(&address.listing_query());
        Self {
            search: SearchText::parse(&query.text),
            listing: collection.listing(&query, address.lang),
            query,
            address: address.clone(),
        }
    }
}

/// The site from the context.
///
/// # Panics
/// Outside of [`crate::app::App`], which provides it.
pub fn use_site() -> Site {
    expect_context()
}

impl Site {
    /// Creates the context of a page at `visit`, served from `origin` (as `https://example.org`); `map` is
    /// the URL of the outlines of the map.
    pub fn new(
        collection: &'static Collection,
        base: &'static BasePath,
        origin: &'static str,
        map: &'static str,
        visit: Visit,
    ) -> Self {
        let prerendered = visit.address.clone();
        let state = ListingState::of(collection, &visit.address);
        let (visit, write_visit) = signal(visit);
        let (listing, write_listing) = signal(state.clone());
        let (is_deferred, write_is_deferred) = signal(false);
        let (deferred_listing, write_deferred_listing) = signal(state);
        Self {
            collection,
            base,
            map,
            origin,
            visit,
            listing,
            deferred_listing,
            is_deferred,
            write_is_deferred,
            write_visit,
            write_listing,
            write_deferred_listing,
            view_state: StoredValue::new(ViewState::new()),
            prerendered: StoredValue::new(prerendered),
            mounted_page: StoredValue::new(String::new()),
        }
    }

    /// Shows another visit; what reads `deferred_listing` waits for [`Self::update_deferred`].
    pub(crate) fn set_visit(self, visit: Visit) {
        let state = ListingState::of(self.collection, &visit.address);
        self.write_visit.set(visit);
        self.write_is_deferred.set(true);
        self.write_listing.set(state);
    }

    /// Updates what was held back.
    pub(crate) fn update_deferred(self) {
        self.write_is_deferred.set(false);
        self.write_deferred_listing
            .set(self.listing.get_untracked());
    }

    /// What the visitor has expanded and typed outside of the address.
    pub fn view_state(self) -> ViewState {
        self.view_state.get_value()
    }

    /// The address shown; tracks it.
    pub fn address(self) -> Address {
        self.visit.with(|visit| visit.address.clone())
    }

    /// The address shown, without tracking it.
    pub fn address_untracked(self) -> Address {
        self.visit.with_untracked(|visit| visit.address.clone())
    }

    /// The query of the address shown, with the filters that were typed, without tracking it.
    pub fn query_untracked(self) -> Query {
        self.collection
            .resolved(&self.address_untracked().listing_query())
    }

    /// The URL of the listing that the visitor came from, else of the whole catalogue, and whether
    /// it is in the history of this tab; tracks it.
    pub fn results_href(self) -> (String, bool) {
        self.visit.with(|visit| match &visit.results {
            Some((href, _)) => (href.clone(), true),
            None => (self.href(&Address::catalogue(visit.address.lang)), false),
        })
    }

    /// The listing that the visitor came from, if it is known; tracks it.
    pub fn results(self) -> Option<Address> {
        let (href, _) = self.visit.with(|visit| visit.results.clone())?;
        let (path, query) = href.split_once('?').unwrap_or((&href, ""));
        let address = Address::parse(self.base, path, query, self.address_untracked().lang)?;
        Some(self.collection.canonicalize(&address))
    }

    /// The search to highlight in a result: updated at once in the first `first` results, after the paint
    /// in the rest. `number` is that of the cluster.
    pub fn search_for_result(self, number: u32, first: usize) -> Memo<SearchText> {
        Memo::new(move |_| {
            let is_first = |state: &ListingState| {
                let mut first = state.listing.clusters.iter().take(first);
                first.any(|other| *other == number)
            };
            let state = if self.listing.with(is_first) {
                self.listing
            } else {
                self.deferred_listing
            };
            state.with(|state| state.search.clone())
        })
    }

    /// What tells the page on the screen from others: when it changes, the page is mounted anew. The
    /// catalogue and its areas are one, so that choosing a second area does not rebuild the filters in
    /// use. Tracks the address.
    pub fn page_key(self) -> (Lang, Page) {
        let Address { lang, page, .. } = self.address();
        match page {
            Page::Area(id) if self.collection.catalogue.areas.get(id.as_str()).is_some() => {
                (lang, Page::Catalogue)
            }
            page => (lang, page),
        }
    }

    /// The URL of an address as it stands in a link.
    pub fn href(self, address: &Address) -> String {
        address.href(self.base)
    }

    /// The link to a page, in a language, without a query.
    pub fn link(self, lang: Lang, page: Page) -> String {
        self.href(&Address::of(lang, page))
    }

    /// The absolute URL of an address.
    pub fn absolute(self, address: &Address) -> String {
        [self.origin, &self.href(address)].concat()
    }

    /// The URL of the QR code of an address: only pages without a query have one.
    pub fn qr_code(self, address: &Address) -> Option<String> {
        let is_page = !matches!(address.page, Page::NotFound(_));
        let has_one = is_page && address.query == Query::default();
        has_one.then(|| [self.base.as_str(), &address.qr_code()].concat())
    }
}
