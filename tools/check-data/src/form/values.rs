//! What the checked constructors of [`catalogue::model`] say about the values. They know more than
//! the schema's patterns (there is no 30 February), and explain it to editors.

use catalogue::model::{
    Area, AreaId, Bilingual, City, CityId, Cluster, ClusterId, Coordinates, Country, CountryCode,
    Date, Licence, Membership, Organisation, OrganisationId, Region, RegionId, SafeUrl, SeenDate,
    Text,
};
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::diagnostic::{BrokenValues, Diagnostic};
use crate::document::push_token;
use crate::message::{Form, Message};

/// A type of the model: its name in the schema, how to read it, and the form of its values.
struct Reader {
    name: &'static str,
    read: fn(&Value) -> Result<(), String>,
    form: Form,
}

const fn reader<T: DeserializeOwned>(name: &'static str, form: Form) -> Reader {
    Reader {
        name,
        read: refusal::<T>,
        form,
    }
}

fn refusal<T: DeserializeOwned>(value: &Value) -> Result<(), String> {
    T::deserialize(value)
        .map(drop)
        .map_err(|error| error.to_string())
}

const READERS: [Reader; 20] = [
    reader::<AreaId>("AreaId", Form::Id),
    reader::<CityId>("CityId", Form::Id),
    reader::<ClusterId>("ClusterId", Form::Id),
    reader::<OrganisationId>("OrganisationId", Form::Id),
    reader::<RegionId>("RegionId", Form::Id),
    reader::<CountryCode>("CountryCode", Form::Country),
    reader::<Date>("Date", Form::Date),
    reader::<SeenDate>("SeenDate", Form::SeenDate),
    reader::<SafeUrl>("SafeUrl", Form::Url),
    reader::<Text>("Text", Form::Text),
    reader::<Bilingual>("Bilingual", Form::Bilingual),
    reader::<Coordinates>("Coordinates", Form::Coordinates),
    reader::<Licence>("Licence", Form::Record),
    reader::<Area>("Area", Form::Record),
    reader::<Country>("Country", Form::Record),
    reader::<Region>("Region", Form::Record),
    reader::<City>("City", Form::Record),
    reader::<Cluster>("Cluster", Form::Record),
    reader::<Organisation>("Organisation", Form::Record),
    reader::<Membership>("Membership", Form::Record),
];

/// Why a type rejects a value, if the schema has the type under this pointer.
pub(super) fn complaint(definition: &str, value: &Value, pointer: &str) -> Option<Diagnostic> {
    let name = definition.strip_prefix("/$defs/")?;
    let reader = READERS.iter().find(|reader| reader.name == name)?;
    let reason = (reader.read)(value).err()?;
    let message = Message::Refused {
        text: value.as_str().map(str::to_owned),
        reason,
        form: reader.form,
    };
    Some(Diagnostic::new(pointer, message))
}

/// Reads every value as the type that the schema gives it, and adds the values that the types
/// reject. Values around one that already has a diagnostic are not reported again.
pub(super) fn check(schema: &Value, root: &Value, found: &mut Vec<Diagnostic>) {
    let broken = BrokenValues::new(found);
    Walk {
        schema,
        broken,
        found,
    }
    .visit(schema, root, &mut String::new());
}

struct Walk<'a> {
    schema: &'a Value,
    broken: BrokenValues,
    found: &'a mut Vec<Diagnostic>,
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
                self.add(Diagnostic::new(
                    pointer,
                    Message::NotWhole {
                        number: number.to_string(),
                    },
                ));
            }
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
        }
        if value.is_null() || self.broken.holds(pointer) {
            return;
        }
        if let Some(diagnostic) = definition.and_then(|name| complaint(name, value, pointer)) {
            self.add(diagnostic);
        }
    }

    fn add(&mut self, diagnostic: Diagnostic) {
        self.broken.add(&diagnostic);
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

/// Follows references, and takes "this" of "this, or null". Returns the rule, and the pointer of its
/// definition in the schema if it has one of its own.
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
