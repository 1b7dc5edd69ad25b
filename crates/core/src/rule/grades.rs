//! A rule's confidences and how one of them is picked.

use serde::{Deserialize, Serialize};

use crate::confidence::Confidence;

/// What the rule's check said about a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum CheckOutcome {
    /// The check passed.
    Passed,
    /// The check failed: probably a typing error, or not this identifier at all.
    Failed,
}

/// The strongest context found for a value, weakest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Support {
    /// A word directly before the value says it is something else.
    Against,
    /// No context.
    None,
    /// A supporting word in the window.
    Near,
    /// The identifier's own label.
    Label,
}

/// The confidences of one form of a rule, by evidence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Grades {
    /// Shape alone.
    pub bare: Confidence,
    /// Shape and a passed check.
    pub check: Confidence,
    /// A supporting word in the window.
    pub near: Confidence,
    /// The identifier's own label.
    pub label: Confidence,
    /// The check failed but the label is there.
    pub failed: Confidence,
}

impl Grades {
    /// The confidence that this evidence makes.
    ///
    /// ```
    /// use breachscan::{CheckOutcome, Scanner, Support};
    ///
    /// let scanner = Scanner::builtin();
    /// let nhs = scanner.rule("nhs-number").unwrap();
    /// let grades = nhs.forms()[0].grades();
    /// let alone = grades.pick(Some(CheckOutcome::Passed), Support::None);
    /// let labelled = grades.pick(Some(CheckOutcome::Passed), Support::Label);
    /// assert!(alone < labelled);
    /// ```
    pub fn pick(&self, check: Option<CheckOutcome>, support: Support) -> Confidence {
        let alone = match check {
            Some(CheckOutcome::Passed) => self.check,
            Some(CheckOutcome::Failed) => {
                return if support == Support::Label {
                    self.failed
                } else {
                    Confidence::ZERO
                };
            }
            None => self.bare,
        };
        match support {
            Support::Against => alone.min(Confidence::REFUTED),
            Support::None => alone,
            Support::Near => alone.max(self.near),
            Support::Label => alone.max(self.label),
        }
    }
}
