//! Explains schema errors in plain words.

use jsonschema::ValidationError;
use jsonschema::error::{TypeKind, ValidationErrorKind as Kind};
use serde_json::Value;

use super::super::diagnostic::{Diagnostic, shown};
use super::super::document::{Document, push_token};
use super::super::nearest::nearest;
use super::values;

/// Creates one diagnostic for each thing to fix.
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
    let one = |what: String, fix: String| vec![Diagnostic::error(pointer, what, fix)];
    match error.kind() {
        Kind::AnyOf { context } => {
            // An optional value is "this, or null"; the error should explain "this".
            let meant = context
                .iter()
                .filter(|branch| !branch.iter().any(|error| wants_null(error, pointer)));
            meant
                .flatten()
                .flat_map(|error| explain(error, schema, document))
                .collect()
        }
        Kind::OneOfNotValid { .. } | Kind::Enum { .. } => vec![not_among(pointer, value, rule)],
        Kind::AdditionalProperties { unexpected } => unexpected
            .iter()
            .map(|name| unknown_field(pointer, name, rule, document))
            .collect(),
        Kind::Required { property } => {
            let name = property.as_str().unwrap_or_default();
            let shape = rule
                .pointer(&format!("/properties/{name}"))
                .map_or("…".into(), |rule| shape(rule, schema));
            one(
                format!("The field {} is missing.", shown(name)),
                format!("Add \"{name}\": {shape}"),
            )
        }
        Kind::Type { kind } => {
            let wanted = wanted_type(kind);
            one(
                format!(
                    "There is {} here, but it should be {}.",
                    article(value),
                    name_of_type(&wanted)
                ),
                format!("Write {}.", form_of_type(&wanted)),
            )
        }
        Kind::Minimum { limit } => one(
            format!("The number {value} is too small."),
            format!("Write a whole number of at least {limit}."),
        ),
        Kind::Maximum { limit } => one(
            format!("The number {value} is too large."),
            format!("Write a whole number of at most {limit}."),
        ),
        Kind::MinProperties { .. } => one(
            "There is nothing between the braces.".into(),
            format!(
                "Write {}, or leave the field out if it may be missing.",
                shape(rule, schema)
            ),
        ),
        Kind::Pattern { .. } => values::rejection(parent, value, pointer).map_or_else(
            || {
                one(
                    format!("{} does not have the expected form.", kind_of(value)),
                    SEE_OTHERS.into(),
                )
            },
            |diagnostic| vec![diagnostic],
        ),
        _ => one(
            format!("{} is not valid here.", kind_of(value)),
            SEE_OTHERS.into(),
        ),
    }
}

const SEE_OTHERS: &str = "Compare it with the records before and after it.";

fn wants_null(error: &ValidationError, pointer: &str) -> bool {
    matches!(error.kind(), Kind::Type { kind: TypeKind::Single(kind) } if kind.to_string() == "null")
        && error.instance_path().as_str() == pointer
}

/// The required type; of "this, or null" this.
fn wanted_type(kind: &TypeKind) -> String {
    match kind {
        TypeKind::Single(kind) => kind.to_string(),
        TypeKind::Multiple(kinds) => {
            let mut names = kinds.iter().map(|kind| kind.to_string());
            names.find(|name| name != "null").unwrap_or_default()
        }
    }
}

fn not_among(pointer: &str, value: &Value, rule: &Value) -> Diagnostic {
    let choices = choices(rule);
    let known = choices
        .iter()
        .map(|choice| shown(choice))
        .collect::<Vec<_>>()
        .join(", ");
    let near = value
        .as_str()
        .and_then(|value| nearest(value, choices.iter().copied()));
    let fix = match near {
        Some(near) => format!("Did you mean {}? Valid are: {known}.", shown(near)),
        None => format!("Use one of {known}."),
    };
    let what = format!(
        "{} is not one of the words that are valid here.",
        kind_of(value)
    );
    Diagnostic::error(pointer, what, fix)
}

fn unknown_field(pointer: &str, name: &str, rule: &Value, document: &Document) -> Diagnostic {
    let known: Vec<&str> = fields(rule);
    let fix = match nearest(name, known.iter().copied()) {
        Some(near) => format!("Did you mean {}?", shown(near)),
        None => format!("Remove it. Valid fields are: {}.", known.join(", ")),
    };
    let mut place = pointer.to_owned();
    push_token(&mut place, name);
    let what = format!("There is no field {} here.", shown(name));
    let diagnostic = Diagnostic::error(&place, what, fix);
    match document.name_start(&place) {
        Some(start) => diagnostic.at(start),
        None => diagnostic,
    }
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

/// An example value for a rule, to be filled in.
fn shape(rule: &Value, schema: &Value) -> String {
    let rule = values::resolve(rule, schema).1;
    let choices = choices(rule);
    if let [first, .., last] = choices[..] {
        return format!("\"…\" (one of the words from \"{first}\" to \"{last}\")");
    }
    match rule.get("type").and_then(Value::as_str) {
        Some("object") => {
            let fields = fields(rule)
                .iter()
                .map(|name| format!("\"{name}\": …"))
                .collect::<Vec<_>>();
            format!("{{{}}}", fields.join(", "))
        }
        Some("array") => "[ … ]".into(),
        Some("integer" | "number") => "and a number".into(),
        _ => "\"…\"".into(),
    }
}

fn kind_of(value: &Value) -> String {
    match value {
        Value::String(text) => shown(text),
        _ => article(value).to_owned(),
    }
}

fn article(value: &Value) -> &'static str {
    match value {
        Value::Null => "nothing (null)",
        Value::Bool(_) => "true or false",
        Value::Number(_) => "a number",
        Value::String(_) => "a text",
        Value::Array(_) => "a list",
        Value::Object(_) => "a group of fields",
    }
}

fn name_of_type(json: &str) -> &'static str {
    match json {
        "string" => "a text",
        "integer" => "a whole number",
        "number" => "a number",
        "array" => "a list",
        "object" => "a group of fields",
        "boolean" => "true or false",
        _ => "nothing",
    }
}

fn form_of_type(json: &str) -> &'static str {
    match json {
        "string" => "it between quotation marks: \"…\"",
        "integer" => "it in digits, without quotation marks and decimals, such as 2012",
        "number" => "it in digits, without quotation marks, such as 45.5",
        "array" => "it between square brackets, with commas: [\"…\", \"…\"]",
        "object" => "it between braces, as in {\"en\": \"…\", \"it\": \"…\"}",
        "boolean" => "true or false, without quotation marks",
        _ => "null",
    }
}
