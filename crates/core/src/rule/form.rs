//! One validated pattern of a rule.

use serde::{Deserialize, Serialize};

use super::Grades;

/// What may not touch a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Edges {
    /// No letter or digit on either side.
    Token,
    /// As `Token`; also no `_`, no `.`, `/` or `-` that joins a further digit, no hyphen that joins a letter on
    /// the right.
    Number,
    /// The value stands alone on its line, but for spaces and decoration.
    Line,
}

/// A pattern that starts at a punctuation byte and takes in the bytes before it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReachBack {
    pub(crate) bytes: Vec<(u8, u8)>,
    pub(crate) max: u8,
    /// The bytes that may be the pattern's first.
    pub(crate) leads: Vec<u8>,
}

impl ReachBack {
    /// Whether the bytes before the lead may include `byte`.
    pub fn contains(&self, byte: u8) -> bool {
        self.bytes
            .iter()
            .any(|&(low, high)| (low..=high).contains(&byte))
    }

    /// The most bytes that are taken in.
    pub fn max(&self) -> usize {
        usize::from(self.max)
    }
}

/// One pattern of a rule: what the DFA matches and how a match is judged.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Form {
    pub(crate) regex: String,
    pub(crate) after: Option<String>,
    pub(crate) back: Option<ReachBack>,
    pub(crate) check: Option<String>,
    pub(crate) edges: Edges,
    pub(crate) grades: Grades,
    pub(crate) max_len: u16,
    /// Whether the form, or its label, begins with one of few words.
    pub(crate) narrow: bool,
}

impl Form {
    /// The regular expression of the value, over bytes, ASCII only.
    pub fn regex(&self) -> &str {
        &self.regex
    }

    /// The label that is part of the match but not of the value's span.
    pub fn after(&self) -> Option<&str> {
        self.after.as_deref()
    }

    /// How far the value reaches back before the lead.
    pub fn back(&self) -> Option<&ReachBack> {
        self.back.as_ref()
    }

    /// The name of the check that a value must pass.
    pub fn check(&self) -> Option<&str> {
        self.check.as_deref()
    }

    /// What may not touch a value.
    pub fn edges(&self) -> Edges {
        self.edges
    }

    /// The confidences of this form.
    pub fn grades(&self) -> Grades {
        self.grades
    }

    /// The most bytes a match may have, label included.
    pub fn max_len(&self) -> usize {
        usize::from(self.max_len)
    }
}
