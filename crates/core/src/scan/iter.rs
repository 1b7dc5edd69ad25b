//! Findings as an iterator.

use core::fmt;
use core::iter::FusedIterator;

use super::pending::Found;
use super::{Finding, Pass, Scanner, Scratch};

/// The findings of one haystack, found segment by segment as they are asked for.
///
/// Made by [`Scanner::find_iter`].
pub struct FindIter<'h> {
    scanner: &'h Scanner,
    pass: Pass<'h>,
    haystack: &'h [u8],
    scratch: Scratch,
    /// Where the next segment starts.
    at: usize,
    /// Settled findings, the next one last.
    ready: Vec<Found>,
}

impl<'h> FindIter<'h> {
    pub(super) fn new(scanner: &'h Scanner, haystack: &'h [u8]) -> FindIter<'h> {
        let mut scratch = Scratch::new();
        scratch.start(scanner);
        FindIter {
            scanner,
            pass: Pass::new(scanner),
            haystack,
            scratch,
            at: 0,
            ready: Vec::new(),
        }
    }
}

impl<'h> Iterator for FindIter<'h> {
    type Item = Finding<'h>;

    fn next(&mut self) -> Option<Finding<'h>> {
        while self.ready.is_empty() {
            let segment = Pass::segments_from(self.at, self.haystack.len()).next()?;
            self.at = segment.end;
            self.pass
                .segment(&mut self.scratch, self.haystack, segment.clone());
            let settled = self.pass.settled(segment.end, self.haystack.len());
            self.ready
                .extend(self.scratch.pending.settle(settled).rev());
        }
        self.ready
            .pop()
            .map(|found| Finding::new(self.scanner, self.haystack, 0, found))
    }
}

impl FusedIterator for FindIter<'_> {}

impl fmt::Debug for FindIter<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("FindIter")
            .field("at", &self.at)
            .field("ready", &self.ready.len())
            .finish_non_exhaustive()
    }
}
