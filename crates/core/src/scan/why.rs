//! A finding's evidence in words.

use core::fmt;

use super::grounds::Grounds;
use crate::engine::Image;
use crate::rule::{CheckOutcome, Support};

/// Why a finding was reported with its confidence. `Display` gives one line; it names the rule's terms and holds
/// nothing of the haystack.
#[derive(Clone, Copy)]
pub struct Why<'h> {
    image: &'h Image,
    grounds: Grounds,
}

impl<'h> Why<'h> {
    pub(super) fn new(image: &'h Image, grounds: Grounds) -> Why<'h> {
        Why { image, grounds }
    }

    /// The context term as the rule writes it; `None` without context, or where the pattern carries its own label.
    pub fn term(&self) -> Option<&'h str> {
        self.image.terms().get(self.grounds.term? as usize)
    }
}

impl fmt::Display for Why<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Grounds {
            span,
            context,
            unit,
            ..
        } = self.grounds;
        f.write_str(match self.grounds.check {
            Some(CheckOutcome::Passed) => "shape and check",
            Some(CheckOutcome::Failed) => "shape, but the check fails",
            None => "shape",
        })?;
        match self.grounds.support {
            Support::None => return f.write_str(", no context"),
            Support::Against => f.write_str(", refuted by")?,
            Support::Near => f.write_str(", supported by")?,
            Support::Label => f.write_str(", beside its label")?,
        }
        if let Some(term) = self.term() {
            write!(f, " \"{term}\"")?;
        }
        let unit = unit.plural();
        match context {
            Some(word) if word.end() <= span.start() => {
                write!(f, " {} {unit} before", span.start() - word.end())
            }
            Some(word) if word.start() >= span.end() => {
                write!(f, " {} {unit} after", word.start() - span.end())
            }
            _ => Ok(()),
        }
    }
}

impl fmt::Debug for Why<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}
