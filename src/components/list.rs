//! A keyed list.

use leptos::prelude::*;
use std::collections::BTreeMap;
use std::sync::Arc;

/// An item with its view.
struct Item {
    key: String,
    view: Children,
}

/// The keys that a list shows, and how often it was rendered anew as a whole.
#[derive(Default)]
struct Rendered {
    keys: Vec<String>,
    times: u32,
}

/// `<For>` with erased types: each list with types of its own costs 1.3 KB compressed.
///
/// The view of an item lives as long as its key. It is not rendered again when only its value
/// changes; whatever may change must be reactive.
#[component]
pub fn List<E, I, T, KF, K, C, V>(
    /// The items (tracked).
    each: E,
    /// The unique key of an item.
    key: KF,
    /// The view of an item.
    children: C,
) -> impl IntoView
where
    E: Fn() -> I + Send + 'static,
    I: IntoIterator<Item = T>,
    T: Send + 'static,
    KF: Fn(&T) -> K + Send + 'static,
    K: ToString,
    C: Fn(T) -> V + Send + Sync + 'static,
    V: IntoView + 'static,
{
    let children = Arc::new(children);
    let item = move |item: T| {
        let children = Arc::clone(&children);
        Item {
            key: key(&item).to_string(),
            view: Box::new(move || children(item).into_any()),
        }
    };
    let items = move || each().into_iter().map(&item).collect();
    keyed(Box::new(items))
}

/// Not generic: closures in [`List`] would be compiled for each list.
fn keyed(items: Box<dyn Fn() -> Vec<Item> + Send>) -> AnyView {
    let rendered = StoredValue::new(Rendered::default());
    let items = move || {
        let items = items();
        let keys: Vec<String> = items.iter().map(|item| item.key.clone()).collect();
        let times = rendered.try_update_value(|rendered| {
            if !keeps_order(&rendered.keys, &keys) {
                rendered.times += 1;
            }
            rendered.keys = keys;
            rendered.times
        });
        let times = times.unwrap_or_default();
        items.into_iter().map(move |item| (times, item))
    };
    view! {
        <For each=items key=|(times, item)| (*times, item.key.clone()) children=|(_, item)| (item.view)() />
    }
    .into_any()
}

/// Whether `<For>` puts the elements in order when the keys `old` become `new`.
///
/// It leaves an element where it is if others coming and going before it explain its new index (`diff` in
/// `tachys::view::keyed`, version 0.2.19), which is wrong if two such elements change places: from d, g, b,
/// a, f to f, a, b it shows b, f, a. The list then has to be rendered anew. That is rare: something must be
/// removed or added, and the rest reordered, in one step.
fn keeps_order(old: &[String], new: &[String]) -> bool {
    if old.is_empty() {
        return true;
    }
    let old_indices: BTreeMap<&str, usize> = old.iter().map(String::as_str).zip(0..).collect();
    let new_indices: BTreeMap<&str, usize> = new.iter().map(String::as_str).zip(0..).collect();
    let (mut added, mut removed, mut last) = (0, 0, 0);
    for index in 0..old.len().max(new.len()) {
        let (before, after) = (old.get(index), new.get(index));
        let stays = before == after;
        let moved_to = before.and_then(|key| new_indices.get(key.as_str()).copied());
        removed += usize::from(before.is_some() && moved_to.is_none());
        added += usize::from(after.is_some_and(|key| !old_indices.contains_key(key.as_str())));
        let Some(moved_to) = moved_to.filter(|to| stays || to + removed == index + added) else {
            continue;
        };
        if moved_to < last {
            return false;
        }
        last = moved_to;
    }
    true
}
