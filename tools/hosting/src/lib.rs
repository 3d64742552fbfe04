//! What web servers are told about the site, made from one source: media types, headers, and the
//! configurations that say both.

pub mod fingerprint;
pub mod headers;
pub mod media_type;
