//! The commands of the project: set-up of the tools, building and serving the site, the steps of the
//! tests. What the other commands do is in the tools below `tools/`, which are called.
//!
//! The library exists besides the `cargo xtask` program because the tests and the benchmarks set up
//! what they need.

pub mod cli;
pub mod dependencies;
pub mod driven;
pub mod reproduce;
pub mod screenshots;
pub mod setup;
pub mod site;
pub mod steps;
pub mod under_test;
