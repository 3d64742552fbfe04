//! Clusters, areas, organisations, and how they are read from the data file.
//!
//! Every value is checked while it is read ([`Text`], [`SafeUrl`], the ids, [`SeenDate`]), so that
//! no other code has to validate anything.

#[cfg(feature = "schema")]
mod accepted;
mod catalogue;
mod checked_string;
mod cluster;
mod date;
mod id;
mod organisation;
mod status;
mod table;
mod text;
#[cfg(feature = "schema")]
mod tombstone;
mod url;
mod vocabulary;

pub use catalogue::{Catalogue, LoadError, SCHEMA_VERSION, Skipped};
pub use checked_string::Invalid;
pub use cluster::{
    Cluster, Evidence, Fact, Level, Members, Precision, Source, Support, Unit, Unverified,
};
pub use date::{Date, SeenDate};
pub use id::{AreaId, CityId, ClusterId, CountryCode, OrganisationId, RecordId, RegionId};
pub use organisation::{Membership, Organisation, OrganisationKind, Reference, Role};
pub use status::Status;
pub use table::{Identified, Table};
pub use text::{Bilingual, Lang, Text, WordLists};
pub use url::SafeUrl;
pub use vocabulary::{Area, City, Coordinates, Country, Licence, Region, Section, Statement};

#[cfg(feature = "schema")]
pub use accepted::{Accepted, Check};
#[cfg(feature = "schema")]
pub use catalogue::schema;
#[cfg(feature = "schema")]
pub use tombstone::{RecordKind, Tombstone};
