//! The pages, one component each. [`lazy`] shows all pages but the listing.

mod about_page;
mod cluster_page;
mod compare_page;
pub mod lazy;
mod listing_page;
mod network_page;
mod not_found_page;
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
