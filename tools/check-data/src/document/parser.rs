//! A JSON parser (RFC 8259) that keeps positions, and names what an editor mistyped and the record
//! that was being read; docs/decisions.md says why it is ours.

use serde_json::{Number, Value};

use super::node::{Content, Member, Node, push_token};
use crate::message::{Message, Wanted};

/// The maximum nesting. The catalogue needs eight levels; without a limit, a file of nothing but
/// brackets would exhaust the stack.
const MAX_DEPTH: usize = 64;

/// The maximum number of values in a file. The catalogue has about 17,500; without a limit, a huge
/// file of another kind would exhaust the memory before it is reported as the wrong one.
const MAX_VALUES: usize = 100_000;

/// Why and where a text is not JSON.
#[derive(Debug)]
pub(in super::super) struct SyntaxError {
    /// The byte offset.
    pub(in super::super) offset: usize,
    /// The innermost value that was being read.
    pub(in super::super) pointer: String,
    /// The id of the record that was being read, if it comes before the error.
    pub(in super::super) id: Option<String>,
    // Boxed, since every step of the parser returns it.
    pub(in super::super) message: Box<Message>,
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

/// Reads a whole text.
pub(super) fn parse(text: &str) -> Parsed<Node> {
    let mut parser = Parser {
        text,
        at: 0,
        depth: 0,
        values: 0,
    };
    parser.skip_space();
    if parser.peek().is_none() {
        return Err(parser.error(Message::EmptyFile));
    }
    let root = parser.value()?;
    parser.skip_space();
    match parser.peek() {
        None => Ok(root),
        Some(_) => Err(parser.error(Message::TextAfterEnd)),
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

    fn error(&self, message: Message) -> SyntaxError {
        SyntaxError {
            offset: self.at,
            pointer: String::new(),
            id: None,
            message: Box::new(message),
        }
    }

    fn value(&mut self) -> Parsed<Node> {
        self.values += 1;
        if self.values > MAX_VALUES {
            return Err(self.error(Message::TooManyValues { most: MAX_VALUES }));
        }
        let start = self.at;
        let content = match self.peek() {
            Some(b'{') => self.nested(Self::object)?,
            Some(b'[') => self.nested(Self::array)?,
            Some(b'"') => Content::Scalar(Value::String(self.string()?)),
            Some(b'-' | b'0'..=b'9') => Content::Scalar(self.number()?),
            Some(byte) if byte.is_ascii_alphabetic() => Content::Scalar(self.word()?),
            _ => return Err(self.unexpected(Wanted::Value)),
        };
        let end = self.at;
        Ok(Node {
            start,
            end,
            content,
        })
    }

    fn nested(&mut self, read: fn(&mut Self) -> Parsed<Content>) -> Parsed<Content> {
        self.depth += 1;
        if self.depth > MAX_DEPTH {
            return Err(self.error(Message::TooDeep { most: MAX_DEPTH }));
        }
        let content = read(self);
        self.depth -= 1;
        content
    }

    fn array(&mut self) -> Parsed<Content> {
        let open = self.at;
        let mut items: Vec<Node> = Vec::new();
        self.at += 1;
        self.skip_space();
        if self.eat(b']') {
            return Ok(Content::Array(items));
        }
        loop {
            let token = items.len();
            items.push(
                self.value()
                    .map_err(|error| error.within(&token.to_string()))?,
            );
            if self.ends(b']', open)? {
                return Ok(Content::Array(items));
            }
        }
    }

    fn object(&mut self) -> Parsed<Content> {
        let mut fields = Vec::new();
        match self.fields(&mut fields) {
            Ok(()) => Ok(Content::Object(fields)),
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
                return Err(self.unexpected(Wanted::FieldName));
            }
            let name = self.string()?;
            self.skip_space();
            if !self.eat(b':') {
                return Err(self.unexpected(Wanted::Colon));
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

    /// Reads what follows a value in a list or an object: its end, or a comma.
    fn ends(&mut self, close: u8, open: usize) -> Parsed<bool> {
        self.skip_space();
        if self.eat(close) {
            return Ok(true);
        }
        if self.eat(b',') {
            self.skip_space();
            return match self.peek() {
                Some(byte) if byte == close => Err(self.error(Message::TrailingComma {
                    close: char::from(close),
                })),
                _ => Ok(false),
            };
        }
        match self.peek() {
            Some(b'"' | b'{' | b'[' | b'-' | b'0'..=b'9') => Err(self.error(Message::MissingComma)),
            None => {
                let line = self.text[..open].matches('\n').count() + 1;
                let bracket = char::from(self.text.as_bytes()[open]);
                Err(self.error(Message::NotClosed { bracket, line }))
            }
            Some(_) => Err(self.unexpected(Wanted::CommaOrBracket)),
        }
    }

    /// The error of a character where `wanted` is expected.
    fn unexpected(&self, wanted: Wanted) -> SyntaxError {
        self.error(match self.text[self.at..].chars().next() {
            Some(found) => Message::Unexpected { found, wanted },
            None => Message::EndsEarly { wanted },
        })
    }
}

fn id(fields: &[Member]) -> Option<String> {
    fields
        .iter()
        .find(|field| field.name == "id")
        .and_then(|field| match &field.value.content {
            Content::Scalar(Value::String(id)) => Some(id.clone()),
            _ => None,
        })
}

impl Parser<'_> {
    fn string(&mut self) -> Parsed<String> {
        let open = self.at;
        let bytes = self.text.as_bytes();
        let mut escaped = false;
        self.at += 1;
        loop {
            match self.peek() {
                Some(b'"') => break,
                Some(b'\\') => {
                    escaped = true;
                    self.at += 2;
                }
                Some(b'\n' | b'\r') => {
                    return Err(self.error(Message::LineEndsInText));
                }
                Some(0..0x20) => {
                    return Err(self.error(Message::ControlCharacter));
                }
                Some(_) => self.at += 1,
                None => {
                    self.at = bytes.len();
                    return Err(self.error(Message::FileEndsInText));
                }
            }
        }
        self.at += 1;
        if !escaped {
            return Ok(self.text[open + 1..self.at - 1].to_owned());
        }
        serde_json::from_str(&self.text[open..self.at]).map_err(|_| SyntaxError {
            offset: open,
            ..self.error(Message::BadEscape)
        })
    }

    fn number(&mut self) -> Parsed<Value> {
        let start = self.at;
        while matches!(
            self.peek(),
            Some(b'-' | b'+' | b'.' | b'e' | b'E' | b'0'..=b'9')
        ) {
            self.at += 1;
        }
        let number = serde_json::from_str::<Number>(&self.text[start..self.at]);
        number.map(Value::Number).map_err(|_| SyntaxError {
            offset: start,
            ..self.error(Message::BadNumber)
        })
    }

    fn word(&mut self) -> Parsed<Value> {
        let rest = &self.text.as_bytes()[self.at..];
        let length = rest
            .iter()
            .take_while(|byte| byte.is_ascii_alphabetic())
            .count();
        let value = match &rest[..length] {
            b"true" => Value::Bool(true),
            b"false" => Value::Bool(false),
            b"null" => Value::Null,
            _ => {
                return Err(self.error(Message::BareWord));
            }
        };
        self.at += length;
        Ok(value)
    }
}
