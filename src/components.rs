//! The things on the screen: each gets values and callbacks, none knows where it is used.

mod chart;
mod chips;
mod choice_list;
mod data_table;
mod facet_panel;
mod fact_list;
mod map;
mod marked;
mod matrix;
mod membership_list;
mod rescue_list;
mod result_card;
mod result_table;
mod search_box;
mod share;
mod site_frame;

pub use chart::charts;
pub use chips::{Chip, chips};
pub use choice_list::choice_list;
pub use data_table::data_table;
pub use facet_panel::{Counts, FacetGroup, facet_panel};
pub use fact_list::{Mark, fact, reference, source_list, unverified};
pub use map::{MapPoint, map};
pub use marked::marked;
pub use matrix::{MatrixTie, matrix};
pub use membership_list::{MembershipItem, membership_list};
pub use rescue_list::rescue_list;
pub use result_card::{AreaLink, ResultItem, result_card};
pub use result_table::{result_row, result_table};
pub use search_box::search_box;
pub use share::{Shared, share};
pub use site_frame::{header, licence, skipped, updated};
