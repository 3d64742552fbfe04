//! A visitor of the built site: a real browser, driven as a person would drive it.
//!
//! [`visit`] gives a test a site served with the production headers and a browser of its own, and
//! fails the test when the browser's console holds anything that the test did not announce.

mod browser;
mod console;
mod driver;
mod engine;
pub mod fixture;
mod hands;
pub mod hostile;
mod laboratory;
mod page;
mod site;
mod soak;
mod visit;

pub use browser::{Scheme, Setup, Size};
pub use engine::Engine;
pub use laboratory::experiment;
pub use page::{Focus, READY};
pub use site::{Place, changed, impatient};
pub use soak::{Held, Taken, Walk, references_after_typing};
pub use visit::{Visitor, visit, visit_folder};
