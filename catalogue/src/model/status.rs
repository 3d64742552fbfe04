//! Whether a cluster is still active.

use serde::Deserialize;

/// Whether a cluster is still active, as far as its sources show. The date of the newest source
/// that shows it at work decides between active and unknown: see [`Status::ACTIVE_YEARS`].
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "export", derive(serde::Serialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Status {
    /// A source shows it at work, and `last_seen` is not more than six years before `updated`. A
    /// year or month alone counts from its first day.
    Active,
    /// A source says that it ended or stopped its work.
    Dormant,
    /// No source of the last six years shows it at work, and none says that it ended.
    #[default]
    Unknown,
}

impl Status {
    /// How many years before the last change of the catalogue a source may be and still show that
    /// a cluster is active.
    pub const ACTIVE_YEARS: u16 = 6;

    /// All statuses.
    pub const ALL: [Self; 3] = [Self::Active, Self::Dormant, Self::Unknown];

    /// The name of the status in addresses and in the data file.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Active => "active",
            Self::Dormant => "dormant",
            Self::Unknown => "unknown",
        }
    }
}
