//! Loads the second wasm file: the code of all pages and views except the listing as cards.
//!
//! A split build has this code in a second wasm file, which is loaded when the first page is ready, or when
//! somebody opens a page that needs it. Any other build has a single file, and nothing to load.

use catalogue::browse::Collection;
use catalogue::query::{Address, Page, View};
use futures_util::future::LocalBoxFuture;
use leptos::wasm_split::SplitLoaderError;
use std::cell::Cell;

/// Loads the second file. Does nothing if it is loaded. After a failure, the next call tries again.
pub(crate) type Loader = fn() -> LocalBoxFuture<'static, Result<(), SplitLoaderError>>;

thread_local! {
    /// Loads what is missing; `None` if nothing is.
    static MISSING: Cell<Option<Loader>> = const { Cell::new(None) };
}

/// Sets how the second file is loaded. Without this call, all code is there.
#[cfg(split_wasm)]
pub(crate) fn set_loader(loader: Loader) {
    MISSING.set(Some(loader));
}

/// Whether all code is loaded that shows an address.
pub(crate) fn is_loaded_for(address: &Address, collection: &Collection) -> bool {
    let exists = match &address.page {
        Page::Area(id) => collection.catalogue.areas.get(id.as_str()).is_some(),
        _ => true,
    };
    (exists && is_in_first_file(address)) || MISSING.get().is_none()
}

/// Whether the code in the first file shows an address, if there is such a page.
fn is_in_first_file(address: &Address) -> bool {
    address.page.is_listing() && address.listing_query().view == View::Cards
}

/// Begins to load what an address needs, without waiting. A failure is reported when the code is waited
/// for.
#[cfg(feature = "hydrate")]
pub(crate) fn load_early_for(address: &Address) {
    if !is_in_first_file(address) {
        wasm_bindgen_futures::spawn_local(async { drop(load().await) });
    }
}

/// Loads the code that is missing.
///
/// # Errors
/// When the file cannot be loaded, after several attempts.
pub(crate) async fn load() -> Result<(), SplitLoaderError> {
    if let Some(load) = MISSING.get() {
        load().await?;
        MISSING.set(None);
    }
    Ok(())
}
