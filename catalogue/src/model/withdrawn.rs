//! Records that were taken out of the catalogue. The pages at their addresses are written at build
//! time; the program in the browser never asks for them.

use super::json::Json;
use super::read::{Faults, FromJson};
use super::{Bilingual, Date, RecordId};

/// A record that was taken out, and what is said at its address.
#[derive(Debug, Clone, PartialEq, Eq, schemars::JsonSchema)]
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

impl FromJson for Withdrawn {
    fn from_json(json: &Json, faults: &mut Faults) -> Self {
        let mut record = json.record(faults);
        Self {
            id: record.required("id"),
            kind: record.required("kind"),
            name: record.required("name"),
            on: record.required("on"),
            reason: record.required("reason"),
            successor: record.optional("successor"),
        }
    }
}

/// The kinds of records that have a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, schemars::JsonSchema)]
#[schemars(rename_all = "kebab-case")]
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

impl FromJson for RecordKind {
    fn from_json(json: &Json, faults: &mut Faults) -> Self {
        json.one_of(
            &[
                ("cluster", Self::Cluster),
                ("area", Self::Area),
                ("organisation", Self::Organisation),
            ],
            faults,
        )
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
