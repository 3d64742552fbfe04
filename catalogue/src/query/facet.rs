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
    /// Five years in one of which it was set up, as `2010-2014`.
    Founded,
    /// City of its seat.
    City,
}

impl Facet {
    /// All facets, in the order of the page and of the address.
    pub const ALL: [Self; 7] = [
        Self::Area,
        Self::Level,
        Self::Country,
        Self::Region,
        Self::Organisation,
        Self::Founded,
        Self::City,
    ];

    /// Those with boxes to tick: all but the cities, which are chosen on the map.
    pub const IN_PANEL: [Self; 6] = [
        Self::Area,
        Self::Level,
        Self::Country,
        Self::Region,
        Self::Organisation,
        Self::Founded,
    ];

    /// The facet's key in the address.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Area => "area",
            Self::Level => "level",
            Self::Country => "country",
            Self::Region => "region",
            Self::Organisation => "organisation",
            Self::Founded => "founded",
            Self::City => "city",
        }
    }

    /// The facet with this key.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|facet| facet.key() == key)
    }
}
