//! Objects and lists, entry by entry.

use super::{MAX_DEPTH, Raw, Value};
use crate::source::Source;
use crate::{Problem, Trouble};

/// A place in JSON text.
pub(crate) struct Json<'a> {
    text: &'a str,
    at: usize,
    depth: usize,
}

/// Where and why JSON ends before its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Broken {
    at: usize,
    trouble: Trouble,
}

impl Broken {
    pub(crate) fn problem(self, source: &Source<'_>) -> Problem {
        let line = source.line(self.at);
        Problem::at(self.trouble, source.offset(self.at), Some(line))
    }
}

impl<'a> Json<'a> {
    pub(crate) fn new(text: &'a str) -> Json<'a> {
        Json {
            text,
            at: 0,
            depth: 0,
        }
    }

    /// The first byte of the next value.
    pub(crate) fn peek(&mut self) -> Option<u8> {
        let rest = &self.text.as_bytes()[self.at..];
        let blanks = rest.iter().take_while(|byte| byte.is_ascii_whitespace());
        self.at += blanks.count();
        self.text.as_bytes().get(self.at).copied()
    }

    /// Offset of the next byte.
    pub(crate) fn at(&self) -> usize {
        self.at
    }

    /// Walks an object; `entry` reads or skips each value. Anything but an object is skipped.
    pub(crate) fn each_entry(
        &mut self,
        mut entry: impl FnMut(&mut Json<'a>, Raw<'a>) -> Result<(), Broken>,
    ) -> Result<(), Broken> {
        if self.peek() != Some(b'{') {
            return self.skip();
        }
        self.enter()?;
        if self.leave_at(b'}') {
            return Ok(());
        }
        loop {
            if self.peek() != Some(b'"') {
                return self.broken("a key was expected");
            }
            let key = self.string()?;
            if !self.take(b':') {
                return self.broken("a colon was expected");
            }
            entry(self, key)?;
            if self.leave_at(b'}') {
                return Ok(());
            }
            if !self.take(b',') {
                return self.broken("a comma or the end of an object was expected");
            }
        }
    }

    /// Walks a list; `item` reads or skips each value. Anything but a list is skipped.
    pub(crate) fn each_item(
        &mut self,
        mut item: impl FnMut(&mut Json<'a>) -> Result<(), Broken>,
    ) -> Result<(), Broken> {
        if self.peek() != Some(b'[') {
            return self.skip();
        }
        self.enter()?;
        if self.leave_at(b']') {
            return Ok(());
        }
        loop {
            item(self)?;
            if self.leave_at(b']') {
                return Ok(());
            }
            if !self.take(b',') {
                return self.broken("a comma or the end of a list was expected");
            }
        }
    }

    /// Reads the next value as a tree.
    pub(crate) fn value(&mut self) -> Result<Value<'a>, Broken> {
        match self.peek() {
            Some(b'{') => {
                let mut entries = Vec::new();
                self.each_entry(|json, key| {
                    entries.push((key, json.value()?));
                    Ok(())
                })?;
                Ok(Value::Map(entries))
            }
            Some(b'[') => {
                let mut items = Vec::new();
                self.each_item(|json| {
                    items.push(json.value()?);
                    Ok(())
                })?;
                Ok(Value::List(items))
            }
            Some(b'"') => Ok(Value::Text(self.string()?)),
            _ => self.word(),
        }
    }

    /// Passes over the next value.
    pub(crate) fn skip(&mut self) -> Result<(), Broken> {
        let mut open = 0usize;
        loop {
            match self.peek() {
                Some(b'"') => {
                    self.string()?;
                }
                Some(b'{' | b'[') => {
                    open += 1;
                    self.at += 1;
                }
                Some(b'}' | b']') if open > 0 => {
                    open -= 1;
                    self.at += 1;
                }
                Some(b',' | b':') if open > 0 => self.at += 1,
                _ => {
                    self.word()?;
                }
            }
            if open == 0 {
                return Ok(());
            }
        }
    }

    fn string(&mut self) -> Result<Raw<'a>, Broken> {
        let start = self.at + 1;
        let bytes = self.text.as_bytes();
        let mut end = start;
        loop {
            // A line end is none of a string's characters: a string without an end must not eat the lines below.
            let rest = bytes.get(end..).unwrap_or_default();
            match memchr::memchr3(b'"', b'\\', b'\n', rest) {
                Some(found) if bytes[end + found] == b'"' => {
                    end += found;
                    break;
                }
                Some(found) if bytes[end + found] == b'\\' => end += found + 2,
                _ => return self.broken("a string has no end"),
            }
        }
        self.at = end + 1;
        Ok(Raw::new(&self.text[start..end], start))
    }

