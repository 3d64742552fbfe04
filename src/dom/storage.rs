//! What the visitor keeps in this browser. Storage may be denied, or full.

#[cfg(feature = "hydrate")]
use super::document::listen;
use super::document::window;
#[cfg(feature = "hydrate")]
use web_sys::Event;
use web_sys::Storage;

/// A prefix for the names of all entries, as in preferences.js: other sites may share the origin.
const PREFIX: &str = "technology-clusters-";

/// A stored text, if there is one and it may be read.
pub(crate) fn stored(name: &str) -> Option<String> {
    storage()?.get_item(&[PREFIX, name].concat()).ok()?
}

/// Stores a text. Whether it is now stored.
pub(crate) fn store(name: &str, text: &str) -> bool {
    let stored = storage().map(|storage| storage.set_item(&[PREFIX, name].concat(), text));
    stored.is_some_and(|stored| stored.is_ok())
}

/// Calls `changed` when another tab has stored something, for the lifetime of the page.
#[cfg(feature = "hydrate")]
pub(crate) fn on_stored_elsewhere(changed: impl Fn() + 'static) {
    listen(&window(), "storage", move |_: Event| changed());
}

fn storage() -> Option<Storage> {
    window().local_storage().ok().flatten()
}
