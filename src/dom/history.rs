//! The browser's history: navigation and changes of the current entry.

use super::document::{listen, location, window};
use super::history_entry::{ENTRY, HistoryEntry, fresh_id};
use super::position::{restore_position, save_position};
use super::timing::later;
use std::cell::{Cell, RefCell};
use web_sys::Event;

thread_local! {
    /// The URL to be shown in the address bar after a pause in typing.
    static PENDING: RefCell<Option<String>> = const { RefCell::new(None) };
    /// The number of the latest call of [`replace_soon`]: earlier ones are dropped.
    static TURN: Cell<u32> = const { Cell::new(0) };
}

/// Takes over scroll restoration from the browser. Returns whether the current history entry is
/// new.
#[cfg(feature = "hydrate")]
pub(crate) fn adopt_history() -> bool {
    if let Ok(history) = window().history() {
        drop(history.set_scroll_restoration(web_sys::ScrollRestoration::Manual));
    }
    adopt_entry(None)
}

/// Calls `follow` after Back or Forward has changed the address. The position in the entry being
/// left is saved first.
pub(crate) fn on_popstate(follow: impl Fn() + 'static) {
    listen(&window(), "popstate", move |_: Event| {
        // A pending URL belongs to the entry being left and must not be set on this one. The page
        // already shows its results, so it is ahead of that entry's address.
        let was_ahead = cancel_replace();
        save_position();
        let left = ENTRY.with_borrow(Clone::clone);
        let same_page = !was_ahead && left.location == location();
        // A fragment of the same page is one more entry away from the results.
        let results = left
            .results
            .map(|(href, steps)| (href, steps + 1))
            .filter(|_| same_page);
        let is_new = adopt_entry(results);
        if !same_page {
            follow();
        } else if !is_new {
            restore_position();
        }
    });
    listen(&window(), "pagehide", |_: Event| {
        replace_now();
        save_position();
    });
}

/// Reads the current entry. Entries created by the browser, as for fragments, get an id and
/// `results`, and count as new.
fn adopt_entry(results: Option<(String, u32)>) -> bool {
    if let Some(entry) = HistoryEntry::shown() {
        ENTRY.set(entry);
        return false;
    }
    let entry = HistoryEntry {
        id: fresh_id(),
        location: location(),
        results,
    };
    drop(
        window()
            .history()
            .and_then(|history| history.replace_state(&entry.state(), "")),
    );
    ENTRY.set(entry);
    true
}

/// Creates a new history entry.
pub(crate) fn push(href: &str, results: Option<(String, u32)>) {
    let mut entry = HistoryEntry {
        id: fresh_id(),
        location: location(),
        results,
    };
    let state = entry.state();
    drop(
        window()
            .history()
            .and_then(|h| h.push_state_with_url(&state, "", Some(href))),
    );
    entry.location = location();
    ENTRY.set(entry);
}

/// Goes back by several entries.
pub(crate) fn go_back(steps: u32) {
    let steps = i32::try_from(steps).unwrap_or(1);
    drop(
        window()
            .history()
            .and_then(|history| history.go_with_delta(-steps)),
    );
}

/// Changes the URL of the current entry, `pause` milliseconds after the last call.
pub(crate) fn replace_soon(href: String, pause: i32) {
    let turn = TURN.get() + 1;
    TURN.set(turn);
    PENDING.set(Some(href));
    later(pause, move || {
        if TURN.get() == turn {
            replace_now();
        }
    });
}

/// Applies the pending URL of [`replace_soon`] now.
pub(crate) fn replace_now() {
    if let Some(href) = PENDING.take() {
        ENTRY.with_borrow_mut(|entry| {
            let history = window().history();
            drop(history.and_then(|h| h.replace_state_with_url(&entry.state(), "", Some(&href))));
            entry.location = location();
        });
    }
}

/// Drops the pending URL. Returns whether there was one.
fn cancel_replace() -> bool {
    PENDING.take().is_some()
}
