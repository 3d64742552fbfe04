//! A strict server of static files, as a production host would be set up.
//!
//! It answers 404 for what is missing, so a wrong address shows; sends the headers of
//! [`hosting::headers`]; and serves nothing outside its base. For tests it can be told to fail in
//! chosen ways ([`Fault`]).

mod fault;
mod files;
mod path;
mod preload;
mod routes;
mod server;
mod site;

pub use fault::{Action, Fault, Faults};
pub use preload::Preload;
pub use server::Server;
pub use site::Site;
