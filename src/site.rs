//! The app-wide context: the data, the base path, and the current address.

use catalogue::browse::{Collection, Listing};
use catalogue::model::Lang;
use catalogue::query::{Address, BasePath, Facet, Page, Query};
use catalogue::search::SearchText;
use leptos::prelude::*;

/// The site as seen by all pages and components; get it from the context with [`use_site`].
#[derive(Clone, Copy)]
pub struct Site {
    /// The data.
    pub collection: &'static Collection,
    /// The path under which the site is published.
    pub base: &'static BasePath,
    /// The files that maps are drawn from.
    pub outlines: &'static Outlines,
    /// The version of the data: a hash of its content.
    pub version: &'static str,
    /// The origin for absolute URLs, such as `https://example.org`.
    origin: &'static str,
    /// The current history entry, from which everything on the screen is derived. Set by
    /// `set_visit`, together with the listing.
    pub visit: ReadSignal<Visit>,
    /// The current query with its results.
    ///
    /// A split signal rather than a memo of `visit`: a memo never releases the subscribers of removed
    /// cards, whereas a write through a [`WriteSignal`] does.
    pub listing: ReadSignal<ListingState>,
    /// Like `listing`, but updated only after the first results are painted. For content below the
    /// fold or in collapsed sections.
    pub deferred_listing: ReadSignal<ListingState>,
    /// Whether the deferred update is still pending.
    pub is_deferred: ReadSignal<bool>,
    writers: StoredValue<Writers>,
    saved: StoredValue<SavedClusters>,
    view_state: StoredValue<ViewState>,
    /// The address of the static HTML.
    pub prerendered: StoredValue<Address>,
    /// The [`Self::page_key`] of the mounted page.
    pub(crate) mounted_page: StoredValue<String>,
}

/// The URLs of the files with the outlines of countries and regions.
#[derive(Debug)]
pub struct Outlines {
    /// `map.svg`: the map of results, which can be zoomed, with the names of the areas.
    pub whole: String,
    /// `map_small.svg`: coarse outlines, which weigh a fifth.
    pub small: String,
}

impl Outlines {
    /// No files, for documents without maps.
    pub const NONE: &Self = &Self {
        whole: String::new(),
        small: String::new(),
    };
}

/// The other halves of the signals of [`Site`], stored apart so that it stays small enough to be copied.
#[derive(Clone, Copy)]
struct Writers {
    visit: WriteSignal<Visit>,
    listing: WriteSignal<ListingState>,
    deferred_listing: WriteSignal<ListingState>,
    is_deferred: WriteSignal<bool>,
}

/// A split signal. A write to an `RwSignal` does not release the subscribers of removed views, whereas
/// a write through a [`WriteSignal`] does.
pub(crate) type SignalPair<T> = (ReadSignal<T>, WriteSignal<T>);

/// The clusters that the visitor has saved. Survives everything except clearing the browser's data.
#[derive(Clone, Copy)]
pub struct SavedClusters {
    /// Their ids, separated by spaces.
    pub ids: SignalPair<String>,
    /// Whether the browser does not keep them.
    pub is_unstored: SignalPair<bool>,
}

/// What the visitor has expanded or typed, apart from the address. Survives a remount; reset on
/// another page.
#[derive(Clone, Copy)]
pub struct ViewState {
    /// Whether the filters are expanded (narrow screens only).
    pub filters_open: SignalPair<bool>,
    /// Whether all values of a long facet are listed, by facet.
    pub all_values: [SignalPair<bool>; Facet::ALL.len()],
    /// The text that filters the values of a long facet, by facet.
    pub value_filters: [SignalPair<String>; Facet::ALL.len()],
    /// The places that the visitor has opened and closed in the tree of places, in turn: ` IT- lombardia+`.
    pub opened_places: SignalPair<String>,
    /// Whether the citations have been opened.
    pub citations_seen: SignalPair<bool>,
    /// The message about the outcome of sharing.
    pub share_outcome: SignalPair<Option<String>>,
}

