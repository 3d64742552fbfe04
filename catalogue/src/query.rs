//! Addresses: the only state of what is shown.
//!
//! [`Address`] is one typed value with one parser and one writer. Reading never fails: what it does
//! not know it keeps ([`Query::rest`]), what it cannot use falls back. Writing is canonical: fixed
//! order of keys, sorted values, defaults left out. The law that the tests hold is
//! `parse(write(a)) == a`, for any Unicode text.

mod address;
mod facet;
mod percent;
mod state;

pub use address::{Address, Base, InvalidBase, Page};
pub use facet::Facet;
pub use percent::{decode, encode};
pub use state::{PAGE_LENGTH, Query, Sort, View};
