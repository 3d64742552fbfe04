//! The whole product as a pure function: catalogue, index and query in, the listing out.
//!
//! [`Collection::listing`] finds, filters, counts and sorts, and suggests other queries if nothing
//! matches. The other content of pages is here, too: memberships ([`MembershipIndex`]), similar
//! clusters ([`Collection::similar`]), and pages that a mistyped address may have meant
//! ([`Collection::nearest`]).

mod collection;
mod comparison;
mod completions;
mod demonyms;
mod ego_network;
mod facets;
mod fields;
mod figures;
mod former_ids;
mod inclusion;
mod indexes;
mod listing;
mod map_areas;
mod matching;
mod named_organisations;
mod nearest;
mod network;
mod numbers;
mod place;
mod places;
mod reasons;
mod related;
mod seats;
mod sort_keys;
mod target;
mod typed_filters;
mod typed_text;
mod value_names;
mod zero_results;

pub use collection::{Collection, CollectionBuilder};
pub use comparison::{Agreement, Cell, Comparison, MAX_COMPARED, Property, Row, Section, Topic};
pub use completions::Completions;
pub use ego_network::{EgoNetwork, Neighbour};
pub use facets::{FacetValues, ValueCount};
pub use fields::Field;
pub use figures::FIGURES;
pub use inclusion::Inclusion;
pub use indexes::MembershipIndex;
pub use listing::Listing;
pub use map_areas::MapArea;
pub use matching::subject;
pub use nearest::NearestPage;
pub use network::{Network, Tie};
pub use numbers::{Numbers, TimeAxis};
pub use place::Place;
pub use reasons::Reason;
pub use related::Similar;
pub use seats::Seats;
pub use target::Target;
pub use zero_results::{QueryChange, Suggestion};

#[cfg(test)]
mod tests;
