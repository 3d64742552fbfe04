//! JSON as a tree.
//!
//! `serde_json` and the code that `serde` derives for two dozen types weigh 20 KB more, compressed,
//! in the program that visitors download. Property tests hold this parser to `serde_json`: both take
//! the same texts, for the same values.

use super::read::Fault;
use std::borrow::Cow;

/// Records within records within lists; a catalogue has seven levels, and the stack must hold them.
const DEEPEST: usize = 100;

/// A value, borrowed from the text wherever that has it as it is.
#[derive(Debug, PartialEq)]
pub(super) enum Json<'t> {
    Null,
    Bool(bool),
    /// As it is written; who needs it knows of what kind it must be.
    Number(&'t str),
    Text(Cow<'t, str>),
    List(Vec<Self>),
    /// Fields in the order of the text. A name may come twice.
    Record(Vec<(Cow<'t, str>, Self)>),
}

impl<'t> Json<'t> {
    /// Reads a text that is one value.
    ///
    /// # Errors
    /// Says what is wrong and where, counted from 1.
    pub(super) fn parse(text: &'t str) -> Result<Self, Fault> {
        let mut parser = Parser { text, at: 0 };
        parser.whole().map_err(|what| parser.fault(what))
    }
}

type Parsed<T> = Result<T, &'static str>;

struct Parser<'t> {
    text: &'t str,
    at: usize,
}

impl<'t> Parser<'t> {
    fn whole(&mut self) -> Parsed<Json<'t>> {
        let value = self.value(0)?;
        match self.peek() {
            None => Ok(value),
            Some(_) => Err("nothing may follow the last bracket"),
        }
    }

    fn value(&mut self, depth: usize) -> Parsed<Json<'t>> {
        match self.peek() {
            Some(b'{' | b'[') if depth == DEEPEST => Err("too many brackets within each other"),
            Some(b'{') => self.record(depth + 1),
            Some(b'[') => self.list(depth + 1),
            Some(b'"') => self.text().map(Json::Text),
            Some(b'-' | b'0'..=b'9') => self.number(),
            _ => self.word(),
        }
    }

    fn record(&mut self, depth: usize) -> Parsed<Json<'t>> {
        let mut fields = Vec::new();
        self.items(b'}', &mut |parser| {
            if parser.peek() != Some(b'"') {
                return Err("a field's name is missing");
            }
            let name = parser.text()?;
            if !parser.take(b':') {
                return Err("a colon is missing");
            }
            fields.push((name, parser.value(depth)?));
            Ok(())
        })?;
        Ok(Json::Record(fields))
    }

    fn list(&mut self, depth: usize) -> Parsed<Json<'t>> {
        let mut values = Vec::new();
        self.items(b']', &mut |parser| {
            values.push(parser.value(depth)?);
            Ok(())
        })?;
        Ok(Json::List(values))
    }

    /// What stands between brackets, with commas between.
    fn items(&mut self, close: u8, item: &mut dyn FnMut(&mut Self) -> Parsed<()>) -> Parsed<()> {
        self.at += 1;
        if self.take(close) {
            return Ok(());
        }
        loop {
            item(self)?;
            if self.take(close) {
                return Ok(());
            }
            if !self.take(b',') {
                return Err("a comma or a closing bracket is missing");
            }
        }
    }

    fn text(&mut self) -> Parsed<Cow<'t, str>> {
        self.at += 1;
        let mut text = Cow::Borrowed("");
        loop {
            let start = self.at;
            let ends = |byte: &u8| matches!(byte, b'"' | b'\\' | ..b' ');
            let rest = self.rest();
            self.at += rest.iter().position(ends).unwrap_or(rest.len());
            text += &self.text[start..self.at];
            match self.next() {
                Some(b'"') => return Ok(text),
                Some(b'\\') => text.to_mut().push(self.escaped()?),
                _ => return Err("a text does not end where its line does"),
            }
        }
    }

    fn escaped(&mut self) -> Parsed<char> {
        match self.next() {
            Some(itself @ (b'"' | b'\\' | b'/')) => Ok(char::from(itself)),
            Some(b'b') => Ok('\u{8}'),
            Some(b'f') => Ok('\u{c}'),
            Some(b'n') => Ok('\n'),
            Some(b'r') => Ok('\r'),
            Some(b't') => Ok('\t'),
            Some(b'u') => self.numbered(),
            _ => Err("a backslash stands before a letter that it gives no meaning"),
        }
    }

    /// A character by its number, in one or two units of UTF-16.
    fn numbered(&mut self) -> Parsed<char> {
        let mut units = [self.unit()?, 0];
        let is_first_of_two = matches!(units[0], 0xD800..=0xDBFF);
        if is_first_of_two && self.rest().starts_with(b"\\u") {
            self.at += 2;
            units[1] = self.unit()?;
        }
        let character = char::decode_utf16(units).next().and_then(Result::ok);
        character.ok_or("no character has this number")
    }

    fn unit(&mut self) -> Parsed<u16> {
        let mut unit = 0;
        for _ in 0..4 {
            let digit = self.next().and_then(|byte| char::from(byte).to_digit(16));
            unit = unit << 4 | digit.ok_or("a character's number has four digits")?;
        }
        u16::try_from(unit).map_err(|_| "")
    }

    fn number(&mut self) -> Parsed<Json<'t>> {
        let start = self.at;
        self.skip_one(b"-");
        let whole = self.digits()?;
        if whole.len() > 1 && whole.starts_with('0') {
            return Err("a number begins with a needless zero");
        }
        if self.skip_one(b".") {
            self.digits()?;
        }
        if self.skip_one(b"eE") {
            self.skip_one(b"+-");
            self.digits()?;
        }
        Ok(Json::Number(&self.text[start..self.at]))
    }

    fn digits(&mut self) -> Parsed<&'t str> {
        match self.skip(u8::is_ascii_digit) {
            "" => Err("a digit is missing"),
            digits => Ok(digits),
        }
    }

    fn word(&mut self) -> Parsed<Json<'t>> {
        match self.skip(u8::is_ascii_lowercase) {
            "null" => Ok(Json::Null),
            "true" => Ok(Json::Bool(true)),
            "false" => Ok(Json::Bool(false)),
            _ => Err("a value is missing"),
        }
    }

    fn rest(&self) -> &'t [u8] {
        &self.text.as_bytes()[self.at..]
    }

    fn next(&mut self) -> Option<u8> {
        let next = self.rest().first().copied();
        self.at += usize::from(next.is_some());
        next
    }

    /// The next byte that is no space.
    fn peek(&mut self) -> Option<u8> {
        while let Some(b' ' | b'\n' | b'\r' | b'\t') = self.rest().first() {
            self.at += 1;
        }
        self.rest().first().copied()
    }

    /// Goes past this byte, if it is next but for space.
    fn take(&mut self, wanted: u8) -> bool {
        let is_next = self.peek() == Some(wanted);
        self.at += usize::from(is_next);
        is_next
    }

    /// Goes past one of these bytes, if one is next.
    fn skip_one(&mut self, wanted: &[u8]) -> bool {
        let is_next = self
            .rest()
            .first()
            .is_some_and(|byte| wanted.contains(byte));
        self.at += usize::from(is_next);
        is_next
    }

    /// Goes past all bytes that are `within`, which does not part bytes of one character.
    fn skip(&mut self, within: fn(&u8) -> bool) -> &'t str {
        let start = self.at;
        self.at += self.rest().iter().take_while(|byte| within(byte)).count();
        &self.text[start..self.at]
    }

    fn fault(&self, what: &str) -> Fault {
        let before = &self.text.as_bytes()[..self.at];
        let line = before.split(|byte| *byte == b'\n');
        let column = line.clone().next_back().map_or(0, <[u8]>::len) + 1;
        Fault::new(&format!("line {}, byte {column}: {what}", line.count()))
    }
}

#[cfg(test)]
mod tests;
