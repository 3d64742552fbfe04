//! Client-side routing: links, Back and Forward, and changes to the query.
//!
//! This module alone changes the browser's history.

use crate::code_loading::{is_loaded_for, load};
use crate::dom;
use crate::site::{Site, Visit};
use catalogue::browse::Collection;
use catalogue::query::{Address, BasePath, Page, Query};
use leptos::prelude::*;
use std::cell::Cell;

thread_local! {
    /// The number of the latest navigation: earlier ones that still wait for their code are dropped.
    static LATEST: Cell<u32> = const { Cell::new(0) };
}

/// Debounce of address bar updates while typing, in milliseconds. Browsers refuse more than about a
/// hundred updates in thirty seconds.
const ADDRESS_PAUSE: i32 = 400;

/// Debounce of deferred updates while typing, in milliseconds: longer than the usual time between
/// two keystrokes.
const DEFERRED_PAUSE: i32 = 200;

impl Site {
    /// Navigates to another query, keeping scroll position and focus.
    pub fn set_query(self, query: Query) {
        let address = self.address_untracked().with_query(query);
        self.when_loaded(address, |site, address| {
            site.update_in_two_steps(0, || site.push(address));
        });
    }

    /// Runs `go` when the code that shows an address is loaded: at once, if it is. Until then the current
    /// page stays, and another navigation supersedes this one. If the code cannot be loaded, the browser
    /// opens the address instead: its file exists, and says what is wrong.
    fn when_loaded(self, address: Address, go: fn(Self, Address)) {
        let turn = begin_navigation();
        if is_loaded_for(&address, self.collection) {
            go(self, address);
            return;
        }
        dom::mark_answering(true);
        // Not a task of Leptos: those end when the app is mounted anew.
        wasm_bindgen_futures::spawn_local(async move {
            let loaded = load().await;
            if LATEST.get() != turn {
                return;
            }
            match loaded {
                Ok(()) => go(self, address),
                Err(_) => dom::open(&self.href(&address)),
            }
        });
    }

    /// Runs `update` and paints its first results, then runs the deferred update after `pause`
    /// milliseconds.
    fn update_in_two_steps(self, pause: i32, update: impl FnOnce()) {
        let focused = dom::focused();
        dom::mark_answering(true);
        update();
        dom::after_paint(pause, move || {
            self.update_deferred();
            dom::after_paint(0, move || {
                // A checkbox loses the focus when the keyed list moves it.
                dom::restore_lost_focus(focused);
                dom::mark_answering(false);
            });
        });
    }

    /// Shows the results of another text. The address bar is updated after a pause in typing.
    pub fn set_text(self, text: &str) {
        begin_navigation();
        let now = self.address_untracked();
        let mut query = now.listing_query().with_text(text);
        // A typed filter (`area:energy`) is complete when it is followed by whitespace.
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

    /// Follows a link. A new page is shown from the top, with the focus on its heading.
    pub fn follow(self, address: Address) {
        self.when_loaded(address, |site, address| {
            let now = site.address_untracked();
            let same_page = now.page == address.page && now.centre() == address.centre();
            // "Show more" adds results below the fold, and on a new page there is nothing to
            // preserve.
            if same_page && now.lang == address.lang && now.query.shown() == address.query.shown() {
                site.update_in_two_steps(0, || site.push(address));
                return;
            }
            let focused = dom::focused();
            site.push(address);
            site.flush_deferred();
            dom::after_render(move || {
                dom::restore_lost_focus(focused);
                if !same_page {
                    dom::scroll_to_top();
                }
            });
        });
    }

    /// Shows an entry. On another page, or in another language, everything is collapsed.
    fn show(self, visit: Visit) {
        let (now, next) = (self.address_untracked(), &visit.address);
        let stays = now.lang == next.lang && now.page.is_listing() && next.page.is_listing();
        if !stays {
            self.view_state().reset();
            // A write releases the subscribers of removed buttons.
            let (ids, set_ids) = self.saved().ids;
            set_ids.set(ids.get_untracked());
        }
        self.set_visit(visit);
    }

    /// Runs the deferred update now.
    fn flush_deferred(self) {
        dom::cancel_after_paint();
        self.update_deferred();
        dom::mark_answering(false);
    }

    /// Navigates to an address with a new history entry.
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
        if visit.address.page.is_listing() {
            Some((self.href(&visit.address), 1))
        } else {
            dom::results_of_entry().map(|(href, steps)| (href, steps + 1))
        }
    }

    /// Handles links within the site, Back and Forward for the lifetime of the page.
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
                // Others are left to the browser.
                Some(address) if !matches!(address.page, Page::Data | Page::NotFound(_)) => {
                    self.follow(address);
                    true
                }
                _ => false,
            }
        });
        dom::on_popstate(move || {
            let visit = current_visit(self.collection, self.base);
            self.when_loaded(visit.address, |site, address| {
                let results = dom::results_of_entry();
                site.show(Visit { address, results });
                site.flush_deferred();
                dom::after_render(dom::restore_position);
            });
        });
    }
}

/// The number of a new navigation.
fn begin_navigation() -> u32 {
    LATEST.set(LATEST.get() + 1);
    LATEST.get()
}

/// The address in the browser, as it was typed or linked.
pub(crate) fn current_address(base: &BasePath) -> Address {
    let (path, query) = dom::location();
    let lang = dom::page_language();
    Address::parse(base, &path, &query, lang)
        .unwrap_or_else(|| Address::of(lang, Page::NotFound(path)))
}

/// The entry of the browser's current location and history state.
pub fn current_visit(collection: &Collection, base: &BasePath) -> Visit {
    Visit {
        address: collection.canonicalize(&current_address(base)),
        results: dom::results_of_entry(),
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use catalogue::query::Facet;

    /// The first script decides by its own list of keys how the first paint looks.
    #[test]
    fn first_script_knows_all_keys_of_a_query() {
        let script = include_str!("js/preferences.js");
        let keys = script
            .split_once("[?&](")
            .and_then(|(_, rest)| rest.split_once(')'));
        let keys: Vec<&str> = keys.map_or("", |(keys, _)| keys).split('|').collect();
        let mut expected = vec!["q", "match", "sort", "view", "show"];
        expected.extend(Facet::ALL.map(Facet::key));
        assert_eq!(keys, expected);
    }
}
