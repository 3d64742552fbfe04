//! Exports as text: citations.

mod citation;

pub use citation::{Citation, CitationFormat};
