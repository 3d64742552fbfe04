//! What a cluster, an area, an organisation is, and how they are read from the data file.
//!
//! Every value is checked while it is read ([`Text`], [`SafeUrl`], the ids, [`SeenDate`]), so that
//! no code after this module asks whether a value is valid.

mod catalogue;
mod cluster;
mod date;
mod id;
mod organisation;
mod table;
mod text;
mod url;
mod vocabulary;
#[cfg(feature = "schema")]
mod withdrawn;

pub use catalogue::{Catalogue, LoadError, SCHEMA_VERSION, Skipped};
pub use cluster::{Cluster, Evidence, Fact, Keywords, Level, Members, Source, Support, Unverified};
pub use date::{Date, SeenDate};
pub use id::{AreaId, CityId, ClusterId, CountryCode, OrganisationId, RecordId, RegionId};
pub use organisation::{Kind, Membership, Organisation, Reference, Role};
pub use table::{Identified, Table};
pub use text::{Bilingual, Lang, Text};
pub use url::SafeUrl;
pub use vocabulary::{Area, City, Coordinates, Country, Licence, Region, Section, Synonyms};

#[cfg(feature = "schema")]
pub use catalogue::schema;
#[cfg(feature = "schema")]
pub use withdrawn::{RecordKind, Withdrawn};

/// A value that the data file may not hold, in words for the person who edits that file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Invalid(pub &'static str);

impl std::fmt::Display for Invalid {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(self.0)
    }
}

impl std::error::Error for Invalid {}

/// Makes a string type whose every value has passed `$check`.
///
/// The type is deserialized through that check, and describes itself to the JSON Schema by
/// `$pattern`, which says the same in a regular expression.
macro_rules! checked_string {
    ($(#[$doc:meta])* $name:ident, $check:path, $pattern:literal) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Deserialize)]
        #[serde(try_from = "String")]
        pub struct $name(Box<str>);

        impl $name {
            /// Checks and wraps a text.
            ///
            /// # Errors
            /// Says in words for an editor what the text must not be.
            pub fn new(text: &str) -> Result<Self, $crate::model::Invalid> {
                $check(text).map(|()| Self(text.into()))
            }

            /// The text itself.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl TryFrom<String> for $name {
            type Error = $crate::model::Invalid;

            fn try_from(text: String) -> Result<Self, Self::Error> {
                $check(&text).map(|()| Self(text.into()))
            }
        }

        impl std::borrow::Borrow<str> for $name {
            fn borrow(&self) -> &str {
                &self.0
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str(&self.0)
            }
        }

        #[cfg(feature = "schema")]
        impl schemars::JsonSchema for $name {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                schemars::json_schema!({ "type": "string", "pattern": $pattern })
            }
        }
    };
}
pub(crate) use checked_string;
