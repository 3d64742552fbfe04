//! Records that were removed from the catalogue. The pages at their addresses are written at build
//! time; the app in the browser never reads them.

use serde::Deserialize;

use super::date::Date;
use super::id::RecordId;
use super::text::Bilingual;

/// A removed record, and what the page at its address says.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, schemars::JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Tombstone {
    /// Its id, which no other record may ever get.
    pub id: RecordId,
    /// The kind of record.
    pub kind: RecordKind,
    /// Its name.
    pub name: Bilingual,
    /// The day on which it was removed.
    pub on: Date,
    /// The reason.
    pub reason: Bilingual,
    /// The id of the record of the same kind that replaces it.
    pub successor: Option<RecordId>,
}

/// The kinds of records with pages of their own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum RecordKind {
    /// A cluster.
    Cluster,
    /// A subject area.
    Area,
    /// An organisation.
    Organisation,
}

impl RecordKind {
    /// The list of such records in the data file; it is part of their addresses, too.
    pub const fn list(self) -> &'static str {
        match self {
            Self::Cluster => "clusters",
            Self::Area => "areas",
            Self::Organisation => "organisations",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn record_kinds_have_the_list_of_their_address() {
        let kinds = [
            RecordKind::Cluster,
            RecordKind::Area,
            RecordKind::Organisation,
        ];
        let lists = ["clusters", "areas", "organisations"];
        assert_eq!(kinds.map(RecordKind::list), lists);
    }
}
