//! A value that knows its position in the text.

use serde_json::{Map, Value};

/// A value and its byte range.
pub(crate) struct Node {
    pub(crate) start: usize,
    pub(crate) end: usize,
    pub(crate) content: Content,
}

/// The content of a value.
pub(crate) enum Content {
    Array(Vec<Node>),
    Object(Vec<Member>),
    Scalar(Value),
}

/// A field of an object; `start` is the byte offset of its name.
pub(crate) struct Member {
    pub(crate) start: usize,
    pub(crate) name: String,
    pub(crate) value: Node,
}

/// A field that occurs more than once in its object.
pub(crate) struct Repeated {
    pub(crate) pointer: String,
    /// The byte offsets of its first two names.
    pub(crate) first: usize,
    pub(crate) second: usize,
}

impl Repeated {
    /// The field's name.
    pub(crate) fn name(&self) -> &str {
        self.pointer.rsplit('/').next().unwrap_or_default()
    }
}

impl Node {
    /// The value without its position.
    pub(crate) fn to_value(&self) -> Value {
        match &self.content {
            Content::Array(items) => Value::Array(items.iter().map(Self::to_value).collect()),
            Content::Object(fields) => {
                let entries = fields
                    .iter()
                    .map(|field| (field.name.clone(), field.value.to_value()));
                Value::Object(entries.collect::<Map<_, _>>())
            }
            Content::Scalar(value) => value.clone(),
        }
    }

    /// The value in it at a step of a JSON Pointer.
    pub(crate) fn child(&self, token: &str) -> Option<&Self> {
        match &self.content {
            Content::Array(items) => items.get(token.parse::<usize>().ok()?),
            // The last of several, as in the value without positions.
            Content::Object(fields) => fields
                .iter()
                .rev()
                .find(|field| field.name == token)
                .map(|field| &field.value),
            Content::Scalar(_) => None,
        }
    }

    /// Adds the fields in it that occur more than once.
    pub(crate) fn collect_repeated(&self, pointer: &mut String, repeated: &mut Vec<Repeated>) {
        let length = pointer.len();
        match &self.content {
            Content::Array(items) => {
                for (position, item) in items.iter().enumerate() {
                    push_token(pointer, &position.to_string());
                    item.collect_repeated(pointer, repeated);
                    pointer.truncate(length);
                }
            }
            Content::Object(fields) => {
                let mut seen = std::collections::HashMap::with_capacity(fields.len());
                for field in fields {
                    push_token(pointer, &field.name);
                    if let Some(&first) = seen.get(field.name.as_str()) {
                        repeated.push(Repeated {
                            pointer: pointer.clone(),
                            first,
                            second: field.start,
                        });
                    }
                    seen.entry(field.name.as_str()).or_insert(field.start);
                    field.value.collect_repeated(pointer, repeated);
                    pointer.truncate(length);
                }
            }
            Content::Scalar(_) => {}
        }
    }
}

/// Appends a step to a JSON Pointer (RFC 6901).
pub(crate) fn push_token(pointer: &mut String, token: &str) {
    pointer.push('/');
    pointer.push_str(&token.replace('~', "~0").replace('/', "~1"));
}

/// The name in a step of a JSON Pointer.
pub(crate) fn unescape(token: &str) -> String {
    token.replace("~1", "/").replace("~0", "~")
}
