//! From JSON to checked values: what the readers beside the types are written with.
//!
//! A reader that finds something wrong notes it and goes on with a stand-in, and [`read`] gives out
//! the value only if nothing was noted. Leaving at every field that may be wrong would need code at
//! each of them to clear away the fields before it, in the program that visitors download.

use super::Invalid;
use super::json::Json;
use std::borrow::Cow;
use std::fmt;

/// What is wrong with a value, in words, behind the names of the fields that lead to it.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Fault(String);

impl Fault {
    pub(super) fn new(what: &str) -> Self {
        Self(what.to_owned())
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl From<Fault> for String {
    fn from(fault: Fault) -> Self {
        fault.0
    }
}

/// What was noted while a value was read: the first fault, for the others may follow from it.
#[derive(Default)]
pub(super) struct Faults(Option<Fault>);

impl Faults {
    pub(super) fn note(&mut self, what: &str) {
        if self.0.is_none() {
            self.0 = Some(Fault::new(what));
        }
    }

    /// The value that was read, if nothing is wrong with it.
    pub(super) fn or<T>(self, value: T) -> Result<T, Fault> {
        match self.0 {
            Some(fault) => Err(fault),
            None => Ok(value),
        }
    }
}

/// A value of the data file.
pub(super) trait FromJson {
    /// Reads and checks it. What is noted as wrong has a stand-in in the value, which is then not
    /// fit to be used.
    fn from_json(json: &Json, faults: &mut Faults) -> Self;
}

/// Reads a value, and gives it out if nothing is wrong with it.
///
/// # Errors
/// Names the field that is wrong, and says in words what it should be.
pub(super) fn read<T: FromJson>(json: &Json) -> Result<T, Fault> {
    let mut faults = Faults::default();
    let value = T::from_json(json, &mut faults);
    faults.or(value)
}

/// The fields of a record. Those that nobody asks for may be there: they are for later programs.
pub(super) struct Record<'j, 't, 'f> {
    fields: &'j [(Cow<'t, str>, Json<'t>)],
    faults: &'f mut Faults,
}

impl<'j, 't> Record<'j, 't, '_> {
    /// A field that must be there.
    pub(super) fn required<T: FromJson>(&mut self, name: &str) -> T {
        let mut faults = Faults::default();
        let read = T::from_json(self.present(name), &mut faults);
        self.adopt(name, faults);
        read
    }

    /// A field that may be missing, or be `null`.
    pub(super) fn optional<T: FromJson>(&mut self, name: &str) -> Option<T> {
        match self.field(name) {
            None | Some(Json::Null) => None,
            Some(_) => Some(self.required(name)),
        }
    }

    /// A field that may be missing, for which nothing stands then.
    pub(super) fn or_default<T: FromJson + Default>(&mut self, name: &str) -> T {
        match self.field(name) {
            None => T::default(),
            Some(_) => self.required(name),
        }
    }

    /// The values of a list that must be there.
    pub(super) fn list(&mut self, name: &str) -> &'j [Json<'t>] {
        let mut faults = Faults::default();
        let list = self.present(name).list(&mut faults);
        self.adopt(name, faults);
        list
    }

    fn field(&mut self, name: &str) -> Option<&'j Json<'t>> {
        let mut values = self.fields.iter().filter(|(other, _)| other == name);
        let value = values.next().map(|(_, value)| value);
        if values.next().is_some() {
            self.note(name, "stands here twice");
        }
        value
    }

    /// A field that must be there, or a stand-in that no reader takes.
    fn present(&mut self, name: &str) -> &'j Json<'t> {
        self.field(name).unwrap_or_else(|| {
            self.note(name, "is missing");
            &Json::Null
        })
    }

    /// Notes what is wrong within a field.
    fn adopt(&mut self, name: &str, faults: Faults) {
        if let Some(Fault(what)) = faults.0 {
            self.note(name, &what);
        }
    }

    fn note(&mut self, name: &str, what: &str) {
        self.faults.note(&[name, ": ", what].concat());
    }
}

impl<'t> Json<'t> {
    pub(super) fn record<'f>(&self, faults: &'f mut Faults) -> Record<'_, 't, 'f> {
        let fields: &[_] = if let Self::Record(fields) = self {
            fields
        } else {
            faults.note("should be a group of fields");
            &[]
        };
        Record { fields, faults }
    }

    fn list(&self, faults: &mut Faults) -> &[Self] {
        if let Self::List(values) = self {
            return values;
        }
        faults.note("should be a list");
        &[]
    }

    fn text(&self, faults: &mut Faults) -> &str {
        if let Self::Text(text) = self {
            return text;
        }
        faults.note("should be a text");
        ""
    }

    /// A text that passes the check.
    pub(super) fn checked(
        &self,
        check: fn(&str) -> Result<(), Invalid>,
        faults: &mut Faults,
    ) -> Box<str> {
        let text = self.text(faults);
        if let Err(Invalid(what)) = check(text) {
            faults.note(what);
        }
        text.into()
    }

    /// What the text stands for; some word must be known.
    pub(super) fn one_of<T: Copy>(&self, known: &[(&str, T)], faults: &mut Faults) -> T {
        let text = self.text(faults);
        let place = known.iter().position(|(name, _)| *name == text);
        if place.is_none() {
            faults.note("is not one of the words that may stand here");
        }
        known[place.unwrap_or(0)].1
    }

    fn number<T: Default>(
        &self,
        read: fn(&str) -> Option<T>,
        what: &str,
        faults: &mut Faults,
    ) -> T {
        let number = match self {
            Self::Number(text) => read(text),
            _ => None,
        };
        if number.is_none() {
            faults.note(what);
        }
        number.unwrap_or_default()
    }
}

