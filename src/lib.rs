//! Technology Clusters: a searchable catalogue of Italian and European technology clusters that
//! runs entirely in the browser.
//!
//! Data flows one way: the address is a signal of [`site::Site`], the data file becomes a
//! [`catalogue::browse::Collection`], components show the listing computed from both, and events go
//! through [`routing`] to the address.
//!
//! Modules depend on each other in one direction only: `start → app → pages → components → routing
//! → site`. All of them may use `code_loading`, [`names`], [`i18n`] and `dom`.

#![expect(
    unreachable_pub,
    reason = "`#[component]` makes the props of a component public, wherever it stands"
)]

// Static HTML that was rendered with erased components has different hydration markers from HTML
// that was rendered without. Both sides must be built the same way.
#[cfg(not(any(erase_components, doc, doctest, fuzzing)))]
compile_error!(
    "build with `--cfg erase_components`, as .cargo/config.toml says: \
     the variable RUSTFLAGS replaces the flags of that file"
);

pub mod app;
mod code_loading;
pub mod components;
pub mod i18n;
pub mod names;
pub mod pages;
pub mod routing;
mod shortlist;
pub mod site;
#[cfg(feature = "hydrate")]
pub mod start;
#[cfg(feature = "ssr")]
pub mod static_page;

#[cfg(feature = "hydrate")]
mod data;
mod dom;
#[cfg(all(test, target_arch = "wasm32"))]
mod testing;
