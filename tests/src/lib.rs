//! A visitor of the built site: a real browser, driven by `WebDriver`.
//!
//! [`visit`] gives a test a site served with the production headers and a browser of its own, and
//! fails the test when the console has a message that the test did not expect.

mod actions;
mod browser;
mod driver;
pub mod fixture;
pub mod hostile;
mod page;
mod site;
mod soak;
mod visit;

pub use browser::{Scheme, Setup, Viewport, with_bench_browser};
pub use driver::Engine;
pub use page::{Focus, READY};
pub use site::{BuiltSite, changed, impatient};
pub use soak::{BrowserMemory, RandomWalk, Usage, references_after_typing};
pub use visit::{Visitor, visit, visit_folder};
