//! Things of <https://schema.org>.

use serde_json::{Map, Value};

/// An organisation of a name, and what more is known of it.
pub(super) fn organisation_called<const MORE: usize>(
    name: &str,
    more: [(&'static str, Option<Value>); MORE],
) -> Value {
    let name = [("name", Some(name.into()))];
    thing("Organization", name.into_iter().chain(more))
}

/// A thing with those of the properties that have a value.
pub(super) fn thing<'name>(
    kind: &str,
    properties: impl IntoIterator<Item = (&'name str, Option<Value>)>,
) -> Value {
    let kind = ("@type", Some(kind.into()));
    let all = std::iter::once(kind).chain(properties);
    let known = all.filter_map(|(name, value)| Some((name.to_owned(), value?)));
    Value::Object(known.collect::<Map<_, _>>())
}

/// A list, if there is anything in it.
pub(super) fn list(items: impl IntoIterator<Item = impl Into<Value>>) -> Option<Value> {
    let items: Vec<Value> = items.into_iter().map(Into::into).collect();
    (!items.is_empty()).then(|| items.into())
}