    /// A number, `true`, `false` or `null`.
    fn word(&mut self) -> Result<Value<'a>, Broken> {
        self.peek();
        let rest = &self.text[self.at..];
        let is_part =
            |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'+' | b'.');
        let length = rest.bytes().take_while(|byte| is_part(byte)).count();
        let word = &rest[..length];
        let value = match word {
            "null" => Value::Null,
            "true" => Value::Bool(true),
            "false" => Value::Bool(false),
            _ if word.starts_with(|c: char| c == '-' || c.is_ascii_digit()) => Value::Number(word),
            "" if rest.is_empty() => return self.broken("the end of the file"),
            _ => return self.broken("a value was expected"),
        };
        self.at += length;
        Ok(value)
    }

    fn enter(&mut self) -> Result<(), Broken> {
        if self.depth == MAX_DEPTH {
            return Err(Broken {
                at: self.at,
                trouble: Trouble::JsonDepth(MAX_DEPTH),
            });
        }
        self.depth += 1;
        self.at += 1;
        Ok(())
    }

    fn leave_at(&mut self, end: u8) -> bool {
        let is_end = self.take(end);
        self.depth -= usize::from(is_end);
        is_end
    }

    /// Goes on after a break, in a value that began at `start`: at this place if a line begins here, else with the line
    /// below. False at the end.
    pub(crate) fn resume(&mut self, start: usize) -> bool {
        let before = self.text.get(..self.at).unwrap_or_default();
        let line = memchr::memrchr(b'\n', before.as_bytes()).map_or(0, |end| end + 1);
        if self.at == start || !before[line..].trim_start().is_empty() {
            let rest = self.text.as_bytes().get(self.at..).unwrap_or_default();
            let end = memchr::memchr(b'\n', rest);
            self.at = end.map_or(self.text.len(), |end| self.at + end + 1);
        }
        self.depth = 0;
        self.peek().is_some()
    }

    pub(crate) fn take(&mut self, byte: u8) -> bool {
        let is_next = self.peek() == Some(byte);
        self.at += usize::from(is_next);
        is_next
    }

    fn broken<T>(&self, what: &'static str) -> Result<T, Broken> {
        let read = self.text.get(..self.at).unwrap_or(self.text);
        Err(Broken {
            at: read.trim_ascii_end().len(),
            trouble: Trouble::Json(what),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn walk_keeps_what_stands_before_a_break() {
        let mut seen = Vec::new();
        let mut json = Json::new(r#"{"a": [1, 2, {"b": "c"}], "d": tru"#);
        let end = json.each_entry(|json, key| {
            let value = json.value()?;
            seen.push((key.decoded().into_owned(), value));
            Ok(())
        });
        assert_eq!(seen.len(), 1);
        assert_eq!(
            end.unwrap_err().trouble,
            Trouble::Json("a value was expected")
        );
    }

    #[test]
    fn skip_ends_where_the_value_does() {
        let mut json = Json::new(r#"{"a": {"x": ["}", {}]}, "b": 2}"#);
        let mut b = None;
        json.each_entry(|json, key| {
            if key.decoded() == "b" {
                b = json.value()?.int();
                Ok(())
            } else {
                json.skip()
            }
        })
        .unwrap();
        assert_eq!(b, Some(2));
    }

    #[test]
    fn depth_is_bounded() {
        let deep = "[".repeat(1_000_000);
        let trouble = Json::new(&deep).value().unwrap_err().trouble;
        assert_eq!(trouble, Trouble::JsonDepth(64));
        assert!(Json::new(&deep).skip().is_err());
    }
}
