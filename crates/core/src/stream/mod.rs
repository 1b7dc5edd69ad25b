//! Scanning what comes in pieces, in constant memory.
//!
//! ```text
//!                base          next
//!   dropped       │  kept behind │ segment │ ahead of it │
//! ────────────────┴──────────────┴─────────┴─────────────┘  filled by `feed`
//! ```
//!
//! The text is scanned in the segments in which a slice is, and a segment only once all that it may read lies in the
//! buffer: so any chunks give the findings of the whole. Bytes are dropped segment by segment; what the names of a
//! table's columns say is kept when their bytes are gone.

#[cfg(test)]
mod tests;

use core::fmt;
use core::ops::ControlFlow;

use crate::scan::{Finding, Pass, Scanner, Scratch};

/// Bytes behind the next segment that it may still read: lines of a table, a view, a window, a finding.
const KEPT: usize = Pass::READS + 64;
/// Bytes after a segment that it may read: the rest of a table's line, a view, a window.
const AHEAD: usize = Pass::READS + 64;
/// The buffer: what a segment may read, and room for another.
const CAPACITY: usize = KEPT + 2 * Pass::SEGMENT + AHEAD;

/// Finds in a text that comes in chunks exactly what [`Scanner::scan`] finds in the whole.
///
/// However long the text is, it holds no more than 17 KiB of it; with its scratch it takes less than 64 KiB, and a few
/// KiB more where the text folds or is full of findings. A finding comes as soon as all that bears on it was fed, at
/// the latest from [`Stream::finish`]; its spans count from the first byte fed.
///
/// ```
/// use std::ops::ControlFlow;
/// use breachscan::{Scanner, Stream};
///
/// let mut stream = Stream::new(&Scanner::builtin());
/// let mut found = Vec::new();
/// for chunk in ["NHS N", "o: 999 5", "19 2977"] {
///     let _ = stream.feed(chunk.as_bytes(), |finding| {
///         found.push((finding.rule().id().to_owned(), finding.span().range()));
///         ControlFlow::Continue(())
///     });
/// }
/// let _ = stream.finish(|finding| {
///     found.push((finding.rule().id().to_owned(), finding.span().range()));
///     ControlFlow::Continue(())
/// });
/// assert_eq!(found, [("nhs-number".to_owned(), 8..20)]);
/// ```
pub struct Stream {
    scanner: Scanner,
    scratch: Scratch,
    buffer: Vec<u8>,
    /// The offset of the buffer's first byte in the whole text, a multiple of a segment.
    base: usize,
    /// Where the next segment starts in the buffer.
    next: usize,
    is_stopped: bool,
}

impl Stream {
    /// A stream that has been fed nothing.
    pub fn new(scanner: &Scanner) -> Stream {
        let mut scratch = Scratch::new();
        scratch.start(scanner);
        Stream {
            scanner: scanner.clone(),
            scratch,
            buffer: Vec::with_capacity(CAPACITY),
            base: 0,
            next: 0,
            is_stopped: false,
        }
    }

    /// The scanner whose rules the stream finds.
    pub fn scanner(&self) -> &Scanner {
        &self.scanner
    }

    /// Takes the next bytes of the text and calls `each` with every finding that is certain now, in the order that
    /// [`Finding`] documents, until it breaks.
    ///
    /// After a break the stream takes nothing more until [`Stream::reset`], and says so with another break.
    pub fn feed(
        &mut self,
        mut chunk: &[u8],
        mut each: impl FnMut(Finding<'_>) -> ControlFlow<()>,
    ) -> ControlFlow<()> {
        if self.is_stopped {
            return ControlFlow::Break(());
        }
        while !chunk.is_empty() {
            let room = CAPACITY - self.buffer.len();
            let (now, later) = chunk.split_at(room.min(chunk.len()));
            self.buffer.extend_from_slice(now);
            chunk = later;
            let whole = self.buffer.len().saturating_sub(AHEAD) / Pass::SEGMENT * Pass::SEGMENT;
            self.scan_to(whole, false, &mut each)?;
        }
        ControlFlow::Continue(())
    }

    /// Tells the end of the text: calls `each` with the findings that are left, until it breaks, and makes the stream
    /// ready for another text.
    ///
    /// After a break from [`Stream::feed`] there are none left, and it breaks too.
    pub fn finish(
        &mut self,
        mut each: impl FnMut(Finding<'_>) -> ControlFlow<()>,
    ) -> ControlFlow<()> {
        let flow = match self.is_stopped {
            true => ControlFlow::Break(()),
            false => self.scan_to(self.buffer.len(), true, &mut each),
        };
        self.reset();
        flow
    }

    /// Forgets the text fed so far and makes the stream ready for another.
    pub fn reset(&mut self) {
        self.scratch.start(&self.scanner);
        self.buffer.clear();
        self.base = 0;
        self.next = 0;
        self.is_stopped = false;
    }

    fn scan_to(
        &mut self,
        end: usize,
        is_last: bool,
        each: &mut impl FnMut(Finding<'_>) -> ControlFlow<()>,
    ) -> ControlFlow<()> {
        if self.next >= end {
            return ControlFlow::Continue(());
        }
        let pass = Pass::new(&self.scanner);
        for segment in Pass::segments_from(self.next, end) {
            self.next = segment.end;
            pass.segment(&mut self.scratch, &self.buffer, segment.clone());
            pass.leave(&mut self.scratch, &self.buffer, segment.end);
            let settled = match is_last && segment.end == end {
                true => usize::MAX,
                false => pass.settled(self.base + segment.end, usize::MAX),
            };
            for found in self.scratch.settle(settled) {
                let finding = Finding::new(&self.scanner, &self.buffer, self.base, found);
                if each(finding).is_break() {
                    self.is_stopped = true;
                    return ControlFlow::Break(());
                }
            }
        }
        self.drop_behind();
        ControlFlow::Continue(())
    }

    /// Drops the segments that nothing reads any more.
    fn drop_behind(&mut self) {
        let by = self.next.saturating_sub(KEPT) / Pass::SEGMENT * Pass::SEGMENT;
        if by > 0 {
            self.buffer.drain(..by);
            self.scratch.rebase(by);
            self.base += by;
            self.next -= by;
        }
    }
}

impl fmt::Debug for Stream {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Stream")
            .field("fed", &(self.base + self.buffer.len()))
            .finish_non_exhaustive()
    }
}
