//! A JSON parser (RFC 8259) that keeps positions, and reports syntax errors in plain words.

use serde_json::Value;

use super::node::{Member, Node, NodeKind, push_token};

mod scalar;

/// The nesting limit. The catalogue needs eight levels; without a limit, a file of brackets would
/// overflow the stack.
const MAX_DEPTH: usize = 64;

/// The limit of values in a file. The catalogue has about 17,500; without a limit, a huge file of
/// another kind would exhaust memory before it is reported as the wrong one.
const MAX_VALUES: usize = 100_000;

/// A syntax error.
#[derive(Debug)]
pub(in super::super) struct SyntaxError {
    /// The byte offset.
    pub(in super::super) offset: usize,
    /// The pointer of the innermost value that was being parsed.
    pub(in super::super) pointer: String,
    /// The id of the record that was being parsed, if its id was already parsed.
    pub(in super::super) id: Option<String>,
    pub(in super::super) what: String,
    pub(in super::super) fix: &'static str,
}

impl SyntaxError {
    fn within(mut self, token: &str) -> Self {
        let mut pointer = String::new();
        push_token(&mut pointer, token);
        self.pointer.insert_str(0, &pointer);
        self
    }
}

type Parsed<T> = Result<T, SyntaxError>;

/// Parses a whole text.
pub(super) fn parse(text: &str) -> Parsed<Node> {
    let mut parser = Parser {
        text,
        at: 0,
        depth: 0,
        values: 0,
    };
    parser.skip_space();
    if parser.peek().is_none() {
        return Err(parser.error(
            "The file is empty.",
            "Restore the last version of the catalogue that was in order.",
        ));
    }
    let root = parser.value()?;
    parser.skip_space();
    match parser.peek() {
        None => Ok(root),
        Some(_) => Err(parser.error(
            "The catalogue has ended, but the file continues.",
            "Remove what follows, or the closing bracket before it if that is one too many.",
        )),
    }
}

struct Parser<'t> {
    text: &'t str,
    at: usize,
    depth: usize,
    values: usize,
}

