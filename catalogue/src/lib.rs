//! The catalogue of technology clusters as a pure library.
//!
//! No browser, no framework, no clock and no input or output: what the page shows is a function of
//! the data file and the address, and that function lives here.
//!
//! - [`model`]: what a cluster, an area, an organisation is; parsing and checking of the JSON.
//! - [`search`]: text in, scored document numbers and highlight spans out.
//! - [`query`]: catalogue state to query string and back, address to page and back.
//! - [`browse`]: catalogue, index and query in; the listing with its counts out.
//! - [`map`]: where places stand on a plane map.
//! - [`export`]: pages to citations.

pub mod browse;
pub mod export;
mod jagged_array;
pub mod map;
pub mod model;
pub mod query;
pub mod search;
