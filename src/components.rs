//! The components, one file each. They get props and the context.

mod charts;
mod chips;
mod choice_list;
mod compare_links;
mod completion_list;
mod data_table;
mod downloads;
mod facet_list;
mod facet_panel;
mod fact_list;
mod links;
mod list;
mod map;
mod marked;
mod matrix;
mod membership_list;
mod name_heading;
mod no_results;
mod picture_tools;
mod place_tree;
mod result_card;
mod result_table;
mod search_box;
mod share;
mod shortlist;
mod site_frame;

pub use charts::{BarChart, BarRow, BarValue, YearChart};
pub use chips::Chips;
pub use choice_list::ChoiceList;
pub use compare_links::CompareLinks;
pub use data_table::DataTable;
pub use downloads::Downloads;
pub use facet_panel::FacetPanel;
pub use fact_list::{
    FactEvidence, FactRow, FactSources, Reference, SourceList, UnverifiedMark, checked,
    former_names,
};
pub use links::{AreaLink, ClusterLink, ExternalLink, FilterLink, OrganisationLink};
pub use list::List;
pub use map::{Map, MapPoint, city_point, mark_circles};
pub use marked::{Marked, MarkedSearch};
pub use matrix::{Matrix, MatrixTie};
pub use membership_list::{MembershipItem, MembershipList};
pub use name_heading::NameHeading;
pub use no_results::NoResults;
pub use picture_tools::PictureTools;
pub use result_card::{FIRST_CARDS, ResultCard};
pub use result_table::{FIRST_ROWS, ResultTable};
pub use search_box::{SearchBox, SearchField};
pub use share::Share;
pub use shortlist::{SaveButton, SavedLink, SavedNote, SavedProblem};
pub use site_frame::{DataLicence, Header, LastUpdated, SkippedRecords};

#[cfg(all(test, target_arch = "wasm32"))]
mod tests;
