//! One value as a tree.

use super::Raw;

/// A value; strings and numbers are borrowed as they are written.
#[derive(Clone, PartialEq, Eq)]
pub(crate) enum Value<'a> {
    Null,
    Bool(bool),
    Number(&'a str),
    Text(Raw<'a>),
    List(Vec<Value<'a>>),
    Map(Vec<(Raw<'a>, Value<'a>)>),
}

impl<'a> Value<'a> {
    /// The value under a key, unless it is null.
    pub(crate) fn get(&self, key: &str) -> Option<&Value<'a>> {
        let Value::Map(entries) = self else {
            return None;
        };
        let found = entries.iter().find(|(name, _)| name.decoded() == key);
        found
            .map(|(_, value)| value)
            .filter(|value| **value != Value::Null)
    }

    pub(crate) fn raw(&self) -> Option<Raw<'a>> {
        match self {
            Value::Text(raw) => Some(*raw),
            _ => None,
        }
    }

    /// The text under a key, unless it is empty.
    pub(crate) fn text(&self, key: &str) -> Option<String> {
        let text = self.get(key)?.raw()?.decoded().into_owned();
        (!text.is_empty()).then_some(text)
    }

    /// The number or the text under a key as written.
    pub(crate) fn word(&self, key: &str) -> Option<String> {
        match self.get(key)? {
            Value::Number(number) => Some((*number).to_owned()),
            _ => self.text(key),
        }
    }

    /// A whole number, in quotes or not; the fraction is left off.
    pub(crate) fn int(&self) -> Option<i64> {
        let word = match self {
            Value::Number(number) => number,
            Value::Text(raw) => raw.written(),
            _ => return None,
        };
        word.split('.').next()?.parse().ok()
    }

    pub(crate) fn items(&self) -> &[Value<'a>] {
        match self {
            Value::List(items) => items,
            _ => &[],
        }
    }

    /// The value under keys inside one another.
    pub(crate) fn find(&self, keys: &[&str]) -> Option<&Value<'a>> {
        keys.iter().try_fold(self, |value, key| value.get(key))
    }

    /// The list under a key; empty if there is none.
    pub(crate) fn list(&self, key: &str) -> &[Value<'a>] {
        self.get(key).map_or(&[], Value::items)
    }

    pub(crate) fn is_true(&self, key: &str) -> bool {
        self.get(key) == Some(&Value::Bool(true))
    }
}

impl core::fmt::Debug for Value<'_> {
    /// Shows the kind, never the content.
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str(match self {
            Value::Null => "Null",
            Value::Bool(_) => "Bool",
            Value::Number(_) => "Number",
            Value::Text(_) => "Text",
            Value::List(_) => "List",
            Value::Map(_) => "Map",
        })
    }
}
