//! A matrix of ties between things.

use leptos::prelude::*;

/// The tie between two things.
#[derive(Debug, Clone)]
pub struct MatrixTie {
    /// Its strength.
    pub strength: u32,
    /// What it connects.
    pub name: String,
    /// The URL of its link.
    pub href: String,
}

/// A square of numbers, shaded by strength, with names at its rows and columns.
#[component]
pub fn Matrix(
    /// The accessible name of the matrix.
    label: &'static str,
    /// The names at the rows.
    labels: Vec<AnyView>,
    /// The names at the columns: the same things in the same order, by their short names, written upwards.
    columns: Vec<&'static str>,
    /// The ties by row and column.
    ties: Vec<Vec<Option<MatrixTie>>>,
    /// The maximum strength, at least 1.
    strongest: u32,
) -> impl IntoView {
    let headings = columns.into_iter().map(|name| {
        view! {
            <th scope="col" title=name>
                <span>{name}</span>
            </th>
        }
        .into_any()
    });
    let headings = headings.collect_view();
    let rows = labels.into_iter().zip(ties).enumerate();
    let rows = rows.map(|(row, (label, ties))| {
        let cells = ties.into_iter().enumerate().map(|(column, tie)| {
            let is_duplicate = column > row;
            view! { <Cell tie strongest is_duplicate /> }.into_any()
        });
        view! {
            <tr>
                <th scope="row">{label}</th>
                {cells.collect_view()}
            </tr>
        }
        .into_any()
    });
    // The wrapper scrolls horizontally on narrow screens, so it must be focusable.
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

/// A cell. Each tie has two cells, and the keyboard skips the one above the diagonal.
#[component]
fn Cell(
    /// The tie, if there is one.
    tie: Option<MatrixTie>,
    /// The maximum strength in the matrix.
    strongest: u32,
    /// Whether this is the cell above the diagonal.
    is_duplicate: bool,
) -> impl IntoView {
    // People can distinguish about four shades.
    let shade = tie
        .as_ref()
        .map(|tie| (tie.strength * 4).div_ceil(strongest).to_string());
    let link = tie.map(|tie| {
        view! {
            <a href=tie.href tabindex=is_duplicate.then_some("-1") title=tie.name>
                {tie.strength.to_string()}
            </a>
        }
        .into_any()
    });
    view! { <td data-shade=shade>{link}</td> }
}
