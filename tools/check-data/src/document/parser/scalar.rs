//! Texts, numbers and words.

use serde_json::{Number, Value};

use super::{Parsed, Parser, SyntaxError};
use crate::message::Message;

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
            ..self.error(Message::BadNumber)
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
                return Err(self.error(Message::BareWord));
            }
        };
        self.at += length;
        Ok(value)
    }
}
