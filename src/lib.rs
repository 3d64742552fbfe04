//! Technology Clusters: a searchable catalogue of Italian and European technology clusters that
//! runs entirely in the browser.
//!
//! Data flows one way: address → [`site::Site`]; data file → [`catalogue::browse::Collection`];
//! both → a memo of the listing → components; events → [`routing`] → address.
//!
//! Modules point one way, too: `start → app → pages → components → routing → site`, and all of
//! them may use [`names`], [`i18n`] and `dom`.

#![expect(
    unreachable_pub,
    reason = "`#[component]` makes the props of a component public, wherever it stands"
)]

// Files written with erased components hold other comment markers than those written without, and
// a program hydrates only files that were written the way it was built.
#[cfg(not(any(erase_components, doc, doctest, fuzzing)))]
compile_error!(
    "build with `--cfg erase_components`, as .cargo/config.toml says: \
     the variable RUSTFLAGS replaces the flags of that file"
);

pub mod app;
pub mod components;
pub mod i18n;
pub mod names;
pub mod pages;
pub mod routing;
pub mod site;
#[cfg(feature = "hydrate")]
pub mod start;
#[cfg(feature = "ssr")]
pub mod static_page;

#[cfg(feature = "hydrate")]
mod data;
mod dom;
