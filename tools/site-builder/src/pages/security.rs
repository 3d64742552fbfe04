//! Where to report a vulnerability of the site: `security.txt` (RFC 9116).

use catalogue::model::{Date, Lang};

use super::site::SiteData;

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
    // 29 February does not exist in the next year.
    let day = if month == 2 { day.min(28) } else { day };
    format!("{:04}-{month:02}-{day:02}", year + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_year_later_is_a_day_of_the_calendar() -> Result<(), catalogue::model::Invalid> {
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
