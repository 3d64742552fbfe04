//! Whether a cluster is still active.

use serde::Deserialize;

/// Whether a cluster is still active, as far as its sources show.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Status {
    /// A source of the last six years or so shows it at work.
    Active,
    /// A source says that it ended or stopped its work.
    Dormant,
    /// No such source is known, and none says that it ended.
    #[default]
    Unknown,
}

impl Status {
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