impl ViewState {
    fn new() -> Self {
        Self {
            filters_open: signal(false),
            all_values: Facet::ALL.map(|_| signal(false)),
            value_filters: Facet::ALL.map(|_| signal(String::new())),
            opened_places: signal(String::new()),
            citations_seen: signal(false),
            share_outcome: signal(None),
        }
    }

    /// Collapses everything and clears all filters of values.
    pub(crate) fn reset(&self) {
        let flags = [self.filters_open, self.citations_seen];
        for (_, set_flag) in flags.into_iter().chain(self.all_values) {
            set_flag.set(false);
        }
        for (_, set_filter) in self.value_filters {
            set_filter.set(String::new());
        }
        let (_, set_opened) = self.opened_places;
        set_opened.set(String::new());
        let (_, set_outcome) = self.share_outcome;
        set_outcome.set(None);
    }
}

/// A history entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Visit {
    /// The current address.
    pub address: Address,
    /// The URL of the listing that the visitor came from, and how many entries ago that was.
    pub results: Option<(String, u32)>,
}

impl Visit {
    /// An entry that was not reached from a listing.
    pub fn to(address: Address) -> Self {
        Self {
            address,
            results: None,
        }
    }
}

/// A query with its results, in one value so that views never mix old and new.
#[derive(Debug, Clone, PartialEq)]
pub struct ListingState {
    /// The address of the query.
    pub address: Address,
    /// The query, including filters typed into its text.
    pub query: Query,
    /// The parsed text of the query.
    pub search: SearchText,
    /// The results.
    pub listing: Listing,
}

impl ListingState {
    fn of(collection: &Collection, address: &Address) -> Self {
        let query = collection.resolved(&address.listing_query());
        Self {
            search: collection.search_text(&query.text),
            listing: collection.listing(&query, address.lang),
            query,
            address: address.clone(),
        }
    }
}

/// The site from the context.
///
/// # Panics
///
/// Outside of [`crate::app::App`], which provides it.
pub fn use_site() -> Site {
    expect_context()
}

impl Site {
    /// Creates the context for the page at `visit`. `origin` is the origin of the site
    /// (`https://example.org`), `outlines` the files that maps are drawn from, `version` the hash of the data.
    pub fn new(
        collection: &'static Collection,
        base: &'static BasePath,
        origin: &'static str,
        outlines: &'static Outlines,
        version: &'static str,
        visit: Visit,
    ) -> Self {
        let prerendered = visit.address.clone();
        let state = ListingState::of(collection, &visit.address);
        let (visit, write_visit) = signal(visit);
        let (listing, write_listing) = signal(state.clone());
        let (is_deferred, write_is_deferred) = signal(false);
        let saved = SavedClusters {
            ids: signal(String::new()),
            is_unstored: signal(false),
        };
        let (deferred_listing, write_deferred_listing) = signal(state);
        Self {
            collection,
            base,
            outlines,
            version,
            origin,
            visit,
            listing,
            deferred_listing,
            is_deferred,
            writers: StoredValue::new(Writers {
                visit: write_visit,
                listing: write_listing,
                deferred_listing: write_deferred_listing,
                is_deferred: write_is_deferred,
            }),
            saved: StoredValue::new(saved),
            view_state: StoredValue::new(ViewState::new()),
            prerendered: StoredValue::new(prerendered),
            mounted_page: StoredValue::new(String::new()),
        }
    }

    /// Navigates to another entry. Readers of `deferred_listing` wait for
    /// `update_deferred`.
    pub(crate) fn set_visit(self, visit: Visit) {
        let state = ListingState::of(self.collection, &visit.address);
        let writers = self.writers.get_value();
        writers.visit.set(visit);
        writers.is_deferred.set(true);
        writers.listing.set(state);
    }

    /// Updates `deferred_listing`.
    pub(crate) fn update_deferred(self) {
        let writers = self.writers.get_value();
        writers.is_deferred.set(false);
        writers.deferred_listing.set(self.listing.get_untracked());
    }

