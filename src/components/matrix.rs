//! A matrix of how strongly things are tied to one another.

use crate::markup::{El, el, el_class, link};

/// The tie between two things.
pub struct MatrixTie {
    /// How strong it is.
    pub strength: u32,
    /// What it ties.
    pub name: String,
    /// Where it leads.
    pub href: String,
}

/// A square of numbers, the darker the nearer they are to the strongest. Columns are headed by the numbers
/// of the rows, which carry the names.
pub fn matrix(
    label: &'static str,
    names: Vec<El>,
    strongest: u32,
    tie: impl Fn(usize, usize) -> Option<MatrixTie>,
) -> El {
    let count = names.len();
    let mut headings = el("tr").child(el("td"));
    let mut rows = el("tbody");
    for (row, name) in names.into_iter().enumerate() {
        let number = (row + 1).to_string();
        let mark = el_class("span", "matrix-number").text([&number, ". "].concat());
        let mut cells = el("tr").child(el("th").attr("scope", "row").child(mark).child(name));
        for column in 0..count {
            cells = cells.child(cell(tie(row, column), strongest, column > row));
        }
        headings = headings.child(el("th").attr("scope", "col").text(number));
        rows = rows.child(cells);
    }
    let table = el_class("table", "matrix")
        .child(el("thead").child(headings))
        .child(rows);
    // The frame scrolls sideways where the matrix is wider than the screen; the keyboard must reach it.
    el_class("div", "table-frame")
        .attr("role", "group")
        .attr("aria-label", label)
        .attr("tabindex", "0")
        .child(table)
}

/// Each tie stands on both sides of the diagonal; the keyboard passes by the twin.
fn cell(tie: Option<MatrixTie>, strongest: u32, is_twin: bool) -> El {
    let Some(tie) = tie else {
        return el("td");
    };
    // Four shades are as many as one tells apart.
    let shade = (tie.strength * 4).div_ceil(strongest);
    let link = link(tie.href, tie.strength.to_string())
        .attr_if("tabindex", is_twin.then_some("-1"))
        .attr("title", tie.name);
    el("td").attr("data-shade", shade.to_string()).child(link)
}
