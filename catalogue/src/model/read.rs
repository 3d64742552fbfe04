//! From JSON to checked values: what the readers beside the types are written with.

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

    fn within(&self, field: &str) -> Self {
        Self([field, ": ", &self.0].concat())
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl From<Invalid> for Fault {
    fn from(invalid: Invalid) -> Self {
        Self::new(invalid.0)
    }
}

impl From<Fault> for String {
    fn from(fault: Fault) -> Self {
        fault.0
    }
}

/// A value of the data file.
pub(super) trait FromJson: Sized {
    /// Reads and checks it.
    ///
    /// # Errors
    /// Names the field within it that is wrong, and says in words what it should be.
    fn from_json(json: &Json) -> Result<Self, Fault>;
}

/// The fields of a record. Those that nobody asks for may be there: they are for later programs.
pub(super) struct Record<'j, 't>(&'j [(Cow<'t, str>, Json<'t>)]);

impl<'j, 't> Record<'j, 't> {
    /// A field that must be there.
    pub(super) fn required<T: FromJson>(&self, name: &str) -> Result<T, Fault> {
        let value = self.field(name)?.ok_or_else(|| missing(name))?;
        T::from_json(value).map_err(|fault| fault.within(name))
    }

    /// A field that may be missing, or be `null`.
    pub(super) fn optional<T: FromJson>(&self, name: &str) -> Result<Option<T>, Fault> {
        match self.field(name)? {
            None | Some(Json::Null) => Ok(None),
            Some(_) => self.required(name).map(Some),
        }
    }

    /// A field that may be missing, for which nothing stands then.
    pub(super) fn or_default<T: FromJson + Default>(&self, name: &str) -> Result<T, Fault> {
        match self.field(name)? {
            None => Ok(T::default()),
            Some(_) => self.required(name),
        }
    }

    /// The values of a list that must be there.
    pub(super) fn list(&self, name: &str) -> Result<&'j [Json<'t>], Fault> {
        let value = self.field(name)?.ok_or_else(|| missing(name))?;
        value.list().map_err(|fault| fault.within(name))
    }

    fn field(&self, name: &str) -> Result<Option<&'j Json<'t>>, Fault> {
        let mut values = self.0.iter().filter(|(other, _)| other == name);
        match (values.next(), values.next()) {
            (Some(_), Some(_)) => Err(Fault::new("stands here twice").within(name)),
            (value, _) => Ok(value.map(|(_, value)| value)),
        }
    }
}

fn missing(name: &str) -> Fault {
    Fault::new("is missing").within(name)
}

impl<'t> Json<'t> {
    pub(super) fn record(&self) -> Result<Record<'_, 't>, Fault> {
        match self {
            Self::Record(fields) => Ok(Record(fields)),
            _ => Err(Fault::new("should be a group of fields")),
        }
    }

    fn list(&self) -> Result<&[Self], Fault> {
        match self {
            Self::List(values) => Ok(values),
            _ => Err(Fault::new("should be a list")),
        }
    }

    fn text(&self) -> Result<&str, Fault> {
        match self {
            Self::Text(text) => Ok(text),
            _ => Err(Fault::new("should be a text")),
        }
    }

    /// A text that passes the check.
    pub(super) fn checked(
        &self,
        check: fn(&str) -> Result<(), Invalid>,
    ) -> Result<Box<str>, Fault> {
        let text = self.text()?;
        check(text)?;
        Ok(text.into())
    }

    /// What the text stands for.
    pub(super) fn one_of<T: Copy>(&self, known: &[(&str, T)]) -> Result<T, Fault> {
        let text = self.text()?;
        let found = known.iter().find(|(name, _)| *name == text);
        found
            .map(|(_, meant)| *meant)
            .ok_or_else(|| Fault::new("is not one of the words that may stand here"))
    }

    fn number<T>(&self, read: fn(&str) -> Option<T>) -> Option<T> {
        match self {
            Self::Number(text) => read(text),
            _ => None,
        }
    }
}

/// Lets the tools around the build, which hold the file as `serde_json`'s values, read single ones.
#[cfg(feature = "schema")]
macro_rules! deserialize {
    ($($name:ident)+) => {$(
        impl<'de> serde::Deserialize<'de> for super::$name {
            fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                let text = serde_json::Value::deserialize(from)?.to_string();
                let read = Json::parse(&text).and_then(|json| Self::from_json(&json));
                read.map_err(serde::de::Error::custom)
            }
        }
    )+};
}
#[cfg(feature = "schema")]
deserialize!(
    Area AreaId Bilingual City CityId Cluster ClusterId Coordinates Country CountryCode Date
    Licence Membership Organisation OrganisationId Region RegionId SafeUrl SeenDate Text
);

impl<T: FromJson> FromJson for Vec<T> {
    fn from_json(json: &Json) -> Result<Self, Fault> {
        let values = json.list()?;
        let mut read = Self::with_capacity(values.len());
        for value in values {
            read.push(T::from_json(value)?);
        }
        Ok(read)
    }
}

impl FromJson for u32 {
    fn from_json(json: &Json) -> Result<Self, Fault> {
        json.number(|text| text.parse().ok())
            .ok_or_else(|| Fault::new("should be a whole number, not below 0"))
    }
}

impl FromJson for u16 {
    fn from_json(json: &Json) -> Result<Self, Fault> {
        let number = u32::from_json(json)?;
        Self::try_from(number).map_err(|_| Fault::new("should be a smaller number"))
    }
}

impl FromJson for f64 {
    fn from_json(json: &Json) -> Result<Self, Fault> {
        json.number(decimal)
            .ok_or_else(|| Fault::new("should be a number without an exponent"))
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

    type Outcome = Result<(), Fault>;

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

    #[test]
    fn a_field_is_there_once_or_not_at_all() -> Outcome {
        let json = Json::parse(r#"{"a": 1, "b": null, "c": 2, "c": 3, "d": 1.0}"#)?;
        let record = json.record()?;
        assert_eq!(record.required("a"), Ok(1_u32));
        assert_eq!(record.optional("a"), Ok(Some(1_u32)));
        assert_eq!(record.optional::<u32>("b"), Ok(None));
        assert_eq!(record.optional::<u32>("e"), Ok(None));
        assert_eq!(record.or_default("e"), Ok(Vec::<u32>::new()));
        for (fault, words) in [
            (record.required::<u32>("e").err(), "e: is missing"),
            (
                record.required::<u32>("b").err(),
                "b: should be a whole number, not below 0",
            ),
            (
                record.or_default::<Vec<u32>>("b").err(),
                "b: should be a list",
            ),
            (record.optional::<u32>("c").err(), "c: stands here twice"),
            (
                record.optional::<u16>("d").err(),
                "d: should be a whole number, not below 0",
            ),
        ] {
            assert_eq!(fault.map(String::from).as_deref(), Some(words));
        }
        Ok(())
    }
}
