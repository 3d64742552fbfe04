//! Addresses: the only state that determines what a page shows.
//!
//! [`Address`] is a typed value with one parser and one writer. Parsing never fails: unknown keys
//! are kept ([`Query::unknown`]), and bad values fall back to defaults. Writing is canonical: keys
//! in a fixed order, values sorted, defaults omitted. Property tests hold `parse(write(a)) == a`
//! for any Unicode text.

mod address;
mod facet;
mod percent;
mod state;

pub use address::{Address, BasePath, InvalidBasePath, Page};
pub use facet::Facet;
pub use percent::{decode, encode};
pub use state::{PAGE_LENGTH, Query, Sort, View};
