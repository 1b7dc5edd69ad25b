//! What a scan of UTF-16 gives.

use core::fmt;

use super::transcoded::Transcoded;
use crate::confidence::Confidence;
use crate::rule::{CheckOutcome, Rule, Support};
use crate::scan::{Finding, Grounds, Unit};
use crate::span::Span;

/// A [`Finding`] in UTF-16 text: its spans count code units.
///
/// `Debug` shows rule, span and confidence, never the text.
#[derive(Clone, Copy)]
pub struct Utf16Finding<'h> {
    finding: Finding<'h>,
    text: &'h Transcoded,
    haystack: &'h [u16],
}

impl<'h> Utf16Finding<'h> {
    pub(super) fn new(
        finding: Finding<'h>,
        text: &'h Transcoded,
        haystack: &'h [u16],
    ) -> Utf16Finding<'h> {
        Utf16Finding {
            finding,
            text,
            haystack,
        }
    }

    /// The rule that holds.
    pub fn rule(&self) -> &'h Rule {
        self.finding.rule()
    }

    /// Where, in code units of the haystack.
    pub fn span(&self) -> Span {
        self.text.span(self.finding.span())
    }

    /// The code units found.
    pub fn units(&self) -> &'h [u16] {
        &self.haystack[self.span().range()]
    }

    /// How sure the finding is.
    pub fn confidence(&self) -> Confidence {
        self.finding.confidence()
    }

    /// What the rule's check said; `None` where the form has no check.
    pub fn check(&self) -> Option<CheckOutcome> {
        self.finding.check()
    }

    /// The strongest context found.
    pub fn support(&self) -> Support {
        self.finding.support()
    }

    /// Where the word stands that made the context, in code units, if there is one.
    pub fn context(&self) -> Option<Span> {
        self.finding.context().map(|span| self.text.span(span))
    }

    /// What the finding rests on, in code units; [`Scanner::why`](crate::Scanner::why) says it in words.
    pub fn grounds(&self) -> Grounds {
        Grounds {
            span: self.span(),
            context: self.context(),
            unit: Unit::Utf16,
            ..self.finding.grounds()
        }
    }
}

impl fmt::Debug for Utf16Finding<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Utf16Finding")
            .field("rule", &self.rule().id())
            .field("span", &self.span())
            .field("confidence", &self.confidence())
            .finish_non_exhaustive()
    }
}
