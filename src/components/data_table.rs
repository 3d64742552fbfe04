//! Tables with column headings.

use leptos::prelude::*;

/// A table with a heading for each column.
#[component]
pub fn DataTable(
    /// The class of the table.
    class: &'static str,
    /// The headings of the columns.
    headings: Vec<&'static str>,
    /// The rows of the body, each a `<tr>`.
    children: Children,
) -> impl IntoView {
    let headings = headings.into_iter();
    let headings = headings.map(|heading| view! { <th scope="col">{heading}</th> }.into_any());
    view! {
        <table class=class>
            <thead>
                <tr>{headings.collect_view()}</tr>
            </thead>
            <tbody>{children()}</tbody>
        </table>
    }
}
