//! The number of nodes in a page, by which the wasm recognises whether the document was modified.

use super::html::tag_len;

/// The numbers of elements, texts and comments in HTML that Leptos has rendered: every element has
/// an end tag or is void, and attributes are quoted.
pub(super) fn count_nodes(html: &str) -> [usize; 3] {
    let [mut elements, mut texts, mut comments] = [0; 3];
    let mut rest = html;
    while !rest.is_empty() {
        let length = match rest.find('<') {
            Some(0) if rest.starts_with("<!--") => {
                comments += 1;
                rest.find("-->").map_or(rest.len(), |end| end + "-->".len())
            }
            Some(0) => {
                elements += usize::from(!rest.starts_with("</"));
                tag_len(rest)
            }
            length => {
                texts += 1;
                length.unwrap_or(rest.len())
            }
        };
        rest = &rest[length..];
    }
    [elements, texts, comments]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nodes_are_counted_as_by_a_parser() {
        for (html, expected) in [
            ("", [0, 0, 0]),
            ("text", [0, 1, 0]),
            ("<p>one</p> <img alt=\"a > b\"/>", [2, 2, 0]),
            ("<p title=\"<!---->\">one<!---->two</p><!---->", [1, 2, 2]),
        ] {
            assert_eq!(count_nodes(html), expected, "{html}");
        }
    }
}
