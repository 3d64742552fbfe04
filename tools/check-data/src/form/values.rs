//! Checks values with the types of [`catalogue::model`]. They know more than the schema's patterns
//! (there is no 30 February), and explain it in plain words.

use catalogue::model::{
    Area, AreaId, Bilingual, City, CityId, Cluster, ClusterId, Coordinates, Country, CountryCode,
    Date, Licence, Membership, Organisation, OrganisationId, Region, RegionId, SafeUrl, SeenDate,
    Text,
};
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::super::diagnostic::{Diagnostic, shown};
use super::super::document::push_token;
use super::super::invalid_values::InvalidValues;

/// A type of the model: its name in the schema, its parser, and how to fix a rejected value.
struct Reader {
    name: &'static str,
    read: fn(&Value) -> Result<(), String>,
    fix: &'static str,
}

const fn reader<T: DeserializeOwned>(name: &'static str, fix: &'static str) -> Reader {
    Reader {
        name,
        read: refusal::<T>,
        fix,
    }
}

fn refusal<T: DeserializeOwned>(value: &Value) -> Result<(), String> {
    T::deserialize(value)
        .map(drop)
        .map_err(|error| error.to_string())
}

const ID: &str = "Write it as in \"university-of-brescia\".";
const RECORD: &str = "Compare it with the records before and after it.";

const READERS: [Reader; 20] = [
    reader::<AreaId>("AreaId", ID),
    reader::<CityId>("CityId", ID),
    reader::<ClusterId>("ClusterId", ID),
    reader::<OrganisationId>("OrganisationId", ID),
    reader::<RegionId>("RegionId", ID),
    reader::<CountryCode>("CountryCode", "Write the country's code, as in \"IT\"."),
    reader::<Date>("Date", "Write a calendar date, as in \"2026-11-23\"."),
    reader::<SeenDate>(
        "SeenDate",
        "Write as much of the date as is known, as in \"2022-06\".",
    ),
    reader::<SafeUrl>(
        "SafeUrl",
        "Copy the whole address from the browser, as in \"https://www.example.org\".",
    ),
    reader::<Text>(
        "Text",
        "Write plain text, without spaces at its ends and without invisible characters.",
    ),
    reader::<Bilingual>("Bilingual", "Write {\"en\": \"…\", \"it\": \"…\"}."),
    reader::<Coordinates>(
        "Coordinates",
        "Write degrees, as in {\"lat\": 45.54, \"lon\": 10.22}.",
    ),
    reader::<Licence>("Licence", RECORD),
    reader::<Area>("Area", RECORD),
    reader::<Country>("Country", RECORD),
    reader::<Region>("Region", RECORD),
    reader::<City>("City", RECORD),
    reader::<Cluster>("Cluster", RECORD),
    reader::<Organisation>("Organisation", RECORD),
    reader::<Membership>("Membership", RECORD),
];

/// Why a type rejects a value, if the schema has the type at this pointer.
pub(super) fn rejection(definition: &str, value: &Value, pointer: &str) -> Option<Diagnostic> {
    let name = definition.strip_prefix("/$defs/")?;
    let reader = READERS.iter().find(|reader| reader.name == name)?;
    let words = (reader.read)(value).err()?;
    let what = match value {
        Value::String(text) => format!("{} is not valid here: {words}.", shown(text)),
        _ => format!("This is not valid here: {words}."),
    };
    Some(Diagnostic::error(pointer, what, reader.fix))
}

/// Parses every value as its type in the schema, and adds an error for each that is rejected,
/// except within values that already have one.
pub(super) fn check(schema: &Value, root: &Value, found: &mut Vec<Diagnostic>) {
    let invalid_values = InvalidValues::new(found);
    ValueVisitor {
        schema,
        invalid_values,
        found,
    }
    .visit(schema, root, &mut String::new());
}

struct ValueVisitor<'a> {
    schema: &'a Value,
    invalid_values: InvalidValues,
    found: &'a mut Vec<Diagnostic>,
}

impl ValueVisitor<'_> {
    fn visit(&mut self, rule: &Value, value: &Value, pointer: &mut String) {
        let (definition, rule) = resolve(rule, self.schema);
        let length = pointer.len();
        match value {
            Value::Object(fields) => {
                for (name, value) in fields {
                    if let Some(rule) = rule.get("properties").and_then(|rules| rules.get(name)) {
                        push_token(pointer, name);
                        self.visit(rule, value, pointer);
                        pointer.truncate(length);
                    }
                }
            }
            Value::Array(items) => {
                if let Some(rule) = rule.get("items") {
                    for (position, value) in items.iter().enumerate() {
                        push_token(pointer, &position.to_string());
                        self.visit(rule, value, pointer);
                        pointer.truncate(length);
                    }
                }
            }
            Value::Number(number)
                if number.is_f64() && is_integer(rule) && !self.invalid_values.holds(pointer) =>
            {
                self.add(Diagnostic::error(
                    pointer,
                    format!("The number {number} is written with a decimal point or an exponent."),
                    "Write it in digits only.",
                ));
            }
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
        }
        if value.is_null() || self.invalid_values.holds(pointer) {
            return;
        }
        if let Some(diagnostic) = definition.and_then(|name| rejection(name, value, pointer)) {
            self.add(diagnostic);
        }
    }

    fn add(&mut self, diagnostic: Diagnostic) {
        self.invalid_values.add(&diagnostic);
        self.found.push(diagnostic);
    }
}

fn is_integer(rule: &Value) -> bool {
    match rule.get("type") {
        Some(Value::String(kind)) => kind == "integer",
        Some(Value::Array(kinds)) => kinds.iter().any(|kind| kind == "integer"),
        _ => false,
    }
}

/// Resolves references and "this, or null": returns the pointer of the definition, if there is one,
/// and the rule.
pub(super) fn resolve<'s>(rule: &'s Value, schema: &'s Value) -> (Option<&'s str>, &'s Value) {
    let meant = rule
        .get("anyOf")
        .and_then(Value::as_array)
        .and_then(|branches| {
            branches
                .iter()
                .find(|branch| branch.get("type").is_none_or(|kind| kind != "null"))
        });
    let rule = meant.unwrap_or(rule);
    let definition = rule
        .get("$ref")
        .and_then(Value::as_str)
        .and_then(|path| path.strip_prefix('#'));
    match definition.and_then(|path| schema.pointer(path)) {
        Some(rule) => (definition, rule),
        None => (None, rule),
    }
}