impl Parser<'_> {
    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn skip_space(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\t' | b'\n' | b'\r')) {
            self.at += 1;
        }
    }

    fn error(&self, what: impl Into<String>, fix: &'static str) -> SyntaxError {
        SyntaxError {
            offset: self.at,
            pointer: String::new(),
            id: None,
            what: what.into(),
            fix,
        }
    }

    fn value(&mut self) -> Parsed<Node> {
        self.values += 1;
        if self.values > MAX_VALUES {
            return Err(self.error(
                format!(
                    "The file has more than {MAX_VALUES} values, which is too many for a catalogue."
                ),
                "Check that it is the right file.",
            ));
        }
        let start = self.at;
        let content = match self.peek() {
            Some(b'{') => self.nested(Self::object)?,
            Some(b'[') => self.nested(Self::array)?,
            Some(b'"') => NodeKind::Scalar(Value::String(self.string()?)),
            Some(b'-' | b'0'..=b'9') => NodeKind::Scalar(self.number()?),
            Some(byte) if byte.is_ascii_alphabetic() => NodeKind::Scalar(self.word()?),
            _ => return Err(self.stray("a value")),
        };
        Ok(Node { start, content })
    }

    fn nested(&mut self, read: fn(&mut Self) -> Parsed<NodeKind>) -> Parsed<NodeKind> {
        self.depth += 1;
        if self.depth > MAX_DEPTH {
            return Err(self.error(
                format!("More than {MAX_DEPTH} brackets are open here, which is too many for a catalogue."),
                "Check that it is the right file, and that no bracket was typed many times.",
            ));
        }
        let content = read(self);
        self.depth -= 1;
        content
    }

    fn array(&mut self) -> Parsed<NodeKind> {
        let open = self.at;
        let mut items: Vec<Node> = Vec::new();
        self.at += 1;
        self.skip_space();
        if self.eat(b']') {
            return Ok(NodeKind::Array(items));
        }
        loop {
            let token = items.len();
            items.push(
                self.value()
                    .map_err(|error| error.within(&token.to_string()))?,
            );
            if self.ends(b']', open)? {
                return Ok(NodeKind::Array(items));
            }
        }
    }

    fn object(&mut self) -> Parsed<NodeKind> {
        let mut fields = Vec::new();
        match self.fields(&mut fields) {
            Ok(()) => Ok(NodeKind::Object(fields)),
            Err(error) => Err(SyntaxError {
                id: error.id.or_else(|| id(&fields)),
                ..error
            }),
        }
    }

    fn fields(&mut self, fields: &mut Vec<Member>) -> Parsed<()> {
        let open = self.at;
        self.at += 1;
        self.skip_space();
        if self.eat(b'}') {
            return Ok(());
        }
        loop {
            let start = self.at;
            if self.peek() != Some(b'"') {
                return Err(self.stray("the name of a field, in quotation marks"));
            }
            let name = self.string()?;
            self.skip_space();
            if !self.eat(b':') {
                return Err(self.stray("a colon, between a field's name and its value"));
            }
            self.skip_space();
            let value = self.value().map_err(|error| error.within(&name))?;
            fields.push(Member { start, name, value });
            if self.ends(b'}', open)? {
                return Ok(());
            }
        }
    }

    fn eat(&mut self, byte: u8) -> bool {
        let found = self.peek() == Some(byte);
        self.at += usize::from(found);
        found
    }

    /// Parses what follows a value in a list or an object: its end, or a comma.
    fn ends(&mut self, close: u8, open: usize) -> Parsed<bool> {
        self.skip_space();
        if self.eat(close) {
            return Ok(true);
        }
        if self.eat(b',') {
            self.skip_space();
            return match self.peek() {
                Some(byte) if byte == close => Err(self.error(
                    format!("There is a comma before the closing {}.", char::from(close)),
                    "Remove that comma: commas only go between two items.",
                )),
                _ => Ok(false),
            };
        }
        match self.peek() {
            Some(b'"' | b'{' | b'[' | b'-' | b'0'..=b'9') => Err(self.error(
                "A comma is missing before this.",
                "Add a comma after the previous item.",
            )),
            None => {
                let line = self.text[..open].matches('\n').count() + 1;
                let bracket = char::from(self.text.as_bytes()[open]);
                Err(self.error(
                    format!("The file ends, but the {bracket} of line {line} is not closed: it seems to be cut off."),
                    CUT_OFF,
                ))
            }
            Some(_) => Err(self.stray("a comma or the closing bracket")),
        }
    }

    /// The error for an unexpected character where `wanted` should be.
    fn stray(&self, wanted: &str) -> SyntaxError {
        let Some(found) = self.text[self.at..].chars().next() else {
            return self.error(
                format!("The file ends where {wanted} should be: it seems to be cut off."),
                CUT_OFF,
            );
        };
        let fix = match found {
            '<' => {
                "This looks like a web page, or like a merge conflict: use the catalogue itself."
            }
            '\'' | '‘' | '’' | '“' | '”' | '„' | '«' | '»' => {
                "Use straight double quotation marks: \"…\"."
            }
            '/' | '#' => "Remove the comment: JSON has no comments.",
            '\u{FEFF}' => "Save the file as UTF-8 without a byte order mark (BOM).",
            _ => "Look for a missing or extra comma, bracket or quotation mark just before it.",
        };
        self.error(format!("There is {found:?} where {wanted} should be."), fix)
    }
}

const CUT_OFF: &str = "Restore a complete version of the file, or close what is open.";

fn id(fields: &[Member]) -> Option<String> {
    fields
        .iter()
        .find(|field| field.name == "id")
        .and_then(|field| match &field.value.content {
            NodeKind::Scalar(Value::String(id)) => Some(id.clone()),
            _ => None,
        })
}