    /// Shows all results while the page is printed, if they fit on one page of the site. The address stays as
    /// it is, because paper is not a place to go back to.
    #[cfg(feature = "hydrate")]
    pub(crate) fn fit_to_paper(self, is_on_paper: bool) {
        let mut state = self.listing.get_untracked();
        let all = state.query.with_all(state.listing.total);
        let query = all.filter(|_| is_on_paper);
        let query = query.as_ref().unwrap_or(&state.query);
        state.listing = self.collection.listing(query, state.address.lang);
        self.writers.get_value().listing.set(state);
        self.update_deferred();
    }

    /// The clusters that the visitor has saved.
    pub fn saved(self) -> SavedClusters {
        self.saved.get_value()
    }

    /// What the visitor has expanded or typed, apart from the address.
    pub fn view_state(self) -> ViewState {
        self.view_state.get_value()
    }

    /// The current address (tracked).
    pub fn address(self) -> Address {
        self.visit.with(|visit| visit.address.clone())
    }

    /// The current address (untracked).
    pub fn address_untracked(self) -> Address {
        self.visit.with_untracked(|visit| visit.address.clone())
    }

    /// The current query, including filters typed into its text (untracked).
    pub fn query_untracked(self) -> Query {
        self.listing.with_untracked(|state| state.query.clone())
    }

    /// The URL of the listing that the visitor came from, or of the catalogue if there is none, and
    /// whether it is in the history of this tab (tracked).
    pub fn results_href(self) -> (String, bool) {
        self.visit.with(|visit| match &visit.results {
            Some((href, _)) => (href.clone(), true),
            None => (self.href(&Address::catalogue(visit.address.lang)), false),
        })
    }

    /// The listing that the visitor came from, if known (tracked).
    pub fn results(self) -> Option<Address> {
        let (href, _) = self.visit.with(|visit| visit.results.clone())?;
        let (path, query) = href.split_once('?').unwrap_or((&href, ""));
        let address = Address::parse(self.base, path, query, self.address_untracked().lang)?;
        Some(self.collection.canonicalize(&address))
    }

    /// The search to highlight in the result with this cluster number: updated immediately in the
    /// first `first` results, after the paint in all others.
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

    /// The key of the current page: a new key mounts a new page. The catalogue, its areas and its
    /// numbers share a key, so that choosing a second area does not rebuild the filters in use (tracked).
    pub fn page_key(self) -> Address {
        let address = self.address();
        let centre = address.centre();
        let mut key = centre.map_or_else(
            || Address::catalogue(address.lang),
            |(facet, id)| Address::around(address.lang, facet, id),
        );
        key.page = match address.page {
            Page::Area(id) if self.collection.catalogue.areas.get(id.as_str()).is_some() => {
                Page::Catalogue
            }
            Page::Numbers => Page::Catalogue,
            page => page,
        };
        key
    }

    /// The URL of an address, for links.
    pub fn href(self, address: &Address) -> String {
        address.href(self.base)
    }

    /// The URL of a page without a query, for links.
    pub fn link(self, lang: Lang, page: Page) -> String {
        self.href(&Address::of(lang, page))
    }

    /// The absolute URL of an address, to be shared: without parameters that are not this site's.
    pub fn absolute(self, address: &Address) -> String {
        [self.origin, &self.href(&address.shared())].concat()
    }

    /// Whether there is such a page.
    pub fn exists(self, page: &Page) -> bool {
        let catalogue = &self.collection.catalogue;
        match page {
            Page::NotFound(_) => false,
            Page::Cluster(id) => catalogue.clusters.get(id.as_str()).is_some(),
            Page::Area(id) => catalogue.areas.get(id.as_str()).is_some(),
            Page::Organisation(id) => catalogue.organisations.get(id.as_str()).is_some(),
            Page::Catalogue
            | Page::Numbers
            | Page::Organisations
            | Page::Network
            | Page::Compare
            | Page::About
            | Page::Data => true,
        }
    }

    /// The URL of an address's QR code. Only pages without a query have one.
    pub fn qr_code(self, address: &Address) -> Option<String> {
        let has_one = self.exists(&address.page) && address.shared().query == Query::default();
        has_one.then(|| [self.base.as_str(), &address.qr_code()].concat())
    }
}
