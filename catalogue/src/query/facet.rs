//! The facets of the catalogue.

/// A facet: a property to filter by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Facet {
    /// Subject area.
    Area,
    /// Territory that the cluster represents.
    Level,
    /// Country of the cluster's seat and of its regions.
    Country,
    /// Region.
    Region,
    /// Member organisation.
    Organisation,
    /// Founding year, in periods of five years such as `2010-2014`.
    Founded,
    /// Number of members, in ranges such as `50-99`, or that it is unknown.
    Members,
    /// Whether the cluster is still active.
    Status,
    /// City of its seat.
    City,
    /// The cluster itself, for lists of chosen clusters.
    Cluster,
}

impl Facet {
    /// All facets, in the order of pages and addresses.
    pub const ALL: [Self; 10] = [
        Self::Area,
        Self::Level,
        Self::Country,
        Self::Region,
        Self::Organisation,
        Self::Founded,
        Self::Members,
        Self::Status,
        Self::City,
        Self::Cluster,
    ];

    /// The facets in the order of the filters. The country stands for all places; clusters are chosen elsewhere.
    pub const IN_PANEL: [Self; 7] = [
        Self::Area,
        Self::Level,
        Self::Country,
        Self::Organisation,
        Self::Founded,
        Self::Members,
        Self::Status,
    ];

    /// The facets of places, from the widest to the narrowest.
    pub const PLACES: [Self; 3] = [Self::Country, Self::Region, Self::City];

    /// The facets whose values can be compared, in the order in which they are offered.
    pub const COMPARED: [Self; 5] = [
        Self::Cluster,
        Self::Area,
        Self::Region,
        Self::Country,
        Self::Organisation,
    ];

    /// The key of the facet in addresses.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Area => "area",
            Self::Level => "level",
            Self::Country => "country",
            Self::Region => "region",
            Self::Organisation => "organisation",
            Self::Founded => "founded",
            Self::Members => "members",
            Self::Status => "status",
            Self::City => "city",
            Self::Cluster => "cluster",
        }
    }

    /// Whether its values are places.
    pub const fn is_place(self) -> bool {
        matches!(self, Self::Country | Self::Region | Self::City)
    }

    /// Whether a cluster can have several values, so that all of the chosen ones can be required.
    pub const fn has_several_values(self) -> bool {
        matches!(self, Self::Area | Self::Organisation)
    }

    /// The facet with this key.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|facet| facet.key() == key)
    }
}
