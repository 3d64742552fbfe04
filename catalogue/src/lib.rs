//! The catalogue of technology clusters as a pure library.
//!
//! No browser, no framework, no clock, no I/O: what a page shows is a function of the data file and
//! the address, and that function lives here.
//!
//! - [`model`]: clusters, areas, organisations; reading and checking the JSON.
//! - [`search`]: text in, scored document numbers and highlight ranges out.
//! - [`query`]: from addresses and query strings to typed values and back.
//! - [`browse`]: catalogue, index and query in, the listing with its counts out.
//! - [`map`]: positions of places on a flat map.
//! - [`export`]: citations of pages.

pub mod browse;
pub mod export;
mod jagged_array;
pub mod map;
pub mod model;
pub mod query;
pub mod search;
