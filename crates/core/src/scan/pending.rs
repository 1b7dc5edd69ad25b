//! Accepted findings, held until their order is certain.

use core::ops::Range;
use std::vec::Drain;

use crate::confidence::Confidence;
use crate::rule::{CheckOutcome, MAX_MATCH, Support};
use crate::span::Span;

/// Findings come in the order of their leads: those that start this much before another cannot overlap it, nor can
/// any that came before them.
const FAR: usize = 4 * MAX_MATCH;

/// A finding without its borrows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Found {
    pub rule: u16,
    pub rank: u8,
    pub span: Span,
    pub confidence: Confidence,
    pub check: Option<CheckOutcome>,
    pub support: Support,
    pub context: Option<Span>,
    pub term: Option<u32>,
}

/// The queue of findings, and for each rule the last one that was accepted.
pub(super) struct Pending {
    queue: Vec<Found>,
    /// Those that a segment's folded view showed, until they join the queue.
    folded: Vec<Found>,
    last: Vec<Option<Last>>,
}

#[derive(Clone, Copy)]
struct Last {
    span: Span,
    confidence: Confidence,
    /// The furthest end of any finding accepted so far.
    furthest: usize,
    /// Whether it was not yet handed out.
    is_queued: bool,
}

impl Pending {
    pub fn new() -> Pending {
        Pending {
            queue: Vec::new(),
            folded: Vec::new(),
            last: Vec::new(),
        }
    }

    pub fn start(&mut self, rules: usize) {
        self.queue.clear();
        self.folded.clear();
        self.last.clear();
        self.last.resize(rules, None);
    }

    /// Accepts `found`, unless it overlaps an at least as certain finding of its rule; takes the place of those less
    /// certain. Findings come in the order of their leads.
    pub fn accept(&mut self, found: Found) {
        let last = self.last[usize::from(found.rule)];
        let over = last.filter(|last| last.span.overlaps(found.span));
        if over.is_some_and(|over| over.confidence >= found.confidence) {
            return;
        }
        let furthest = last.map_or(0, |last| last.furthest);
        if found.span.start() < furthest && !self.clear(&found) {
            return;
        }
        self.queue.push(found);
        self.last[usize::from(found.rule)] = Some(Last {
            span: found.span,
            confidence: found.confidence,
            furthest: furthest.max(found.span.end()),
            is_queued: true,
        });
    }

    /// Makes room for `found`: takes out the findings of its rule that it overlaps, unless one is as certain.
    fn clear(&mut self, found: &Found) -> bool {
        let close = close(&self.queue, found);
        if close
            .iter()
            .any(|other| found.clashes(other) && other.confidence >= found.confidence)
        {
            return false;
        }
        let first = self.queue.len() - close.len();
        let all = first..self.queue.len();
        remove_clashing(&mut self.queue, all, found);
        true
    }

    /// The segment itself has shown all it has; what comes now comes from its folded view.
    pub fn begin_folded(&mut self) {
        self.queue.sort_unstable_by_key(Found::order);
    }

    /// Accepts `found` from a folded view after all that the segment itself shows, unless something it overlaps is
    /// better; takes the place of all that is not.
    pub fn accept_folded(&mut self, found: Found) {
        let starts_before = |at: usize| self.queue.partition_point(|other| other.span.start() < at);
        let from = found.span.start().saturating_sub(FAR);
        let raw = starts_before(from)..starts_before(found.span.end());
        let folded = close(&self.folded, &found);
        let mut near = self.queue[raw.clone()].iter().chain(folded);
        #[cfg(test)]
        crate::engine::Effort::compared(raw.len());
        if near.any(|other| found.clashes(other) && !found.is_better(other)) {
            return;
        }
        let first = self.folded.len() - folded.len();
        let last = &mut self.last[usize::from(found.rule)];
        let handed_out = last.filter(|last| !last.is_queued && last.span.overlaps(found.span));
        if handed_out.is_some_and(|last| last.confidence >= found.confidence) {
            return;
        }
        let furthest = last.map_or(0, |last| last.furthest);
        if last.is_none_or(|last| last.span.overlaps(found.span) || last.span < found.span) {
            *last = Some(Last {
                span: found.span,
                confidence: found.confidence,
                furthest: furthest.max(found.span.end()),
                is_queued: false,
            });
        }
        remove_clashing(&mut self.queue, raw, &found);
        let recent = first..self.folded.len();
        remove_clashing(&mut self.folded, recent, &found);
        self.folded.push(found);
    }

    /// Takes out the findings that start before `settled`, in order.
    pub fn settle(&mut self, settled: usize) -> Drain<'_, Found> {
        self.queue.append(&mut self.folded);
        self.queue.sort_unstable_by_key(Found::order);
        let count = self
            .queue
            .partition_point(|found| found.span.start() < settled);
        if !self.queue.is_empty() {
            self.last
                .iter_mut()
                .flatten()
                .for_each(|last| last.is_queued = false);
        }
        for found in &self.queue[count..] {
            if let Some(last) = &mut self.last[usize::from(found.rule)]
                && last.span == found.span
            {
                last.is_queued = true;
            }
        }
        self.queue.drain(..count)
    }
}

/// The last findings, those that one which comes now may overlap.
fn close<'f>(findings: &'f [Found], found: &Found) -> &'f [Found] {
    let is_close = |other: &&Found| other.span.start() + FAR > found.span.start();
    let count = findings.iter().rev().take_while(is_close).count();
    #[cfg(test)]
    crate::engine::Effort::compared(count);
    &findings[findings.len() - count..]
}

fn remove_clashing(findings: &mut Vec<Found>, range: Range<usize>, found: &Found) {
    for at in range.rev() {
        if findings[at].clashes(found) {
            findings.remove(at);
        }
    }
}

impl Found {
    /// Whether the two are of one rule and share a byte.
    fn clashes(&self, other: &Found) -> bool {
        self.rule == other.rule && self.span.overlaps(other.span)
    }

    /// Whether this match of a rule is kept rather than `other`, which it overlaps: of two from one start the longer,
    /// if its check does not fail; else the more certain; of equals the earlier.
    fn is_better(&self, other: &Found) -> bool {
        let failed = |found: &Found| found.check == Some(CheckOutcome::Failed);
        let (start, other_start) = (self.span.start(), other.span.start());
        if start == other_start && self.span != other.span && failed(self) == failed(other) {
            return self.span.end() > other.span.end();
        }
        (self.confidence, other_start) > (other.confidence, start)
    }

    /// The documented order of findings.
    fn order(&self) -> (usize, u8, usize, u8, u16) {
        let certain_first = u8::MAX - self.confidence.hundredths();
        let long_first = usize::MAX - self.span.end();
        (
            self.span.start(),
            certain_first,
            long_first,
            u8::MAX - self.rank,
            self.rule,
        )
    }
}
