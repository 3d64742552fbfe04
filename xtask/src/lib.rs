//! The project's commands: set-up, build, serve, and the test steps. The other commands call the
//! tools below `tools/`.
//!
//! It is also a library, because tests and benchmarks use its set-up.

pub mod cli;
pub mod dependencies;
pub mod fuzz;
pub mod setup;
pub mod site;
pub mod steps;
pub mod under_test;
