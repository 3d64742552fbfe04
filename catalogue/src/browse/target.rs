//! The areas, places, clusters and organisations that a text may name.

use crate::query::Facet;

/// A record that an unfinished text may name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Target {
    /// A value of a facet, by its number: an area or a place.
    Value(Facet, u32),
    /// A cluster, by its number.
    Cluster(u32),
    /// An organisation, by its number.
    Organisation(u32),
}

/// A name of a target, prepared for comparison.
pub(super) struct Name {
    pub(super) target: Target,
    /// The folded words, each after a space.
    pub(super) words: String,
}
