//! The browser's history: which entry is shown, and what leads back from it.

use super::document::{location, window};
use super::events::listen;
use super::history_entry::{ENTRY, Entry, fresh_id};
use super::position::{restore_position, save_position};
use super::timing::later;
use std::cell::{Cell, RefCell};
use web_sys::Event;

thread_local! {
    /// The address that the bar will show when typing pauses.
    static PENDING: RefCell<Option<String>> = const { RefCell::new(None) };
    /// Counts what was to be shown so: only the last of it is.
    static TURN: Cell<u32> = const { Cell::new(0) };
}

/// Restores scroll positions from now on in place of the browser. Returns whether the visitor has
/// not been in this entry of the history before.
#[cfg(feature = "hydrate")]
pub(crate) fn adopt_history() -> bool {
    if let Ok(history) = window().history() {
        drop(history.set_scroll_restoration(web_sys::ScrollRestoration::Manual));
    }
    adopt_entry(None)
}

/// Calls `follow` after each step through the history that changes the address; the place left is
/// remembered first.
pub(crate) fn on_popstate(follow: impl Fn() + 'static) {
    listen(&window(), "popstate", move |_: Event| {
        // A pending change belongs to the entry that was left; it must not land in this one. The page
        // shows it already, so it is not what the entry's address says.
        let was_ahead = cancel_replace();
        save_position();
        let left = ENTRY.with_borrow(Clone::clone);
        let same_page = !was_ahead && left.location == location();
        // A step to a fragment of the same page is one step further from the results.
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

/// Takes note of the entry that is shown. One that was made by the browser itself, as for a
/// fragment, gets an id and `results`, and is new.
fn adopt_entry(results: Option<(String, u32)>) -> bool {
    if let Some(entry) = Entry::shown() {
        ENTRY.set(entry);
        return false;
    }
    let entry = Entry {
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

/// Makes a new history entry.
pub(crate) fn push(href: &str, results: Option<(String, u32)>) {
    let mut entry = Entry {
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

/// Goes back several entries.
pub(crate) fn go_back(steps: u32) {
    let steps = i32::try_from(steps).unwrap_or(1);
    drop(
        window()
            .history()
            .and_then(|history| history.go_with_delta(-steps)),
    );
}

/// Shows another address in the bar, without a new entry, once nothing else was asked for `pause`
/// milliseconds.
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

/// Does at once what [`replace_soon`] was to do.
pub(crate) fn replace_now() {
    if let Some(href) = PENDING.take() {
        ENTRY.with_borrow_mut(|entry| {
            let history = window().history();
            drop(history.and_then(|h| h.replace_state_with_url(&entry.state(), "", Some(&href))));
            entry.location = location();
        });
    }
}

/// Drops a change that waits; tells whether there was one.
fn cancel_replace() -> bool {
    PENDING.take().is_some()
}
