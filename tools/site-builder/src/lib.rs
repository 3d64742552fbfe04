//! What makes the site of the files that Trunk has bundled: it makes them small and names them by their
//! content, and writes the pages, pictures, codes, headers and compressed files.
//!
//! Trunk calls it by the hooks in `Trunk.toml`. It is a library besides because the tests of the site
//! make pages of their own.

mod bill_of_materials;
pub mod cards;
mod compress;
mod fingerprint;
pub mod hooks;
mod minify;
pub mod pages;
mod program;
mod published_ids;
pub mod qr;
pub mod settings;
pub mod sizes;
mod styles;
