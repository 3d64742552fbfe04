//! No date is in the future or after the last change, and no founding year is too early.

use catalogue::model::{Cluster, Date, Fact, SeenDate, Status};
use serde_json::Value;

use super::records::Records;
use crate::diagnostic::{BrokenValues, Diagnostic};
use crate::document::{Document, push_token};
use crate::message::Message;
use crate::record::text_at;

/// The first plausible year. The roots of the oldest cluster are in the 1980s.
const FIRST_YEAR: u16 = 1900;

/// Year, then month and day as far as they are known.
type Parts = (u16, Option<u8>, Option<u8>);

/// The day of the last change is neither in the future nor before any date of the file.
pub(super) fn check_updated(
    document: &Document,
    root: &Value,
    broken: &BrokenValues,
    today: &Date,
    found: &mut Vec<Diagnostic>,
) {
    let Some(updated) = text_at(root, "updated").and_then(|text| Date::new(text).ok()) else {
        return;
    };
    not_after("/updated", updated.parts(), today, found);
    let (updated_on, today) = (earliest(updated.parts()), earliest(today.parts()));
    let mut dates = Vec::new();
    collect_dates(root, &mut String::new(), &mut dates);
    let newer = |date: &SeenDate| (updated_on + 1..=today).contains(&earliest(date.parts()));
    dates.retain(|(pointer, date)| newer(date) && !broken.holds(pointer));
    let mut others = Vec::new();
    for (pointer, date) in dates {
        let updated = updated.to_string();
        let message = if pointer.starts_with("/memberships/") {
            Message::RoleAfterUpdate { updated }
        } else if pointer.ends_with("/last_seen") {
            Message::SignAfterUpdate { updated }
        } else {
            others.push((pointer, date));
            continue;
        };
        found.push(Diagnostic::new(&pointer, message));
    }
    let newest = others.iter().max_by_key(|(_, date)| earliest(date.parts()));
    if let Some((pointer, date)) = newest {
        found.push(Diagnostic::new(
            "/updated",
            Message::NewerThanUpdate {
                date: date.to_string(),
                line: document.line_of(pointer),
            },
        ));
    }
}

/// All values that are dates, whatever their field is called; four digits may be anything.
fn collect_dates(value: &Value, pointer: &mut String, dates: &mut Vec<(String, SeenDate)>) {
    let length = pointer.len();
    match value {
        Value::Object(fields) => {
            for (name, value) in fields {
                push_token(pointer, name);
                collect_dates(value, pointer, dates);
                pointer.truncate(length);
            }
        }
        Value::Array(items) => {
            for (position, value) in items.iter().enumerate() {
                push_token(pointer, &position.to_string());
                collect_dates(value, pointer, dates);
                pointer.truncate(length);
            }
        }
        Value::String(text) => {
            let date = SeenDate::new(text).ok();
            dates.extend(
                date.filter(|date| {
                    date.parts().1.is_some()
                        || pointer.ends_with("/as_of")
                        || pointer.ends_with("/last_seen")
                })
                .map(|date| (pointer.clone(), date)),
            );
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// A number that grows with the date, taken at its earliest.
fn earliest((year, month, day): Parts) -> u32 {
    let month = u32::from(month.unwrap_or(1));
    u32::from(year) * 10_000 + month * 100 + u32::from(day.unwrap_or(1))
}

pub(super) fn check(records: &Records, today: &Date, found: &mut Vec<Diagnostic>) {
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
        seen(
            &placed.pointer,
            "last_seen",
            cluster.last_seen.as_ref(),
            found,
        );
        seen(&placed.pointer, "checked", cluster.checked.as_ref(), found);
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
    for placed in &records.organisations {
        seen(
            &placed.pointer,
            "checked",
            placed.record.checked.as_ref(),
            found,
        );
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

/// The status follows from the sources, by the rule of [`Status`].
pub(super) fn check_status(records: &Records, root: &Value, found: &mut Vec<Diagnostic>) {
    let updated = text_at(root, "updated").and_then(|text| Date::new(text).ok());
    for placed in &records.clusters {
        let message = status_message(&placed.record, updated.as_ref());
        let pointer = format!("{}/status", placed.pointer);
        found.extend(message.map(|message| Diagnostic::new(&pointer, message)));
    }
}

fn status_message(cluster: &Cluster, updated: Option<&Date>) -> Option<Message> {
    let states_something = cluster.status != Status::Unknown || cluster.last_seen.is_some();
    if cluster.status == Status::Active && cluster.last_seen.is_none() {
        return Some(Message::ActiveWithoutSign);
    }
    if states_something && cluster.supporting(Fact::Status).next().is_none() {
        return Some(Message::StatusWithoutSource);
    }
    let (date, updated) = (cluster.last_seen.as_ref()?, updated?);
    let (year, month, day) = updated.parts();
    let since = (year.saturating_sub(Status::ACTIVE_YEARS), month, day);
    let is_recent = earliest(date.parts()) >= earliest(since);
    let last_seen = date.to_string();
    let month_and_day = updated.as_str().split_once('-')?.1;
    let since = format!("{}-{month_and_day}", since.0);
    match (cluster.status, is_recent) {
        (Status::Active, false) => Some(Message::SignTooOld { last_seen, since }),
        (Status::Unknown, true) => Some(Message::UnknownThoughSeen { last_seen, since }),
        _ => None,
    }
}

fn not_after(pointer: &str, date: Parts, today: &Date, found: &mut Vec<Diagnostic>) {
    if earliest(date) > earliest(today.parts()) {
        found.push(Diagnostic::new(
            pointer,
            Message::InFuture {
                today: today.to_string(),
            },
        ));
    }
}

fn believable_year(pointer: &str, year: u16, this_year: u16, found: &mut Vec<Diagnostic>) {
    if !(FIRST_YEAR..=this_year).contains(&year) {
        found.push(Diagnostic::new(
            pointer,
            Message::UnlikelyYear {
                year,
                first: FIRST_YEAR,
                last: this_year,
            },
        ));
    }
}
