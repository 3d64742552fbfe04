//! No date may be in the future, no founding year implausibly early.

use catalogue::model::{Date, SeenDate};
use serde_json::Value;

use super::super::diagnostic::Diagnostic;
use super::super::record::text_at;
use super::records::ParsedRecords;

/// The earliest plausible year. The oldest cluster dates from the 1980s.
const FIRST_YEAR: u16 = 1900;

/// Year, then month and day if known.
type Parts = (u16, Option<u8>, Option<u8>);

pub(super) fn check_updated(root: &Value, today: &Date, found: &mut Vec<Diagnostic>) {
    if let Some(updated) = text_at(root, "updated").and_then(|text| Date::new(text).ok()) {
        not_after("/updated", updated.parts(), today, found);
    }
}

pub(super) fn check(records: &ParsedRecords, today: &Date, found: &mut Vec<Diagnostic>) {
    let seen =
        |pointer: &str, field: &str, date: Option<&SeenDate>, found: &mut Vec<Diagnostic>| {
            if let Some(date) = date {
                not_after(&format!("{pointer}/{field}"), date.parts(), today, found);
            }
        };
    for placed in &records.clusters {
        let cluster = &placed.record;
        let members = cluster.members.as_ref();
        seen(
            &placed.pointer,
            "members/as_of",
            members.and_then(|members| members.as_of.as_ref()),
            found,
        );
        for (field, year) in [
            ("founded", cluster.founded),
            ("recognised", cluster.recognised),
        ] {
            if let Some(year) = year {
                believable_year(
                    &format!("{}/{field}", placed.pointer),
                    year,
                    today.parts().0,
                    found,
                );
            }
        }
    }
    for placed in &records.memberships {
        seen(
            &placed.pointer,
            "as_of",
            placed.record.as_of.as_ref(),
            found,
        );
    }
}

fn not_after(pointer: &str, date: Parts, today: &Date, found: &mut Vec<Diagnostic>) {
    let earliest = |(year, month, day): Parts| (year, month.unwrap_or(1), day.unwrap_or(1));
    if earliest(date) > earliest(today.parts()) {
        found.push(Diagnostic::error(
            pointer,
            format!("The date is in the future; today is {today}."),
            "Write the date on which it was seen or changed.",
        ));
    }
}

fn believable_year(pointer: &str, year: u16, this_year: u16, found: &mut Vec<Diagnostic>) {
    if !(FIRST_YEAR..=this_year).contains(&year) {
        found.push(Diagnostic::error(
            pointer,
            format!("The year {year} cannot be right."),
            format!("Write a year from {FIRST_YEAR} to {this_year}, or leave the field out if it is not known."),
        ));
    }
}
