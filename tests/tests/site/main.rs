//! The files of the built site: as they lie there, and as web servers send them.

mod built;
mod compressed;
mod document;
mod links;
mod markup;
mod web_servers;
