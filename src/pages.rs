//! The pages, one component each. [`on_demand`] shows all but the listing.

mod about_page;
mod cluster_page;
mod compare_page;
mod listing_page;
mod network_page;
mod not_found_page;
pub mod on_demand;
mod organisation_page;
mod organisations_page;

pub use about_page::AboutPage;
pub use cluster_page::ClusterPage;
pub use compare_page::ComparePage;
pub use listing_page::ListingPage;
pub use network_page::NetworkPage;
pub use not_found_page::NotFoundPage;
pub use organisation_page::OrganisationPage;
pub use organisations_page::OrganisationsPage;
