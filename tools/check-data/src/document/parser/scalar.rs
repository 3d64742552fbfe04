//! Strings, numbers and literals.

use serde_json::{Number, Value};

use super::{CUT_OFF, Parsed, Parser, SyntaxError};

impl Parser<'_> {
    pub(super) fn string(&mut self) -> Parsed<String> {
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
                    return Err(self.error(
                        "The line ends in the middle of a text.",
                        "Add the closing quotation mark; a text must be on one line, and quotation marks in it are written \\\".",
                    ));
                }
                Some(0..0x20) => {
                    return Err(self.error(
                        "The text contains a tab or another invisible control character.",
                        "Replace it with a space.",
                    ));
                }
                Some(_) => self.at += 1,
                None => {
                    self.at = bytes.len();
                    return Err(self.error(
                        "The file ends in the middle of a text: it seems to be cut off.",
                        CUT_OFF,
                    ));
                }
            }
        }
        self.at += 1;
        if !escaped {
            return Ok(self.text[open + 1..self.at - 1].to_owned());
        }
        serde_json::from_str(&self.text[open..self.at]).map_err(|_| SyntaxError {
            offset: open,
            ..self.error(
                "The text contains a backslash without meaning.",
                "Write \\\\ for a backslash and \\\" for a quotation mark, or leave the backslash out.",
            )
        })
    }

    pub(super) fn number(&mut self) -> Parsed<Value> {
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
            ..self.error(
                "This is not a number.",
                "Write digits only, with a point before decimals and no leading 0; put anything else in quotation marks.",
            )
        })
    }

    pub(super) fn word(&mut self) -> Parsed<Value> {
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
                return Err(self.error(
                    "There is a word without quotation marks.",
                    "Put the text between straight quotation marks: \"…\".",
                ));
            }
        };
        self.at += length;
        Ok(value)
    }
}
