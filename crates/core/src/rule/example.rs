//! Hits and misses: the examples each rule is tested with.

use serde::{Deserialize, Serialize};

use crate::confidence::Confidence;
use crate::span::Span;

/// A text in which the rule is reported, and where.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hit {
    pub(crate) text: String,
    pub(crate) span: (u32, u32),
    pub(crate) confidence: Option<Confidence>,
    pub(crate) why: String,
}

impl Hit {
    /// The text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The value's byte span in the text.
    pub fn span(&self) -> Span {
        Span::new(self.span.0 as usize, self.span.1 as usize)
    }

    /// The exact confidence expected, where the example states one.
    pub fn confidence(&self) -> Option<Confidence> {
        self.confidence
    }

    /// What the example shows.
    pub fn why(&self) -> &str {
        &self.why
    }
}

/// A text in which the rule must stay quiet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Miss {
    pub(crate) text: String,
    pub(crate) why: String,
}

impl Miss {
    /// The text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// What the example shows.
    pub fn why(&self) -> &str {
        &self.why
    }
}
