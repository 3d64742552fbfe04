//! Records that were taken out of the catalogue. The pages at their addresses are written at build
//! time; the program in the browser never asks for them.

use serde::Deserialize;

use super::{Bilingual, Date, RecordId};

/// A record that was taken out, and what is said at its address.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, schemars::JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Withdrawn {
    /// The id that it had, and that no other record ever gets.
    pub id: RecordId,
    /// What it was.
    pub kind: RecordKind,
    /// What it was called.
    pub name: Bilingual,
    /// The day on which it was taken out.
    pub on: Date,
    /// Why.
    pub reason: Bilingual,
    /// The id of the record of the same kind that took its place.
    pub successor: Option<RecordId>,
}

/// The kinds of records that have a page.
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
    /// The list of the data file in which records of this kind stand; their addresses have it too.
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
    fn each_kind_stands_in_the_list_that_its_address_names() {
        let kinds = [
            RecordKind::Cluster,
            RecordKind::Area,
            RecordKind::Organisation,
        ];
        let lists = ["clusters", "areas", "organisations"];
        assert_eq!(kinds.map(RecordKind::list), lists);
    }
}