/// Lets the tools around the build, which hold the file as `serde_json`'s values, read single ones.
#[cfg(feature = "schema")]
macro_rules! deserialize {
    ($($name:ident)+) => {$(
        impl<'de> serde::Deserialize<'de> for super::$name {
            fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                let text = serde_json::Value::deserialize(from)?.to_string();
                let value = Json::parse(&text).and_then(|json| read(&json));
                value.map_err(serde::de::Error::custom)
            }
        }
    )+};
}
#[cfg(feature = "schema")]
deserialize!(
    Area AreaId Bilingual City CityId Cluster ClusterId Coordinates Country CountryCode Date
    Licence Membership Organisation OrganisationId RecordId Region RegionId SafeUrl SeenDate Text
    Withdrawn
);

impl<T: FromJson> FromJson for Vec<T> {
    fn from_json(json: &Json, faults: &mut Faults) -> Self {
        let values = json.list(faults);
        let mut read = Self::with_capacity(values.len());
        for value in values {
            read.push(T::from_json(value, faults));
        }
        read
    }
}

impl FromJson for u32 {
    fn from_json(json: &Json, faults: &mut Faults) -> Self {
        let what = "should be a whole number, not below 0";
        json.number(|text| text.parse().ok(), what, faults)
    }
}

impl FromJson for u16 {
    fn from_json(json: &Json, faults: &mut Faults) -> Self {
        let number = u32::from_json(json, faults);
        Self::try_from(number).unwrap_or_else(|_| {
            faults.note("should be a smaller number");
            0
        })
    }
}

impl FromJson for f64 {
    fn from_json(json: &Json, faults: &mut Faults) -> Self {
        json.number(decimal, "should be a number without an exponent", faults)
    }
}

/// A decimal number, exact up to fifteen digits: then digits and scale are whole numbers that an
/// `f64` holds, and dividing them rounds once. The standard parser is exact for all numbers, with
/// tables that weigh more than the rest of this module.
fn decimal(text: &str) -> Option<f64> {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let mut number = 0.0;
    let mut scale = 1.0;
    for digit in whole.chars().chain(fraction.chars()) {
        number = number * 10.0 + f64::from(digit.to_digit(10)?);
    }
    for _ in fraction.bytes() {
        scale *= 10.0;
    }
    Some(if digits == text { number } else { -number } / scale)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decimals_are_exact() {
        for (text, number) in [
            ("0", 0.0),
            ("-0.1", -0.1),
            ("45.4669", 45.4669),
            ("-179.999999", -179.999_999),
            ("10.2211875000000", 10.221_187_5),
            ("70000", 70_000.0),
        ] {
            assert_eq!(decimal(text), Some(number), "{text}");
        }
        assert_eq!(decimal("1e2"), None);
    }

    type Reader = fn(&mut Record);

    /// The first fault of what `read` asks of a record.
    fn fault(read: Reader) -> Option<String> {
        let text = r#"{"a": 1, "b": null, "c": 2, "c": 3, "d": 1.0, "e": 70000}"#;
        let mut faults = Faults::default();
        match Json::parse(text) {
            Ok(json) => read(&mut json.record(&mut faults)),
            Err(Fault(what)) => faults.note(&what),
        }
        faults.or(()).err().map(String::from)
    }

    #[test]
    fn a_field_is_there_once_or_not_at_all() {
        let sound = fault(|record| {
            assert_eq!(record.required::<u32>("a"), 1);
            assert_eq!(record.optional::<u32>("a"), Some(1));
            assert_eq!(record.optional::<u32>("b"), None);
            assert_eq!(record.optional::<u32>("x"), None);
            assert!(record.or_default::<Vec<u32>>("x").is_empty());
        });
        assert_eq!(sound, None);
    }

    #[test]
    fn a_fault_names_its_field() {
        let whole = "should be a whole number, not below 0";
        let cases: [(Reader, [&str; 2]); 7] = [
            (
                |it| {
                    it.required::<u32>("x");
                },
                ["x", "is missing"],
            ),
            (
                |it| {
                    it.list("x");
                },
                ["x", "is missing"],
            ),
            (
                |it| {
                    it.required::<u32>("b");
                },
                ["b", whole],
            ),
            (
                |it| {
                    it.or_default::<Vec<u32>>("b");
                },
                ["b", "should be a list"],
            ),
            (
                |it| {
                    it.optional::<u32>("c");
                },
                ["c", "stands here twice"],
            ),
            (
                |it| {
                    it.optional::<u16>("d");
                },
                ["d", whole],
            ),
            (
                |it| {
                    it.required::<u16>("e");
                },
                ["e", "should be a smaller number"],
            ),
        ];
        for (read, words) in cases {
            assert_eq!(fault(read), Some(words.join(": ")));
        }
    }

    #[test]
    fn the_first_fault_is_told() {
        let all = fault(|record| {
            record.required::<u16>("e");
            record.required::<u32>("c");
            record.required::<u32>("x");
        });
        assert_eq!(all.as_deref(), Some("e: should be a smaller number"));
    }
}
