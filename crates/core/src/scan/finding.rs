//! What a scan gives.

use core::fmt;

use super::grounds::{Grounds, Unit};
use super::pending::Found;
use super::scanner::Scanner;
use super::why::Why;
use crate::confidence::Confidence;
use crate::rule::{CheckOutcome, Rule, Support};
use crate::span::Span;

/// A span of the haystack where a rule holds, how sure that is, and why. Borrows everything, copies nothing.
///
/// # Order
///
/// Findings come by the start of their span. At one start the more certain comes first, then the longer, then the
/// rule with the higher rank, then the rule that stands first in [`Scanner::rules`]. Spans of different rules may
/// overlap: every label is kept. Of overlapping matches of one rule only the most certain is reported, at a tie the
/// earliest.
///
/// `Debug` shows rule, span and confidence, never the bytes.
///
/// ```
/// use breachscan::{CheckOutcome, Scanner};
///
/// let scanner = Scanner::builtin();
/// let text = b"NHS No: 999 519 2977";
/// let finding = scanner.find_iter(text).find(|f| f.rule().id() == "nhs-number").unwrap();
/// assert_eq!(finding.span().range(), 8..20);
/// assert_eq!(finding.bytes(), b"999 519 2977");
/// assert_eq!(finding.check(), Some(CheckOutcome::Passed));
/// assert_eq!(finding.context().map(|span| span.range()), Some(0..6));
/// ```
#[derive(Clone, Copy)]
pub struct Finding<'h> {
    scanner: &'h Scanner,
    haystack: &'h [u8],
    /// The offset of the haystack's first byte in the whole text.
    base: usize,
    found: Found,
}

impl<'h> Finding<'h> {
    pub(crate) fn new(
        scanner: &'h Scanner,
        haystack: &'h [u8],
        base: usize,
        found: Found,
    ) -> Finding<'h> {
        Finding {
            scanner,
            haystack,
            base,
            found,
        }
    }

    /// The rule that holds.
    pub fn rule(&self) -> &'h Rule {
        &self.scanner.rules()[usize::from(self.found.rule)]
    }

    /// Where, in bytes of the haystack; of a stream, in bytes of all that was fed.
    pub fn span(&self) -> Span {
        self.found.span
    }

    /// The bytes found.
    pub fn bytes(&self) -> &'h [u8] {
        let span = self.found.span;
        &self.haystack[span.start() - self.base..span.end() - self.base]
    }

    /// How sure the finding is.
    pub fn confidence(&self) -> Confidence {
        self.found.confidence
    }

    /// What the rule's check said; `None` where the form has no check.
    pub fn check(&self) -> Option<CheckOutcome> {
        self.found.check
    }

    /// The strongest context found.
    pub fn support(&self) -> Support {
        self.found.support
    }

    /// Where the word stands that made the context, if there is one.
    pub fn context(&self) -> Option<Span> {
        self.found.context
    }

    /// The evidence, in words that hold nothing of the haystack.
    ///
    /// ```
    /// # use breachscan::Scanner;
    /// # let scanner = Scanner::builtin();
    /// let finding = scanner.find_iter(b"NHS No: 999 519 2977").find(|f| f.rule().id() == "nhs-number").unwrap();
    /// assert_eq!(finding.why().to_string(), "shape and check, beside its label \"nhs no\" 2 bytes before");
    /// ```
    pub fn why(&self) -> Why<'h> {
        self.scanner.why(&self.grounds())
    }

    /// What the finding rests on, without its borrows: [`Scanner::why`] says the same of it later.
    pub fn grounds(&self) -> Grounds {
        Grounds {
            rule: usize::from(self.found.rule),
            span: self.found.span,
            check: self.found.check,
            support: self.found.support,
            context: self.found.context,
            term: self.found.term,
            unit: Unit::Byte,
        }
    }
}

impl fmt::Debug for Finding<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Finding")
            .field("rule", &self.rule().id())
            .field("span", &self.span())
            .field("confidence", &self.confidence())
            .finish_non_exhaustive()
    }
}
