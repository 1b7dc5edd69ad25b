//! Names of signals, rules and facts as numbers.

use std::collections::HashMap;

/// A name's number.
pub(super) type Name = u32;

/// Every name that some pattern uses or some fact has; a finding of another name is of no interest.
#[derive(Clone, Debug, Default)]
pub(super) struct Names {
    numbers: HashMap<String, Name>,
    texts: Vec<String>,
}

impl Names {
    pub fn add(&mut self, text: &str) -> Name {
        if let Some(&number) = self.numbers.get(text) {
            return number;
        }
        let number = self.texts.len() as Name;
        self.numbers.insert(text.to_owned(), number);
        self.texts.push(text.to_owned());
        number
    }

    pub fn get(&self, text: &str) -> Option<Name> {
        self.numbers.get(text).copied()
    }

    pub fn text(&self, name: Name) -> &str {
        &self.texts[name as usize]
    }

    pub fn len(&self) -> usize {
        self.texts.len()
    }
}
