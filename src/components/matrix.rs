//! A matrix of how strongly things are tied to one another.

use leptos::prelude::*;

/// The tie between two things.
#[derive(Debug, Clone)]
pub struct MatrixTie {
    /// How strong it is.
    pub strength: u32,
    /// What it ties.
    pub name: String,
    /// The URL of its link.
    pub href: String,
}

/// A square of numbers, the darker the nearer they are to the strongest. Columns are headed by the
/// numbers of the rows, which carry the names.
#[component]
pub fn Matrix(
    /// What the matrix is called.
    label: &'static str,
    /// The name of each thing, in the order of rows and columns.
    labels: Vec<AnyView>,
    /// The tie of each row to each column, where there is one; as many rows and columns as labels.
    ties: Vec<Vec<Option<MatrixTie>>>,
    /// The strength of the strongest tie, at least 1.
    strongest: u32,
) -> impl IntoView {
    let headings = (1..=labels.len())
        .map(|number| view! { <th scope="col">{number.to_string()}</th> }.into_any());
    let headings = headings.collect_view();
    let rows = labels.into_iter().zip(ties).enumerate();
    let rows = rows.map(|(row, (label, ties))| {
        let cells = ties.into_iter().enumerate().map(|(column, tie)| {
            let is_twin = column > row;
            view! { <Cell tie strongest is_twin /> }.into_any()
        });
        view! {
            <tr>
                <th scope="row">
                    <span class="matrix-number">{format!("{}. ", row + 1)}</span>
                    {label}
                </th>
                {cells.collect_view()}
            </tr>
        }
        .into_any()
    });
    // The frame scrolls sideways where the matrix is wider than the screen; the keyboard must reach it.
    view! {
        <div class="table-frame" role="group" aria-label=label tabindex="0">
            <table class="matrix">
                <thead>
                    <tr>
                        <td></td>
                        {headings}
                    </tr>
                </thead>
                <tbody>{rows.collect_view()}</tbody>
            </table>
        </div>
    }
}

/// One number. Each tie stands on both sides of the diagonal; the keyboard passes by the twin.
#[component]
fn Cell(
    /// The tie, if there is one.
    tie: Option<MatrixTie>,
    /// The strength of the strongest tie of the matrix.
    strongest: u32,
    /// Whether the keyboard reaches the tie at its other place, below the diagonal.
    is_twin: bool,
) -> impl IntoView {
    // Four shades are as many as one tells apart.
    let shade = tie
        .as_ref()
        .map(|tie| (tie.strength * 4).div_ceil(strongest).to_string());
    let link = tie.map(|tie| {
        view! {
            <a href=tie.href tabindex=is_twin.then_some("-1") title=tie.name>
                {tie.strength.to_string()}
            </a>
        }
        .into_any()
    });
    view! { <td data-shade=shade>{link}</td> }
}
