//! Technology Clusters: a searchable catalogue of Italian and European technology clusters that
//! runs entirely in the browser.
//!
//! Data flows one way: address → what is asked; data file → [`catalogue::browse::Collection`]; both →
//! listing → views; events → one [`app::navigation`] → address.

pub mod app;
pub mod components;
pub mod pages;
pub mod strings;

mod browser;
pub mod markup;
#[cfg(feature = "ssr")]
pub mod static_page;
