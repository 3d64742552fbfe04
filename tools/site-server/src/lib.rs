//! A strict static file server, configured like a production host.
//!
//! It answers 404 for missing files, sends the headers of [`hosting::headers`], and serves nothing
//! outside its base. Tests can inject faults ([`Fault`]).

mod fault;
mod files;
mod preload;
mod routes;
mod server;

pub use fault::{Action, Fault, Faults};
pub use preload::Preload;
pub use routes::ServedSite;
pub use server::Server;
