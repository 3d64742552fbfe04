//! Finishes the site that Trunk has bundled: minifies files and adds content hashes to their names;
//! writes pages, preview images, QR codes, headers and compressed copies.
//!
//! Trunk calls it through the hooks in `Trunk.toml`. It is also a library, because tests build
//! sites of their own.

mod assets;
mod bill_of_materials;
mod cache;
pub mod cards;
mod compress;
mod fingerprint;
pub mod hooks;
mod markup;
pub mod pages;
mod program;
pub mod qr;
pub mod settings;
pub mod sizes;
mod split;
