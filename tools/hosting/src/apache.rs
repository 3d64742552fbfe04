//! The configuration for Apache, a file in the site's own folder.

use project::base::Base;

use crate::{
    filled,
    headers::{ASK_FIRST, FOR_EVER, SECURITY, TRANSPORT},
    media_type,
};

const TEMPLATE: &str = include_str!("htaccess");

/// As in [`crate::headers::is_fingerprinted`], with compressed copies, because Apache sends those.
const FINGERPRINTED: &str = r"-[0-9a-f]{16}\.[^./]+(\.(br|gz))?$";

/// The text of the `.htaccess` of a site under `base`.
pub fn htaccess(base: &Base) -> String {
    let types = media_type::all().map(|(ending, name)| format!("AddType \"{name}\" .{ending}\n"));
    let headers = SECURITY
        .iter()
        .map(|(name, value)| format!("Header always set {name} \"{value}\"\n"));
    filled(
        TEMPLATE,
        &[
            ("TYPES", &types.collect::<String>()),
            ("HEADERS", &headers.collect::<String>()),
            ("TRANSPORT", &format!("{} \"{}\"", TRANSPORT.0, TRANSPORT.1)),
            ("FINGERPRINTED", FINGERPRINTED),
            ("FOR_EVER", FOR_EVER),
            ("ASK_FIRST", ASK_FIRST),
            ("BASE", base.as_str()),
        ],
    )
}
