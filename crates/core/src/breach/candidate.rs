//! What a pattern found, for a person to look at.

use std::sync::Arc;

use super::evidence::Evidence;
use super::fingerprint::Fingerprint;
use super::pattern::Pattern;
use super::severity::Severity;

/// A message, by its place in what was assessed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct MessageRef {
    /// The place of its conversation in the slice given to [`Assessor::assess`](super::Assessor::assess).
    pub conversation: usize,
    /// Its place among the conversation's messages.
    pub message: usize,
}

/// A breach pattern whose signals came together. Never a verdict: a person decides.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Candidate {
    /// The pattern.
    pub pattern: Arc<Pattern>,
    /// The messages that hold the evidence, in order, each once.
    pub messages: Vec<MessageRef>,
    /// What speaks for it and against it, in the order of the text.
    pub evidence: Vec<Evidence>,
    /// How severe it would be, with the arithmetic.
    pub severity: Severity,
    /// What the evidence adds up to; the pattern's own threshold is the least that makes a candidate.
    pub weight: u32,
    /// Plain words and pairs of words, of the library's own list, that told most for it; none for logs. No single one
    /// says much.
    pub wording: Vec<String>,
    /// What would have lowered it and was looked for in vain, in words.
    pub absent: Vec<String>,
    /// What software cannot see or the source does not say, in words.
    pub not_assessed: Vec<String>,
    /// Distinct people whose data the evidence holds, as far as they can be told apart; at least 1.
    pub subjects: usize,
    /// Distinct people who received it, where that is known.
    pub recipients: Option<usize>,
    /// For rows of an audit log: how many, whose, about what with only first letters, and when.
    pub rows: Option<String>,
    /// The same for the same evidence in every run with the same key.
    pub fingerprint: Fingerprint,
}

impl Candidate {
    /// The reason in one sentence that holds nothing of the text; of an audit log it names the user.
    pub fn why(&self) -> String {
        let mut names: Vec<&str> = Vec::new();
        for evidence in &self.evidence {
            if evidence.role != super::Role::Lowers && !names.contains(&evidence.name.as_str()) {
                names.push(&evidence.name);
            }
        }
        let rows = self.rows.as_ref().map(|rows| format!(" ({rows})"));
        let rows = rows.unwrap_or_default();
        format!("{}: {}{rows}", self.pattern.name(), names.join("; "))
    }
}
