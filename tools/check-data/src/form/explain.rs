//! The errors of the schema's validator, as messages for editors.

use jsonschema::ValidationError;
use jsonschema::error::{TypeKind, ValidationErrorKind as Kind};
use serde_json::Value;

use super::values;
use crate::diagnostic::Diagnostic;
use crate::document::{Document, push_token};
use crate::message::{FoundValue, JsonType, Message, Shape};
use crate::nearest::nearest;

/// One diagnostic for each thing to fix.
pub(super) fn explain(
    error: &ValidationError,
    schema: &Value,
    document: &Document,
) -> Vec<Diagnostic> {
    let pointer = error.instance_path().as_str();
    let parent = error
        .schema_path()
        .as_str()
        .rsplit_once('/')
        .map_or("", |(parent, _)| parent);
    let rule = schema.pointer(parent).unwrap_or(&Value::Null);
    let value = error.instance();
    let message = match error.kind() {
        Kind::AnyOf { context } => {
            // An optional value is "this, or null", and nobody who writes "this" wrongly means
            // null.
            let meant = context
                .iter()
                .filter(|branch| !branch.iter().any(|error| wants_null(error, pointer)));
            return meant
                .flatten()
                .flat_map(|error| explain(error, schema, document))
                .collect();
        }
        Kind::AdditionalProperties { unexpected } => {
            return unexpected
                .iter()
                .map(|name| unknown_field(pointer, name, rule, document))
                .collect();
        }
        Kind::OneOfNotValid { .. } | Kind::Enum { .. } => {
            let known = choices(rule);
            Message::NotAmong {
                found: found(value),
                near: value
                    .as_str()
                    .and_then(|value| nearest(value, known.iter().copied()))
                    .map(str::to_owned),
                known: owned(&known),
            }
        }
        Kind::Required { property } => {
            let name = property.as_str().unwrap_or_default();
            let shape = rule
                .pointer(&format!("/properties/{name}"))
                .map_or(Shape::Text, |rule| shape(rule, schema));
            Message::MissingField {
                name: name.to_owned(),
                shape,
            }
        }
        Kind::Type { kind } => Message::WrongType {
            found: type_of(value),
            wanted: wanted_type(kind),
        },
        Kind::Minimum { limit } => Message::TooSmall {
            number: value.to_string(),
            limit: limit.to_string(),
        },
        Kind::Maximum { limit } => Message::TooLarge {
            number: value.to_string(),
            limit: limit.to_string(),
        },
        Kind::MinProperties { .. } => Message::EmptyObject {
            shape: shape(rule, schema),
        },
        Kind::Pattern { .. } => {
            return vec![
                values::complaint(parent, value, pointer)
                    .unwrap_or_else(|| misplaced(pointer, value)),
            ];
        }
        _ => return vec![misplaced(pointer, value)],
    };
    vec![Diagnostic::new(pointer, message)]
}

fn misplaced(pointer: &str, value: &Value) -> Diagnostic {
    let found = found(value);
    Diagnostic::new(pointer, Message::Misplaced { found })
}

fn wants_null(error: &ValidationError, pointer: &str) -> bool {
    matches!(error.kind(), Kind::Type { kind: TypeKind::Single(kind) } if kind.to_string() == "null")
        && error.instance_path().as_str() == pointer
}

/// The expected type; for "this, or null" this.
fn wanted_type(kind: &TypeKind) -> JsonType {
    let name = match kind {
        TypeKind::Single(kind) => kind.to_string(),
        TypeKind::Multiple(kinds) => {
            let mut names = kinds.iter().map(|kind| kind.to_string());
            names.find(|name| name != "null").unwrap_or_default()
        }
    };
    match name.as_str() {
        "string" => JsonType::Text,
        "integer" => JsonType::Integer,
        "number" => JsonType::Number,
        "array" => JsonType::List,
        "object" => JsonType::Object,
        "boolean" => JsonType::Boolean,
        _ => JsonType::Null,
    }
}

fn unknown_field(pointer: &str, name: &str, rule: &Value, document: &Document) -> Diagnostic {
    let known = fields(rule);
    let mut place = pointer.to_owned();
    push_token(&mut place, name);
    let message = Message::UnknownField {
        name: name.to_owned(),
        near: nearest(name, known.iter().copied()).map(str::to_owned),
        known: owned(&known),
    };
    let diagnostic = Diagnostic::new(&place, message);
    match document.name_start(&place) {
        Some(start) => diagnostic.at(start),
        None => diagnostic,
    }
}

fn owned(words: &[&str]) -> Vec<String> {
    words.iter().copied().map(str::to_owned).collect()
}

fn fields(rule: &Value) -> Vec<&str> {
    let properties = rule.get("properties").and_then(Value::as_object);
    properties
        .map(|properties| properties.keys().map(String::as_str).collect())
        .unwrap_or_default()
}

/// The words that a rule allows.
fn choices(rule: &Value) -> Vec<&str> {
    let branches = rule
        .get("oneOf")
        .and_then(Value::as_array)
        .map_or(std::slice::from_ref(rule), Vec::as_slice);
    let words = branches.iter().flat_map(|branch| {
        let several = branch
            .get("enum")
            .and_then(Value::as_array)
            .into_iter()
            .flatten();
        branch.get("const").into_iter().chain(several)
    });
    words.filter_map(Value::as_str).collect()
}

/// A template of a value that a rule allows.
fn shape(rule: &Value, schema: &Value) -> Shape {
    let rule = values::resolve(rule, schema).1;
    let choices = choices(rule);
    if !choices.is_empty() {
        return Shape::OneOf(owned(&choices));
    }
    match rule.get("type").and_then(Value::as_str) {
        Some("object") => Shape::Object(owned(&fields(rule))),
        Some("array") => Shape::List,
        Some("integer" | "number") => Shape::Number,
        _ => Shape::Text,
    }
}

fn found(value: &Value) -> FoundValue {
    match value {
        Value::String(text) => FoundValue::Text(text.clone()),
        _ => FoundValue::Other(type_of(value)),
    }
}

const fn type_of(value: &Value) -> JsonType {
    match value {
        Value::Null => JsonType::Null,
        Value::Bool(_) => JsonType::Boolean,
        Value::Number(_) => JsonType::Number,
        Value::String(_) => JsonType::Text,
        Value::Array(_) => JsonType::List,
        Value::Object(_) => JsonType::Object,
    }
}
