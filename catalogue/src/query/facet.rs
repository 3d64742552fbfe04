//! The facets by which the catalogue can be narrowed.

/// A facet: a property whose values can be chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Facet {
    /// Subject area.
    Area,
    /// Territory that the cluster stands for.
    Level,
    /// Country of the cluster and of its regions.
    Country,
    /// Region.
    Region,
    /// Member organisation.
    Organisation,
}

impl Facet {
    /// All facets, in the order of the page and of the address.
    pub const ALL: [Self; 5] = [
        Self::Area,
        Self::Level,
        Self::Country,
        Self::Region,
        Self::Organisation,
    ];

    /// The facet's key in the address.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Area => "area",
            Self::Level => "level",
            Self::Country => "country",
            Self::Region => "region",
            Self::Organisation => "organisation",
        }
    }

    /// The facet with this key.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|facet| facet.key() == key)
    }
}
