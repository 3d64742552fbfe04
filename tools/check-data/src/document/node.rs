//! JSON values with positions.

use serde_json::{Map, Value};

/// A value and its byte offset.
pub(crate) struct Node {
    pub(crate) start: usize,
    pub(crate) content: NodeKind,
}

/// The kind of a value, with its content.
pub(crate) enum NodeKind {
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

/// A duplicate field.
pub(crate) struct Repeated {
    pub(crate) pointer: String,
    /// The byte offsets of its first and second name.
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
    /// The value without positions.
    pub(crate) fn to_value(&self) -> Value {
        match &self.content {
            NodeKind::Array(items) => Value::Array(items.iter().map(Self::to_value).collect()),
            NodeKind::Object(fields) => {
                let entries = fields
                    .iter()
                    .map(|field| (field.name.clone(), field.value.to_value()));
                Value::Object(entries.collect::<Map<_, _>>())
            }
            NodeKind::Scalar(value) => value.clone(),
        }
    }

    /// The child at a step of a JSON Pointer.
    pub(crate) fn child(&self, token: &str) -> Option<&Self> {
        match &self.content {
            NodeKind::Array(items) => items.get(token.parse::<usize>().ok()?),
            // Of duplicates the last one, as in the value without positions.
            NodeKind::Object(fields) => fields
                .iter()
                .rev()
                .find(|field| field.name == token)
                .map(|field| &field.value),
            NodeKind::Scalar(_) => None,
        }
    }

    /// Adds its duplicate fields.
    pub(crate) fn collect_repeated(&self, pointer: &mut String, repeated: &mut Vec<Repeated>) {
        let length = pointer.len();
        match &self.content {
            NodeKind::Array(items) => {
                for (position, item) in items.iter().enumerate() {
                    push_token(pointer, &position.to_string());
                    item.collect_repeated(pointer, repeated);
                    pointer.truncate(length);
                }
            }
            NodeKind::Object(fields) => {
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
            NodeKind::Scalar(_) => {}
        }
    }
}

/// Appends a step to a JSON Pointer (RFC 6901).
pub(crate) fn push_token(pointer: &mut String, token: &str) {
    pointer.push('/');
    pointer.push_str(&token.replace('~', "~0").replace('/', "~1"));
}

/// Decodes a step of a JSON Pointer.
pub(crate) fn unescape(token: &str) -> String {
    token.replace("~1", "/").replace("~0", "~")
}
