//! Tables with column headings.

use leptos::prelude::*;

/// A table of three columns.
#[component]
pub fn DataTable(
    /// The class of the table.
    class: &'static str,
    /// The headings of the columns.
    headings: [&'static str; 3],
    /// The rows of the body, each a `<tr>`.
    children: Children,
) -> impl IntoView {
    let headings = headings.map(|heading| view! { <th scope="col">{heading}</th> }.into_any());
    view! {
        <table class=class>
            <thead>
                <tr>{headings.into_iter().collect_view()}</tr>
            </thead>
            <tbody>{children()}</tbody>
        </table>
    }
}
