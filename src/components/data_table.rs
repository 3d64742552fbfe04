//! A table with headings over its columns.

use crate::markup::{El, el, el_class};

/// A table of some rows, each column with its heading.
pub fn data_table(class: &'static str, headings: [&'static str; 3], rows: Vec<El>) -> El {
    let headings = headings.map(|heading| el("th").attr("scope", "col").text(heading));
    el_class("table", class)
        .child(el("thead").child(el("tr").children(headings)))
        .child(el("tbody").children(rows))
}
