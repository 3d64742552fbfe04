//! A keyed list.

use leptos::prelude::*;
use std::sync::Arc;

/// An item with its view.
struct Item {
    key: String,
    view: Children,
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
    view! { <For each=items key=|item| item.key.clone() children=|item| (item.view)() /> }
        .into_any()
}
