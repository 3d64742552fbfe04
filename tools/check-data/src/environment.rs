//! The environment: today's date, and the language of the user.

use std::time::{SystemTime, UNIX_EPOCH};

use anyhow::{Context, Result, anyhow};
use catalogue::model::{Date, Lang};

/// Today's date in the time zone where it is latest: an editor in Brescia just after midnight must
/// not be told that today is in the future.
///
/// # Errors
/// When the clock of the machine shows a year before 1970 or after 9999.
pub(super) fn today() -> Result<Date> {
    const FURTHEST_AHEAD_HOURS: u64 = 14;
    let since = SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .context("the clock shows a year before 1970")?;
    day((since.as_secs() + FURTHEST_AHEAD_HOURS * 3600) / 86_400)
}

/// The date a number of days after 1 January 1970, in the Gregorian calendar.
///
/// Counted in eras of 400 years that begin on 1 March, so that the leap day is the last of its
/// year (Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", `civil_from_days`).
fn day(since_1970: u64) -> Result<Date> {
    let days = since_1970 + 719_468;
    let (era, of_era) = (days / 146_097, days % 146_097);
    let year_of_era = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month_from_march = (5 * of_year + 2) / 153;
    let day = of_year - (153 * month_from_march + 2) / 5 + 1;
    let month = if month_from_march < 10 {
        month_from_march + 3
    } else {
        month_from_march - 9
    };
    let year = era * 400 + year_of_era + u64::from(month <= 2);
    Date::new(&format!("{year:04}-{month:02}-{day:02}"))
        .map_err(|invalid| anyhow!("the clock: {invalid}"))
}

/// The language of the locale: Italian if the first of `LC_ALL`, `LC_MESSAGES` and `LANG` that is
/// set is Italian, otherwise English.
pub(crate) fn language(variable: impl Fn(&str) -> Option<String>) -> Lang {
    let set = ["LC_ALL", "LC_MESSAGES", "LANG"]
        .into_iter()
        .find_map(|name| variable(name).filter(|value| !value.is_empty()));
    let tag = set.unwrap_or_default();
    let tag = tag.split(['_', '.', '-', '@']).next().unwrap_or_default();
    Lang::from_tag(&tag.to_lowercase()).unwrap_or(Lang::En)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_counted_from_1970() -> Result<()> {
        for (since_1970, date) in [
            (0, "1970-01-01"),
            (58, "1970-02-28"),
            (59, "1970-03-01"),
            (11_016, "2000-02-29"),
            (11_017, "2000-03-01"),
            (19_723, "2024-01-01"),
            (20_780, "2026-11-23"),
        ] {
            assert_eq!(day(since_1970)?.as_str(), date);
        }
        Ok(())
    }

    #[test]
    fn the_first_variable_that_is_set_decides() {
        for (all, messages, lang, expected) in [
            ("", "", "it_IT.UTF-8", Lang::It),
            ("", "en_GB.UTF-8", "it_IT.UTF-8", Lang::En),
            ("it", "en_GB.UTF-8", "C", Lang::It),
            ("C", "it_IT", "it_IT", Lang::En),
            ("", "", "de_CH", Lang::En),
            ("", "", "", Lang::En),
        ] {
            let language = language(|name| {
                let value = match name {
                    "LC_ALL" => all,
                    "LC_MESSAGES" => messages,
                    _ => lang,
                };
                Some(value.to_owned())
            });
            assert_eq!(language, expected, "{all} {messages} {lang}");
        }
    }
}
