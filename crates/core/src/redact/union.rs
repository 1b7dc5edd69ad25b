//! Overlapping findings as one span.

use crate::scan::Finding;
use crate::span::Span;

/// A stretch that overlapping findings cover, and the finding that stands first in it.
pub(super) struct Union<'h> {
    first: Finding<'h>,
    span: Span,
}

/// Merges findings that come by their starts.
pub(super) struct Unions<'h> {
    /// What was given out, or may not be touched, ends here.
    done: usize,
    open: Option<Union<'h>>,
}

impl<'h> Union<'h> {
    pub fn first(&self) -> &Finding<'h> {
        &self.first
    }

    pub fn span(&self) -> Span {
        self.span
    }
}

impl<'h> Unions<'h> {
    /// Nothing before `start` belongs to a union.
    pub fn from(start: usize) -> Unions<'h> {
        Unions {
            done: start,
            open: None,
        }
    }

    /// Where the last union ends so far.
    pub fn end(&self) -> usize {
        self.open.as_ref().map_or(self.done, |open| open.span.end())
    }

    /// Takes the next finding with its widened span; gives the union before it once that is complete.
    pub fn push(&mut self, finding: Finding<'h>, wide: Span) -> Option<Union<'h>> {
        if let Some(open) = &mut self.open
            && wide.start() < open.span.end()
        {
            open.span = Span::new(open.span.start(), open.span.end().max(wide.end()));
            return None;
        }
        let complete = self.finish();
        let start = wide.start().max(self.done);
        self.open = Some(Union {
            first: finding,
            span: Span::new(start, wide.end().max(start)),
        });
        complete
    }

    /// The last union.
    pub fn finish(&mut self) -> Option<Union<'h>> {
        let union = self.open.take()?;
        self.done = union.span.end();
        Some(union)
    }
}
