//! Client-side routing: links, Back and Forward, and changes of the query.
//!
//! Nothing else changes the browser's history.

use crate::dom;
use crate::site::{Site, Visit};
use catalogue::browse::Collection;
use catalogue::query::{Address, BasePath, Page, Query};
use leptos::prelude::*;

/// Debounce before the address bar is updated while typing, in milliseconds.
/// Browsers refuse more than about a hundred changes in half a minute.
const ADDRESS_PAUSE: i32 = 400;

/// Debounce before the deferred parts are updated while typing, in milliseconds: longer than most typists
/// take from one letter to the next.
const DEFERRED_PAUSE: i32 = 200;

impl Site {
    /// Pushes a new query, keeping scroll and focus.
    pub fn set_query(self, query: Query) {
        let address = self.address_untracked().with_query(query);
        self.update_in_two_steps(0, || self.push(address));
    }

    /// Paints the first results of `update`, then updates the deferred parts after `pause` milliseconds.
    fn update_in_two_steps(self, pause: i32, update: impl FnOnce()) {
        let focused = dom::focused();
        dom::mark_answering(true);
        update();
        dom::after_paint(pause, move || {
            self.update_deferred();
            dom::after_paint(0, move || {
                // A checkbox that the keyed list has moved has lost the focus.
                dom::restore_lost_focus(focused);
                dom::mark_answering(false);
            });
        });
    }

    /// Shows the results of another text; the address bar follows when typing pauses.
    pub fn set_text(self, text: &str) {
        let now = self.address_untracked();
        let mut query = now.listing_query().with_text(text);
        // A typed filter (`area:energy`) is complete once whitespace follows.
        if text.ends_with(char::is_whitespace) {
            query = self.collection.resolved(&query);
        }
        let address = now.with_query(query);
        let href = self.href(&address);
        self.update_in_two_steps(DEFERRED_PAUSE, || {
            let results = self.visit.with_untracked(|visit| visit.results.clone());
            self.set_visit(Visit { address, results });
        });
        dom::replace_soon(href, ADDRESS_PAUSE);
    }

    /// Follows a link: a new page is shown from its top, with its heading in focus.
    fn follow(self, address: Address) {
        let now = self.address_untracked();
        let same_page = now.page == address.page;
        // "Show more" adds results below the fold, and a new page has nothing to keep.
        if same_page && now.lang == address.lang && now.query.shown() == address.query.shown() {
            self.update_in_two_steps(0, || self.push(address));
            return;
        }
        let focused = dom::focused();
        self.push(address);
        self.flush_deferred();
        dom::after_render(move || {
            dom::restore_lost_focus(focused);
            if !same_page {
                dom::scroll_to_top();
            }
        });
    }

    /// Shows a visit. On another page, or in another language, nothing is expanded any more.
    fn show(self, visit: Visit) {
        let is_listing = |page: &Page| matches!(page, Page::Catalogue | Page::Area(_));
        let (now, next) = (self.address_untracked(), &visit.address);
        let stays = now.lang == next.lang && is_listing(&now.page) && is_listing(&next.page);
        if !stays {
            self.view_state().reset();
        }
        self.set_visit(visit);
    }

    /// Updates the deferred parts now.
    fn flush_deferred(self) {
        dom::cancel_after_paint();
        self.update_deferred();
        dom::mark_answering(false);
    }

    /// Goes to an address, in a history entry of its own.
    fn push(self, address: Address) {
        dom::replace_now();
        dom::save_position();
        let results = self
            .visit
            .with_untracked(|visit| self.results_seen_from(visit));
        let visit = Visit { address, results };
        dom::push(&self.href(&visit.address), visit.results.clone());
        self.show(visit);
    }

    /// The listing that a page opened from `visit` links back to.
    fn results_seen_from(self, visit: &Visit) -> Option<(String, u32)> {
        match visit.address.page {
            Page::Catalogue | Page::Area(_) => Some((self.href(&visit.address), 1)),
            _ => dom::results_of_entry().map(|(href, steps)| (href, steps + 1)),
        }
    }

    /// Follows the visitor for as long as the page lives: links within the site, Back and Forward.
    pub fn handle_navigation(self) {
        dom::on_link_click(self.base, move |link| {
            if link.is_back
                && let Some((_, steps)) = dom::results_of_entry()
            {
                dom::go_back(steps);
                return true;
            }
            let lang = self.address_untracked().lang;
            let address = Address::parse(self.base, &link.path, &link.query, lang);
            match address.map(|address| self.collection.canonicalize(&address)) {
                Some(address) if !matches!(address.page, Page::NotFound(_)) => {
                    self.follow(address);
                    true
                }
                _ => false,
            }
        });
        dom::on_popstate(move || {
            self.show(current_visit(self.collection, self.base));
            self.flush_deferred();
            dom::after_render(dom::restore_position);
        });
    }
}

/// The visit that the browser's location and history entry stand for.
pub fn current_visit(collection: &Collection, base: &BasePath) -> Visit {
    let (path, query) = dom::location();
    let lang = dom::page_language();
    let address = Address::parse(base, &path, &query, lang)
        .unwrap_or_else(|| Address::of(lang, Page::NotFound(path)));
    Visit {
        address: collection.canonicalize(&address),
        results: dom::results_of_entry(),
    }
}
