//! Everything around the build of Technology Clusters: set-up of the tools, the site, the checks
//! of the data, the strict server, and the steps of the tests.
//!
//! The library exists besides the `cargo xtask` program because the browser tests start
//! [`server::Server`] in their own process.

pub mod base;
pub mod bench;
pub mod cards;
pub mod check_data;
pub mod cli;
pub mod generate;
pub mod headers;
pub mod media_type;
pub mod pages;
mod process;
pub mod qr;
pub mod screenshots;
pub mod server;
pub mod settings;
pub mod setup;
pub mod site;
pub mod steps;
pub mod supply_chain;
