//! What the checked constructors of [`catalogue::model`] say of the values. They know more than
//! the schema's patterns (there is no 30 February), and say it in words for an editor.

use catalogue::model::{
    Area, AreaId, Bilingual, City, CityId, Cluster, ClusterId, Coordinates, Country, CountryCode,
    Date, Licence, Membership, Organisation, OrganisationId, Region, RegionId, SafeUrl, SeenDate,
    Text,
};
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::super::broken::Broken;
use super::super::document::push_token;
use super::super::finding::{Finding, shown};

/// A type of the model: its name in the schema, how to read it, and how to mend what it refuses.
struct Reader {
    name: &'static str,
    read: fn(&Value) -> Result<(), String>,
    mend: &'static str,
}

const fn reader<T: DeserializeOwned>(name: &'static str, mend: &'static str) -> Reader {
    Reader {
        name,
        read: refusal::<T>,
        mend,
    }
}

fn refusal<T: DeserializeOwned>(value: &Value) -> Result<(), String> {
    T::deserialize(value)
        .map(drop)
        .map_err(|error| error.to_string())
}

const ID: &str = "Write it as in \"university-of-brescia\".";
const RECORD: &str = "Look how the records before and after it are written.";

const READERS: [Reader; 20] = [
    reader::<AreaId>("AreaId", ID),
    reader::<CityId>("CityId", ID),
    reader::<ClusterId>("ClusterId", ID),
    reader::<OrganisationId>("OrganisationId", ID),
    reader::<RegionId>("RegionId", ID),
    reader::<CountryCode>("CountryCode", "Write the country's code, as in \"IT\"."),
    reader::<Date>("Date", "Write a day of the calendar, as in \"2026-11-23\"."),
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

/// What a type has against a value, if the schema has the type under this pointer.
pub(super) fn complaint(definition: &str, value: &Value, pointer: &str) -> Option<Finding> {
    let name = definition.strip_prefix("/$defs/")?;
    let reader = READERS.iter().find(|reader| reader.name == name)?;
    let words = (reader.read)(value).err()?;
    let what = match value {
        Value::String(text) => format!("{} cannot stand here: {words}.", shown(text)),
        _ => format!("This cannot stand here: {words}."),
    };
    Some(Finding::error(pointer, what, reader.mend))
}

/// Reads every value as the type that the schema gives it, and adds what the types refuse. Where
/// something was found already the values around it are not complained of once more.
pub(super) fn check(schema: &Value, root: &Value, found: &mut Vec<Finding>) {
    let broken = Broken::new(found);
    Walk {
        schema,
        broken,
        found,
    }
    .visit(schema, root, &mut String::new());
}

struct Walk<'a> {
    schema: &'a Value,
    broken: Broken,
    found: &'a mut Vec<Finding>,
}

impl Walk<'_> {
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
                if number.is_f64() && is_integer(rule) && !self.broken.holds(pointer) =>
            {
                self.add(Finding::error(
                    pointer,
                    format!("The number {number} is written with a decimal point or an exponent."),
                    "Write it in digits alone.",
                ));
            }
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
        }
        if value.is_null() || self.broken.holds(pointer) {
            return;
        }
        if let Some(finding) = definition.and_then(|name| complaint(name, value, pointer)) {
            self.add(finding);
        }
    }

    fn add(&mut self, finding: Finding) {
        self.broken.add(&finding);
        self.found.push(finding);
    }
}

fn is_integer(rule: &Value) -> bool {
    match rule.get("type") {
        Some(Value::String(kind)) => kind == "integer",
        Some(Value::Array(kinds)) => kinds.iter().any(|kind| kind == "integer"),
        _ => false,
    }
}

/// Follows references, and of "this, or null" takes this: the definition's place in the schema,
/// if the rule has one of its own, and the rule.
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
