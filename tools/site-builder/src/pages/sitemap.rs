//! The sitemap and `robots.txt`.

use std::fmt::Write;

use catalogue::query::Address;

use super::{head::alternates, site::SiteData};
use crate::markup::escaped;

/// The sitemap: all pages with their language versions and the date of the last change of the data
/// (<https://www.sitemaps.org/protocol.html>).
pub(super) fn sitemap(site: &SiteData, addresses: &[Address]) -> String {
    let mut sitemap = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" \
         xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n",
    );
    let url = |path: &str| escaped(&site.settings.url(path));
    let updated = site.collection.catalogue.updated.as_str();
    for address in addresses {
        let alternates = alternates(&address.page);
        let alternates = alternates.iter().map(|alternate| {
            format!(
                "<xhtml:link rel=\"alternate\" hreflang=\"{}\" href=\"{}\"/>",
                alternate.hreflang,
                url(&alternate.path)
            )
        });
        // Writing to a string cannot fail.
        writeln!(
            sitemap,
            "<url><loc>{}</loc>{}<lastmod>{updated}</lastmod></url>",
            url(&address.path()),
            alternates.collect::<String>(),
        )
        .ok();
    }
    sitemap.push_str("</urlset>\n");
    sitemap
}

/// Allows everything. It only works at the root of a host: if the site is in a folder, the host's
/// own `robots.txt` has to name the sitemap.
pub(super) fn robots(site: &SiteData) -> String {
    format!(
        "User-agent: *\nAllow: /\n\nSitemap: {}\n",
        site.settings.url("sitemap.xml")
    )
}
