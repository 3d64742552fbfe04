//! Dates of varying precision.

use super::checked_string::{Invalid, checked_string};

checked_string!(
    /// A day, `YYYY-MM-DD` (ISO 8601).
    Date, day, r"^\d{4}-\d{2}-\d{2}$"
);
checked_string!(
    /// The date at which something was seen to hold: a year, month or day, followed by `~` if it is
    /// approximate (Extended Date/Time Format, ISO 8601-2): `2018`, `2022-06`, `2018~`.
    SeenDate, seen, r"^\d{4}(-\d{2}(-\d{2})?)?~?$"
);

impl SeenDate {
    /// Whether the date is approximate.
    pub fn is_approximate(&self) -> bool {
        self.as_str().ends_with('~')
    }

    /// Year, and month and day if known.
    pub fn parts(&self) -> (u16, Option<u8>, Option<u8>) {
        parts(self.as_str().trim_end_matches('~')).unwrap_or_default()
    }
}

impl Date {
    /// Year, month, day.
    pub fn parts(&self) -> (u16, Option<u8>, Option<u8>) {
        parts(self.as_str()).unwrap_or_default()
    }
}

fn day(text: &str) -> Result<(), Invalid> {
    match parts(text) {
        Some((_, Some(_), Some(_))) => Ok(()),
        _ => Err(Invalid(
            "a date is written as year-month-day, as in 2026-11-23",
        )),
    }
}

fn seen(text: &str) -> Result<(), Invalid> {
    match parts(text.strip_suffix('~').unwrap_or(text)) {
        Some(_) => Ok(()),
        None => Err(Invalid(
            "a date is a year, a year-month or a year-month-day, with ~ behind it where it is approximate, as in 2018~",
        )),
    }
}

fn parts(text: &str) -> Option<(u16, Option<u8>, Option<u8>)> {
    let number = |part: &str, digits: usize, range: std::ops::RangeInclusive<u16>| {
        let right_form = part.len() == digits && part.bytes().all(|b| b.is_ascii_digit());
        part.parse::<u16>()
            .ok()
            .filter(|n| right_form && range.contains(n))
    };
    let small = |n: u16| u8::try_from(n).ok();
    let mut pieces = text.split('-');
    let year = number(pieces.next()?, 4, 1000..=9999)?;
    let Some(month) = pieces.next() else {
        return Some((year, None, None));
    };
    let month = number(month, 2, 1..=12)?;
    let Some(day) = pieces.next() else {
        return Some((year, small(month), None));
    };
    let day = number(day, 2, 1..=days_in(year, month))?;
    pieces
        .next()
        .is_none()
        .then_some((year, small(month), small(day)))
}

fn days_in(year: u16, month: u16) -> u16 {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn seen_dates_have_varying_precision() -> Result<(), Invalid> {
        assert_eq!(SeenDate::new("2018~")?.parts(), (2018, None, None));
        assert!(SeenDate::new("2018~")?.is_approximate());
        assert!(!SeenDate::new("2018")?.is_approximate());
        assert_eq!(SeenDate::new("2022-06")?.parts(), (2022, Some(6), None));
        assert_eq!(
            SeenDate::new("2024-02-29")?.parts(),
            (2024, Some(2), Some(29))
        );
        for bad in [
            "",
            "~",
            "22",
            "2022-6",
            "2022-13",
            "2023-02-29",
            "2022-01-01-01",
            "+202",
            "2022-06~~",
        ] {
            assert!(SeenDate::new(bad).is_err(), "{bad:?} must not be a date");
        }
        Ok(())
    }

    #[test]
    fn dates_need_a_day() -> Result<(), Invalid> {
        assert_eq!(Date::new("2026-11-23")?.parts(), (2026, Some(11), Some(23)));
        for bad in ["2026", "2026-11", "2026-11-31", "2026-11-23~", "23/11/2026"] {
            let refused = Date::new(bad).map_err(|why| why.to_string());
            assert_eq!(
                refused,
                Err("a date is written as year-month-day, as in 2026-11-23".to_owned()),
                "{bad:?} must not be a day"
            );
        }
        Ok(())
    }

    #[test]
    fn months_have_the_right_length() {
        let lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
        for (month, length) in (1..).zip(lengths) {
            for (day, is_day) in [(0, false), (1, true), (length, true), (length + 1, false)] {
                let date = format!("2026-{month:02}-{day:02}");
                assert_eq!(Date::new(&date).is_ok(), is_day, "{date}");
            }
        }
        for (year, is_leap) in [(2024, true), (2023, false), (1900, false), (2000, true)] {
            assert_eq!(
                Date::new(&format!("{year}-02-29")).is_ok(),
                is_leap,
                "{year}"
            );
        }
    }
}
