//! Builders for <https://schema.org> things.

use serde_json::{Map, Value};

/// An organisation with a name and other properties.
pub(super) fn organisation_called<const MORE: usize>(
    name: &str,
    more: [(&'static str, Option<Value>); MORE],
) -> Value {
    let name = [("name", Some(name.into()))];
    thing("Organization", name.into_iter().chain(more))
}

/// A thing with the properties that have a value.
pub(super) fn thing<'name>(
    kind: &str,
    properties: impl IntoIterator<Item = (&'name str, Option<Value>)>,
) -> Value {
    let kind = ("@type", Some(kind.into()));
    let all = std::iter::once(kind).chain(properties);
    let known = all.filter_map(|(name, value)| Some((name.to_owned(), value?)));
    Value::Object(known.collect::<Map<_, _>>())
}

/// A list, or null if it is empty.
pub(super) fn list(items: impl IntoIterator<Item = impl Into<Value>>) -> Option<Value> {
    let items: Vec<Value> = items.into_iter().map(Into::into).collect();
    (!items.is_empty()).then(|| items.into())
}
