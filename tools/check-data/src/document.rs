//! JSON whose values know their positions in the text.

use std::ops::Range;

mod node;
mod parser;

pub(super) use node::{Repeated, push_token};
pub(super) use parser::SyntaxError;

use node::{Content, Node, unescape};

/// A parsed JSON text.
pub(super) struct Document<'t> {
    /// The text itself.
    pub(super) text: &'t str,
    /// The outermost value.
    pub(super) root: Node,
    /// Fields that occur more than once in their object.
    pub(super) repeated: Vec<Repeated>,
    /// The byte offset of each line.
    line_starts: Vec<usize>,
}

impl<'t> Document<'t> {
    /// Reads a JSON text.
    ///
    /// # Errors
    /// At the first unexpected character.
    pub(super) fn parse(text: &'t str) -> Result<Self, SyntaxError> {
        let root = parser::parse(text)?;
        let ends = text.bytes().enumerate().filter(|&(_, byte)| byte == b'\n');
        let line_starts = std::iter::once(0)
            .chain(ends.map(|(at, _)| at + 1))
            .collect();
        let mut repeated = Vec::new();
        root.collect_repeated(&mut String::new(), &mut repeated);
        Ok(Self {
            text,
            root,
            repeated,
            line_starts,
        })
    }

    /// The line of a byte offset, from 1.
    pub(super) fn line(&self, offset: usize) -> usize {
        self.line_starts.partition_point(|&start| start <= offset)
    }

    /// The line of the value at a JSON Pointer, from 1.
    pub(super) fn line_of(&self, pointer: &str) -> usize {
        self.line(self.start_of(pointer))
    }

    /// The byte offset of the value at a JSON Pointer; see [`Document::span_of`].
    pub(super) fn start_of(&self, pointer: &str) -> usize {
        self.span_of(pointer).start
    }

    /// The byte range of the value at a JSON Pointer, or of the innermost existing value on the way
    /// there.
    pub(super) fn span_of(&self, pointer: &str) -> Range<usize> {
        let mut node = &self.root;
        for token in pointer.split('/').skip(1) {
            let Some(child) = node.child(&unescape(token)) else {
                break;
            };
            node = child;
        }
        node.start..node.end
    }

    /// The byte offset of the name of the field at a JSON Pointer.
    pub(super) fn name_start(&self, pointer: &str) -> Option<usize> {
        let (parent, name) = pointer.rsplit_once('/')?;
        let name = unescape(name);
        let node = parent
            .split('/')
            .skip(1)
            .try_fold(&self.root, |node, token| node.child(&unescape(token)))?;
        match &node.content {
            Content::Object(fields) => fields
                .iter()
                .find(|field| field.name == name)
                .map(|field| field.start),
            Content::Array(_) | Content::Scalar(_) => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = concat!(
        r#"{"a": [1, -2.5e3, 0, true, false, null], "é": "\u00e9\\\"/\n","#,
        "\n\t\"b/~\": {\"c\": {}, \"d\": []}}",
    );

    /// Whether our parser and serde accept a text, and the value if both do.
    fn agrees(text: &str) {
        let ours = Document::parse(text)
            .ok()
            .map(|document| document.root.to_value());
        let serdes = serde_json::from_str::<serde_json::Value>(text).ok();
        assert_eq!(ours, serdes, "{text:?}");
    }

    #[test]
    fn our_parser_and_serde_agree_on_what_is_json() {
        agrees(TEXT);
        for (at, letter) in TEXT.char_indices() {
            let (before, after) = (&TEXT[..at], &TEXT[at + letter.len_utf8()..]);
            agrees(before);
            agrees(after);
            agrees(&format!("{before}{after}"));
            for other in "\"\\,:{}[]01-.eEtn \n\u{0}\u{7f}é‘\u{feff}\u{2028}".chars() {
                agrees(&format!("{before}{other}{after}"));
                agrees(&format!("{before}{other}{letter}{after}"));
            }
        }
        for lone in [
            "1e999",
            "-",
            "01",
            "1.",
            ".5",
            "+1",
            "1e",
            "-0",
            "\"\\ud800\"",
            "\"\\ud83d\\ude00\"",
            "nul",
            "truee",
        ] {
            agrees(lone);
        }
    }

    #[test]
    fn pointers_lead_to_places() -> Result<(), String> {
        let document = Document::parse(TEXT).map_err(|error| format!("{error:?}"))?;
        let rest = |pointer: &str| &TEXT[document.start_of(pointer)..];
        assert!(rest("").starts_with("{\"a\""));
        assert!(rest("/a/1").starts_with("-2.5e3"));
        assert!(rest("/b~1~0/d").starts_with("[]"));
        assert!(
            rest("/b~1~0/none/x").starts_with("{\"c\""),
            "what is missing is where it should be"
        );
        assert_eq!(document.name_start("/b~1~0/d"), TEXT.find("\"d\""));
        assert_eq!(document.name_start("/a/1"), None);
        assert_eq!((document.line_of("/a"), document.line_of("/b~1~0")), (1, 2));
        Ok(())
    }
}
