//! What the overview shows of a record.

use std::collections::HashMap;

use catalogue::model::{Date, Lang, SeenDate};
use serde_json::Value;

use crate::message::Kind;
use crate::record::text_at;

/// After this number of years somebody should check whether a record is still right.
const OLD: u16 = 3;

/// A fact that a complete record states: its pointer in the record, and its name in both languages.
type StatedFact = (&'static str, &'static str, &'static str);

const OF_CLUSTERS: [StatedFact; 9] = [
    ("/website", "website", "sito"),
    ("/email", "email", "email"),
    ("/city", "city", "città"),
    ("/legal_form", "legal form", "forma giuridica"),
    ("/founded", "founding year", "anno di fondazione"),
    ("/members/count", "number of members", "numero di soci"),
    ("/keywords", "topics", "temi"),
    ("/sources", "sources", "fonti"),
    (MEMBERSHIPS, "organisations", "organizzazioni"),
];

const OF_ORGANISATIONS: [StatedFact; 3] = [
    ("/website", "website", "sito"),
    ("/city", "city", "città"),
    (MEMBERSHIPS, "clusters", "cluster"),
];

/// Stands for the memberships of the record, which are not part of it.
const MEMBERSHIPS: &str = "";

/// A record.
pub(super) struct Entry {
    pub(super) id: String,
    pub(super) name: String,
    facts: Vec<(StatedFact, bool)>,
    /// Its evidence, from 0 for weak to 2 for strong.
    pub(super) evidence: Option<usize>,
    pub(super) unverified: usize,
    pub(super) errors: usize,
    pub(super) warnings: usize,
    /// The latest date in it and in its memberships.
    pub(super) newest: Option<String>,
    /// Full years since then.
    pub(super) years: Option<u16>,
}

impl Entry {
    pub(super) fn all(&self) -> usize {
        self.facts.len()
    }

    pub(super) fn known(&self) -> usize {
        self.facts.iter().filter(|(_, known)| *known).count()
    }

    /// The names of the facts that it does not state.
    pub(super) fn missing(&self, lang: Lang) -> Vec<&'static str> {
        let missing = self.facts.iter().filter(|(_, known)| !known);
        let names = missing.map(|((_, en, it), _)| match lang {
            Lang::En => *en,
            Lang::It => *it,
        });
        names.collect()
    }

    /// Whether nothing in it is recent; false if it has no date.
    pub(super) fn is_old(&self) -> bool {
        self.years.is_none_or(|years| years >= OLD)
    }

    /// How urgently the record needs attention: errors first, then warnings, then what is missing,
    /// unverified, weak or old.
    pub(super) fn need(&self) -> usize {
        let weak = self.evidence.map_or(0, |evidence| 2 - evidence);
        let age = self.years.map_or(10, |years| usize::from(years).min(10));
        let age = if self.is_old() { age } else { 0 };
        let missing = self.all() - self.known();
        1_000 * self.errors + 6 * self.warnings + 4 * missing + 3 * weak + 2 * self.unverified + age
    }
}

/// The records of a kind.
pub(super) fn entries(
    root: &Value,
    kind: Kind,
    problems: &HashMap<String, (usize, usize)>,
    today: &Date,
    lang: Lang,
) -> Vec<Entry> {
    let mut memberships: HashMap<&str, Vec<&Value>> = HashMap::new();
    for membership in list(root, "memberships") {
        if let Some(id) = text_at(membership, kind.tag()) {
            memberships.entry(id).or_default().push(membership);
        }
    }
    let facts: &[StatedFact] = match kind {
        Kind::Cluster => &OF_CLUSTERS,
        _ => &OF_ORGANISATIONS,
    };
    let entry = |record: &Value| {
        let id = text_at(record, "id")?;
        let roles = memberships.get(id).map(Vec::as_slice).unwrap_or_default();
        let known = |(pointer, ..): &StatedFact| match *pointer {
            MEMBERSHIPS => !roles.is_empty(),
            _ => record.pointer(pointer).is_some_and(is_given),
        };
        let path = format!("{}/{id}", kind.list());
        let (errors, warnings) = problems.get(&path).copied().unwrap_or_default();
        let mut newest = None;
        for value in roles.iter().copied().chain([record]) {
            newest = newest.max(newest_date(value));
        }
        let evidence = ["weak", "medium", "strong"]
            .into_iter()
            .position(|word| text_at(record, "evidence") == Some(word));
        Some(Entry {
            id: id.to_owned(),
            name: name(record, lang).unwrap_or(id).to_owned(),
            facts: facts.iter().map(|fact| (*fact, known(fact))).collect(),
            evidence,
            unverified: list(record, "unverified").count(),
            errors,
            warnings,
            years: newest.as_ref().map(|date| years_since(date, today)),
            newest: newest.map(|(.., text)| text),
        })
    };
    list(root, kind.list()).filter_map(entry).collect()
}

fn list<'v>(value: &'v Value, field: &str) -> impl Iterator<Item = &'v Value> {
    value
        .get(field)
        .and_then(Value::as_array)
        .into_iter()
        .flatten()
}

/// The name in a language, or in the other one.
fn name(record: &Value, lang: Lang) -> Option<&str> {
    let names = record.get("name")?;
    text_at(names, lang.tag()).or_else(|| text_at(names, lang.other().tag()))
}

/// Whether a value is not empty.
fn is_given(value: &Value) -> bool {
    match value {
        Value::Null => false,
        Value::Array(items) => !items.is_empty(),
        Value::Object(fields) => fields.values().any(is_given),
        Value::Bool(_) | Value::Number(_) | Value::String(_) => true,
    }
}

/// A date that can be compared, and as it is written.
type Dated = (u16, u8, u8, String);

/// The latest date within a value. The date of the last check says nothing about the age of the
/// facts.
fn newest_date(value: &Value) -> Option<Dated> {
    match value {
        Value::Array(items) => items.iter().filter_map(newest_date).max(),
        Value::Object(fields) => {
            let dated = fields.iter().filter(|(name, _)| *name != "checked");
            dated.filter_map(|(_, value)| newest_date(value)).max()
        }
        Value::String(text) => {
            let (year, month, day) = SeenDate::new(text).ok()?.parts();
            Some((year, month.unwrap_or(0), day.unwrap_or(0), text.clone()))
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => None,
    }
}

/// Full years from a date to today; for a date without a month, from the beginning of the year.
fn years_since((year, month, ..): &Dated, today: &Date) -> u16 {
    let (this_year, this_month, _) = today.parts();
    let not_yet = this_month.is_some_and(|this_month| this_month < *month);
    this_year
        .saturating_sub(*year)
        .saturating_sub(u16::from(not_yet))
}
