//! The current entry of the browser's history.

use super::document::{location, window};
use std::cell::RefCell;
use wasm_bindgen::JsValue;

thread_local! {
    /// The current history entry.
    pub(super) static ENTRY: RefCell<HistoryEntry> = const { RefCell::new(HistoryEntry::new()) };
}

/// A history entry.
#[derive(Clone)]
pub(super) struct HistoryEntry {
    /// Unique in this tab, even after a reload.
    pub(super) id: String,
    /// Path and query string.
    pub(super) location: (String, String),
    /// The URL of the listing that the visitor came from, and how many entries ago that was.
    pub(super) results: Option<(String, u32)>,
}

impl HistoryEntry {
    const fn new() -> Self {
        Self {
            id: String::new(),
            location: (String::new(), String::new()),
            results: None,
        }
    }

    /// The history state of the entry: id, number of entries and URL, one per line.
    pub(super) fn state(&self) -> JsValue {
        match &self.results {
            Some((href, steps)) => format!("{}\n{steps}\n{href}", self.id).into(),
            None => self.id.as_str().into(),
        }
    }

    /// The entry of the current history state; `None` if the app has not created it.
    pub(super) fn shown() -> Option<Self> {
        let state = window().history().and_then(|history| history.state());
        let state = state.ok()?.as_string()?;
        let mut lines = state.split('\n');
        let id = lines.next()?.to_owned();
        let steps = lines.next().and_then(|steps| steps.parse().ok());
        let results = lines
            .next()
            .zip(steps)
            .map(|(href, steps)| (href.to_owned(), steps));
        Some(Self {
            id,
            location: location(),
            results,
        })
    }
}

pub(super) fn fresh_id() -> String {
    format!("{:x}", js_sys::Math::random().to_bits())
}

/// The listing that the current entry leads back to, and how many entries ago it was.
pub(crate) fn results_of_entry() -> Option<(String, u32)> {
    ENTRY.with_borrow(|entry| entry.results.clone())
}

/// The id of the current entry.
pub(super) fn entry_id() -> String {
    ENTRY.with_borrow(|entry| entry.id.clone())
}
