//! Files that programs look for under fixed names: the sitemap, `robots.txt` and `security.txt`.

use std::fmt::Write;

use catalogue::{
    model::{Date, Lang},
    query::Address,
};

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

/// The path at the root of a host. A site in a folder cannot write there, so its publisher must
/// copy the file.
const PATH: &str = ".well-known/security.txt";

/// The file, if the settings have a contact.
pub(super) fn security_txt(site: &SiteData) -> Option<(String, String)> {
    let contact = site.settings.publisher.as_ref()?.contact.as_str();
    let expires = year_after(&site.collection.catalogue.updated);
    let languages = Lang::ALL.map(Lang::tag).join(", ");
    let origin = site.settings.origin();
    let text = format!(
        "Contact: {contact}\n\
         Expires: {expires}T00:00:00Z\n\
         Preferred-Languages: {languages}\n\
         Canonical: {origin}/{PATH}\n"
    );
    Some((PATH.to_owned(), text))
}

/// The same day of the next year. It is derived from the data and not from the clock, so that the
/// same sources give the same bytes; data that has not changed for a year may have no maintainer.
fn year_after(day: &Date) -> String {
    let (year, month, day) = day.parts();
    let (month, day) = (month.unwrap_or(1), day.unwrap_or(1));
    // The year after a leap year has no 29 February.
    let day = if month == 2 { day.min(28) } else { day };
    format!("{:04}-{month:02}-{day:02}", year + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_year_later_is_a_valid_date() -> Result<(), catalogue::model::Invalid> {
        for (day, later) in [
            ("2026-11-20", "2027-11-20"),
            ("2028-02-29", "2029-02-28"),
            ("2028-03-31", "2029-03-31"),
        ] {
            assert_eq!(year_after(&Date::new(day)?), later);
        }
        Ok(())
    }
}
