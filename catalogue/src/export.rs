//! Records as text for other programs: files of all records, selections of them, and citations.
//!
//! The files are written when the site is built (feature `export`). A download of some results is a
//! selection of the records of such a file ([`Format::select`]), so the app needs no code that writes
//! them, and both have the same content.

mod citation;
mod format;
mod selection;

#[cfg(feature = "export")]
mod bibliography;
#[cfg(feature = "export")]
mod envelope;
#[cfg(feature = "export")]
mod geojson;
#[cfg(feature = "export")]
mod records;
#[cfg(feature = "export")]
mod schemas;
#[cfg(feature = "export")]
mod source_rows;
#[cfg(feature = "export")]
mod table;
#[cfg(feature = "export")]
mod tables;
#[cfg(feature = "export")]
mod words;

pub use citation::{Citation, CitationFormat};
pub use format::{Format, RecordList};
pub use selection::{file_name, selection};

#[cfg(feature = "export")]
pub use bibliography::bibliography;
#[cfg(feature = "export")]
pub use envelope::Envelope;
#[cfg(feature = "export")]
pub use geojson::clusters_geojson;
#[cfg(feature = "export")]
pub use records::{cluster_json, list_json};
#[cfg(feature = "export")]
pub use schemas::{cluster_schema, geojson_schema, list_schema};
#[cfg(feature = "export")]
pub use source_rows::{SOURCE_COLUMNS, source_rows};
#[cfg(feature = "export")]
pub use table::{ColumnKind, Table, TableColumn};
#[cfg(feature = "export")]
pub use tables::TABLES;

#[cfg(all(test, feature = "export"))]
mod tests;
